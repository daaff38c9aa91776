import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useListing, useReadAll } from '../api/hooks';
import type { AuditEvent, Service, Verdict } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { MoreButton } from '../kit/MoreButton';
import { AsOf, Page } from '../kit/Page';
import { DemonstrationMark, SupportBadge } from '../kit/SupportBadge';

const LEDGERS: readonly Service[] = ['assessment', 'tolerance', 'clarification', 'incentive', 'oversight'];

/** Whether every record is there and unaltered, ledger by ledger, and the records themselves. */
export function AuditPage() {
  const { t } = useText();
  const verdicts = useReadAll<Verdict>(LEDGERS, 'ledger/verdict');
  const known = verdicts.map(({ query }) => query.data).filter((verdict) => verdict !== undefined);
  const broken = known.filter((verdict) => verdict.verdict === 'BROKEN');
  const waiting = verdicts.some(({ query }) => query.isPending);
  const silent = verdicts.filter(({ query }) => query.isError);
  const sentence = waiting ? t('audit.checking')
    : broken.length > 0 ? t('audit.sentence.broken', { n: broken.length })
      : silent.length > 0 ? t('audit.sentence.partly', { n: known.length, m: silent.length })
        : t('audit.sentence.ok', { n: known.length, records: known.reduce((sum, verdict) => sum + verdict.size, 0) });
  const bad = broken.length > 0;
  return (
    <Page title={t('nav.audit')} lead={t('audit.lead')} extra={<Button onClick={() => verdicts.forEach(({ query }) => void query.refetch())} loading={verdicts.some(({ query }) => query.isFetching)}>{t('audit.again')}</Button>}>
      <p className={`verdict-sentence ${bad ? 'bad' : waiting || silent.length ? 'open' : 'good'}`} role="status" data-testid="verdict">
        {bad ? <CloseCircleFilled aria-hidden="true" /> : !waiting && silent.length === 0 && <CheckCircleFilled aria-hidden="true" />} {sentence}
      </p>
      <div className="verdicts">
        {verdicts.map(({ service, query }) => <section className="panel verdict" key={service} data-service={service}><Answer query={query}>{(verdict) => <VerdictView verdict={verdict} service={service} />}</Answer>{query.isError && <p className="quiet"><ServiceName service={service} /></p>}</section>)}
      </div>
      <Events />
    </Page>
  );
}

function ServiceName({ service }: { service: Service }) {
  const { label } = useText();
  return <>{label('ledger', service)}</>;
}

function VerdictView({ verdict, service }: { verdict: Verdict; service: Service }) {
  const { t, when, pick } = useText();
  const fine = verdict.verdict === 'OK';
  return (
    <>
      <h2><ServiceName service={service} /></h2>
      <p className={fine ? 'good' : 'bad'}><strong>{fine ? <CheckCircleFilled aria-hidden="true" /> : <CloseCircleFilled aria-hidden="true" />} {fine ? t('audit.ok') : t('audit.broken')}</strong></p>
      {!fine && verdict.what && <p>{pick(verdict.what)}</p>}
      {verdict.firstBad && <p className="bad">{t('audit.firstBad', { n: verdict.firstBad.position })}{pick(verdict.firstBad.what)}</p>}
      <dl className="pairs">
        <dt>{t('audit.size')}</dt><dd>{verdict.size}</dd>
        <dt>{t('audit.head')}</dt><dd>{verdict.size > 0 ? verdict.size - 1 : '—'}</dd>
        <dt>{t('audit.root')}</dt><dd><code className="breakable">{verdict.root ?? '—'}</code></dd>
        <dt>{t('audit.checkedAt')}</dt><dd>{when(verdict.checkedAt)}{verdict.seconds !== undefined && `　${t('audit.seconds', { n: verdict.seconds.toFixed(2) })}`}</dd>
      </dl>
    </>
  );
}

const FILTERS = ['person', 'rootCase', 'type', 'clause'] as const;
type Filter = Partial<Record<(typeof FILTERS)[number] | 'service', string>>;

function Events() {
  const { t, when, label } = useText();
  const [filter, setFilter] = useState<Filter>({});
  const parameters = new URLSearchParams(Object.entries(filter).filter(([, value]) => value?.trim()).map(([name, value]) => [name, value.trim()])).toString();
  const { query, pages } = useListing<AuditEvent>('oversight', `audit/events${parameters ? `?${parameters}` : ''}`);
  return (
    <section className="panel">
      <h2>{t('audit.events')}</h2>
      <Form layout="inline" className="finder" onFinish={(values: Filter) => setFilter(values)}>
        <Form.Item name="service" label={t('audit.service')}>
          <Select allowClear style={{ minWidth: 130 }} options={LEDGERS.filter((service) => service !== 'oversight').map((service) => ({ value: service, label: label('service', service) }))} />
        </Form.Item>
        {FILTERS.map((name) => <Form.Item key={name} name={name} label={t(`audit.${name}`)}><Input allowClear /></Form.Item>)}
        <Button type="primary" htmlType="submit">{t('action.filter')}</Button>
      </Form>
      <Answer query={query}>
        {() => (
          <Table<AuditEvent> rowKey="id" size="small" pagination={false} dataSource={pages.items} locale={{ emptyText: <Nothing text={t('audit.noEvents')} /> }}
            columns={[
              { title: t('audit.position'), width: 140, render: (_, event) => <>{label('service', event.service)}<div className="quiet">{event.ledgerPosition}</div></> },
              { title: t('audit.times'), width: 190, render: (_, event) => <><div>{when(event.actedAt)}</div><div className="quiet">{t('audit.recorded')}{when(event.recordedAt)}</div></> },
              { title: t('audit.act'), render: (_, event) => <>{label('event', event.type)}<div className="quiet breakable">{event.type}</div></> },
              { title: t('audit.about'), width: 260, render: (_, event) => <><code>{event.person}</code><div className="quiet">{t('audit.rootCase')} <code>{event.rootCase}</code></div><div className="quiet">{label('jurisdiction', event.jurisdiction)}</div></> },
              { title: t('audit.clause'), width: 280, render: (_, event) => <><SupportBadge support={event.support} /> <DemonstrationMark ground={event} /><Clauses clauses={event.clauses} /></> },
            ]} />
        )}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
    </section>
  );
}

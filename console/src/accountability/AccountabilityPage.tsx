import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useListing, useRead } from '../api/hooks';
import type { AccountabilityCase } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { prepareFact, useFactFields } from '../kit/fact';
import { Acts } from '../kit/Acts';
import { lines } from '../kit/fields';
import { Marked } from '../kit/Marked';
import { useMeasures } from '../kit/measures';
import { MoreButton } from '../kit/MoreButton';
import { OrderDrawer, withoutBlanks, type OrderForm } from '../kit/OrderDrawer';
import { AsOf, Page } from '../kit/Page';
import { nameOf } from '../kit/Who';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';

/** Accountability cases, and the form that opens one; where a rule says so the tolerance check opens with it. */
export function AccountabilityPage() {
  const { t } = useText();
  const { id } = useParams();
  const account = useAccount();
  const go = useNavigate();
  const [form, setForm] = useState<OrderForm>();
  const fact = useFactFields();
  const measures = useMeasures();
  const opening: OrderForm = {
    title: t('accountability.open'),
    service: 'tolerance',
    path: 'accountability-cases',
    note: t('accountability.note'),
    fields: [
      { name: 'cadre', label: 'field.cadre', kind: 'person', required: true },
      { name: 'unit', label: 'field.unit', kind: 'unit', required: true },
      { name: 'body', label: 'field.body', kind: 'unit', required: true, initial: account.unit, hint: t('accountability.bodyHint') },
      ...fact,
      { name: 'proposedMeasure', label: 'field.proposedMeasure', kind: 'select', choices: measures },
    ],
    prepare: prepareFact,
    body: withoutBlanks,
    done: (receipt) => receipt.id && void go(`/accountability-cases/${receipt.id}`),
  };
  return (
    <Page title={t('nav.accountability')} lead={t('accountability.lead')}
      extra={holds(account, 'DISCIPLINE_OFFICER') && <Button type="primary" onClick={() => setForm(opening)}>{t('accountability.open')}</Button>}>
      {id ? <One id={id} /> : <List />}
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </Page>
  );
}

function List() {
  const { t } = useText();
  const { query, pages } = useListing<AccountabilityCase>('tolerance', 'accountability-cases');
  return (
    <>
      <Answer query={query}>
        {() => (
          <Table<AccountabilityCase> rowKey="id" size="middle" pagination={false} dataSource={pages.items} locale={{ emptyText: <Nothing text={t('accountability.empty')} /> }}
            columns={[
              { title: t('accountability.case'), width: 190, render: (_, one) => <Link to={`/accountability-cases/${one.id}`}>{t('accountability.short')} {one.id.slice(-12)}</Link> },
              { title: t('cases.cadre'), width: 210, render: (_, one) => <>{nameOf(one.cadre)}<div className="quiet">{nameOf(one.unit)}</div></> },
              { title: t('cases.fact'), render: (_, one) => <div className="two-lines">{one.fact?.what ?? one.factId}</div> },
              { title: t('cases.state'), width: 130, render: (_, one) => <StateTag family="accountabilityState" state={one.state} /> },
              { title: t('case.title'), width: 150, render: (_, one) => one.toleranceCase && <Link to={`/tolerance-cases/${one.toleranceCase}`}>{one.toleranceCase.slice(-12)}</Link> },
              { title: t('cases.opened'), width: 120, render: (_, one) => one.openedOn },
            ]} />
        )}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
    </>
  );
}

function One({ id }: { id: string }) {
  const { t, label } = useText();
  const measures = useMeasures();
  const found = useRead<AccountabilityCase>('tolerance', `accountability-cases/${id}`);
  const orders = (act: string, data: AccountabilityCase): OrderForm | undefined => {
    const base = { title: label('act', act), service: 'tolerance' as const, path: `accountability-cases/${id}/${act}`, version: data.version };
    switch (act) {
      case 'situations-found':
        return {
          ...base, note: t('accountability.situationNote'),
          fields: [
            { name: 'itemId', label: 'field.item', kind: 'text', required: true, hint: t('accountability.situationHint') },
            { name: 'evidence', label: 'field.evidence', kind: 'lines', required: true },
            { name: 'citedPolicy', label: 'field.citedPolicy', kind: 'text', hint: t('order.citedPolicyHint') },
          ],
          body: (values) => withoutBlanks({ ...values, evidence: lines(values.evidence) }),
        };
      case 'conclusion':
        return { ...base, fields: [{ name: 'measure', label: 'field.measure', kind: 'select', choices: measures }, { name: 'reason', label: 'field.reason', kind: 'area', required: true }] };
      default:
        return undefined;
    }
  };
  return (
    <Answer query={found}>
      {(data) => (
        <Marked>
          <section className="panel">
            <h2>{t('accountability.short')} {data.id.slice(-12)}</h2>
            <StateTag family="accountabilityState" state={data.state} />
            <dl className="pairs wide">
              <dt>{t('cases.cadre')}</dt><dd>{nameOf(data.cadre)}</dd>
              <dt>{t('field.unit')}</dt><dd>{nameOf(data.unit)}</dd>
              <dt>{t('field.body')}</dt><dd>{nameOf(data.body)}</dd>
              <dt>{t('field.what')}</dt><dd>{data.fact?.what ?? data.factId}</dd>
              {data.proposedMeasure && <><dt>{t('field.proposedMeasure')}</dt><dd>{data.proposedMeasure}</dd></>}
              {data.measure && <><dt>{t('field.measure')}</dt><dd>{data.measure}</dd></>}
              {data.toleranceCase && <><dt>{t('case.title')}</dt><dd><Link to={`/tolerance-cases/${data.toleranceCase}`}>{data.toleranceCase.slice(-12)}</Link></dd></>}
            </dl>
            <Acts service="tolerance" path={`accountability-cases/${id}`} thing="accountability" orders={(act) => orders(act, data)} />
          </section>
        </Marked>
      )}
    </Answer>
  );
}

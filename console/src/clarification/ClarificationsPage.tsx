import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useListing } from '../api/hooks';
import type { Ground, Named } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { GroundView } from '../kit/Clauses';
import { MoreButton } from '../kit/MoreButton';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { Page } from '../kit/Page';
import { nameOf } from '../kit/Who';
import { StateTag } from '../tolerance/StateTag';

interface Assessment { id: string; version: number; accused?: Named; report?: string; state: string; declineCode?: string; openedOn?: string }
interface Case { id: string; version: number; accused?: Named; state: string; ground?: Ground; on?: string }

const DECLINES = ['CADRE_DOES_NOT_WISH', 'WOULD_SPREAD_THE_MATTER', 'CLAUSE_DOES_NOT_REACH', 'OTHER'];

/** Whether to clarify after each unfounded allegation, and the clarifications themselves. Whether an act is possible, the service says. */
export function ClarificationsPage() {
  const { t, label } = useText();
  const [form, setForm] = useState<OrderForm>();
  const assessments = useListing<Assessment>('clarification', 'clarification-assessments');
  const cases = useListing<Case>('clarification', 'clarification-cases');
  const reason = { name: 'reason', label: 'field.reason' as const, kind: 'area' as const, required: true };
  const order = (kind: string, item: { id: string; version: number }, act: string, fields: OrderForm['fields']) =>
    setForm({ title: label('act', `clarification.${act}`), service: 'clarification', path: `${kind}/${item.id}/${act}`, version: item.version, fields, note: fields.length ? undefined : t('order.confirmNote') });
  return (
    <Page title={t('nav.clarifications')} lead={t('clarifications.lead')}>
      <section className="panel">
        <h2>{t('clarifications.assessments')}</h2>
        <Answer query={assessments.query}>
          {() => (
            <Table<Assessment> rowKey="id" size="middle" pagination={false} dataSource={assessments.pages.items} locale={{ emptyText: <Nothing /> }}
              columns={[
                { title: t('field.accused'), width: 200, render: (_, item) => nameOf(item.accused) },
                { title: t('reports.report'), width: 200, render: (_, item) => item.report && <Link to={`/reports/${item.report}`}>{t('reports.short')} {item.report.slice(-12)}</Link> },
                { title: t('cases.state'), render: (_, item) => <><StateTag family="clarificationState" state={item.state} />{item.declineCode && <div className="quiet">{label('declineCode', item.declineCode)}</div>}</> },
                { title: t('cases.opened'), width: 130, render: (_, item) => item.openedOn },
                { title: t('acts.bar'), width: 260, render: (_, item) => item.state === 'OPEN' && (
                  <div className="inline-acts">
                    <Button size="small" onClick={() => order('clarification-assessments', item, 'clarification', [reason])}>{t('act.clarification.clarification')}</Button>
                    <Button size="small" onClick={() => order('clarification-assessments', item, 'declining', [{ name: 'code', label: 'field.declineCode', kind: 'radio', required: true, choices: DECLINES.map((value) => ({ value, label: label('declineCode', value) })) }, reason])}>{t('act.clarification.declining')}</Button>
                  </div>
                ) },
              ]} />
          )}
        </Answer>
        <MoreButton pages={assessments.pages} />
      </section>
      <section className="panel">
        <h2>{t('clarifications.cases')}</h2>
        <Answer query={cases.query}>
          {() => (
            <Table<Case> rowKey="id" size="middle" pagination={false} dataSource={cases.pages.items} locale={{ emptyText: <Nothing /> }}
              columns={[
                { title: t('field.accused'), width: 200, render: (_, item) => nameOf(item.accused) },
                { title: t('cases.state'), width: 160, render: (_, item) => <StateTag family="clarificationState" state={item.state} /> },
                { title: t('workbench.ground'), render: (_, item) => <GroundView ground={item.ground} /> },
                { title: t('field.on'), width: 130, render: (_, item) => item.on },
                { title: t('acts.bar'), width: 260, render: (_, item) => (
                  <div className="inline-acts">
                    {item.state === 'PROPOSED' && <Button size="small" onClick={() => order('clarification-cases', item, 'approval', [{ name: 'range', label: 'field.range', kind: 'area', required: true }, { name: 'manner', label: 'field.clarificationManner', kind: 'area', required: true }])}>{t('act.clarification.approval')}</Button>}
                    {item.state === 'APPROVED' && <Button size="small" onClick={() => order('clarification-cases', item, 'issue', [])}>{t('act.clarification.issue')}</Button>}
                  </div>
                ) },
              ]} />
          )}
        </Answer>
        <MoreButton pages={cases.pages} />
      </section>
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </Page>
  );
}

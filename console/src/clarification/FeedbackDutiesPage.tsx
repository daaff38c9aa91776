import { Link, useParams } from 'react-router';
import type { FeedbackDuty } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { GroundView } from '../kit/Clauses';
import { ListPage } from '../kit/ListPage';
import type { OrderForm } from '../kit/OrderDrawer';
import { Silence } from '../kit/Silence';
import { SupportBadge } from '../kit/SupportBadge';
import { StateTag } from '../tolerance/StateTag';

/** Duties to tell reporters the result. Their limit is not in the documents and is shown so. */
export function FeedbackDutiesPage() {
  const { t, label, when } = useText();
  const { id } = useParams();
  return (
    <ListPage<FeedbackDuty>
      title={t('nav.feedback')} lead={t('feedback.lead')} service="clarification" path="feedback-duties" empty={t('feedback.empty')} chosen={id}
      panel={(duty) => <Panel duty={duty} />}
      columns={[
        { title: t('feedback.duty'), width: 220, render: (_, duty) => <Link to={`/feedback-duties/${duty.id}`}>{duty.kind ? label('feedbackKind', duty.kind) : t('feedback.duty')}</Link> },
        { title: t('feedback.trigger'), width: 190, render: (_, duty) => label('trigger', duty.trigger) },
        { title: t('effects.support'), render: (_, duty) => <SupportBadge support={duty.ground?.support} /> },
        { title: t('field.limit'), width: 200, render: (_, duty) => (duty.limit ? label('value', duty.limit.value) : '') },
        { title: t('cases.state'), width: 140, render: (_, duty) => <StateTag family="dutyState" state={duty.state} /> },
        { title: t('cases.opened'), width: 170, render: (_, duty) => when(duty.openedOn) },
      ]}
    />
  );
}

function Panel({ duty }: { duty: FeedbackDuty }) {
  const { t, label } = useText();
  const orders = (act: string): OrderForm | undefined => {
    const base = { title: label('act', `feedback.${act}`), service: 'clarification' as const, path: `feedback-duties/${duty.id}/${act}`, version: duty.version };
    switch (act) {
      case 'fulfilment': return { ...base, fields: [{ name: 'manner', label: 'field.manner', kind: 'area', required: true }] };
      case 'range-explanation': return { ...base, fields: [{ name: 'range', label: 'field.range', kind: 'area', required: true }] };
      case 'answer': return {
        ...base,
        fields: [{ name: 'accept', label: 'field.clauseApplies', kind: 'radio', required: true, choices: [{ value: 'yes', label: t('choice.applies') }, { value: 'no', label: t('choice.does-not-apply') }] }, { name: 'reason', label: 'field.reason', kind: 'area', required: true }],
        body: (values) => ({ accept: values.accept === 'yes', reason: values.reason }),
      };
      case 'other-rules-consulted': return { ...base, note: t('order.otherRuleNote'), fields: [{ name: 'rule', label: 'field.otherRule', kind: 'text', required: true }, { name: 'result', label: 'field.consulted', kind: 'area', required: true }] };
      default: return undefined;
    }
  };
  return (
    <>
      <h2>{duty.kind ? label('feedbackKind', duty.kind) : t('feedback.duty')}</h2>
      <div className="result-line"><StateTag family="dutyState" state={duty.state} /> {label('trigger', duty.trigger)}</div>
      {duty.report && <p><Link to={`/reports/${duty.report}`}>{t('reports.short')} {duty.report.slice(-12)}</Link></p>}
      <Silence value={duty.limit?.value} />
      <GroundView ground={duty.ground} />
      <Acts service="clarification" path={`feedback-duties/${duty.id}`} thing="feedback" orders={orders} />
    </>
  );
}

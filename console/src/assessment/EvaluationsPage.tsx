import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { NegativeEvaluation } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { GroundView } from '../kit/Clauses';
import { prepareFact, useFactFields } from '../kit/fact';
import { ListPage } from '../kit/ListPage';
import { OrderDrawer, withoutBlanks, type OrderForm } from '../kit/OrderDrawer';
import { nameOf } from '../kit/Who';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';

const KINDS = ['ROUTINE', 'ANNUAL', 'TENURE', 'SPECIAL', 'COMPREHENSIVE'];

/** Negative evaluations that stand. An annulled one is in no working view; only the auditor's answer carries it. */
export function EvaluationsPage() {
  const { t, label } = useText();
  const { id } = useParams();
  const account = useAccount();
  const [form, setForm] = useState<OrderForm>();
  const fact = useFactFields();
  const entry: OrderForm = {
    title: t('evaluations.enter'),
    service: 'assessment',
    path: 'negative-evaluations',
    note: t('evaluations.note'),
    fields: [
      { name: 'cadre', label: 'field.cadre', kind: 'person', required: true },
      { name: 'kind', label: 'field.evaluationKind', kind: 'select', required: true, choices: KINDS.map((value) => ({ value, label: label('assessmentKind', value) })) },
      ...fact,
      { name: 'judgement', label: 'field.judgement', kind: 'area', required: true },
      { name: 'source', label: 'field.source', kind: 'text', required: true },
    ],
    prepare: prepareFact,
    body: withoutBlanks,
  };
  return (
    <>
      <ListPage<NegativeEvaluation>
        title={t('nav.evaluations')} lead={t('evaluations.lead')} service="assessment" path="negative-evaluations" empty={t('evaluations.empty')} chosen={id}
        extra={holds(account, 'ORG_OFFICER') && <Button type="primary" onClick={() => setForm(entry)}>{t('evaluations.enter')}</Button>}
        panel={(item) => <><h2>{nameOf(item.cadre)}　{label('assessmentKind', item.kind)}</h2><p>{item.judgement}</p><p className="quiet">{item.source}</p><GroundView ground={item.ground} /><Acts service="assessment" path={`negative-evaluations/${item.id}`} thing="evaluation" orders={(act) => (act === 'withdrawal' ? { title: t('act.evaluation.withdrawal'), service: 'assessment', path: `negative-evaluations/${item.id}/withdrawal`, version: item.version, fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }] } : undefined)} /></>}
        columns={[
          { title: t('cases.cadre'), width: 180, render: (_, item) => <Link to={`/negative-evaluations/${item.id}`}>{nameOf(item.cadre)}</Link> },
          { title: t('field.evaluationKind'), width: 130, render: (_, item) => label('assessmentKind', item.kind) },
          { title: t('field.judgement'), render: (_, item) => item.judgement },
          { title: t('field.source'), width: 220, render: (_, item) => item.source },
          ...(holds(account, 'AUDITOR') ? [{ title: t('cases.state'), width: 130, render: (_: unknown, item: NegativeEvaluation) => <StateTag family="evaluationState" state={item.state} /> }] : []),
          { title: t('evaluations.on'), width: 120, render: (_, item) => item.enteredOn },
        ]}
      />
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}


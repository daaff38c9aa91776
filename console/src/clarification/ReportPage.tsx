import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useOrder, useRead } from '../api/hooks';
import type { Act, Report } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { Answer } from '../kit/Answer';
import { Marked } from '../kit/Marked';
import type { OrderForm } from '../kit/OrderDrawer';
import { Page } from '../kit/Page';
import { ProblemView } from '../kit/ProblemView';
import { nameOf } from '../kit/Who';
import { StateTag } from '../tolerance/StateTag';

export function ReportPage() {
  const { t } = useText();
  const { id } = useParams();
  const found = useRead<Report>('clarification', `reports/${id}`);
  return <Page title={`${t('reports.short')} ${id!.slice(-12)}`}><Answer query={found}>{(report) => <Marked><View report={report} /></Marked>}</Answer></Page>;
}

function View({ report }: { report: Report }) {
  const { t, label, when } = useText();
  const points = (report.allegations ?? []).map((one) => ({ value: one.id, label: one.text ?? one.id }));
  const orders = (act: string): OrderForm | undefined => {
    const base = { title: label('act', `report.${act}`), service: 'clarification' as const, path: `reports/${report.id}/${act}`, version: report.version };
    const point = { name: 'allegation', label: 'field.allegation' as const, kind: 'select' as const, required: true, choices: points, initial: points.length === 1 ? points[0]!.value : undefined };
    switch (act) {
      case 'fact-links':
        return { ...base, note: t('reports.linkNote'), fields: [point, { name: 'factId', label: 'field.factId', kind: 'text', required: true }] };
      case 'verification':
        return { ...base, note: t('reports.verifyNote'), fields: [point, { name: 'result', label: 'field.result', kind: 'radio', required: true, choices: ['SUBSTANTIATED', 'UNFOUNDED', 'NO_EVIDENCE', 'UNDETERMINED'].map((value) => ({ value, label: label('verification', value) })) }, { name: 'reasons', label: 'field.reason', kind: 'area' }] };
      case 'closing':
      case 'name-verification':
        return { ...base, note: t('order.confirmNote'), fields: [] };
      case 'identity-requests':
      case 'identity-approvals':
      case 'identity-refusals':
        return { ...base, note: t('reports.openingNote'), fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }] };
      case 'other-rules-consulted':
        return { ...base, note: t('order.otherRuleNote'), fields: [{ name: 'rule', label: 'field.otherRule', kind: 'text', required: true }, { name: 'result', label: 'field.consulted', kind: 'area', required: true }] };
      default:
        return undefined;
    }
  };
  return (
    <div className="two-columns">
      <section className="panel">
        <div className="result-line"><StateTag family="reportState" state={report.state} /> {label('mode', report.mode)}</div>
        <dl className="pairs wide">
          <dt>{t('field.accused')}</dt><dd>{nameOf(report.accused)}</dd>
          <dt>{t('reports.received')}</dt><dd>{when(report.receivedOn)}</dd>
          <dt>{t('reports.reporter')}</dt>
          <dd>{report.mode === 'ANONYMOUS' ? t('reports.anonymous') : <Opening report={report} />}</dd>
        </dl>
        <h3>{t('reports.allegations')}</h3>
        <ol className="plain">{report.allegations?.map((one) => <li key={one.id}><p>{one.text}</p><div className="quiet">{one.factId && <>{t('field.factId')} <code className="breakable">{one.factId}</code>　</>}{one.result && label('verification', one.result)}</div></li>)}</ol>
      </section>
      <section className="panel"><h2>{t('acts.bar')}</h2><Acts service="clarification" path={`reports/${report.id}`} thing="report" orders={orders} /></section>
    </div>
  );
}

/**
 * The reporter's identity stays sealed until another person has approved its opening; each step gives a reason, which is recorded. It is
 * shown here once and kept nowhere in the console.
 */
function Opening({ report }: { report: Report }) {
  const { t } = useText();
  const acts = useRead<Act[]>('clarification', `reports/${report.id}/acts`);
  const orders = useOrder('clarification');
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<{ name?: string; contact?: string }>();
  if (opened) return <>{[opened.name, opened.contact].filter(Boolean).join('　')}</>;
  const masked = report.reporter?.name ?? t('reports.masked');
  if (!acts.data?.some((act) => act.act === 'identity-openings' && act.allowed)) return <>{masked}</>;
  if (!asking) return <>{masked} <Button size="small" onClick={() => setAsking(true)}>{t('reports.openIdentity')}</Button></>;
  const open = async (reason: string) => {
    const receipt = await orders.send(`reports/${report.id}/identity-openings`, { reason }, report.version);
    if (receipt) setOpened((receipt as { reporter?: { name?: string; contact?: string } }).reporter ?? {});
  };
  return (
    <Form layout="vertical" onFinish={({ reason }: { reason: string }) => void open(reason)}>
      <Form.Item name="reason" label={t('reports.openReason')} rules={[{ required: true, whitespace: true, message: t('form.required', { name: t('field.reason') }) }]}><Input /></Form.Item>
      <Button size="small" htmlType="submit" loading={orders.sending}>{t('reports.openIdentity')}</Button>
      <ProblemView problem={orders.problem} />
    </Form>
  );
}

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Report } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { Answer } from '../kit/Answer';
import { Marked } from '../kit/Marked';
import type { OrderForm } from '../kit/OrderDrawer';
import { Page } from '../kit/Page';
import { nameOf } from '../kit/Who';
import { StateTag } from '../tolerance/StateTag';

export function ReportPage() {
  const { t } = useText();
  const { id } = useParams();
  const [opening, setOpening] = useState<string>();
  const found = useRead<Report>('clarification', opening ? `reports/${id}?openReporter=${encodeURIComponent(opening)}` : `reports/${id}`);
  return <Page title={`${t('reports.short')} ${id!.slice(-12)}`}><Answer query={found}>{(report) => <Marked><View report={report} onOpen={setOpening} /></Marked>}</Answer></Page>;
}

function View({ report, onOpen }: { report: Report; onOpen: (reason: string) => void }) {
  const { t, label, when } = useText();
  const reporter = report.reporter;
  const points = (report.allegations ?? []).map((one) => ({ value: one.id, label: one.text ?? one.id }));
  const orders = (act: string): OrderForm | undefined => {
    const base = { title: label('act', `report.${act}`), service: 'clarification' as const, path: `reports/${report.id}/${act}`, version: report.version };
    const reason = { name: 'reason', label: 'field.reason' as const, kind: 'area' as const, required: true };
    const point = { name: 'allegation', label: 'field.allegation' as const, kind: 'select' as const, required: true, choices: points, initial: points.length === 1 ? points[0]!.value : undefined };
    switch (act) {
      case 'fact-links':
        return { ...base, note: t('reports.linkNote'), fields: [point, { name: 'factId', label: 'field.factId', kind: 'text', required: true }, reason] };
      case 'verification':
        return { ...base, note: t('reports.verifyNote'), fields: [point, { name: 'result', label: 'field.result', kind: 'radio', required: true, choices: ['SUBSTANTIATED', 'UNFOUNDED', 'NO_EVIDENCE', 'UNDETERMINED'].map((value) => ({ value, label: label('verification', value) })) }, reason] };
      case 'closing':
        return { ...base, fields: [reason] };
      case 'other-rules-consulted':
        return { ...base, note: t('order.otherRuleNote'), fields: [{ name: 'question', label: 'field.question', kind: 'text', required: true }, { name: 'rule', label: 'field.otherRule', kind: 'text', required: true }, reason] };
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
          <dd>{report.mode === 'ANONYMOUS' ? t('reports.anonymous') : typeof reporter === 'object' ? `${reporter.name ?? ''}　${reporter.contact ?? ''}` : <Opening masked={reporter} onOpen={onOpen} />}</dd>
        </dl>
        <h3>{t('reports.allegations')}</h3>
        <ol className="plain">{report.allegations?.map((one) => <li key={one.id}><p>{one.text}</p><div className="quiet">{one.factId && <>{t('field.factId')} <code className="breakable">{one.factId}</code>　</>}{one.result && label('verification', one.result)}</div></li>)}</ol>
      </section>
      <section className="panel"><h2>{t('acts.bar')}</h2><Acts service="clarification" path={`reports/${report.id}`} thing="report" orders={orders} /></section>
    </div>
  );
}

/** The reporter's identity stays sealed until someone gives a reason, which is recorded. */
function Opening({ masked, onOpen }: { masked: string | undefined; onOpen: (reason: string) => void }) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  if (!asking) return <>{masked ?? t('reports.masked')} <Button size="small" onClick={() => setAsking(true)}>{t('reports.openIdentity')}</Button></>;
  return (
    <Form layout="vertical" onFinish={({ reason }: { reason: string }) => onOpen(reason)}>
      <Form.Item name="reason" label={t('reports.openReason')} rules={[{ required: true, whitespace: true, message: t('form.required', { name: t('field.reason') }) }]}><Input /></Form.Item>
      <Button size="small" htmlType="submit">{t('reports.openIdentity')}</Button>
    </Form>
  );
}

import { Steps } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Act, Assessment, Remedies, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { ActionBar } from '../kit/ActionBar';
import { Answer } from '../kit/Answer';
import { DueLabel } from '../kit/DueLabel';
import { ClassificationLabel, Marked } from '../kit/Marked';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { Page } from '../kit/Page';
import { PrintButton } from '../kit/PrintButton';
import { ProblemView } from '../kit/ProblemView';
import { AfterDecision, RemediesPanel } from './AfterDecision';
import { CaseFile } from './CaseFile';
import { CaseSide } from './CaseSide';
import { Criteria } from './Criteria';
import { DecisionDrawer } from './DecisionDrawer';
import { canOpen, useCaseOrders } from './orders';
import { StateTag } from './StateTag';

/** What is recorded, what the clauses say to it, and what may be done now. Findings first; a proposal never. */
export function CasePage() {
  const { t } = useText();
  const { id } = useParams();
  const found = useRead<ToleranceCase>('tolerance', `tolerance-cases/${id}`);
  return (
    <Answer query={found}>{(file) => <Page title={`${t('case.title')} ${file.number ?? ''}`} heading={<Heading file={file} />} extra={<PrintButton service="tolerance" what={`tolerance-cases/${file.id}`} />}><Case file={file} /></Page>}</Answer>
  );
}

function Heading({ file }: { file: ToleranceCase }) {
  const { t, label } = useText();
  return (
    <div className="case-head">
      <h1>{t('case.title')}　<span className="case-number">{file.number ?? file.id.slice(-12)}</span></h1>
      <StateTag state={file.state} />
      <DueLabel dueOn={file.dueOn} daysLeft={file.daysLeft} basis={file.dueBasis} />
      <ClassificationLabel level={file.classification} />
      <span className="quiet">{t('case.jurisdiction')}{label('jurisdiction', file.jurisdiction)}</span>
    </div>
  );
}

function Case({ file }: { file: ToleranceCase }) {
  const { t, pick } = useText();
  const acts = useRead<Act[] | { items: Act[] }>('tolerance', `tolerance-cases/${file.id}/acts`);
  const assessment = useRead<Assessment>('tolerance', `tolerance-cases/${file.id}/assessment`);
  const remedies = useRead<Remedies>('tolerance', `tolerance-cases/${file.id}/remedies`);
  const list = Array.isArray(acts.data) ? acts.data : (acts.data?.items ?? []);
  const orders = useCaseOrders(file, assessment.data);
  const [form, setForm] = useState<OrderForm>();
  const [deciding, setDeciding] = useState(false);
  const allowed = (act: string) => list.some((one) => one.act === act && one.allowed);
  const open = (act: string, preset?: string) => (act === 'decision' ? setDeciding(true) : setForm(orders(act, preset)));
  const steps = file.steps ?? [];
  const current = steps.findIndex((step) => step.state === 'current');

  return (
    <Marked>
      {steps.length > 0 && (
        <nav aria-label={t('case.steps')} className="steps">
          <Steps size="small" current={current < 0 ? steps.length : current}
            items={steps.map((step) => ({ title: pick(step.label), content: step.on, status: step.state === 'done' ? 'finish' as const : step.state === 'current' ? 'process' as const : 'wait' as const }))} />
        </nav>
      )}
      <div className="case-columns">
        <div className="case-left"><CaseFile file={file} assessment={assessment.data} /></div>
        <div className="case-middle">
          <AfterDecision file={file} />
          <section className="panel">
            <h2>{t('criteria.title')}</h2>
            <Answer query={assessment}>{(data) => <Criteria file={file} assessment={data} onRecord={allowed('findings') ? (item) => open('findings', item) : undefined} onChoose={allowed('reading-choices') ? (reading) => open('reading-choices', reading) : undefined} />}</Answer>
          </section>
          <RemediesPanel file={file} remedies={remedies} onOtherRule={allowed('other-rules-consulted') ? () => open('other-rules-consulted') : undefined} />
        </div>
        <aside className="case-right"><CaseSide file={file} acts={list} /></aside>
      </div>
      {acts.isError ? <ProblemView problem={acts.error} /> : <ActionBar waiting={acts.isPending} acts={list} opens={canOpen} onAct={(act) => open(act.act)} />}
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
      {deciding && assessment.data && <DecisionDrawer file={file} assessment={assessment.data} onClose={() => setDeciding(false)} />}
    </Marked>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Act, Appeal, Assessment, Remedies, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { Answer } from '../kit/Answer';
import { GroundView } from '../kit/Clauses';
import { Marked } from '../kit/Marked';
import type { OrderForm } from '../kit/OrderDrawer';
import { Page } from '../kit/Page';
import { nameOf } from '../kit/Who';
import { DecisionDrawer } from '../tolerance/DecisionDrawer';
import { StateTag } from '../tolerance/StateTag';

export function AppealPage() {
  const { t } = useText();
  const { id } = useParams();
  const appeal = useRead<Appeal>('tolerance', `appeals/${id}`);
  return <Page title={`${t('appeals.short')} ${id!.slice(-12)}`}><Answer query={appeal}>{(data) => <Marked><View appeal={data} /></Marked>}</Answer></Page>;
}

function View({ appeal }: { appeal: Appeal }) {
  const { t, label, when, pick } = useText();
  const remedies = useRead<Remedies>('tolerance', `tolerance-cases/${appeal.toleranceCase}/remedies`);
  const orders = (act: string): OrderForm | undefined => {
    const base = { title: label('act', `appeal.${act}`), service: 'tolerance' as const, path: `appeals/${appeal.id}/${act}`, version: appeal.version };
    if (act === 'supporting-opinions') {
      return { ...base, note: t('appeals.supportNote'), fields: [{ name: 'text', label: 'field.text', kind: 'area', required: true }] };
    }
    if (act === 'decision') {
      return {
        ...base, note: t('appeals.decisionNote'),
        fields: [
          { name: 'outcome', label: 'field.outcome', kind: 'radio', required: true, choices: ['UPHELD', 'REMITTED'].map((value) => ({ value, label: label('appealOutcome', value) })) },
          { name: 'reasons', label: 'field.reasons', kind: 'area', required: true },
          { name: ['meeting', 'date'], label: 'field.meetingDate', kind: 'date', required: true },
          { name: ['meeting', 'members'], label: 'field.members', kind: 'persons', required: true, jurisdiction: appeal.jurisdiction },
          { name: ['meeting', 'recused'], label: 'field.recusedMembers', kind: 'persons', jurisdiction: appeal.jurisdiction, initial: [] },
          { name: ['meeting', 'minutesNumber'], label: 'field.minutesNumber', kind: 'text', required: true },
        ],
      };
    }
    return undefined;
  };
  return (
    <div className="two-columns">
      <section className="panel">
        <h2>{t('appeals.short')}</h2>
        <div className="result-line"><StateTag family="appealState" state={appeal.state} /></div>
        <dl className="pairs wide">
          <dt>{t('appeals.appellant')}</dt><dd>{nameOf(appeal.appellant)}</dd>
          <dt>{t('appeals.lodged')}</dt><dd>{when(appeal.lodgedOn)}</dd>
          <dt>{t('field.appealText')}</dt><dd>{appeal.text}</dd>
          <dt>{t('case.title')}</dt><dd><Link to={`/tolerance-cases/${appeal.toleranceCase}`}>{appeal.toleranceCase?.slice(-12)}</Link></dd>
        </dl>
        <GroundView ground={appeal.ground} />
        <h3>{t('appeals.opinions')}</h3>
        {appeal.supportingOpinions?.length ? <ul className="plain">{appeal.supportingOpinions.map((opinion, index) => <li key={index}><strong>{nameOf(opinion.from)}</strong><p>{opinion.text}</p><div className="quiet">{when(opinion.on)}</div></li>)}</ul> : <p className="quiet">{t('file.none')}</p>}
        {appeal.decision && <><h3>{t('decision.title')}</h3><p><strong>{label('appealOutcome', appeal.decision.outcome)}</strong>　{appeal.decision.reasons}</p><p className="quiet">{[nameOf(appeal.decision.by), when(appeal.decision.on)].filter(Boolean).join('　')}</p></>}
      </section>
      <div>
        <section className="panel no-print"><h2>{t('acts.bar')}</h2><Acts service="tolerance" path={`appeals/${appeal.id}`} thing="appeal" orders={orders} /><Change appeal={appeal} /></section>
        <section className="panel">
          <h2>{t('remedies.statutory')}</h2>
          <p className="quiet">{t('appeals.noDate')}</p>
          <Answer query={remedies}>{(data) => <ul>{data.statutory?.map((one) => <li key={one.id}>{pick(one.name)}{one.note && <span className="quiet">　{pick(one.note)}</span>}</li>)}</ul>}</Answer>
        </section>
      </div>
    </div>
  );
}

/** A changed decision is a whole decision of the reviewing meeting, with all that a first one carries. */
function Change({ appeal }: { appeal: Appeal }) {
  const { t } = useText();
  const acts = useRead<Act[]>('tolerance', `appeals/${appeal.id}/acts`);
  const [changing, setChanging] = useState(false);
  const file = useRead<ToleranceCase>('tolerance', changing ? `tolerance-cases/${appeal.toleranceCase}` : undefined);
  const assessment = useRead<Assessment>('tolerance', changing ? `tolerance-cases/${appeal.toleranceCase}/assessment` : undefined);
  if (!Array.isArray(acts.data) || !acts.data.some((act) => act.act === 'decision' && act.allowed)) return null;
  return (
    <>
      <Button onClick={() => setChanging(true)} loading={changing && (file.isFetching || assessment.isFetching) && !(file.data && assessment.data)}>{t('appeals.change')}</Button>
      {changing && file.data && assessment.data && <DecisionDrawer file={file.data} assessment={assessment.data} onAppeal={{ id: appeal.id, version: appeal.version }} onClose={() => setChanging(false)} />}
    </>
  );
}

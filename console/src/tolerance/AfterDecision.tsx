import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Problem } from '../api/http';
import type { Effect, Remedies, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses, GroundView, ReadingName } from '../kit/Clauses';
import { Silence } from '../kit/Silence';
import { DemonstrationMark, SupportBadge } from '../kit/SupportBadge';
import { nameOf, namesOf } from '../kit/Who';
import { TaskCard } from '../rectification/TaskCard';

/** What the body decided and what follows from it; nothing while the case is open. */
export function AfterDecision({ file }: { file: ToleranceCase }) {
  const { t, label } = useText();
  return (
    <>
      {file.decision && <section className="panel" id="decision"><h2>{t('decision.title')}</h2><DecisionView file={file} /></section>}
      {file.effects && file.effects.length > 0 && <section className="panel" id="effects"><h2>{t('effects.title')}</h2><Effects effects={file.effects} /></section>}
      {file.duties && file.duties.length > 0 && (
        <section className="panel"><h2>{t('duties.title')}</h2>
          <ul className="plain">{file.duties.map((duty, index) => <li key={index}><strong>{label('duty', duty.kind)}</strong>　{label(duty.reminder ? 'reminderState' : 'dutyState', duty.state)}<GroundView ground={duty.ground} /></li>)}</ul>
        </section>
      )}
      {file.decision?.rectificationTask && <TaskCard id={file.decision.rectificationTask} />}
    </>
  );
}

/** The appeal of the documents where they state one, their silence where they do not, and the statutory remedies by name. */
export function RemediesPanel({ file, remedies, onOtherRule }: { file: ToleranceCase; remedies: UseQueryResult<Remedies, Problem>; onOtherRule?: () => void }) {
  const { t, pick } = useText();
  return (
    <section className="panel">
      <h2>{t('remedies.title')}</h2>
      <Answer query={remedies}>
        {(data) => (
          <>
            {data.appeal && (data.appeal.outcome === 'STATED'
              ? <><p>{pick(data.appeal.text)}</p><GroundView ground={data.appeal.ground} /></>
              : <><Silence value={data.appeal.outcome} rules={data.statutory} />{data.appeal.text && <p className="quiet">{pick(data.appeal.text)}</p>}</>)}
            {data.appeal?.outcome === 'STATED' && data.statutory && data.statutory.length > 0 && (
              <><div className="quiet">{t('remedies.statutory')}</div><ul>{data.statutory.map((one) => <li key={one.id}>{pick(one.name)}{one.note && <span className="quiet">　{pick(one.note)}</span>}</li>)}</ul></>
            )}
            {data.finishedBy
              ? <p>{t('remedies.finished', { rule: data.finishedBy.rule, who: nameOf(data.finishedBy.by) || '—', on: data.finishedBy.on ?? '' })}</p>
              : data.appeal && data.appeal.outcome !== 'STATED' && <p className="quiet">{t('remedies.unfinished')}</p>}
            {onOtherRule && <Button className="no-print" onClick={onOtherRule}>{t('act.other-rules-consulted')}</Button>}
          </>
        )}
      </Answer>
      {file.appeals?.map((appeal) => <p key={appeal}><Link to={`/appeals/${appeal}`}>{t('remedies.appeal')}　{appeal.slice(-12)}</Link></p>)}
    </section>
  );
}

function DecisionView({ file }: { file: ToleranceCase }) {
  const { t, label } = useText();
  const decision = file.decision!;
  return (
    <>
      <p className="decision-line"><strong>{label('outcome', decision.outcome)}</strong>　{decision.subjects?.map((subject) => label('subject', subject)).join('、')}　<span className="quiet">{decision.on}</span></p>
      <dl className="pairs wide">
        {decision.meeting && <><dt>{t('decision.meeting')}</dt><dd>{decision.meeting.date}　{t('field.minutesNumber')} {decision.meeting.minutesNumber ?? '—'}<div>{t('side.members')}：{namesOf(decision.meeting.members)}</div>{decision.meeting.recused && decision.meeting.recused.length > 0 && <div>{t('decision.recused')}：{namesOf(decision.meeting.recused)}</div>}</dd></>}
        {decision.proposedMeasure && <><dt>{t('field.proposedMeasure')}</dt><dd>{decision.proposedMeasure}</dd></>}
        {decision.decidedMeasure && <><dt>{t('field.decidedMeasure')}</dt><dd>{decision.decidedMeasure}</dd></>}
        {decision.reasons && <><dt>{t('field.reasons')}</dt><dd>{decision.reasons}</dd></>}
        {decision.effectGroups && decision.effectGroups.length > 0 && <><dt>{t('decision.groups')}</dt><dd><ul>{decision.effectGroups.map((group) => <li key={group}>{label('effectGroup', group)}</li>)}</ul></dd></>}
        {decision.leftOut && decision.leftOut.length > 0 && <><dt>{t('decision.leftOut')}</dt><dd><ul>{decision.leftOut.map((one) => <li key={one.group}>{label('effectGroup', one.group)}：{one.reason}</li>)}</ul></dd></>}
      </dl>
      <GroundView ground={decision.ground} />
    </>
  );
}

/** Effects with clause, support, and whether they act by themselves or ask a person. */
export function Effects({ effects }: { effects: Effect[] }) {
  const { t, pick, label } = useText();
  return (
    <table className="criteria effects">
      <colgroup><col className="col-effect" /><col className="col-support" /><col /></colgroup>
      <thead><tr><th scope="col">{t('effects.effect')}</th><th scope="col">{t('effects.support')}</th><th scope="col">{t('effects.cause')}</th></tr></thead>
      <tbody>
        {effects.map((effect, index) => (
          <tr key={index} data-effect={effect.kind}>
            <td><strong>{pick(effect.label) || label('effect', effect.kind)}</strong>{effect.note && <div className="quiet">{pick(effect.note)}</div>}<Silence value={effect.value} above={effects[index - 1]?.value} /></td>
            <td><SupportBadge support={effect.support ?? effect.ground?.support} /> <DemonstrationMark ground={effect.ground} /><Clauses clauses={effect.ground?.clauses} empty /></td>
            <td>{effect.acts && label('acts', effect.acts)}<div className="quiet">{t('effects.causedBy')}</div><ReadingName reading={effect.reading} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { BorderOutlined, CheckOutlined, CloseOutlined, LockOutlined, NodeIndexOutlined, QuestionOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AskedReading, AssessedGroup, AssessedItem, Assessment, FindingResult, OutcomePermission, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { Clauses, GroundView, ReadingName, SideBySide } from '../kit/Clauses';
import { Silence } from '../kit/Silence';
import { DemonstrationMark, SupportBadge } from '../kit/SupportBadge';

const RESULT_ICONS: Record<FindingResult, ReactNode> = {
  MET: <CheckOutlined />, GOOD_POLE: <CheckOutlined />, NOT_MET: <CloseOutlined />, BAD_POLE: <CloseOutlined />, NEAR: <NodeIndexOutlined />, MIXED: <SwapOutlined />,
  NOT_RECORDED: <BorderOutlined />,
};

export function ResultMark({ result, kind }: { result: FindingResult; kind: string }) {
  const { label } = useText();
  const special = label(`result.${kind}`, result);
  return (
    <span className={`result result-${result.toLowerCase().replaceAll('_', '-')}`} data-result={result}>
      <span aria-hidden="true">{RESULT_ICONS[result]}</span> {special !== result ? special : label('result', result)}
    </span>
  );
}

/** 判定依据: each clause beside the fact and evidence and what was found, then what a body may decide and what is still asked. */
export function Criteria({ file, assessment, onRecord, onChoose }: {
  file: ToleranceCase; assessment: Assessment; onRecord?: (itemId: string) => void; onChoose?: (reading: string) => void;
}) {
  const { t, pick, label } = useText();
  const items = assessment.groups?.flatMap((group) => group.items.map((item) => ({ item, kind: group.kind }))) ?? [];
  const near = items.filter(({ item }) => item.result === 'NEAR' || item.result === 'NOT_MET' || item.result === 'BAD_POLE');
  return (
    <>
      <p className="quiet">{t('criteria.lead')}</p>
      <Dates assessment={assessment} />
      <table className="criteria">
        <caption className="for-readers">{t('criteria.title')}</caption>
        <colgroup><col className="col-clause" /><col className="col-fact" /><col className="col-result" /></colgroup>
        <thead><tr><th scope="col">{t('criteria.clause')}</th><th scope="col">{t('criteria.evidence')}</th><th scope="col">{t('criteria.result')}</th></tr></thead>
        {assessment.groups?.map((group, index, all) => <Group key={index} group={group} combined={pick(group.combination?.label) !== pick(all[index - 1]?.combination?.label)} file={file} onRecord={onRecord} />)}
      </table>
      {near.length > 0 && (
        <>
          <h3>{t('criteria.near')}</h3>
          <ul className="plain near-list">
            {near.map(({ item, kind }) => <li key={item.itemId}><ResultMark result={item.result} kind={kind} /> <strong>{pick(item.label)}</strong>：{pick(item.why) || t('criteria.noWhy')}</li>)}
          </ul>
        </>
      )}
      {assessment.toJudge && assessment.toJudge.length > 0 && (
        <><h3>{t('criteria.toJudge')}</h3><ul>{assessment.toJudge.map((text, index) => <li key={index}>{pick(text)}</li>)}</ul></>
      )}
      <h3>{t('criteria.outcomes')}</h3>
      <p className="quiet">{t('criteria.outcomesLead')}</p>
      <Outcomes outcomes={assessment.outcomes ?? []} />
      <OnActDay assessment={assessment} />
      {assessment.questions && assessment.questions.length > 0 && (
        <>
          <h3>{t('criteria.readings')}</h3>
          {assessment.questions.map((question, index) => <Asked key={question.reading ?? index} question={question} chosen={file.readingChoices?.find((choice) => choice.reading === question.reading)?.choice} onChoose={onChoose} />)}
        </>
      )}
      <p className="quiet">{t('criteria.rulesVersion')}{assessment.rulesVersion ?? '—'}　{t('criteria.asOf')}{assessment.asOf ?? '—'}　{label('criteria', 'noProposal')}</p>
    </>
  );
}

function Dates({ assessment }: { assessment: Assessment }) {
  const { t } = useText();
  if (!assessment.dates?.length) return null;
  return (
    <ul className="dates">
      {assessment.dates.map((date) => (
        <li key={date.doc}><strong>{date.doc}</strong> {date.effectiveFrom ? t('criteria.from', { day: date.effectiveFrom }) : t('silence.dateUnset')}
          {date.source && <span className="quiet">　{t('criteria.source')}{date.source}</span>} <DemonstrationMark ground={date} /></li>
      ))}
    </ul>
  );
}

/** By which day the rules go is not stated: what the day of the act would give otherwise stands beside the answer. */
function OnActDay({ assessment }: { assessment: Assessment }) {
  const { pick, t } = useText();
  const other = assessment.onActDay;
  if (!other) return null;
  return (
    <section data-act-day={other.happenedOn}>
      <h4>{t('criteria.actDay', { day: other.happenedOn })}</h4>
      <p className="quiet">{pick(other.says)}</p>
      {other.outcomes.length === 0 ? <p>{t('criteria.actDaySame')}</p> : <Outcomes outcomes={other.outcomes} />}
    </section>
  );
}

/** The combination of the test is said with the first of the groups that share it. */
function Group({ group, combined, file, onRecord }: { group: AssessedGroup; combined: boolean; file: ToleranceCase; onRecord?: (itemId: string) => void }) {
  const { pick, t } = useText();
  return (
    <tbody>
      <tr className="group-row">
        <th colSpan={3} scope="rowgroup">
          {pick(group.label)}
          {combined && group.combination && <span className="combination">{pick(group.combination.label)} <Silence value={group.combination.value} /><GroundView ground={group.combination.ground} /></span>}
        </th>
      </tr>
      {group.items.map((item) => <Row key={item.itemId} item={item} kind={group.kind} file={file} onRecord={onRecord} recordLabel={t('criteria.record')} />)}
    </tbody>
  );
}

function Row({ item, kind, file, onRecord, recordLabel }: { item: AssessedItem; kind: string; file: ToleranceCase; onRecord?: (itemId: string) => void; recordLabel: string }) {
  const { pick, t } = useText();
  const evidence = item.evidence?.length ? item.evidence : file.findings?.findLast((finding) => finding.itemId === item.itemId)?.evidence;
  return (
    <tr data-item={item.itemId}>
      <td><strong>{pick(item.label)}</strong><Clauses clauses={item.clauses} /></td>
      <td>{evidence?.length ? <ul className="evidence">{evidence.map((one, index) => <li key={index}>{one}</li>)}</ul> : <span className="quiet">{t('criteria.noEvidence')}</span>}</td>
      <td>
        <div className="result-line"><ResultMark result={item.result} kind={kind} /> <SupportBadge support={item.support} /></div>
        {item.why && <div className="why">{pick(item.why)}</div>}
        <ReadingName reading={item.reading} />
        {onRecord && <Button size="small" className="no-print" onClick={() => onRecord(item.itemId)} aria-label={`${recordLabel} ${pick(item.label)}`}>{recordLabel}</Button>}
      </td>
    </tr>
  );
}

const LONG = 100;

/** A reason; what is much longer than a sentence is folded after its beginning. */
function Why({ text }: { text: string }) {
  return text.length > LONG ? <details className="why-long"><summary>{text.slice(0, LONG / 2)}……</summary>{text}</details> : <>{text}</>;
}

const PERMISSION_ICONS: Record<string, ReactNode> = { ALLOWED: <CheckOutlined />, REFUSED_BY_RULE: <LockOutlined /> };

function Outcomes({ outcomes }: { outcomes: OutcomePermission[] }) {
  const { pick, label, t } = useText();
  if (outcomes.length === 0) return <p className="quiet">{t('criteria.noOutcomes')}</p>;
  return (
    <table className="criteria outcomes">
      <colgroup><col className="col-outcome" /><col className="col-permission" /><col /></colgroup>
      <thead><tr><th scope="col">{t('criteria.outcome')}</th><th scope="col">{t('criteria.permission')}</th><th scope="col">{t('criteria.why')}</th></tr></thead>
      <tbody>
        {outcomes.map((outcome, index) => (
          <tr key={index} data-outcome={outcome.outcome} data-permission={outcome.permission}>
            <td><strong>{pick(outcome.label)}</strong>{outcome.subject && <div className="quiet">{label('subject', outcome.subject)}</div>}</td>
            <td><span className={`permission permission-${outcome.permission.toLowerCase().replaceAll('_', '-')}`}><span aria-hidden="true">{PERMISSION_ICONS[outcome.permission] ?? <QuestionOutlined />}</span> {label('permission', outcome.permission)}</span> <div><SupportBadge support={outcome.support} /></div></td>
            <td>{index > 0 && pick(outcome.why).length > LONG && pick(outcome.why) === pick(outcomes[index - 1]!.why) ? <span className="quiet">{t('criteria.sameWhy')}</span> : <Why text={pick(outcome.why)} />}<Clauses clauses={outcome.clauses} /><ReadingName reading={outcome.reading} /><Silence value={outcome.permission} above={outcomes[index - 1]?.permission} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Asked({ question, chosen, onChoose }: { question: AskedReading; chosen: string | undefined; onChoose?: (reading: string) => void }) {
  const { pick, t } = useText();
  const own = question.ownClauses ?? question.clauses?.slice(0, 1);
  const upper = question.upperClauses ?? question.clauses?.slice(1);
  const taken = question.choices?.find((choice) => choice.id === chosen);
  return (
    <section className="asked" aria-label={t('criteria.readings')}>
      <p className="question-text">{pick(question.question)}</p>
      <SideBySide own={own} upper={upper} />
      {question.choices && question.choices.length > 0 && <><div className="quiet">{t('criteria.choices')}</div><ul>{question.choices.map((choice) => <li key={choice.id}>{pick(choice.label ?? choice.text)}</li>)}</ul></>}
      {chosen
        ? <p><strong>{t('criteria.chosen')}{pick(taken?.label ?? taken?.text) || chosen}</strong></p>
        : onChoose && question.reading && <Button size="small" className="no-print" onClick={() => onChoose(question.reading!)}>{t('criteria.choose')}</Button>}
    </section>
  );
}

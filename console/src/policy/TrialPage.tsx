import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import { order, Problem, submitKey } from '../api/http';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { useAccount } from '../session/session';
import { DayPicker, Holds, Parameters, PlaceSelect } from './parts';
import { PolicyFrame } from './PolicyFrame';
import { SupportBadge } from '../kit/SupportBadge';
import type { Inputs, Question, Trial, TrialLine } from './types';

interface Facts { numbers: Record<string, number>; dates: Record<string, string>; holds: string[]; fails: string[]; chosen: string[]; near?: string[]; selected?: Record<string, string[]>; actOn?: string }
const NOTHING: Facts = { numbers: {}, dates: {}, holds: [], fails: [], chosen: [] };

function factsOf(text: string | null): Facts {
  try {
    return { ...NOTHING, ...(text ? JSON.parse(text) as Partial<Facts> : {}) };
  } catch {
    return NOTHING;
  }
}

/** What would hold for a place, a day and these facts. Everything asked is in the address, so a trial can be handed on; nothing is recorded. */
export function TrialPage() {
  const { t, pick, label } = useText();
  const account = useAccount();
  const [search, setSearch] = useSearchParams();
  const question = search.get('question') ?? undefined;
  const jurisdiction = search.get('jurisdiction') ?? account.jurisdiction;
  const asOf = search.get('asOf') ?? undefined;
  const given = search.get('given');
  const questions = useRead<Listing<Question>>('assessment', 'policy/questions?trials=true');
  const place = new URLSearchParams({ jurisdiction, ...(asOf ? { asOf } : {}) });
  const inputs = useRead<Inputs>('assessment', question ? `policy/questions/${encodeURIComponent(question)}/inputs?${place}` : undefined);
  const show = (next: Record<string, string | undefined>) =>
    setSearch(Object.fromEntries(Object.entries({ question, jurisdiction, asOf, given: undefined, ...next }).filter((pair): pair is [string, string] => pair[1] !== undefined)), { replace: true });
  return (
    <PolicyFrame title={t('rules.nav.trial')} lead={t('rules.trial.lead')}>
      <section className="panel">
        <div className="finder">
          <label htmlFor="trial-question">{t('rules.question')}</label>
          <Select id="trial-question" className="finder-wide" showSearch={{ optionFilterProp: 'label' }} value={question} placeholder={t('rules.trial.choose')} onChange={(value) => show({ question: value })} popupMatchSelectWidth={false}
            options={questions.data?.items.map((one) => ({ value: one.id, label: `${label('ruleGroup', one.group)} · ${pick(one.title)}` }))} />
          <label htmlFor="trial-place">{t('cases.jurisdiction')}</label><PlaceSelect id="trial-place" value={jurisdiction} onChange={(value) => show({ jurisdiction: value })} />
          <label htmlFor="trial-day">{t('rules.asOf')}</label><DayPicker id="trial-day" value={asOf} onChange={(day) => show({ asOf: day })} />
        </div>
        {question && <Answer query={inputs}>{(asked) => <FactsForm key={`${question} ${place} ${given}`} asked={asked} start={factsOf(given)} onTry={(facts) => show({ given: JSON.stringify(facts) })} />}</Answer>}
      </section>
      {question && given !== null && <Result question={question} jurisdiction={jurisdiction} asOf={asOf} given={given} />}
    </PolicyFrame>
  );
}

function FactsForm({ asked, start, onTry }: { asked: Inputs; start: Facts; onTry: (facts: Facts) => void }) {
  const { t, pick, label } = useText();
  const [facts, setFacts] = useState(start);
  const finding = (id: string) => (facts.holds.includes(id) ? 'holds' : facts.fails.includes(id) ? 'fails' : facts.near?.includes(id) ? 'near' : 'open');
  const found = (list: string[], id: string, is: boolean) => (is ? [...list.filter((one) => one !== id), id] : list.filter((one) => one !== id));
  const find = (id: string, value: string) => setFacts({
    ...facts, holds: found(facts.holds, id, value === 'holds'), fails: found(facts.fails, id, value === 'fails'),
    ...(asked.nearly ? { near: found(facts.near ?? [], id, value === 'near') } : {}),
  });
  const results = asked.nearly ? ['holds', 'near', 'fails', 'open'] : ['holds', 'fails', 'open'];
  const without = <V,>(pairs: Record<string, V>, name: string, value: V | null | undefined) => Object.fromEntries([...Object.entries(pairs).filter(([one]) => one !== name), ...(value === null || value === undefined ? [] : [[name, value]])]) as Record<string, V>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); onTry(facts); }}>
      {asked.decides ? <p className="quiet">{t('rules.trial.facts')}</p> : <p className="quiet">{t('rules.trial.noForm')}</p>}
      <dl className="pairs wide trial-facts">
        {asked.numbers.map((name) => [<dt key={name}><label htmlFor={`number-${name}`}>{label('given', name)}</label></dt>,
          <dd key={`${name}-value`}><InputNumber id={`number-${name}`} min={0} value={facts.numbers[name] ?? null} onChange={(value) => setFacts({ ...facts, numbers: without(facts.numbers, name, value) })} /></dd>])}
        {asked.dates.map((name) => [<dt key={name}><label htmlFor={`date-${name}`}>{label('given', name)}</label></dt>,
          <dd key={`${name}-value`}><DayPicker id={`date-${name}`} value={facts.dates[name]} onChange={(value) => setFacts({ ...facts, dates: without(facts.dates, name, value) })} /></dd>])}
        {asked.findings.map((one) => [<dt key={one.id} id={`finding-${one.id}`}>{pick(one.label)}</dt>,
          <dd key={`${one.id}-value`}><Radio.Group aria-labelledby={`finding-${one.id}`} value={finding(one.id)} onChange={(event) => find(one.id, event.target.value as string)} options={results.map((value) => ({ value, label: label('found', value) }))} /></dd>])}
        {asked.selects?.map((list) => [<dt key={list.id}><label htmlFor={`select-${list.id}`}>{pick(list.label)}</label></dt>,
          <dd key={`${list.id}-value`}><Select id={`select-${list.id}`} {...(list.several ? { mode: 'multiple' as const } : { allowClear: true })} style={{ minWidth: 320 }} popupMatchSelectWidth={false}
            value={list.several ? facts.selected?.[list.id] ?? [] : facts.selected?.[list.id]?.[0] as never} onChange={(chosen: string | string[] | undefined) => setFacts({ ...facts, selected: selection(facts, list.id, chosen) })}
            options={list.options.map((one) => ({ value: one.id, label: pick(one.label) }))} /></dd>])}
        {asked.choices.length > 0 && [<dt key="choices"><label htmlFor="trial-choices">{t('rules.trial.measures')}</label></dt>,
          <dd key="choices-value"><Select id="trial-choices" mode="multiple" style={{ minWidth: 320 }} value={facts.chosen} onChange={(chosen) => setFacts({ ...facts, chosen })} options={asked.choices.map((one) => ({ value: one.id, label: pick(one.label) }))} /></dd>]}
        <dt><label htmlFor="trial-act">{t('rules.trial.actOn')}</label></dt><dd><DayPicker id="trial-act" value={facts.actOn} onChange={(day) => setFacts(dated(facts, day))} /></dd>
      </dl>
      <Button type="primary" htmlType="submit">{t('rules.trial.try')}</Button>
    </form>
  );
}

function selection(facts: Facts, list: string, chosen: string | string[] | undefined): Record<string, string[]> {
  const others = Object.fromEntries(Object.entries(facts.selected ?? {}).filter(([one]) => one !== list));
  const now = chosen === undefined ? [] : [chosen].flat();
  return now.length > 0 ? { ...others, [list]: now } : others;
}

function dated(facts: Facts, day: string | undefined): Facts {
  const others = { ...facts };
  delete others.actOn;
  return day ? { ...others, actOn: day } : others;
}

function Result({ question, jurisdiction, asOf, given }: { question: string; jurisdiction: string; asOf: string | undefined; given: string }) {
  const { t, pick, label } = useText();
  const trial = useQuery<Trial, Problem>({
    queryKey: ['trial', question, jurisdiction, asOf, given],
    queryFn: async () => await order('assessment', 'policy/evaluations', { question, jurisdiction, asOf, ...factsOf(given) }, submitKey()) as unknown as Trial,
  });
  return (
    <section className="panel chosen" aria-live="polite" data-testid="trial-result">
      <h2>{t('rules.trial.result')}</h2>
      <Answer query={trial}>
        {(answer) => (
          <>
            {answer.verdict && <p><strong className={`result result-${answer.verdict === 'MET' ? 'met' : answer.verdict === 'NOT_MET' ? 'not-met' : 'near'}`} data-verdict={answer.verdict}>{answer.says ? pick(answer.says) : label('verdict', answer.verdict)}</strong>　{t(answer.actsByItself ? 'rules.trial.itself' : 'rules.trial.person')}{answer.exceptionAllowed && `　${t('rules.trial.exception')}`}</p>}
            <h3>{pick(answer.title)}</h3>
            {answer.days && <p className="quiet" data-testid="trial-days">{pick(answer.days.says)}　{t(answer.days.differ ? 'rules.trial.daysDiffer' : 'rules.trial.daysSame')}</p>}
            {(answer.lines?.length ?? 0) > 0 && answer.says && <p>{pick(answer.says)}</p>}
            <Lines lines={answer.lines ?? []} />
            <Holds held={answer.answer} title={answer.title} />
            {answer.days?.other && <><h3>{t('rules.trial.otherDay', { day: answer.days.other.answer.asOf })}</h3>{answer.days.other.says && <p>{pick(answer.days.other.says)}</p>}<Lines lines={answer.days.other.lines} /><Holds held={answer.days.other.answer} title={answer.title} /></>}
            <Parameters parameters={answer.parameters} />
            <h3>{t('rules.trace')}</h3>
            {answer.trace.checks.length > 0 && <ul className="plain">{answer.trace.checks.map((check, index) => <li key={index}><span className="tag">{label('verdict', check.verdict)}</span> {pick(check.why)}<Clauses clauses={check.clauses} /></li>)}</ul>}
            {answer.trace.leftToPerson.length > 0 && <><h4>{t('criteria.toJudge')}</h4><ul>{answer.trace.leftToPerson.map((one, index) => <li key={index}>{named(pick(one), (name) => label('given', name))}</li>)}</ul></>}
            <h4>{t('rules.path')}</h4>
            <ol>{answer.answer.path.map((level) => <li key={level.doc}>{level.doc}　{label('jurisdiction', level.jurisdiction)}：{level.answer === 'STATED' ? pick(level.says) : label('levelAnswer', level.answer)}　<span className="quiet">{label('force', level.force)}{level.effectiveFrom && `　${t('criteria.from', { day: level.effectiveFrom })}`}{level.dateSource && `　${t('criteria.source')}${level.dateSource}`}</span></li>)}</ol>
            <p className="quiet">{t('criteria.asOf')}{answer.trace.asOf}　{t('criteria.rulesVersion')}<code>{answer.trace.rulesVersion}</code>　{answer.trace.rules.map((rule) => <code key={rule}> {rule}</code>)}</p>
          </>
        )}
      </Answer>
    </section>
  );
}

/** The parts of an answer: each with its result, why, by which clauses and with what support. */
function Lines({ lines }: { lines: TrialLine[] }) {
  const { pick } = useText();
  if (lines.length === 0) return null;
  return (
    <ul className="plain">
      {lines.map((line, index) => (
        <li key={index}><strong>{pick(line.about)}</strong>　<span className="tag">{pick(line.result)}</span> {line.support && <SupportBadge support={line.support} />} {pick(line.says)}<Clauses clauses={line.clauses} />
          {line.nationalRules.length > 0 && <p className="quiet">{line.nationalRules.map((rule) => pick(rule.name)).join(' · ')}</p>}</li>
      ))}
    </ul>
  );
}

/** Names of facts in a sentence, in the reader's words. */
function named(text: string, word: (name: string) => string): string {
  return text.replace(/(?<=[：:]\s?)[a-z]+$/, word);
}

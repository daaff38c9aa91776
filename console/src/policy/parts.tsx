import { DatePicker, Select, Timeline } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import type { Text } from '../api/types';
import { useText } from '../i18n/text';
import { Clauses } from '../kit/Clauses';
import { Silence } from '../kit/Silence';
import { DemonstrationMark, SupportBadge } from '../kit/SupportBadge';
import { useAccount } from '../session/session';
import type { Held, Mechanism, Parameter, Period } from './types';

export const PLACES = ['000000', '370000', '371000', '340000', '520000'] as const;

export function PlaceSelect({ id, value, onChange }: { id: string; value: string; onChange: (place: string) => void }) {
  const { label } = useText();
  const known: string[] = PLACES.includes(value as (typeof PLACES)[number]) ? [...PLACES] : [value, ...PLACES];
  return <Select id={id} value={value} onChange={onChange} style={{ minWidth: 140 }} options={known.map((place) => ({ value: place, label: label('jurisdiction', place) }))} />;
}

/** The place that a page is about, kept in its address; the own one where none is named. */
export function usePlace(id: string) {
  const { t } = useText();
  const account = useAccount();
  const [search, setSearch] = useSearchParams();
  const place = search.get('jurisdiction') ?? account.jurisdiction;
  return { place, finder: <div className="finder"><label htmlFor={id}>{t('cases.jurisdiction')}</label><PlaceSelect id={id} value={place} onChange={(next) => setSearch({ jurisdiction: next }, { replace: true })} /></div> };
}

/** How strongly a rule says it; nothing where it does not say. */
export function ModalTag({ modal }: { modal: string | null | undefined }) {
  const { label } = useText();
  return modal && modal !== 'NONE' ? <span className="tag">{label('modal', modal)}</span> : null;
}

export function DayPicker({ id, value, onChange }: { id: string; value: string | undefined; onChange: (day: string | undefined) => void }) {
  const { t } = useText();
  return <DatePicker id={id} format="YYYY-MM-DD" placeholder={t('rules.today')} value={value ? dayjs(value) : null} onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)} />;
}

/** What a value of a pack names instead of a number. */
export function tokens(value: string | null | undefined): string[] {
  return (value ?? '').split(',').map((one) => one.trim()).filter(Boolean);
}

/** What a parameter says in one stretch of days: its value with its unit, or that the text gives none. */
export function Amount({ parameter, period }: { parameter: Parameter; period: Period }) {
  const { t, pick, label } = useText();
  const { kind, text } = period.value;
  const { generally, bound, unit } = period.stated ?? parameter;
  // a rule outside the documents may name matters instead of a number
  const names = period.value.names ?? (parameter.pack && /[A-Z]{2}/.test(text) ? tokens(text).map((one) => label('packValue', one)) : undefined);
  if (kind === 'UNSET' || kind === 'LOST') return <span className="quiet" data-value={kind}>{t(kind === 'UNSET' ? 'rules.valueUnset' : 'rules.valueLost')}</span>;
  return (
    <span data-value={kind}>
      {generally && `${t('rules.generally')} `}
      {kind === 'NAMES' || names ? (names ?? [text]).join(t('list.separator')) : <><strong>{!['EXACTLY', 'EXACT'].includes(bound) && `${label('bound', bound)} `}{text}</strong>（{pick(unit)}）</>}
    </span>
  );
}

/** Since when a value holds, and who says so. */
function Since({ period }: { period: Period }) {
  const { t } = useText();
  return (
    <span>
      {period.from ? t('criteria.from', { day: period.from }) : t('silence.dateUnset')}{period.until && t('packs.until', { day: period.until })} <DemonstrationMark ground={period} />
      {period.source && <span className="quiet block">{t('criteria.source')}{period.source}</span>}
    </span>
  );
}

/** A parameter's values over time, the newest last: one as a line, several as a line of time. */
export function Periods({ parameter }: { parameter: Parameter }) {
  const restated = parameter.restated ?? [];
  const several = parameter.periods.length + restated.length > 1;
  const line = (period: Period) => <><Amount parameter={parameter} period={period} />{several && period.stated && <Clauses clauses={[period.stated.clause]} />}<div className="quiet"><Since period={period} /></div></>;
  if (!several) return <>{parameter.periods.map((period, index) => <div key={index}>{line(period)}</div>)}</>;
  return <Timeline className="periods" items={[...parameter.periods.map((period) => ({ content: line(period) })), ...restated.map((one) => ({ content: <Restated one={one} /> }))]} />;
}

/** New words of the rule that a number stands in: whether the number moved is read there. */
function Restated({ one }: { one: NonNullable<Parameter['restated']>[number] }) {
  const { t, pick } = useText();
  return <>{t('rules.restated')}{pick(one.says)}<Clauses clauses={one.clauses} /><div className="quiet">{t('criteria.from', { day: one.from })}　{t('criteria.source')}{one.source}</div></>;
}

/** Numbers with their units; `plain` where clause and place stand beside them already. */
export function Parameters({ parameters, plain }: { parameters: Parameter[]; plain?: boolean }) {
  const { label } = useText();
  if (!parameters.length) return null;
  const line = (parameter: Parameter, period: Period) => <><Amount parameter={parameter} period={period} />{parameter.periods.length > 1 && <div className="quiet"><Since period={period} /></div>}</>;
  if (plain) return <ul className="plain parameters">{parameters.map((parameter) => parameter.periods.map((period, index) => <li key={`${parameter.id} ${index}`} data-parameter={parameter.id}>{line(parameter, period)}</li>))}</ul>;
  return (
    <ul className="plain parameters">
      {parameters.map((parameter) => parameter.periods.map((period, index) => (
        <li key={`${parameter.id} ${index}`}><code>{parameter.id}</code> <span className="tag">{label('jurisdiction', parameter.jurisdiction)}</span><div>{line(parameter, period)}</div></li>
      )))}
    </ul>
  );
}

export function Mechanisms({ mechanisms }: { mechanisms: Mechanism[] }) {
  const { pick, label } = useText();
  return (
    <ul className="plain">
      {mechanisms.map((one) => <li key={one.id}><Link to={`/policy/mechanisms/${one.id}`}><code>{one.id}</code> {pick(one.title)}</Link><span className="tag">{label('ruleKind', one.kind)}</span></li>)}
    </ul>
  );
}

/** A reading that nobody registered names its question by the key; readers know it by its title. */
function titled(question: string, key: string, title: string | undefined): string {
  return title ? question.replace(key, title) : question;
}

/** What holds in a place on a day: with its support, or the silence with the rules that may apply. Never a no. */
export function Holds({ held, title, plain, rulesElsewhere }: { held: Held; title?: Text; plain?: boolean; rulesElsewhere?: boolean }) {
  const { t, pick } = useText();
  const asked = titled(pick(held.reading?.question), held.question, title && pick(title));
  if (held.outcome !== 'STATED') {
    return <div data-outcome={held.outcome}>{(held.outcome === 'LOST' || held.outcome === 'UNSET') && <p>{pick(held.says)}</p>}<Silence value={held.outcome} rules={held.nationalRules} elsewhere={rulesElsewhere} /></div>;
  }
  return (
    <div data-outcome="STATED">
      <SupportBadge support={held.support} /> <DemonstrationMark ground={held} />
      {!plain && <p>{pick(held.says)}</p>}
      {!plain && <Clauses clauses={held.clauses} />}
      {held.reading && !held.reading.confirmed && <p className="quiet">{t('rules.readingOpen')}{asked}</p>}
      {held.reading?.confirmed && <p className="quiet"><span data-reading={held.reading.id}>{t('rules.readingConfirmed')}{asked}</span> <DemonstrationMark ground={held.reading} /></p>}
    </div>
  );
}

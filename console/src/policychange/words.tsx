import { useRead } from '../api/hooks';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Clauses } from '../kit/Clauses';
import { DOCUMENTS } from '../policy/ClausesPage';
import { ModalTag, Periods, tokens } from '../policy/parts';
import type { DocumentClauses, Parameter, Rule } from '../policy/types';
import type { ChangeItem, Pack, PackParameter, PackValue } from './types';

/** What the packs' parameters name instead of a number. */
export const PACK_VALUES = [
  'TALK_OR_LETTER', 'PRELIMINARY_VERIFICATION', 'KEPT_FOR_LATER', 'CLOSED', 'IN_PERSON', 'MEETING', 'CIRCULAR', 'VERIFYING_BODY', 'CLEAR_FACTS', 'RESTORE_NAME', 'REMOVE_INFLUENCE',
  'RANGE_OF_THE_PUBLISHED_DECISION', 'NOT_SUSPENDED', 'POST', 'RANK', 'LEVEL', 'TOLD', 'HEARD', 'CHECKED', 'RECORDED', 'DAY_OF_DECISION', 'FORCE_MAJEURE', 'CORRECTED_IN_TIME',
  'BY_SUPERIOR_OR_ON_ITS_ORDER', 'CLEAR_OBJECTION', 'RESERVATION', 'FILES', 'REPORTED_MATTERS', 'DISCIPLINE_OPINION', 'VERIFIABLE_REPORTS', 'ADMONITION', 'ORGANISATIONAL_HANDLING', 'SANCTION',
] as const;
export const UNITS = ['YEARS', 'MONTHS', 'CALENDAR_DAYS', 'WORKING_DAYS', 'TIMES', 'PERSONS', 'SHARE', 'TOKENS'] as const;

/** A value with its unit; what is no number is named in words. */
export function ValueWords({ value, unit }: { value: string; unit: string }) {
  const { t, label } = useText();
  return unit === 'TOKENS' ? <>{tokens(value).map((one) => label('packValue', one)).join(t('list.separator'))}</> : <><strong>{value}</strong> {label('unit', unit)}</>;
}

/** Since when a pack's value is known to hold; where only the year of the rule was seen, that is what is said. */
export function SinceWords({ value }: { value: PackValue }) {
  const { t } = useText();
  return <>{value.since ? t('criteria.from', { day: value.since }) : t('packs.yearOnly', { year: value.year })}{value.until && t('packs.until', { day: value.until })}</>;
}

/** The values of a pack's parameter as they are, each with its day. */
export function ValuesNow({ values }: { values: PackValue[] }) {
  return <>{values.map((value, index) => <div key={index}><ValueWords value={value.value} unit={value.unit} />　<span className="quiet"><SinceWords value={value} /></span></div>)}</>;
}

export function usePacks(jurisdiction: string | undefined) {
  return useRead<Listing<Pack>>('assessment', jurisdiction && `policy/packs?jurisdiction=${encodeURIComponent(jurisdiction)}`);
}

export function documentOf(jurisdiction: string): string | undefined {
  return Object.keys(DOCUMENTS).find((code) => DOCUMENTS[code] === jurisdiction);
}

/** What is known of what a change names: its packs, and the rules and numbers of its place's document. */
export function useKnown(jurisdiction: string, items: ChangeItem[]) {
  const code = items.some((item) => item.kind === 'RULE') ? documentOf(jurisdiction) : undefined;
  const packs = usePacks(items.some((item) => item.kind === 'PACK' || item.kind === 'PARAMETER') ? jurisdiction : undefined);
  const amounts = useRead<Listing<Parameter>>('assessment', items.some((item) => item.kind === 'AMOUNT') ? 'policy/parameters' : undefined);
  const clauses = useRead<DocumentClauses>('assessment', code && `policy/documents/${encodeURIComponent(code)}/clauses`);
  return {
    pack: (id: string): Pack | undefined => packs.data?.items.find((pack) => pack.id === id),
    parameter: (id: string): PackParameter | undefined => packs.data?.items.flatMap((pack) => pack.parameters).find((parameter) => parameter.id === id),
    amount: (id: string): Parameter | undefined => amounts.data?.items.find((one) => one.id === id),
    rule: (id: string): Rule | undefined => clauses.data?.clauses.flatMap((clause) => clause.rules).find((rule) => rule.id === id),
  };
}

type Known = ReturnType<typeof useKnown>;

/** The name of what an item changes. */
function useItemName(known: Known): (item: ChangeItem) => string {
  const { t, pick, label } = useText();
  return (item) => {
    switch (item.kind) {
      case 'PACK': return t(item.on ? 'change.packOn' : 'change.packOff', { name: pick(known.pack(item.target)?.name) || '……' });
      case 'PARAMETER': {
        const parameter = known.parameter(item.target);
        return parameter ? `${parameter.rule} ${parameter.article}：${pick(parameter.name)}` : '……';
      }
      case 'AMOUNT': return `${pick(known.amount(item.target)?.title) || '……'}（${item.target}）`;
      case 'RULE': return t('change.ruleOf', { place: label('jurisdiction', item.jurisdiction) });
    }
  };
}

/** The value that a document's parameter would have. */
function AmountThen({ item, parameter }: { item: ChangeItem; parameter: Parameter | undefined }) {
  const { t, pick, label } = useText();
  if (item.values && item.values.length > 0) return <strong>{item.values.join(t('list.separator'))}</strong>;
  if (item.value === 'UNSET') return <strong>{t('rules.valueUnset')}</strong>;
  const unit = parameter?.givenIn?.find((one) => one.id === item.unit)?.label;
  return <>{item.generally && `${t('rules.generally')} `}<strong>{item.bound && item.bound !== 'EXACTLY' && `${label('bound', item.bound)} `}{item.value}</strong>{unit && `（${pick(unit)}）`}</>;
}

/** An item before it is published: as it is now, beside what it would be. */
export function ItemView({ item, known, published }: { item: ChangeItem; known: Known; published: boolean }) {
  const { t, pick, label } = useText();
  const name = useItemName(known);
  const pack = item.kind === 'PACK' ? known.pack(item.target) : undefined;
  const parameter = item.kind === 'PARAMETER' ? known.parameter(item.target) : undefined;
  const amount = item.kind === 'AMOUNT' ? known.amount(item.target) : undefined;
  const rule = item.kind === 'RULE' ? known.rule(item.target) : undefined;
  return (
    <article className="change-item" data-item={item.target}>
      <h3>{label('itemKind', item.kind)}：{name(item)}</h3>
      <dl className="pairs wide">
        {!published && item.kind === 'PACK' && <><dt>{t('change.now')}</dt><dd>{pack && label('packState', pack.state)}</dd></>}
        {!published && parameter && <><dt>{t('change.now')}</dt><dd><ValuesNow values={parameter.values} /></dd></>}
        {!published && rule && <><dt>{t('change.now')}</dt><dd>{rule.answer === 'STATED' ? pick(rule.says) : label('levelAnswer', rule.answer)}<Clauses clauses={rule.clauses} /></dd></>}
        {!published && amount && <><dt>{t('change.now')}</dt><dd><Periods parameter={amount} />{amount.periods.length < 2 && <Clauses clauses={[amount.clause]} />}</dd></>}
        {item.kind === 'AMOUNT' && <><dt>{t('change.then')}</dt><dd><AmountThen item={item} parameter={amount} /><Clauses clauses={item.clauses} /></dd></>}
        {item.kind === 'PARAMETER' && item.value && item.unit && <><dt>{t('change.then')}</dt><dd><ValueWords value={item.value} unit={item.unit} /></dd></>}
        {item.kind === 'RULE' && <><dt>{t('change.then')}</dt><dd>{item.answer && item.answer !== 'STATED' && <strong>{label('ruleAnswer', item.answer)}　</strong>}{pick({ zh: item.saysZh ?? '', en: item.saysEn ?? '' })}<ModalTag modal={item.modal} />
          {item.values && item.values.length > 0 && <div className="quiet">{t('change.values')}：{item.values.map((one) => label('ruleValue', one)).join(t('list.separator'))}</div>}
          <Clauses clauses={item.clauses} /></dd></>}
        <dt>{t('change.from')}</dt><dd>{t('criteria.from', { day: item.from })}</dd>
        <dt>{t(item.kind === 'PACK' ? 'field.reason' : 'field.source')}</dt><dd>{item.basis}</dd>
      </dl>
    </article>
  );
}

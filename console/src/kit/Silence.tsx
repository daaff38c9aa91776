import { InfoCircleOutlined } from '@ant-design/icons';
import type { StatedValue, Text } from '../api/types';
import { useText, type Key } from '../i18n/text';

/** National rules that an installation knows by name; their text is not applied by the platform. */
export const NATIONAL_RULES: readonly Key[] = ['national.civilServants', 'national.supervision', 'national.sanctions', 'national.accountability', 'national.letters'];

const TEXTS: Record<Exclude<StatedValue, 'STATED'>, Key> = {
  NOT_STATED: 'silence.NOT_STATED', LOST: 'silence.LOST', UNSET: 'silence.UNSET', UNDEFINED: 'silence.UNDEFINED',
};

/**
 * What the documents leave silent: said as silence, with the national rules that may apply, by name. Where the line above in the same table
 * says the same, or where they stand elsewhere on the page, the rules are not listed a second time.
 */
export function Silence({ value, rules, above, elsewhere }: { value: StatedValue | string | undefined; rules?: { name: Text; note?: Text }[]; above?: StatedValue | string | undefined; elsewhere?: boolean }) {
  const { t, pick } = useText();
  if (!value || value === 'STATED' || !(value in TEXTS)) return null;
  return (
    <div className="silence" data-value={value}>
      <div><InfoCircleOutlined aria-hidden="true" /> <strong>{t(TEXTS[value as keyof typeof TEXTS])}</strong></div>
      {elsewhere ? null : above === value && !rules?.length ? <div className="quiet">{t('silence.rulesAbove')}</div> : <div className="quiet">{t('silence.rules')}{!rules?.length && NATIONAL_RULES.map((key) => t(key)).join(t('list.separator'))}</div>}
      {!elsewhere && rules && rules.length > 0 && <ul>{rules.map((rule, index) => <li key={index}>{pick(rule.name)}{rule.note && <span className="quiet">　{pick(rule.note)}</span>}</li>)}</ul>}
    </div>
  );
}

/** The national rules that may apply, by name, in one line. */
export function NationalRules({ rules }: { rules: { name: Text; note?: Text }[] }) {
  const { t, pick } = useText();
  return <>{rules.length ? rules.map((rule) => pick(rule.name) + (rule.note ? ` ${pick(rule.note)}` : '')).join(t('list.separator')) : NATIONAL_RULES.map((key) => t(key)).join(t('list.separator'))}</>;
}

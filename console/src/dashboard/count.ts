import { useText } from '../i18n/text';

/** A suppressed cell is said to be under five, not shown as nought. */
export function useCount() {
  const { t } = useText();
  return (value: number | null | undefined, suppressed: boolean | undefined) => (value === null || value === undefined ? (suppressed === false ? '—' : t('dashboard.suppressed')) : String(value));
}

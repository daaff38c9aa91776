import { useText } from '../i18n/text';
import type { Choice } from './fields';

/** 处理措施 in the order of their weight, three families that are never one word. */
export const MEASURES = ['REMINDER_TALK', 'CRITICISM', 'ORDERED_REVIEW', 'ADMONITION', 'CIRCULAR', 'ORGANISATIONAL_ADJUSTMENT', 'ORGANISATIONAL_MEASURE', 'PARTY_SANCTION', 'ADMINISTRATIVE_SANCTION'];

export function useMeasures(): Choice[] {
  const { label } = useText();
  return MEASURES.map((value) => ({ value, label: label('measure', value) }));
}

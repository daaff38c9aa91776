import type { Ordering } from '../api/hooks';
import { useText } from '../i18n/text';
import type { Field } from './fields';
import type { Values } from './OrderDrawer';

/** Fields that name a recorded fact or describe a new one; the first recorder makes it. */
export function useFactFields(): Field[] {
  const { t } = useText();
  const isNew = (values: Values) => values.factFrom === 'new';
  return [
    { name: 'factFrom', label: 'field.factFrom', kind: 'radio', required: true, initial: 'new', hint: t('fact.hint'),
      choices: [{ value: 'new', label: t('fact.new') }, { value: 'known', label: t('fact.known') }] },
    { name: 'factId', label: 'field.factId', kind: 'text', required: true, when: (values) => values.factFrom === 'known' },
    { name: 'what', label: 'field.what', kind: 'area', required: true, when: isNew },
    { name: 'where', label: 'field.where', kind: 'text', required: true, when: isNew },
    { name: 'happenedOn', label: 'field.happenedOn', kind: 'date', required: true, when: isNew },
  ];
}

/** Makes the fact when it is new, and puts its id where the order needs it. */
export async function prepareFact(values: Values, send: Ordering['sendFirst']): Promise<Values | undefined> {
  const { factFrom, what, where, happenedOn, ...rest } = values;
  if (factFrom === 'known') return rest;
  const made = await send('tolerance', 'facts', { what, where, happenedOn, ...(rest.cadre ? { cadre: rest.cadre } : {}) });
  const factId = made && ((made as { factId?: string }).factId ?? made.id);
  return factId ? { ...rest, factId } : undefined;
}

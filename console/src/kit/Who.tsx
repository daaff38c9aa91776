import type { Named } from '../api/types';

/** A person, unit or office by name; the id only where no name came. */
export function nameOf(who: Named | string | undefined | null): string {
  if (!who) return '';
  return typeof who === 'string' ? who : (who.name ?? who.id);
}

export function namesOf(list: (Named | string)[] | undefined): string {
  return (list ?? []).map(nameOf).filter(Boolean).join('、');
}

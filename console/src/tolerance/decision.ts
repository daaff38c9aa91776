import { EFFECT_GROUPS, type EffectGroup, type Outcome, type OutcomePermission, type Subject } from '../api/types';
import type { Key } from '../i18n/text';
import { lines } from '../kit/fields';

/** What the decision form holds while it is being filled in. */
export interface Draft {
  outcome?: Outcome; subjects?: Subject[]; groups?: EffectGroup[]; leftOut?: Partial<Record<EffectGroup, string>>;
  date?: string; members?: string[]; recused?: string[]; minutesNumber?: string; reasons?: string; differenceReason?: string;
  proposedMeasure?: string; decidedMeasure?: string; otherRule?: string; items?: string; demands?: string; limit?: string;
}

const OPEN: readonly string[] = ['ALLOWED', 'LOST', 'NOT_STATED'];
export const OUTCOMES: readonly Outcome[] = ['EXEMPT', 'LIGHTER', 'REDUCED', 'REFUSE'];

export function permissionsOf(outcome: Outcome, permissions: OutcomePermission[]): OutcomePermission[] {
  return permissions.filter((permission) => permission.outcome === outcome);
}

/** Whether a body may decide this outcome for at least one of its subjects: allowed, or left to it with a reason. */
export function canBeDecided(outcome: Outcome, permissions: OutcomePermission[]): boolean {
  return permissionsOf(outcome, permissions).some((permission) => OPEN.includes(permission.permission));
}

/** Whether the documents do not carry the outcome, so that the body names the rule it relied on. */
export function leansElsewhere(outcome: Outcome | undefined, permissions: OutcomePermission[]): boolean {
  const own = outcome ? permissionsOf(outcome, permissions) : [];
  return own.length > 0 && !own.some((permission) => permission.permission === 'ALLOWED') && own.some((permission) => OPEN.includes(permission.permission));
}

export function mitigates(outcome: Outcome | undefined): boolean {
  return outcome === 'LIGHTER' || outcome === 'REDUCED';
}

export interface Setting { permissions: OutcomePermission[]; groupsApply: boolean; investigators: string[] }
export interface Lack { field: keyof Draft | `leftOut.${EffectGroup}`; key: Key }

/** What a draft still lacks before it can be sent. The service decides; this only spares a round trip and never fills anything in. */
export function lacks(draft: Draft, setting: Setting): Lack[] {
  const found: Lack[] = [];
  const need = (field: Lack['field'], present: unknown, key: Key) => {
    if (!present) found.push({ field, key });
  };
  need('outcome', draft.outcome, 'decision.lack.outcome');
  if (draft.outcome && !canBeDecided(draft.outcome, setting.permissions)) found.push({ field: 'outcome', key: 'decision.lack.notPermitted' });
  need('subjects', draft.subjects?.length, 'decision.lack.subjects');
  need('date', draft.date, 'decision.lack.date');
  need('members', draft.members?.length, 'decision.lack.members');
  need('minutesNumber', draft.minutesNumber?.trim(), 'decision.lack.minutes');
  need('reasons', draft.reasons?.trim(), 'decision.lack.reasons');
  if (draft.members?.some((member) => draft.recused?.includes(member))) found.push({ field: 'recused', key: 'decision.lack.recusedSits' });
  if (draft.members?.some((member) => setting.investigators.includes(member))) found.push({ field: 'members', key: 'decision.lack.investigatorSits' });
  if (leansElsewhere(draft.outcome, setting.permissions)) need('otherRule', draft.otherRule?.trim(), 'decision.lack.otherRule');
  if (mitigates(draft.outcome)) {
    need('proposedMeasure', draft.proposedMeasure?.trim(), 'decision.lack.proposed');
    need('decidedMeasure', draft.decidedMeasure?.trim(), 'decision.lack.decided');
  }
  if (draft.outcome === 'EXEMPT') {
    need('items', lines(draft.items).length, 'decision.lack.items');
    need('demands', draft.demands?.trim(), 'decision.lack.demands');
    need('limit', draft.limit, 'decision.lack.limit');
    if (setting.groupsApply) {
      for (const group of leftOutOf(draft)) need(`leftOut.${group}`, draft.leftOut?.[group]?.trim(), 'decision.lack.leftOut');
    }
  }
  return found;
}

export function leftOutOf(draft: Draft): EffectGroup[] {
  return EFFECT_GROUPS.filter((group) => !draft.groups?.includes(group));
}

/** The order as sent: only what belongs to the outcome. */
export function toOrder(draft: Draft, setting: Setting): Record<string, unknown> {
  const exempt = draft.outcome === 'EXEMPT';
  const grouped = exempt && setting.groupsApply;
  return {
    outcome: draft.outcome,
    subjects: draft.subjects,
    effectGroups: grouped ? EFFECT_GROUPS.filter((group) => draft.groups?.includes(group)) : [],
    leftOut: grouped ? leftOutOf(draft).map((group) => ({ group, reason: draft.leftOut?.[group]?.trim() })) : [],
    meeting: { date: draft.date, members: draft.members, recused: draft.recused ?? [], minutesNumber: draft.minutesNumber?.trim() },
    reasons: draft.reasons?.trim(),
    ...(mitigates(draft.outcome) || draft.proposedMeasure?.trim() ? { proposedMeasure: draft.proposedMeasure?.trim() } : {}),
    ...(mitigates(draft.outcome) ? { decidedMeasure: draft.decidedMeasure?.trim() } : {}),
    ...(leansElsewhere(draft.outcome, setting.permissions) ? { otherRule: draft.otherRule?.trim() } : {}),
    ...(draft.differenceReason?.trim() ? { differenceReason: draft.differenceReason.trim() } : {}),
    ...(exempt ? { correction: { items: lines(draft.items), demands: draft.demands?.trim(), limit: draft.limit } } : {}),
  };
}

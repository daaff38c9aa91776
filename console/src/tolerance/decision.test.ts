import { describe, expect, it } from 'vitest';
import { EFFECT_GROUPS, type OutcomePermission } from '../api/types';
import { canBeDecided, lacks, leansElsewhere, toOrder, type Draft, type Setting } from './decision';

const says = (outcome: OutcomePermission['outcome'], permission: string): OutcomePermission => ({ outcome, permission, label: { zh: outcome, en: outcome } });
const setting: Setting = {
  permissions: [says('EXEMPT', 'ALLOWED'), says('LIGHTER', 'ALLOWED'), says('REDUCED', 'REFUSED_BY_RULE'), says('REFUSE', 'NOT_STATED')],
  groupsApply: true, investigators: ['investigator'],
};
const meeting: Draft = { subjects: ['PERSON'], date: '2026-08-20', members: ['a', 'b'], recused: ['c'], minutesNumber: '8', reasons: '理由', groups: [...EFFECT_GROUPS] };
const exempt: Draft = { ...meeting, outcome: 'EXEMPT', items: '清单\n演练', demands: '报送', limit: '2026-11-10' };
const missing = (draft: Draft, under = setting) => lacks(draft, under).map((lack) => lack.key);

describe('decision form', () => {
  it('prefills no outcome, no subject and no reason', () => {
    expect(missing({ groups: [...EFFECT_GROUPS] })).toEqual(expect.arrayContaining(['decision.lack.outcome', 'decision.lack.subjects', 'decision.lack.reasons', 'decision.lack.members']));
  });

  it('is complete with meeting, reasons and, for an exemption, its correction order (威·四·13)', () => {
    expect(missing(exempt)).toEqual([]);
    expect(missing({ ...exempt, items: ' \n ', limit: undefined })).toEqual(['decision.lack.items', 'decision.lack.limit']);
  });

  it('asks a reason for each respect left out (鲁·三·3, 可以)', () => {
    const partly: Draft = { ...exempt, groups: ['ASSESSMENT_AND_AWARDS', 'PROMOTION_RANK_TITLE', 'PARTY_CONDUCT_AND_DEVELOPMENT'] };
    expect(lacks(partly, setting)).toEqual([{ field: 'leftOut.DELEGATE_AND_RESERVE', key: 'decision.lack.leftOut' }]);
    const reasoned: Draft = { ...partly, leftOut: { DELEGATE_AND_RESERVE: '不具备该类资格' } };
    expect(missing(reasoned)).toEqual([]);
    expect(toOrder(reasoned, setting)).toMatchObject({
      effectGroups: ['PROMOTION_RANK_TITLE', 'PARTY_CONDUCT_AND_DEVELOPMENT', 'ASSESSMENT_AND_AWARDS'],
      leftOut: [{ group: 'DELEGATE_AND_RESERVE', reason: '不具备该类资格' }],
    });
  });

  it('names no groups where the document that gives them is not applied', () => {
    const elsewhere = { ...setting, groupsApply: false };
    expect(missing({ ...exempt, groups: [] }, elsewhere)).toEqual([]);
    expect(toOrder(exempt, elsewhere)).toMatchObject({ effectGroups: [], leftOut: [] });
  });

  it('names the measure proposed and the one decided when it mitigates (B-17)', () => {
    expect(missing({ ...meeting, outcome: 'LIGHTER' })).toEqual(['decision.lack.proposed', 'decision.lack.decided']);
    const order = toOrder({ ...meeting, outcome: 'LIGHTER', proposedMeasure: '诫勉', decidedMeasure: '谈话提醒', items: 'x' }, setting);
    expect(order).toMatchObject({ proposedMeasure: '诫勉', decidedMeasure: '谈话提醒', effectGroups: [] });
    expect(order).not.toHaveProperty('correction');
  });

  it('keeps investigators and recused persons out of the meeting (B-20, B-21)', () => {
    expect(missing({ ...exempt, members: ['a', 'investigator'] })).toEqual(['decision.lack.investigatorSits']);
    expect(missing({ ...exempt, members: ['a', 'c'] })).toEqual(['decision.lack.recusedSits']);
  });

  it('does not send an outcome that a rule refuses, and leaves silent ones to the body with its rule', () => {
    expect(canBeDecided('REDUCED', setting.permissions)).toBe(false);
    expect(missing({ ...meeting, outcome: 'REDUCED', proposedMeasure: 'x', decidedMeasure: 'y' })).toEqual(['decision.lack.notPermitted']);
    expect(leansElsewhere('REFUSE', setting.permissions)).toBe(true);
    expect(missing({ ...meeting, outcome: 'REFUSE' })).toEqual(['decision.lack.otherRule']);
    expect(toOrder({ ...meeting, outcome: 'REFUSE', otherRule: '某法' }, setting)).toMatchObject({ otherRule: '某法' });
  });

  it('waits for a reading that nobody has confirmed', () => {
    expect(canBeDecided('EXEMPT', [says('EXEMPT', 'ASKS_READING')])).toBe(false);
    expect(canBeDecided('EXEMPT', [says('EXEMPT', 'ASKS_READING'), { ...says('EXEMPT', 'ALLOWED'), subject: 'PERSON' }])).toBe(true);
  });
});

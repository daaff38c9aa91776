import { describe, expect, it } from 'vitest';
import type { Role } from '../api/types';
import { INVESTIGATOR } from '../test/stub';
import { mayVisit, placesOf } from './places';

const as = (...roles: Role[]) => ({ ...INVESTIGATOR, roles });
const paths = (...roles: Role[]) => placesOf(as(...roles)).map((place) => place.path);

describe('menu', () => {
  it('shows reports to those who verify and protect, and to no one else', () => {
    for (const role of ['ORG_OFFICER', 'ORG_DECIDER', 'DISCIPLINE_DECIDER', 'APPEAL_REVIEWER', 'UNIT_PARTY_ORGANISATION', 'CADRE', 'BENEFITS_OFFICER', 'AUDITOR', 'SUPERVISOR', 'POLICY_ADMIN'] as const) {
      expect(paths(role)).not.toContain('/reports');
      expect(paths(role)).not.toContain('/feedback-duties');
      expect(paths(role)).not.toContain('/clarifications');
    }
    expect(paths('PROTECTION_OFFICER')).toContain('/reports');
    expect(paths('REPORT_OFFICER')).toContain('/reports');
    expect(paths('DISCIPLINE_OFFICER')).not.toContain('/reports');
  });

  it('shows nothing of tolerance to those who assess, select or award', () => {
    for (const role of ['ORG_OFFICER', 'ORG_DECIDER', 'BENEFITS_OFFICER'] as const) {
      expect(paths(role).filter((path) => /tolerance|appeal|rectification|accountability|talks/.test(path))).toEqual([]);
      expect(mayVisit(as(role), '/tolerance-cases/1')).toBe(false);
      expect(mayVisit(as(role), '/dashboards/tolerance')).toBe(false);
    }
  });

  it('gives the cadre his own dossier and the auditor the audit', () => {
    expect(paths('CADRE')).toContain('/me');
    expect(paths('CADRE')).not.toContain('/audit');
    expect(paths('AUDITOR')).toContain('/audit');
    expect(mayVisit(as('CADRE'), '/audit')).toBe(false);
  });

  it('adds up the duties of someone with two roles', () => {
    expect(paths('DISCIPLINE_OFFICER', 'REPORT_OFFICER')).toEqual(expect.arrayContaining(['/tolerance-cases', '/reports']));
  });
});

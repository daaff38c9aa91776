import type { Account, Role } from '../api/types';
import type { Key } from '../i18n/text';

/** One page of the menu and who has it. A page that is not somebody's is not shown to him, not even as a grey line. */
export interface Place {
  path: string; key: Key; group: Key; roles: readonly Role[] | 'all';
  /** In the menu of these roles only; from other pages everyone gets there. */
  open?: true;
}

const CASEWORK: readonly Role[] = ['DISCIPLINE_OFFICER', 'DISCIPLINE_DECIDER', 'APPEAL_REVIEWER', 'UNIT_PARTY_ORGANISATION', 'CADRE', 'AUDITOR'];

export const PLACES: readonly Place[] = [
  { path: '/workbench', key: 'nav.workbench', group: 'nav.group.own', roles: 'all' },
  { path: '/questions', key: 'nav.questions', group: 'nav.group.own',
    roles: ['ORG_OFFICER', 'ORG_DECIDER', 'DISCIPLINE_OFFICER', 'DISCIPLINE_DECIDER', 'APPEAL_REVIEWER', 'BENEFITS_OFFICER', 'UNIT_PARTY_ORGANISATION', 'REPORT_OFFICER', 'PROTECTION_OFFICER', 'AUDITOR'] },
  { path: '/me', key: 'nav.me', group: 'nav.group.own', roles: ['CADRE'] },
  { path: '/accountability-cases', key: 'nav.accountability', group: 'nav.group.tolerance', roles: ['DISCIPLINE_OFFICER', 'DISCIPLINE_DECIDER'] },
  { path: '/tolerance-cases', key: 'nav.tolerance', group: 'nav.group.tolerance', roles: CASEWORK },
  { path: '/rectification-tasks', key: 'nav.rectification', group: 'nav.group.tolerance', roles: [...CASEWORK, 'SUPERVISOR'] },
  { path: '/appeals', key: 'nav.appeals', group: 'nav.group.tolerance', roles: CASEWORK },
  { path: '/negative-evaluations', key: 'nav.evaluations', group: 'nav.group.assessment', roles: ['ORG_OFFICER', 'ORG_DECIDER', 'AUDITOR'] },
  { path: '/candidates', key: 'nav.candidates', group: 'nav.group.assessment', roles: ['ORG_OFFICER', 'ORG_DECIDER'] },
  { path: '/award-nominations', key: 'nav.nominations', group: 'nav.group.incentive', roles: ['BENEFITS_OFFICER', 'ORG_OFFICER', 'ORG_DECIDER', 'AUDITOR'] },
  { path: '/talks', key: 'nav.talks', group: 'nav.group.incentive', roles: ['UNIT_PARTY_ORGANISATION', 'CADRE', 'AUDITOR'] },
  { path: '/reports', key: 'nav.reports', group: 'nav.group.clarification', roles: ['REPORT_OFFICER', 'PROTECTION_OFFICER'] },
  { path: '/feedback-duties', key: 'nav.feedback', group: 'nav.group.clarification', roles: ['REPORT_OFFICER', 'PROTECTION_OFFICER'] },
  { path: '/clarifications', key: 'nav.clarifications', group: 'nav.group.clarification', roles: ['REPORT_OFFICER', 'PROTECTION_OFFICER'] },
  { path: '/dossiers', key: 'nav.dossiers', group: 'nav.group.oversight', roles: ['AUDITOR', 'ORG_OFFICER', 'ORG_DECIDER', 'BENEFITS_OFFICER'] },
  { path: '/dashboards/tolerance', key: 'nav.dashboard', group: 'nav.group.oversight', roles: ['DISCIPLINE_OFFICER', 'DISCIPLINE_DECIDER', 'SUPERVISOR', 'AUDITOR'] },
  { path: '/audit', key: 'nav.audit', group: 'nav.group.oversight', roles: ['AUDITOR'] },
  { path: '/reads', key: 'nav.reads', group: 'nav.group.oversight', roles: ['AUDITOR'] },
  { path: '/erasures', key: 'nav.erasures', group: 'nav.group.oversight', roles: ['ORG_OFFICER', 'ORG_DECIDER', 'REPORT_OFFICER', 'PROTECTION_OFFICER', 'AUDITOR'] },
  { path: '/policy', key: 'nav.policy', group: 'nav.group.oversight', roles: 'all' },
  { path: '/policy/comparison', key: 'nav.policyComparison', group: 'nav.group.oversight', roles: 'all' },
  { path: '/policy/changes', key: 'nav.policyChanges', group: 'nav.group.oversight', roles: ['POLICY_ADMIN', 'POLICY_APPROVER', 'AUDITOR'], open: true },
  { path: '/policy/trial', key: 'nav.policyTrial', group: 'nav.group.oversight', roles: 'all' },
];

export function placesOf(account: Account): Place[] {
  return PLACES.filter((place) => place.roles === 'all' || place.roles.some((role) => account.roles.includes(role)));
}

/** Whether this account has the page a path belongs to; pages outside the menu (a single question) follow their section. */
export function mayVisit(account: Account, path: string): boolean {
  const place = PLACES.filter((candidate) => path === candidate.path || path.startsWith(`${candidate.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  return !place || place.open === true || placesOf(account).includes(place);
}

/** Shapes of the gateway's answers. Names follow the agreement between the modules; unknown fields are ignored. */
export interface Text { zh: string; en: string }
export interface Citation { doc: string; place: string; quote?: string }
export type Support = 'OWN' | 'INHERITED' | 'INFERRED' | 'DESIGN';
export type StatedValue = 'STATED' | 'NOT_STATED' | 'LOST' | 'UNSET' | 'UNDEFINED';
export interface Ground { ruleId?: string; support?: Support; clauses?: Citation[]; reading?: string; demonstration?: boolean; rulesVersion?: string }
export interface Named { id: string; name?: string; title?: string }
export interface Listing<T> { items: T[]; next?: string; asOf?: string; position?: number }

export type Role = 'ORG_OFFICER' | 'ORG_DECIDER' | 'DISCIPLINE_OFFICER' | 'DISCIPLINE_DECIDER' | 'APPEAL_REVIEWER' | 'UNIT_PARTY_ORGANISATION'
  | 'CADRE' | 'SUPERVISOR' | 'BENEFITS_OFFICER' | 'POLICY_ADMIN' | 'POLICY_APPROVER' | 'REPORT_OFFICER' | 'PROTECTION_OFFICER' | 'AUDITOR';
export interface Account {
  username: string; displayName: string; person: string; office: string; unit: string; jurisdiction: string; roles: Role[]; title?: string;
}
export interface LocalAccount { username: string; displayName: string; title?: string; jurisdiction?: string; roles?: Role[] }

export interface Receipt { id?: string; version: number; position: number; receipt?: string; treatment?: string; message?: Text }
export interface Act { act: string; label?: Text; allowed: boolean; reason?: Text; clauses?: Citation[] }

export type Service = 'assessment' | 'tolerance' | 'clarification' | 'incentive' | 'oversight';

export interface Todo {
  id: string; kind?: string; title: Text; jurisdiction?: string; roles?: Role[]; dueOn?: string; dueBasis?: Text; daysLeft?: number;
  ground?: Ground; link?: string; openedOn?: string; service?: Service;
}
export interface Question {
  id: string; version: number; title: Text; question: Text; ground?: Ground; reading?: string; ownClauses?: Citation[]; upperClauses?: Citation[];
  effect?: Text | string; state: 'OPEN' | 'ACCEPTED' | 'DECLINED'; reason?: string; answeredBy?: Named | string; on?: string;
}

export type CaseState = 'OPENED' | 'SCREENING' | 'VERIFYING' | 'EVALUATING' | 'RED_LINE' | 'GRANTED' | 'MITIGATED' | 'REFUSED' | 'EXPLAINED'
  | 'UNDER_APPEAL' | 'CLOSED' | 'REMITTED';
export type Outcome = 'EXEMPT' | 'LIGHTER' | 'REDUCED' | 'REFUSE';
export type Subject = 'PERSON' | 'UNIT';
export const EFFECT_GROUPS = ['PROMOTION_RANK_TITLE', 'PARTY_CONDUCT_AND_DEVELOPMENT', 'ASSESSMENT_AND_AWARDS', 'DELEGATE_AND_RESERVE'] as const;
export type EffectGroup = (typeof EFFECT_GROUPS)[number];
export interface Fact { what?: string; where?: string; happenedOn?: string }
export interface Step { key: string; label: Text; state: 'done' | 'current' | 'todo'; on?: string }
export interface Paper { id: string; kind?: string; from?: string; text?: string; on?: string; note?: Text }
export interface Finding { itemId: string; result: FindingResult; evidence?: string[]; by?: Named | string; on?: string }
export interface RedLine {
  id: string; kind: string; clause?: { rule?: string; place?: string; words?: string; number?: string; date?: string } | string;
  gain?: { beneficiary?: string; reference?: string } | string; state: string; by?: (Named | string)[]; on?: string;
}
export interface Recusal { id: string; person: Named; ground?: string; state: string; on?: string }
export interface ReadingChoice { reading: string; choice: string; reason?: string; by?: Named | string; on?: string }
export interface Decision {
  outcome: Outcome; subjects: Subject[]; effectGroups?: EffectGroup[]; leftOut?: { group: EffectGroup; reason: string }[];
  meeting?: { date: string; members: Named[]; recused?: (Named | string)[]; minutesNumber?: string };
  reasons?: string; proposedMeasure?: string; decidedMeasure?: string; on?: string; ground?: Ground; rectificationTask?: string;
}
export interface Effect {
  kind: string; label: Text; support?: Support; ground?: Ground; acts?: 'BY_ITSELF' | 'ASK_A_PERSON'; reading?: string; value?: StatedValue; note?: Text;
}
export interface Duty { kind: string; state: 'OPEN' | 'DONE'; ground?: Ground; reminder?: boolean }
export interface LogEntry { on?: string; at?: string; type?: string; label: Text; by?: Named | string; ground?: Ground }
export interface ToleranceCase {
  id: string; number?: string; version: number; state: CaseState; jurisdiction: string; accountabilityCase?: string; factId: string; fact?: Fact;
  cadre: Named; unit: Named; start?: string; applicant?: string; openedOn?: string; dueOn?: string; daysLeft?: number; dueBasis?: Text; ground?: Ground;
  classification?: string; steps?: Step[]; papers?: Paper[]; findings?: Finding[]; statements?: { text?: string; declined?: boolean; on?: string }[]; redLines?: RedLine[];
  recusals?: Recusal[]; readingChoices?: ReadingChoice[]; decision?: Decision; effects?: Effect[]; duties?: Duty[]; appeals?: string[]; log?: LogEntry[];
}
export type FindingResult = 'MET' | 'NOT_MET' | 'NEAR' | 'GOOD_POLE' | 'BAD_POLE' | 'MIXED' | 'NOT_RECORDED';
export interface AssessedItem {
  itemId: string; label: Text; clauses?: Citation[]; support?: Support; result: FindingResult; why?: Text; evidence?: string[]; reading?: string;
}
export interface AssessedGroup { kind: string; label: Text; combination?: { value?: string; label?: Text; ground?: Ground }; items: AssessedItem[] }
export interface OutcomePermission {
  outcome: Outcome; subject?: Subject; label: Text; permission: string; why?: Text; clauses?: Citation[]; reading?: string; support?: Support;
}
export interface AskedReading {
  reading?: string; question: Text; choices?: { id: string; label?: Text; text?: Text }[]; clauses?: Citation[]; ownClauses?: Citation[]; upperClauses?: Citation[];
}
export interface Assessment {
  asOf?: string; onActDay?: { happenedOn: string; says: Text; outcomes: OutcomePermission[] }; rulesVersion?: string; dates?: { doc: string; effectiveFrom?: string; source?: string; demonstration?: boolean }[];
  groups?: AssessedGroup[]; outcomes?: OutcomePermission[]; questions?: AskedReading[]; toJudge?: Text[]; trace?: unknown;
}
export interface Remedies {
  appeal?: { outcome: StatedValue; text?: Text; ground?: Ground }; statutory?: { id: string; name: Text; note?: Text }[];
  finishedBy?: { rule: string; reason?: string; by?: Named | string; on?: string };
}
export interface RectificationTask {
  id: string; version: number; toleranceCase: string; jurisdiction?: string; state: string; items?: string[]; demands?: string; limit?: string; daysLeft?: number;
  overdueSince?: string; consequence?: { open: boolean; text?: Text; ground?: Ground }; log?: LogEntry[];
}
export interface Appeal {
  id: string; version: number; toleranceCase: string; jurisdiction?: string; appellant?: Named; state: string; text?: string; lodgedOn?: string;
  supportingOpinions?: { from?: Named | string; text?: string; on?: string }[]; decision?: { outcome: string; reasons?: string; on?: string; by?: Named | string };
  ground?: Ground;
}
export interface AccountabilityCase {
  id: string; version: number; cadre?: Named; unit?: Named; factId?: string; fact?: Fact; body?: Named; proposedMeasure?: string; state?: string;
  measure?: string; toleranceCase?: string; openedOn?: string;
}
export interface NegativeEvaluation {
  id: string; version: number; cadre: Named; factId?: string; kind: string; judgement?: string; source?: string; state: string; enteredOn?: string; ground?: Ground;
}
export interface AwardNomination {
  id: string; version: number; cadre: Named; award: string; state: 'PROPOSED' | 'HELD' | 'CONFERRED';
  hold?: { reason?: string; basis?: string; by?: Named | string; on?: string; ageDays?: number; renewal?: string; renewedBy?: Named; renewedOn?: string }; proposedOn?: string;
}
export interface Talk { id: string; version: number; cadre: Named; state: string; reason?: Text; ground?: Ground; on?: string }
export interface Report {
  id: string; version: number; mode: string; accused?: Named; reporter?: { name?: string; masked?: boolean };
  allegations?: { id: string; text?: string; factId?: string; result?: string }[]; state?: string; receivedOn?: string;
}
export interface FeedbackDuty {
  id: string; version: number; report?: string; kind?: string; trigger?: string; limit?: { value: string; label?: Text }; state: string; ground?: Ground; openedOn?: string;
}
export interface TimelineEntry {
  at?: string; on?: string; kind?: string; label: Text; service?: string; ledgerPosition?: number; clauses?: Citation[]; support?: Support; cause?: Text | string;
  demonstration?: boolean; link?: string;
}
export interface Dossier {
  person: { id: string; name?: string; posts?: { title?: string; unit?: string; unitName?: string; from?: string; postLevel?: string }[] };
  asOf?: string; rebuiltFromEvents?: number; sections?: Record<string, TimelineEntry[] | null | undefined>; timeline?: TimelineEntry[];
}
export interface OutcomeCounts { exempt: number | null; mitigated: number | null; refused: number | null; suppressed?: boolean }
export interface ToleranceDashboard {
  asOf?: string; rebuiltFromEvents?: number; definition?: Text; jurisdiction?: string;
  totals: OutcomeCounts & { redLinesFound?: number | null; redLinesWithdrawn?: number | null };
  byItem?: (OutcomeCounts & { itemId: string; label: Text; doc?: string })[]; byPostLevel?: (OutcomeCounts & { postLevel: string; label?: Text })[];
  starts?: { start: string; count: number | null; suppressed?: boolean }[];
}
export interface Verdict {
  service: string; size: number; root?: string; verdict: 'OK' | 'BROKEN'; firstBad?: { position: number; what?: Text }; what?: Text; checkedAt?: string; seconds?: number;
}
export interface AuditEvent {
  id: string; service: string; ledgerPosition: number; recordedAt?: string; actedAt?: string; type: string; person?: string; rootCase?: string; jurisdiction?: string;
  clauses?: Citation[]; support?: Support; demonstration?: boolean; rulesVersion?: string;
}
export interface PolicyDocument {
  code: string; title?: string; titleZh?: string; number?: string; level?: string; jurisdiction?: string; parent?: string; issuedOn?: string; effectiveFrom?: string;
  source?: string; dateSource?: string; demonstration?: boolean; dateCitation?: Citation; trial?: boolean; damaged?: { place: string; lost?: Text }[];
}
export interface Reading {
  id: string; kind?: string; question: Text; choices?: { id: string; text?: Text; label?: Text }[]; ownClauses?: Citation[]; upperClauses?: Citation[];
  confirmed?: { choice: string; reason?: string; by?: Named | string; byOffice?: string; on?: string; demonstration?: boolean };
}
export interface Person { id: string; name?: string; title?: string; unit?: Named; posts?: { title?: string; unitName?: string; to?: string }[] }
export interface Unit { id: string; name?: string; jurisdiction?: string; kind?: string; parent?: string }

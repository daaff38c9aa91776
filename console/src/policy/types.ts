import type { Citation, StatedValue, Support, Text } from '../api/types';

export interface Period { from?: string; until?: string; source?: string; demonstration?: boolean; value: { kind: 'NUMBER' | 'RANGE' | 'NAMES' | 'UNSET' | 'LOST'; text: string; names?: string[] }; stated?: { answer: StatedValue; unit: Text; bound: string; generally: boolean; clause: Citation } }
export interface Parameter {
  id: string; mechanism?: string; pack?: string; restated?: { rule: string; from: string; source: string; says: Text; clauses: Citation[] }[]; title: Text; name: string; doc: string; jurisdiction: string; answer: StatedValue; unit: Text; bound: string; generally: boolean; clause: Citation; periods: Period[]; givenIn?: { id: string; label: Text }[];
}
export interface Mechanism { id: string; area: string; kind: string; title: Text }
export interface Rule { id: string; question: string; doc: string; kind: string; modal: string; answer: StatedValue; support: Support; reading?: string; says: Text; note?: Text; clauses: Citation[] }
export interface Clause { place: string; quotes: string[]; text?: string; lost?: Text; mechanisms: Mechanism[]; rules: Rule[]; parameters: Parameter[] }
export interface Copy { digest: string; characters: number; places: number; quotations: number; differing: number; source: string; byOffice: string; importedOn: string; approvedOn?: string; available: boolean }
export interface Copies { shown?: Copy; pending?: Copy; version: number }
export interface DocumentClauses { code: string; title: string; rulesVersion: string; copies: Copies; clauses: Clause[] }
export interface MechanismDetail extends Mechanism {
  areaName: Text; note?: Text; concerns: Text[]; states: Text[]; questions: string[]; clauses: Citation[]; parameters: Parameter[]; rules: Rule[]; decides: boolean;
}
export interface Level { jurisdiction: string; doc: string; rule: string; answer: StatedValue; force: string; effectiveFrom?: string; dateSource?: string; demonstration?: boolean; says: Text; clauses: Citation[] }
export interface Held {
  question: string; rule?: string; jurisdiction: string; asOf: string; outcome: StatedValue; support?: Support; acts: string; modal: string; says: Text; clauses: Citation[]; path: Level[];
  reading?: { id: string; question?: Text; confirmed: boolean; choice?: string; demonstration?: boolean }; nationalRules: { pack: string; name: Text; note?: Text }[]; demonstration?: boolean;
}
export interface Cell { doc: string; jurisdiction: string; rule?: string; own: StatedValue; modal: string; values?: string[]; says: Text; clauses: Citation[]; parameters: Parameter[]; holds: Held }
export interface Row { question: string; group: string; merge: string; title: Text; mechanisms: Mechanism[]; cells: Cell[] }
export interface Table { asOf: string; rulesVersion: string; rows: Row[] }
export interface Question { id: string; group: string; title: Text; mechanisms: string[] }
export interface Gap { question: string; group: string; title: Text; answer: Held; consulted?: { about: Text; rule: string; count: number; last: string }[] }
export interface Gaps {
  jurisdiction: string; asOf: string; rulesVersion: string; questions: Gap[];
  undated: { doc: string; title: string }[]; damaged: { doc: string; place: string; lost: Text }[]; parameters: Parameter[];
}
export interface Hit { kind: 'DOCUMENT' | 'CLAUSE' | 'MECHANISM' | 'PARAMETER' | 'RULE' | 'READING' | 'NATIONAL_RULE'; id: string; title: Text; text: string; document?: string; exact: boolean }
export interface Named { id: string; label: Text }
export interface Inputs {
  question: string; title: Text; numbers: string[]; dates: string[]; findings: Named[]; nearly?: boolean; choices: Named[]; selects?: { id: string; label: Text; several: boolean; options: Named[] }[]; decides: boolean;
}
export interface TrialLine { about: Text; result: Text; says: Text; support?: Support; acts: string; clauses: Citation[]; reading?: string; nationalRules: { pack: string; name: Text; note?: Text }[] }
export interface TrialDay { answer: Held; verdict?: Trial['verdict']; says?: Text; lines: TrialLine[] }
export interface Trial {
  title: Text; answer: Held; verdict?: 'MET' | 'NOT_MET' | 'NEAR' | 'OPEN'; says?: Text; actsByItself: boolean; exceptionAllowed: boolean; parameters: Parameter[]; lines?: TrialLine[];
  days?: { actOn: string; decidedOn: string; goesBy: 'ACT' | 'DECISION' | 'NOT_STATED'; says: Text; differ: boolean; other?: TrialDay };
  trace: {
    rulesVersion: string; asOf: string; rules: string[]; clauses: Citation[]; dates: { doc: string; effectiveFrom: string; source: string; demonstration: boolean }[];
    readings: { id: string; choice: string; byOffice: string; on: string; demonstration: boolean }[]; checks: { item: string; verdict: string; why: Text; clauses: Citation[] }[]; leftToPerson: Text[];
    restsOnDemonstration: boolean;
  };
}

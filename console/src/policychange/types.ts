import type { Citation, Text } from '../api/types';

export type ItemKind = 'PACK' | 'PARAMETER' | 'RULE' | 'AMOUNT';
/** One item of a change, as it is sent, kept and compared. */
export interface ChangeItem {
  kind: ItemKind; target: string; from: string; jurisdiction: string; basis: string; on?: boolean | null; value?: string | null; unit?: string | null;
  answer?: string | null; modal?: string | null; values?: string[]; saysZh?: string | null; saysEn?: string | null; clauses?: Citation[];
  bound?: string | null; generally?: boolean | null;
}
export type ChangeState = 'DRAFTED' | 'APPROVED' | 'REJECTED' | 'PUBLISHED';
/** What a reviewer was shown of a change's impact on one service. */
export interface ImpactSeen { asked: number; differing: number; position: number }
export interface PolicyChange {
  id: string; version: number; state: ChangeState; title: string; jurisdiction: string; items: ChangeItem[]; reason?: string; draftedBy: string;
  reviewedBy?: string; reviewReason?: string; impactSeen?: ({ service: string } & ImpactSeen)[];
}
export interface ChangeLine { id: string; version: number; state: ChangeState; title: string; jurisdiction: string; from: string; items: number; draftedBy: string; draftedAt: string; reviewedBy?: string }

/** One level's words in a conflict. */
export interface Side { jurisdiction: string; doc: string; rule: string; modal: string; says: Text; clauses: Citation[] }
export type Chosen = 'OWN' | 'UPPER';
export interface Conflict { question: string; name: Text; reading: string; city: Side; province: Side; decision?: { by: string; byOffice: string; at: string; reason: string; chosen: Chosen; demonstration?: boolean } }

export interface PackValue { value: string; unit: string; year: number; since?: string; until?: string }
export interface PackParameter { id: string; pack: string; name: Text; rule: string; article: string; source: { grade: 'A' | 'B' | 'C'; where: string }; values: PackValue[] }
export type PackState = 'ON' | 'OFF' | 'NOT_ASKED';
export interface Pack {
  id: string; name: Text; shipped: boolean; notShipped?: Text; state: PackState; parameters: PackParameter[];
  answered?: { jurisdiction: string; on: boolean; from: string; byPerson: string; reason: string };
}

export interface Difference { question: string; name: Text; before: Text; after: Text; clauses: Citation[] }
export interface ImpactEntry { kind: string; id: string; title: Text; jurisdiction: string; day: string; open: boolean; couldStillBeDecided?: boolean | null; differences: Difference[] }
/** What a change would mean for the records of one service. */
export interface ImpactReport { asked: number; differing: number; open?: number; withdrawn?: number; from?: string; entries: ImpactEntry[]; position?: number }

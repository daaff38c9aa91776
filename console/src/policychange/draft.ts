import type { Citation } from '../api/types';
import { lines } from '../kit/fields';
import type { ChangeItem, ItemKind } from './types';

/** An item as its form holds it. */
export interface DraftItem {
  kind: ItemKind; from?: string; basis?: string; pack?: string; on?: boolean; parameter?: string; unit?: string; value?: string; names?: string[];
  amount?: string; preset?: string; list?: boolean; entries?: string; bound?: string; generally?: boolean; question?: string; rule?: string; answer?: string; modal?: string; values?: string[]; saysZh?: string; saysEn?: string; place?: string; quote?: string;
}
export interface Draft { title?: string; reason?: string; items: DraftItem[] }

function clauses(item: DraftItem, code: string | undefined): Citation[] {
  return item.place && code ? [{ doc: code, place: item.place, quote: item.quote?.trim() || undefined }] : [];
}

/** The item as it is sent. A sentence without an English one is shown to English readers in Chinese. */
export function itemOf(item: DraftItem, jurisdiction: string, code: string | undefined): ChangeItem {
  const base = { from: item.from ?? '', jurisdiction, basis: item.basis?.trim() ?? '' };
  switch (item.kind) {
    case 'PACK': return { kind: 'PACK', target: item.pack ?? '', ...base, on: item.on === true };
    case 'PARAMETER': return { kind: 'PARAMETER', target: item.parameter ?? '', ...base, unit: item.unit, value: item.unit === 'TOKENS' ? (item.names ?? []).join(', ') : item.value?.trim() };
    case 'AMOUNT': return {
      kind: 'AMOUNT', target: item.amount ?? '', ...base, ...(item.list ? { values: lines(item.entries) } : { value: item.value?.trim() }), unit: item.unit, bound: item.bound ?? 'EXACTLY', generally: item.generally === true,
      clauses: clauses(item, code),
    };
    case 'RULE': return {
      kind: 'RULE', target: item.rule ?? '', ...base, answer: item.answer, modal: item.answer === 'STATED' ? item.modal : 'NONE', values: item.answer === 'STATED' ? (item.values ?? []) : [],
      saysZh: item.saysZh?.trim(), saysEn: item.saysEn?.trim() || item.saysZh?.trim(), clauses: item.answer === 'NOT_STATED' ? [] : clauses(item, code),
    };
  }
}

const place = (username: string) => `dandang.draft.${username}`;

/** What somebody wrote in this tab and has not handed in yet: a lost session or a closed page loses nothing. */
export function keptDraft(username: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(place(username));
    return text ? JSON.parse(text) as Draft : undefined;
  } catch {
    return undefined;
  }
}

/** The draft with one more item; an item about the same rule gives way to it, and so does one that nobody has filled in. */
export function withItem(draft: Draft | undefined, item: DraftItem | undefined): Draft {
  if (!item) return draft ?? { items: [{ kind: 'PACK' }] };
  return { ...draft, items: [...(draft?.items ?? []).filter((one) => one.kind !== 'PACK' || (one.pack !== undefined && one.pack !== item.pack)), item] };
}

export function keepDraft(username: string, draft: Draft | undefined) {
  if (draft) sessionStorage.setItem(place(username), JSON.stringify(draft)); else sessionStorage.removeItem(place(username));
}

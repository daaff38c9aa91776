import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import type { Account } from '../api/types';
import type { Language } from '../i18n/text';
import { Providers } from '../Root';
import { AccountProvider } from '../session/session';

export interface Sent { method: string; path: string; body: unknown; headers: Record<string, string> }
export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'no network';

/** Stands in for the gateway at the network's edge; what is not listed is answered with 404. Answers what was sent. */
export function gatewayAnswers(routes: Record<string, Reply | ((sent: Sent) => Reply)>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const one: Sent = { method: init.method ?? 'GET', path, body: init.body ? JSON.parse(init.body as string) : undefined, headers: init.headers as Record<string, string> };
    sent.push(one);
    const route = routes[`${one.method} ${path}`] ?? routes[`${one.method} ${path.split('?')[0]}`];
    const reply = typeof route === 'function' ? route(one) : route ?? problem(404, 'not-found', '没有找到。', 'Not found.');
    if (reply === 'no network') throw new TypeError('Failed to fetch');
    return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), { status: reply.status ?? 200, headers: { 'Content-Type': 'application/json', ...reply.headers } });
  });
  return sent;
}

export function problem(status: number, slug: string, zh: string, en: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { type: `urn:dandang:problem:${slug}`, title: slug, status, detail: zh, messages: { zh, en }, traceId: 'trace-1', ...more } };
}

export const INVESTIGATOR: Account = {
  username: 'weihai.investigator', displayName: '杨自明（演示）', person: 'person-7', office: 'office-7', unit: 'unit-2', jurisdiction: '371000', roles: ['DISCIPLINE_OFFICER'],
};

export function show(page: ReactNode, { account = INVESTIGATOR, at = '/', language = 'zh-CN' }: { account?: Account; at?: string; language?: Language } = {}) {
  return render(<MemoryRouter initialEntries={[at]}><Providers language={language}><AccountProvider account={account}>{page}</AccountProvider></Providers></MemoryRouter>);
}

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { gatewayAnswers, problem, show, type Reply, type Sent } from '../test/stub';
import { CasePage } from './CasePage';

const text = (zh: string) => ({ zh, en: zh });
const FILE = {
  id: 'case-1', number: '威容〔2026〕3号（演示）', version: 12, state: 'EVALUATING', jurisdiction: '371000', factId: 'fact-1', fact: { what: '汛期夜间开启支渠分洪', where: '支渠（演示）', happenedOn: '2026-07-19' },
  cadre: { id: 'c1', name: '冯敬之（演示）' }, unit: { id: 'u1', name: '威海市水务局（演示）' }, start: 'EX_OFFICIO', openedOn: '2026-08-03', daysLeft: null,
  steps: [{ key: 'a', label: text('核实'), state: 'done' }, { key: 'b', label: text('研判'), state: 'current' }], findings: [{ itemId: 'weihai.situation.6', result: 'MET', evidence: ['E-01'], by: { id: 'person-7', name: '杨自明（演示）' } }],
  statements: [], redLines: [], recusals: [], readingChoices: [], effects: [], duties: [], appeals: [], log: [],
};
const ASSESSMENT = {
  asOf: '2026-08-12', onActDay: { happenedOn: '2026-07-19', says: text('未载明按哪一日适用'), outcomes: [{ outcome: 'EXEMPT', label: text('免责'), permission: 'NOT_STATED', why: text('当日尚无文件载明'), clauses: [] }] }, rulesVersion: '1', dates: [{ doc: '鲁', effectiveFrom: '2018-01-01', source: '演示数据，非文件所载', demonstration: true }, { doc: '威' }],
  groups: [
    { kind: 'SITUATION', label: text('十种情形'), combination: { value: 'NOT_STATED', label: text('如何综合') }, items: [
      { itemId: 'weihai.situation.6', label: text('情形六'), clauses: [{ doc: '威', place: '四·12', quote: '突发事件' }], support: 'OWN', result: 'MET', why: text('有电话记录') },
      { itemId: 'weihai.situation.5', label: text('情形五'), clauses: [], support: 'OWN', result: 'NEAR', why: text('报告时间未记录') }] },
    { kind: 'RED_LINE', label: text('红线'), items: [{ itemId: 'l', label: text('没有谋取不正当利益'), clauses: [{ doc: '鲁', place: '三·1' }], support: 'INHERITED', result: 'MET' }] },
  ],
  outcomes: [{ outcome: 'EXEMPT', label: text('免责'), permission: 'ALLOWED', why: text('允许'), clauses: [] }, { outcome: 'REFUSE', label: text('不予容错'), permission: 'REFUSED_BY_RULE', why: text('不允许的原因'), clauses: [{ doc: '威', place: '四·12' }] }],
  questions: [{ reading: 'weihai.gain', question: text('是否作为红线？'), choices: [{ id: 'applies', label: text('作为红线') }], ownClauses: [], upperClauses: [{ doc: '鲁', place: '三·1', quote: '谋取' }] }], toJudge: [],
};
const ACTS = [{ act: 'findings', allowed: true }, { act: 'decision', allowed: true }, { act: 'appeals', allowed: false, reason: text('申诉由本人提出'), clauses: [{ doc: '皖', place: '四·11' }] }];
const PERSONS = [{ id: 'm1', name: '秦明德（演示）' }, { id: 'person-7', name: '杨自明（演示）' }];

function open(more: Record<string, Reply | ((sent: Sent) => Reply)> = {}) {
  const sent = gatewayAnswers({
    'GET /api/tolerance/v1/tolerance-cases/case-1': { body: FILE },
    'GET /api/tolerance/v1/tolerance-cases/case-1/acts': { body: ACTS },
    'GET /api/tolerance/v1/tolerance-cases/case-1/assessment': { body: ASSESSMENT },
    'GET /api/tolerance/v1/tolerance-cases/case-1/remedies': { body: { appeal: { outcome: 'NOT_STATED' }, statutory: [{ id: 'x', name: text('公务员法 第九十五条') }] } },
    'GET /api/assessment/v1/register/persons': { body: { items: PERSONS } },
    ...more,
  });
  show(<Routes><Route path="/tolerance-cases/:id" element={<CasePage />} /></Routes>, { at: '/tolerance-cases/case-1' });
  return sent;
}

describe('case page', () => {
  it('puts clause, evidence and result beside each other and proposes nothing', async () => {
    open();
    const row = (await screen.findAllByText('情形六')).map((cell) => cell.closest('tr')).find((found) => found?.dataset.item)!;
    for (const part of ['威·四·12', '突发事件', 'E-01', '符合', '本级原文', '有电话记录']) expect(row.textContent).toContain(part);
    expect(document.body.textContent).toContain('接近或未符合的条目及原因');
    expect(document.body.textContent).toContain('报告时间未记录');
    expect(document.body.textContent).not.toMatch(/建议(免责|从轻|减轻|不予)/);
  });

  it('says where the documents are silent, marks demonstration dates, and shows a missing date as unset', async () => {
    open();
    await screen.findByText('演示口径');
    expect(document.body.textContent).toContain('施行日期未设定');
    expect(document.body.textContent).toContain('公务员法 第九十五条');
    expect(within(document.querySelector<HTMLElement>('[data-act-day="2026-07-19"]')!).getByText('当日尚无文件载明')).toBeTruthy();
    expect(screen.getAllByText('五份文件未载明').length).toBeGreaterThan(1);
  });

  it('folds what is long, says a repeated reason once and counts what was done many times in a row', async () => {
    const findings = ['1', '2', '3', '4', '5', '6'].map((n) => ({ itemId: `i${n}`, result: 'MET', evidence: [`E-${n}`], on: '2026-08-04' }));
    const entry = { type: 'finding-recorded', label: text('核实情况已录入'), at: '2026-08-04T01:00:00.000Z', by: { id: 'person-7', name: '杨自明（演示）' } };
    const long = '尚未记录：'.padEnd(150, '某一条件；');
    const outcomes = ['EXEMPT', 'REFUSE'].map((outcome) => ({ outcome, label: text(outcome), permission: 'NOT_YET_RECORDED', why: text(long), clauses: [] }));
    open({
      'GET /api/tolerance/v1/tolerance-cases/case-1': { body: { ...FILE, findings, log: [entry, entry, { ...entry, at: '2026-08-05T01:00:00.000Z' }] } },
      'GET /api/tolerance/v1/tolerance-cases/case-1/assessment': { body: { ...ASSESSMENT, outcomes } },
    });
    expect((await screen.findByText('共 6 条，逐条查看')).closest('details')!.textContent).toContain('E-6');
    expect(document.body.textContent).toContain('核实情况已录入（2 次）');
    expect(await screen.findAllByText(long)).toHaveLength(1);
    expect(screen.getByText('原因同上。').closest('tr')!.dataset.outcome).toBe('REFUSE');
  });

  it('keeps acts not allowed out of the bar and gives their reason', async () => {
    open();
    const bar = await screen.findByRole('toolbar');
    await within(bar).findByRole('button', { name: '录入会议决定' });
    expect(within(bar).queryByRole('button', { name: '提出申诉' })).toBeNull();
    expect(screen.getByText('申诉由本人提出')).toBeTruthy();
  });

  it('shows a refusal inside the form and repeats the same key for the same content', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = open({ 'POST /api/tolerance/v1/tolerance-cases/case-1/findings': problem(422, 'refused-by-rule', '须写明所依据的政策', 'Name the policy', { clauses: [{ doc: '威', place: '四·12' }] }) });
    await user.click(await screen.findByRole('button', { name: '录入 情形五' }));
    await user.click(await screen.findByRole('radio', { name: '接近' }));
    await user.type(screen.getByLabelText('证据'), 'E-02\nE-03');
    await user.click(screen.getByRole('button', { name: '提交' }));
    expect((await screen.findByRole('alert')).textContent).toContain('须写明所依据的政策');
    await user.click(screen.getByRole('button', { name: '提交' }));
    const posts = () => sent.filter((one) => one.method === 'POST');
    await waitFor(() => expect(posts()).toHaveLength(2));
    expect(posts()[0]!.body).toEqual({ itemId: 'weihai.situation.5', result: 'NEAR', evidence: ['E-02', 'E-03'] });
    expect(posts()[0]!.headers['If-Match']).toBe('"12"');
    expect(posts()[1]!.headers['Idempotency-Key']).toBe(posts()[0]!.headers['Idempotency-Key']);
    await user.type(screen.getByLabelText('证据'), '\nE-04');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(posts()).toHaveLength(3));
    expect(posts()[2]!.headers['Idempotency-Key']).not.toBe(posts()[0]!.headers['Idempotency-Key']);
  });

  it('opens the decision with nothing chosen, and with the outcome shut that a rule refuses', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = open();
    await user.click(await screen.findByRole('button', { name: '录入会议决定' }));
    await screen.findAllByText('情形六');
    const exempt = await screen.findByRole('radio', { name: /^免责/ });
    expect((exempt as HTMLInputElement).checked).toBe(false);
    expect((screen.getByRole('radio', { name: /^不予容错/ }) as HTMLInputElement).disabled).toBe(true);
    await user.click(exempt);
    for (const box of screen.getAllByRole('checkbox', { name: /提拔任用|党风廉政|评先树优|后备干部/ })) expect((box as HTMLInputElement).checked).toBe(true);
    await user.click(screen.getByRole('button', { name: '提交决定' }));
    expect((await screen.findByRole('alert')).textContent).toContain('未写决定理由');
    expect(sent.some((one) => one.method === 'POST')).toBe(false);
  });
});

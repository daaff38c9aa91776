import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import zh from '../i18n/zh-CN.json';
import { gatewayAnswers, INVESTIGATOR, problem, show, type Reply } from '../test/stub';
import { ChangePage } from './ChangePage';
import { ChangesPage } from './ChangesPage';
import { ConflictsPage } from './ConflictsPage';
import { itemOf, withItem } from './draft';
import { DraftPage } from './DraftPage';
import { PacksPage } from './PacksPage';
import { SetupPage } from './SetupPage';
import { RULE_VALUES } from './ruleValues';
import { tokens } from '../policy/parts';
import { PACK_VALUES } from './words';

const text = (words: string) => ({ zh: words, en: `en ${words}` });
const admin = { ...INVESTIGATOR, username: 'weihai.policy', person: 'person-a', roles: ['POLICY_ADMIN' as const] };
const approver = { ...INVESTIGATOR, username: 'weihai.approver', person: 'person-b', roles: ['POLICY_APPROVER' as const] };
const parameter = { id: 'P10.review-request', pack: 'P10', name: text('申请复核期限'), rule: '公务员法', article: '第九十五条', source: { grade: 'B', where: '法律全文' }, values: [{ value: '30', unit: 'CALENDAR_DAYS', year: 2018, since: '2019-06-01' }] };
const disposal = { ...parameter, id: 'P1.kinds', name: text('处置方式'), values: [{ value: 'TALK_OR_LETTER, CLOSED', unit: 'TOKENS', year: 2020 }] };
const PACKS = [
  { id: 'P10', name: text('公务员法（复核、申诉）'), shipped: true, state: 'NOT_ASKED', parameters: [parameter, disposal] },
  { id: 'P8', name: text('能上能下规定'), shipped: false, notShipped: text('来源中未见条文'), state: 'NOT_ASKED', parameters: [] },
  { id: 'P2', name: text('澄清意见'), shipped: true, state: 'OFF', answered: { jurisdiction: '371000', on: false, from: '2026-12-01', byPerson: 'person-a', reason: '另有安排' }, parameters: [] },
];
const change = (more: object = {}) => ({
  id: 'c1', version: 0, state: 'DRAFTED', title: '启用公务员法复核规定', jurisdiction: '371000', reason: '便于查阅', draftedBy: 'person-a',
  items: [{ kind: 'PACK', target: 'P10', from: '2026-12-01', jurisdiction: '371000', basis: '本地区适用', on: true, values: [], clauses: [] }], ...more,
});
const report = (more: object = {}) => ({ asked: 4, differing: 0, entries: [], position: 3, ...more });
const touched = report({ differing: 1, position: 9, entries: [{ kind: 'TOLERANCE_CASE', id: '0000-abcdefabcdef', title: text('容错核查（办理中）'), jurisdiction: '371000', day: '2026-12-01', open: true, differences: [
  { question: 'appeal.local', name: text('本人申诉'), before: text('未载明'), after: text('未载明；已启用公务员法'), clauses: [{ doc: '皖', place: '皖·四·11', quote: '本人可以提出申诉' }] },
] }] });
const base: Record<string, Reply> = {
  'GET /api/assessment/v1/policy/packs': { body: { items: PACKS } },
  'GET /api/assessment/v1/register/persons/person-a': { body: { id: 'person-a', name: '郑承志（演示）' } },
  'POST /api/tolerance/v1/policy-impacts': { body: touched },
  'POST /api/assessment/v1/policy-impacts': { body: report() },
  'POST /api/incentive/v1/policy-impacts': { body: report() },
};
const page = <Routes><Route path="/policy/changes/new" element={<DraftPage />} /><Route path="/policy/changes/:id" element={<ChangePage />} /><Route path="/policy/changes" element={<ChangesPage />} /></Routes>;

beforeEach(() => sessionStorage.clear());

describe('packs', () => {
  it('show source, grade, value and since when of each parameter, in words, and what was answered', async () => {
    gatewayAnswers(base);
    const { container } = show(<PacksPage />, { at: '/policy/packs' });
    const row = (await screen.findByText('申请复核期限')).closest('tr')!;
    expect(row.textContent).toContain('30 日');
    expect(row.textContent).toContain('自 2019-06-01 起施行');
    expect(row.textContent).toContain('《公务员法》第九十五条');
    expect(row.textContent).toContain('乙级');
    expect(container.querySelector('[data-parameter="P1.kinds"]')!.textContent).toContain('谈话函询；予以了结');
    expect(container.querySelector('[data-parameter="P1.kinds"]')!.textContent).toContain('2020 年的规定，起始日未见');
    expect(container.querySelector('[data-pack=P8]')!.textContent).toContain('来源中未见条文');
    expect(container.querySelector('[data-pack=P2]')!.textContent).toContain('另有安排');
    await waitFor(() => expect(container.querySelector('[data-pack=P2]')!.textContent).toContain('郑承志（演示）'));
    expect(screen.queryByRole('button', { name: '启用' })).toBeNull();
  });

  it('are answered by the administrator of the place only, and one that is only listed cannot be switched on', async () => {
    gatewayAnswers(base);
    const { container } = show(<PacksPage />, { at: '/policy/packs', account: admin });
    await screen.findByText('申请复核期限');
    const named = (pack: string) => within(container.querySelector<HTMLElement>(`[data-pack=${pack}]`)!).getAllByRole('button').map((button) => button.textContent);
    expect(named('P10')).toEqual(['启用', '不启用']);
    expect(named('P8')).toEqual(['不启用']);
    expect(named('P2')).toEqual(['启用']);
  });

  it('say when they cannot be read, and when there are none', async () => {
    gatewayAnswers({ 'GET /api/assessment/v1/policy/packs': problem(503, 'unavailable', '考核服务暂时不可用。', 'x') });
    const away = show(<PacksPage />, { at: '/policy/packs' });
    expect((await screen.findByRole('alert')).textContent).toContain('考核服务暂时不可用。');
    away.unmount();
    gatewayAnswers({ 'GET /api/assessment/v1/policy/packs': { body: { items: [] } } });
    show(<PacksPage />, { at: '/policy/packs' });
    expect(await screen.findByText(zh['state.empty'])).toBeTruthy();
  });

  it('have a word for each value that the rules\' files name', () => {
    const folder = join(process.cwd(), '../policy-rules/src/main/resources/policy');
    const named = readdirSync(join(folder, 'packs')).flatMap((file) => [...readFileSync(join(folder, 'packs', file), 'utf8').matchAll(/value: "([^"]+)", unit: TOKENS/g)].flatMap((match) => tokens(match[1])));
    expect(new Set(named)).toEqual(new Set(PACK_VALUES));
    expect(PACK_VALUES.filter((value) => !(`packValue.${value}` in zh))).toEqual([]);
    const values = readdirSync(join(folder, 'rules')).flatMap((file) => [...readFileSync(join(folder, 'rules', file), 'utf8').matchAll(/^ +values: \[([^\]]*)]/gm)].flatMap((match) => tokens(match[1])));
    expect(new Set(values)).toEqual(new Set(RULE_VALUES));
    expect(RULE_VALUES.filter((value) => !(`ruleValue.${value}` in zh))).toEqual([]);
  });
});

describe('draft', () => {
  it('is compared, handed in, and leads to its page', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers({ ...base, 'POST /api/assessment/v1/policy/changes': { status: 201, body: { id: 'c1', version: 0, position: 7 } }, 'GET /api/assessment/v1/policy/changes/c1': { body: change() } });
    show(page, { at: '/policy/changes/new?pack=P10&on=true', account: admin });
    await user.type(await screen.findByLabelText('变更名称'), '启用公务员法复核规定');
    await user.type(screen.getByLabelText('适用日期'), '2026-12-01{Enter}');
    await user.type(screen.getByLabelText('理由'), '本地区适用');
    await user.click(screen.getByRole('button', { name: '预览影响' }));
    expect((await screen.findByTestId('impact-sum')).textContent).toContain('已比较 12 件，其中 1 件');
    expect(sent.find((one) => one.path.includes('policy-impacts'))!.body).toEqual({ items: [{ kind: 'PACK', target: 'P10', from: '2026-12-01', jurisdiction: '371000', basis: '本地区适用', on: true }] });
    await user.type(screen.getByLabelText('变更理由'), '便于查阅');
    await user.click(screen.getByRole('button', { name: '提交审核' }));
    expect(await screen.findByTestId('change')).toBeTruthy();
    expect(sent.find((one) => one.path.endsWith('/policy/changes') && one.method === 'POST')!.body).toMatchObject({ title: '启用公务员法复核规定', jurisdiction: '371000', reason: '便于查阅', items: [{ target: 'P10', on: true }] });
  });

  it('that is refused says why and loses nothing, not even when the page is left', async () => {
    const user = userEvent.setup({ delay: null });
    gatewayAnswers({ ...base, 'POST /api/assessment/v1/policy/changes': problem(400, 'malformed-request', '生效日期已过；变更不溯及既往。', 'x') });
    const first = show(page, { at: '/policy/changes/new?pack=P10&on=true', account: admin });
    await user.type(await screen.findByLabelText('变更名称'), '启用');
    await user.type(screen.getByLabelText('适用日期'), '2020-01-01{Enter}');
    await user.type(screen.getByLabelText('理由'), '本地区适用');
    await user.type(screen.getByLabelText('变更理由'), '便于查阅');
    await user.click(screen.getByRole('button', { name: '提交审核' }));
    expect((await screen.findByRole('alert')).textContent).toContain('变更不溯及既往');
    expect((screen.getByLabelText('变更名称') as HTMLInputElement).value).toBe('启用');
    first.unmount();
    show(page, { at: '/policy/changes/new', account: admin });
    expect((await screen.findByLabelText('变更理由') as HTMLInputElement).value).toBe('便于查阅');
    expect((screen.getByLabelText('适用日期') as HTMLInputElement).value).toBe('2020-01-01');
  });

  it('asks for what is missing, and is nobody else\'s to write', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers(base);
    const own = show(page, { at: '/policy/changes/new', account: admin });
    await user.click(await screen.findByRole('button', { name: '提交审核' }));
    expect(await screen.findByText('请填写“变更名称”')).toBeTruthy();
    expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
    own.unmount();
    show(page, { at: '/policy/changes/new' });
    expect(await screen.findByText('规则变更由政策法规专员起草。')).toBeTruthy();
    expect(screen.queryByLabelText('变更名称')).toBeNull();
  });

  it('takes in one national rule after the other, each once', () => {
    const first = withItem({ title: '逐项答复', items: [{ kind: 'PACK' }] }, { kind: 'PACK', pack: 'P1', on: true });
    expect(first).toEqual({ title: '逐项答复', items: [{ kind: 'PACK', pack: 'P1', on: true }] });
    expect(withItem(withItem(first, { kind: 'PACK', pack: 'P2', on: false }), { kind: 'PACK', pack: 'P1', on: false }).items.map((item) => [item.pack, item.on])).toEqual([['P2', false], ['P1', false]]);
    expect(withItem(undefined, undefined)).toEqual({ items: [{ kind: 'PACK' }] });
  });

  it('sends a rule with its clause, and without a clause or force where the document is silent', () => {
    const rule = { kind: 'RULE' as const, rule: 'appeal.weihai.local', from: '2026-12-01', basis: ' 威发〔2026〕1号 ', modal: 'MAY', values: ['CADRE'], saysZh: '可以申诉。', place: '威·四·11', quote: '' };
    expect(itemOf({ ...rule, answer: 'STATED' }, '371000', '威')).toEqual({ kind: 'RULE', target: 'appeal.weihai.local', from: '2026-12-01', jurisdiction: '371000', basis: '威发〔2026〕1号', answer: 'STATED', modal: 'MAY', values: ['CADRE'], saysZh: '可以申诉。', saysEn: '可以申诉。', clauses: [{ doc: '威', place: '威·四·11', quote: undefined }] });
    expect(itemOf({ ...rule, answer: 'NOT_STATED' }, '371000', '威')).toMatchObject({ modal: 'NONE', values: [], clauses: [] });
  });
});

describe('a number of the document', () => {
  const share = { id: 'ASM-52.weihai.max-share', mechanism: 'ASM-52', title: text('乡镇优秀等次比例'), name: 'max-share', doc: '威', jurisdiction: '371000', answer: 'STATED', unit: text('百分比'), bound: 'AT_MOST', generally: false,
    clause: { doc: '威', place: '威·七·24', quote: '可提高至 20%' }, givenIn: [{ id: 'PERCENT', label: text('百分比') }], periods: [{ from: '2019-02-01', source: '威·末', value: { kind: 'NUMBER', text: '20' } }] };
  const factors = { ...share, id: 'ASM-03.weihai.factors', title: text('防止四唯'), bound: 'EXACTLY', unit: text('项'), givenIn: [{ id: 'ITEMS', label: text('项') }], periods: [{ from: '2019-02-01', value: { kind: 'NAMES', text: '唯票、唯分', names: ['唯票', '唯分'] } }] };
  const elsewhere = { ...share, id: 'ASM-10.shandong.max-share', title: text('优秀等次比例'), doc: '鲁' };
  const routes: Record<string, Reply> = { ...base, 'GET /api/assessment/v1/policy/parameters': { body: { items: [share, factors, elsewhere] } },
    [`GET /api/assessment/v1/policy/documents/${encodeURIComponent('威')}/clauses`]: { body: { clauses: [{ place: '威·七·24', quotes: [], mechanisms: [], rules: [], parameters: [] }] } } };
  const choose = async (user: ReturnType<typeof userEvent.setup>, name: string, option: RegExp) => {
    await user.click(await screen.findByLabelText(name));
    await user.click(await screen.findByTitle(option));
  };

  it('is drafted beside what it says now, with its unit and bound, its clause and its source', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers(routes);
    const { container } = show(page, { at: '/policy/changes/new', account: admin });
    await user.click(await screen.findByRole('radio', { name: '文件的数值' }));
    await choose(user, '参数', /ASM-52/);
    await waitFor(() => expect(container.querySelector('.drawer-note')!.textContent).toContain('不超过 20（百分比）'));
    expect(container.querySelector('.drawer-note')!.textContent).toContain('威·七·24');
    expect((screen.getByRole('radio', { name: '不超过' }) as HTMLInputElement).checked).toBe(true);
    expect(screen.queryByTitle(/ASM-10/)).toBeNull();
    await user.type(screen.getByLabelText('数值'), '25');
    await choose(user, '条款', /威·七·24/);
    await user.type(screen.getByLabelText('引文'), '可提高至 25%');
    await user.type(screen.getByLabelText('适用日期'), '2026-12-01{Enter}');
    await user.type(screen.getByLabelText('来源'), '威发〔2026〕3号');
    await user.click(screen.getByRole('button', { name: '预览影响' }));
    await screen.findByTestId('impact-sum');
    expect(sent.find((one) => one.path.includes('policy-impacts'))!.body).toEqual({ items: [{ kind: 'AMOUNT', target: 'ASM-52.weihai.max-share', from: '2026-12-01', jurisdiction: '371000', basis: '威发〔2026〕3号', value: '25', unit: 'PERCENT', bound: 'AT_MOST', generally: false,
      clauses: [{ doc: '威', place: '威·七·24', quote: '可提高至 25%' }] }] });
  });

  it('that is a list is given by its names, and one that is a word only by a number or by names', async () => {
    const user = userEvent.setup({ delay: null });
    const word = { ...factors, id: 'CLR-03.weihai.range', title: text('澄清范围'), givenIn: [{ id: 'RANGE', label: text('范围') }], periods: [{ from: '2019-02-01', value: { kind: 'UNSET', text: 'UNSET' } }] };
    gatewayAnswers({ ...routes, 'GET /api/assessment/v1/policy/parameters': { body: { items: [share, factors, word] } } });
    const { container } = show(page, { at: '/policy/changes/new', account: admin });
    await user.click(await screen.findByRole('radio', { name: '文件的数值' }));
    await choose(user, '参数', /CLR-03/);
    expect((await screen.findByRole('switch', { name: '以名目给出' })).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByLabelText('数值').tagName).toBe('TEXTAREA');
    expect(container.querySelector('.drawer-note')!.textContent).toContain('原文为文字，未给出数值');
    await choose(user, '参数', /ASM-52/);
    await waitFor(() => expect(screen.queryByRole('switch', { name: '以名目给出' })).toBeNull());
    expect(screen.getByLabelText('数值').tagName).toBe('INPUT');
    await choose(user, '参数', /ASM-03/);
    await waitFor(() => expect(screen.getByLabelText('数值').tagName).toBe('TEXTAREA'));
    await user.click(screen.getByRole('switch', { name: '以名目给出' }));
    await waitFor(() => expect(screen.getByLabelText('数值').tagName).toBe('INPUT'));
  });

  it('that is a list is sent by its names', () => {
    expect(itemOf({ kind: 'AMOUNT', amount: factors.id, list: true, entries: '唯票\n 唯年龄 \n', value: '3', unit: 'ITEMS', bound: 'EXACTLY', generally: true, from: '2026-12-01', basis: '威发〔2026〕3号', place: '威·二·5', quote: '唯票、唯年龄' }, '371000', '威'))
      .toEqual({ kind: 'AMOUNT', target: factors.id, from: '2026-12-01', jurisdiction: '371000', basis: '威发〔2026〕3号', values: ['唯票', '唯年龄'], unit: 'ITEMS', bound: 'EXACTLY', generally: true, clauses: [{ doc: '威', place: '威·二·5', quote: '唯票、唯年龄' }] });
  });

  it('is reviewed with what it says now beside what it would say', async () => {
    const item = { kind: 'AMOUNT', target: share.id, from: '2026-12-01', jurisdiction: '371000', basis: '威发〔2026〕3号', value: '25', unit: 'PERCENT', bound: 'AT_MOST', generally: true, values: [], clauses: [{ doc: '威', place: '威·七·24', quote: '一般可提高至 25%' }] };
    gatewayAnswers({ ...routes, 'GET /api/assessment/v1/policy/changes/c1': { body: change({ items: [item, { ...item, target: factors.id, value: null, values: ['唯票', '唯年龄'], unit: 'ITEMS', bound: 'EXACTLY' }, { ...item, value: 'UNSET' }] }) } });
    const { container } = show(page, { at: '/policy/changes/c1', account: approver });
    await screen.findByTestId('change');
    await waitFor(() => expect(container.querySelector(`[data-item="${share.id}"]`)!.textContent).toContain('一般 不超过 25（百分比）'));
    const shown = container.querySelector(`[data-item="${share.id}"]`)!.textContent!;
    expect(shown).toContain('文件的数值：乡镇优秀等次比例');
    expect(shown).toContain('不超过 20（百分比）');
    expect(shown).toContain('一般可提高至 25%');
    expect(container.querySelector(`[data-item="${factors.id}"]`)!.textContent).toContain('唯票；唯年龄');
    expect(container.textContent).toContain('原文为文字，未给出数值');
  });
});

describe('a change', () => {
  const routes = (more: object = {}): Record<string, Reply> => ({ ...base, 'GET /api/assessment/v1/policy/changes/c1': { body: change(more) } });

  it('shows what it would touch, now beside then with the clause, before anyone can approve it', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers({ ...routes(), 'POST /api/assessment/v1/policy/changes/c1/review': { body: { id: 'c1', version: 1, position: 8 } } });
    const { container } = show(page, { at: '/policy/changes/c1', account: approver });
    const difference = (await screen.findByText('本人申诉')).closest('li')!;
    expect(difference.textContent).toContain('未载明；已启用公务员法');
    expect(difference.textContent).toContain('皖·四·11');
    expect(container.textContent).toContain('启用《公务员法（复核、申诉）》');
    expect(container.textContent).toContain('办理中 1 件，已决定 0 件');
    await waitFor(() => expect((screen.getByRole('button', { name: '审核通过' }) as HTMLButtonElement).disabled).toBe(false));
    await user.click(screen.getByRole('button', { name: '审核通过' }));
    await user.type(await screen.findByLabelText('理由'), '同意');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent.some((one) => one.path.endsWith('/review'))).toBe(true));
    const review = sent.find((one) => one.path.endsWith('/review'))!;
    expect(review.body).toEqual({ approve: true, reason: '同意', impactSeen: { tolerance: { asked: 4, differing: 1, position: 9 }, assessment: { asked: 4, differing: 0, position: 3 }, incentive: { asked: 4, differing: 0, position: 3 } } });
    expect(review.headers['If-Match']).toBe('"0"');
  });

  it('cannot be approved while a service has not answered', async () => {
    gatewayAnswers({ ...routes(), 'POST /api/incentive/v1/policy-impacts': problem(403, 'forbidden-role', '不能查看。', 'x') });
    show(page, { at: '/policy/changes/c1', account: approver });
    expect((await screen.findByRole('alert')).textContent).toContain('不能查看。');
    expect((screen.getByRole('button', { name: '审核通过' }) as HTMLButtonElement).disabled).toBe(true);
    expect(screen.queryByTestId('impact-sum')).toBeNull();
  });

  it('is not reviewed by who drafted it, nor by anyone elsewhere', async () => {
    gatewayAnswers(routes());
    const own = show(page, { at: '/policy/changes/c1', account: { ...approver, person: 'person-a' } });
    expect(await screen.findByText('本项变更由您起草，须由另一人审核。')).toBeTruthy();
    own.unmount();
    show(page, { at: '/policy/changes/c1', account: { ...approver, jurisdiction: '370000' } });
    await screen.findByTestId('change');
    expect(screen.queryByRole('button', { name: '审核通过' })).toBeNull();
  });

  it('is published by the administrator once approved, and then shows no preview', async () => {
    gatewayAnswers(routes({ state: 'APPROVED', reviewedBy: 'person-b', reviewReason: '同意' }));
    const approved = show(page, { at: '/policy/changes/c1', account: admin });
    expect(await screen.findByRole('button', { name: '公布' })).toBeTruthy();
    expect(document.body.textContent).toContain('同意');
    approved.unmount();
    gatewayAnswers(routes({ state: 'PUBLISHED', reviewedBy: 'person-b' }));
    show(page, { at: '/policy/changes/c1', account: admin });
    expect((await screen.findByTestId('change')).textContent).toContain('已公布');
    expect(screen.queryByTestId('impact')).toBeNull();
    expect(screen.queryByRole('button', { name: '公布' })).toBeNull();
  });

  it('asks only those who know of reports about reports', async () => {
    const sent = gatewayAnswers({ ...routes(), 'POST /api/clarification/v1/policy-impacts': { body: report() } });
    show(page, { at: '/policy/changes/c1', account: { ...INVESTIGATOR, roles: ['REPORT_OFFICER'] } });
    expect((await screen.findByTestId('impact-sum')).textContent).toContain('没有答案不同的事项');
    expect(sent.filter((one) => one.path.endsWith('policy-impacts')).map((one) => one.path)).toEqual(['/api/clarification/v1/policy-impacts']);
  });

  it('says that there is none under this address', async () => {
    gatewayAnswers({});
    show(page, { at: '/policy/changes/c1' });
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});

const LINE = { id: 'c1', version: 0, state: 'DRAFTED', title: '启用公务员法复核规定', jurisdiction: '371000', from: '2026-12-01', items: 2, draftedBy: 'person-a', draftedAt: '2026-11-21T01:00:00Z' };

describe('changes', () => {
  it('are listed with place, state and who did what, narrowed by the address', async () => {
    const sent = gatewayAnswers({ ...base, 'GET /api/assessment/v1/policy/changes': { body: { items: [LINE] } } });
    const { container } = show(page, { at: '/policy/changes?jurisdiction=371000&state=DRAFTED', account: admin });
    expect((await screen.findByRole('link', { name: '启用公务员法复核规定' })).getAttribute('href')).toBe('/policy/changes/c1');
    expect(container.textContent).toContain('待审核');
    expect(container.textContent).toContain('2 项');
    expect(container.textContent).toContain('2026-11-21 09:00:00');
    expect(sent.map((one) => one.path)).toContain('/api/assessment/v1/policy/changes?jurisdiction=371000&state=DRAFTED');
    expect(screen.getByRole('link', { name: '起草变更' }).getAttribute('href')).toBe('/policy/changes/new');
  });

  it('say that there are none, and offer no draft to those who may not', async () => {
    gatewayAnswers({ ...base, 'GET /api/assessment/v1/policy/changes': { body: { items: [] } } });
    show(page, { at: '/policy/changes' });
    expect(await screen.findByText('没有规则变更')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '起草变更' })).toBeNull();
  });
});

describe('conflicts', () => {
  const conflict = (more: object = {}) => ({
    question: 'opening.check', name: text('核实与问责同步'), reading: 'conflict.opening.check',
    city: { jurisdiction: '371000', doc: '威', rule: 'opening.weihai.check', modal: 'MUST', says: text('发现情形时'), clauses: [{ doc: '威', place: '威·四·11', quote: '在责任追究调查过程中' }] },
    province: { jurisdiction: '370000', doc: '鲁', rule: 'opening.shandong.check', modal: 'MUST', says: text('启动问责时'), clauses: [{ doc: '鲁', place: '鲁·三·2' }] }, ...more,
  });
  const routes = (...items: object[]): Record<string, Reply> => ({ ...base, 'GET /api/assessment/v1/policy/conflicts?jurisdiction=371000': { body: { items } } });

  it('show both clauses and are decided with a reason by the administrator of the place', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers({ ...routes(conflict()), 'POST /api/assessment/v1/policy/conflicts/opening.check/decision': { status: 201, body: { id: 'x', version: 0, position: 4 } } });
    show(<ConflictsPage />, { at: '/policy/conflicts', account: admin });
    expect(await screen.findByText('威·四·11')).toBeTruthy();
    expect(screen.getByText('鲁·三·2')).toBeTruthy();
    expect(document.body.textContent).toContain('尚未认定：暂以本级规定为准');
    await user.click(screen.getByRole('button', { name: '认定以何者为准' }));
    await user.click(await screen.findByRole('radio', { name: '以上级规定为准' }));
    await user.type(screen.getByLabelText('理由'), '省规定更明确');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ chosen: 'UPPER', reason: '省规定更明确', demonstration: false, jurisdiction: '371000' }));
  });

  it('show who decided and why; others are offered nothing', async () => {
    gatewayAnswers(routes(conflict({ decision: { by: 'person-a', byOffice: 'o', at: '2026-11-21', reason: '省规定更明确', chosen: 'UPPER' } })));
    show(<ConflictsPage />, { at: '/policy/conflicts' });
    expect((await screen.findByText('已认定：以上级规定为准')).closest('p')!.textContent).toContain('省规定更明确');
    await screen.findByText(/郑承志（演示）/);
    expect(screen.queryByRole('button', { name: /认定/ })).toBeNull();
  });

  it('say that none was found, and why they cannot be read', async () => {
    gatewayAnswers(routes());
    const empty = show(<ConflictsPage />, { at: '/policy/conflicts' });
    expect(await screen.findByText(/没有发现规定不同之处/)).toBeTruthy();
    empty.unmount();
    gatewayAnswers({ 'GET /api/assessment/v1/policy/conflicts': problem(503, 'unavailable', '考核服务暂时不可用。', 'x') });
    show(<ConflictsPage />, { at: '/policy/conflicts' });
    expect((await screen.findByRole('alert')).textContent).toContain('考核服务暂时不可用');
  });
});

describe('setting up a place', () => {
  const SETUP = 'GET /api/assessment/v1/policy/setup?jurisdiction=371000';
  const setup = (more: object = {}) => ({ jurisdiction: '371000', version: 3, ready: false, unanswered: [{ pack: 'P10', name: text('公务员法（复核、申诉）') }], undated: [], readings: [{ reading: 'r', question: text('是否适用？') }], ...more });

  it('names what is left and where it is done, and does not open before every pack is answered', async () => {
    gatewayAnswers({ ...base, [SETUP]: { body: setup() } });
    const { container } = show(<SetupPage />, { at: '/policy/setup', account: admin });
    expect((await screen.findByRole('link', { name: '公务员法（复核、申诉）' })).getAttribute('href')).toBe('/policy/packs?jurisdiction=371000#P10');
    expect(container.querySelector('[data-part=dates]')!.textContent).toContain('已齐备');
    expect(container.querySelector('[data-part=readings]')!.textContent).toContain('是否适用？');
    expect((screen.getByRole('button', { name: '提请启用' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('is proposed by one and approved by another', async () => {
    const user = userEvent.setup({ delay: null });
    const ready = setup({ ready: true, unanswered: [], version: -1 });
    const sent = gatewayAnswers({ ...base, [SETUP]: { body: ready }, 'POST /api/assessment/v1/policy/setup': { status: 201, body: { id: 'x', version: 0, position: 1 } } });
    const own = show(<SetupPage />, { at: '/policy/setup', account: admin });
    await user.click(await screen.findByRole('button', { name: '提请启用' }));
    await user.type(await screen.findByLabelText('理由'), '齐备');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ reason: '齐备', demonstration: false, jurisdiction: '371000' }));
    own.unmount();
    const proposed = { ...ready, version: 0, proposed: { by: 'person-a', at: '2026-11-21', reason: '齐备' } };
    const asked = gatewayAnswers({ ...base, [SETUP]: { body: proposed }, 'POST /api/assessment/v1/policy/setup/371000/review': { body: { id: 'x', version: 1, position: 2 } } });
    const other = show(<SetupPage />, { at: '/policy/setup', account: approver });
    await user.click(await screen.findByRole('button', { name: '核准启用' }));
    await user.type(await screen.findByLabelText('理由'), '同意');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(asked.find((one) => one.method === 'POST')).toMatchObject({ body: { approve: true, reason: '同意' }, headers: { 'If-Match': '"0"' } }));
    other.unmount();
    show(<SetupPage />, { at: '/policy/setup', account: { ...approver, person: 'person-a' } });
    expect(await screen.findByText(/须由另一人核准/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '核准启用' })).toBeNull();
  });

  it('that is done shows when and by whom, and offers nothing more', async () => {
    gatewayAnswers({ ...base, [SETUP]: { body: setup({ ready: true, unanswered: [], readings: [], opened: { by: 'person-b', at: '2026-11-22', proposedBy: 'person-a' } }) } });
    show(<SetupPage />, { at: '/policy/setup', account: admin });
    expect((await screen.findByTestId('setup')).textContent).toContain('已于 2026-11-22 启用');
    expect(screen.queryByRole('button', { name: '提请启用' })).toBeNull();
  });

  it('says why it cannot be read', async () => {
    gatewayAnswers({ 'GET /api/assessment/v1/policy/setup': problem(400, 'malformed-request', '地区须为六位行政区划代码。', 'x') });
    show(<SetupPage />, { at: '/policy/setup?jurisdiction=x' });
    expect((await screen.findByRole('alert')).textContent).toContain('六位行政区划代码');
  });
});

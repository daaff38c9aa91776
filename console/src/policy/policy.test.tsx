import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { gatewayAnswers, INVESTIGATOR, problem, show, type Reply } from '../test/stub';
import { ClausesPage } from './ClausesPage';
import { ComparisonPage } from './ComparisonPage';
import { GapsPage } from './GapsPage';
import { MechanismsPage } from './MechanismsPage';
import { ParametersPage } from './ParametersPage';
import { SearchPage } from './SearchPage';
import { TrialPage } from './TrialPage';

const text = (zh: string) => ({ zh, en: `en ${zh}` });
const RULES = [{ pack: 'P10', name: text('公务员法（复核、申诉）'), note: text('第九十五条') }];
const held = (more: object = {}) => ({ question: 'appeal.local', jurisdiction: '371000', asOf: '2026-07-01', outcome: 'STATED', support: 'OWN', acts: 'BY_ITSELF', modal: 'MAY', says: text('可以提出申诉。'), clauses: [{ doc: '皖', place: '皖·四·11', quote: '本人可以提出申诉' }], path: [], nationalRules: [], ...more });
const silent = held({ outcome: 'UNDEFINED', support: undefined, says: text('未载明；由人查阅其他规定。'), clauses: [], nationalRules: RULES });
const parameter = (more: object = {}) => ({
  id: 'ASM-52.weihai.max-share', mechanism: 'ASM-52', title: text('乡镇优秀等次比例'), name: 'max-share', doc: '威', jurisdiction: '371000', answer: 'STATED', unit: text('百分比'), bound: 'AT_MOST', generally: false,
  clause: { doc: '威', place: '威·七·24', quote: '可提高至 20%' }, periods: [{ from: '2019-02-01', source: '威·末', value: { kind: 'NUMBER', text: '20' } }], ...more,
});
const lost = parameter({ id: 'TOL-33.guizhou.limit', doc: '黔', answer: 'LOST', periods: [{ value: { kind: 'LOST', text: 'LOST' } }] });
const unset = parameter({ id: 'ASM-02.shandong.weight', doc: '鲁', answer: 'UNSET', periods: [{ from: '2016-01-01', source: '演示数据', demonstration: true, value: { kind: 'UNSET', text: 'UNSET' } }] });
const clauses = (more: object = {}) => ({
  code: '威', title: '威海实施意见', rulesVersion: 'abc', copies: { version: -1 }, ...more,
  clauses: [
    { place: '威·七·24', quotes: ['可提高至 20%'], mechanisms: [{ id: 'ASM-52', area: 'ASM', kind: 'PARAMETER', title: text('乡镇优秀等次比例') }], parameters: [parameter()],
      rules: [{ id: 'assessment.weihai.township', question: 'assessment.township', doc: '威', kind: 'RULE', modal: 'MAY', answer: 'STATED', support: 'OWN', says: text('可提高至百分之二十。'), clauses: [] }] },
    { place: '威·八', quotes: [], lost: text('后半部分'), mechanisms: [], rules: [], parameters: [] },
  ],
});
const admin = { ...INVESTIGATOR, roles: ['POLICY_ADMIN' as const] };
const approver = { ...INVESTIGATOR, roles: ['POLICY_APPROVER' as const] };
const clausesAt = '/policy/clauses/威';
const CLAUSES = `GET /api/assessment/v1/policy/documents/${encodeURIComponent('威')}/clauses`;
const clausesPage = <Routes><Route path="/policy/clauses/:code?" element={<ClausesPage />} /></Routes>;

describe('clause beside rule', () => {
  it('shows quotation, mechanism, rule with its support and number of each clause', async () => {
    gatewayAnswers({ [CLAUSES]: { body: clauses() } });
    show(clausesPage, { at: clausesAt });
    const clause = await screen.findByText('可提高至百分之二十。');
    const article = clause.closest('article')!;
    expect(article.dataset.place).toBe('威·七·24');
    expect(within(article).getByText('可提高至 20%')).toBeTruthy();
    expect(article.querySelector('[data-support=OWN]')).not.toBeNull();
    expect(article.textContent).toContain('不超过 20（百分比）');
    expect(document.body.textContent).toContain('尚未导入本文件的原文');
  });

  it('says what is lost, and of a clause without rules that nothing rests on it', async () => {
    gatewayAnswers({ [CLAUSES]: { body: clauses() } });
    show(clausesPage, { at: clausesAt });
    const article = (await screen.findByText('缺损内容：后半部分')).closest('article')!;
    expect(article.querySelector('[data-value=LOST]')).not.toBeNull();
    expect(article.textContent).toContain('没有依据这一处登记规则');
  });

  it('shows the whole clause where a copy was approved, and its digest', async () => {
    const copy = { digest: 'd'.repeat(64), characters: 9, places: 1, quotations: 200, differing: 0, source: '市委办公室', byOffice: 'o', importedOn: '2026-07-01', approvedOn: '2026-07-02', available: true };
    const body = clauses({ copies: { shown: copy, version: 1 } });
    body.clauses[0] = { ...body.clauses[0]!, text: '整条原文。' } as never;
    gatewayAnswers({ [CLAUSES]: { body } });
    show(clausesPage, { at: clausesAt });
    expect(await screen.findByText('整条原文。')).toBeTruthy();
    expect(screen.getByText('d'.repeat(64))).toBeTruthy();
    expect(screen.queryByRole('button', { name: '导入原文' })).toBeNull();
  });

  it('lets the policy administrator import and only the approver approve, naming digest and version', async () => {
    const user = userEvent.setup({ delay: null });
    const pending = { digest: 'e'.repeat(64), characters: 9, places: 1, quotations: 200, differing: 3, source: '市委办公室', byOffice: 'o', importedOn: '2026-07-01', available: true };
    const approval = `POST /api/assessment/v1/policy/documents/${encodeURIComponent('威')}/text/approval`;
    const sent = gatewayAnswers({ [CLAUSES]: { body: clauses({ copies: { pending, version: 4 } }) }, [approval]: { body: { id: 'x', version: 5, position: 9 } } });
    const first = show(clausesPage, { at: clausesAt, account: admin });
    expect(await screen.findByRole('button', { name: '导入原文' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '核准原文' })).toBeNull();
    expect(document.body.textContent).toContain('核对 200 条，不符 3 条');
    first.unmount();
    show(clausesPage, { at: clausesAt, account: approver });
    await user.click(await screen.findByRole('button', { name: '核准原文' }));
    await user.click(await screen.findByRole('button', { name: '提交' }));
    await screen.findByText(/已记录|9/);
    expect(sent.filter((one) => one.method === 'POST').map((one) => [one.body, one.headers['If-Match']])).toEqual([[{ digest: 'e'.repeat(64) }, '"4"']]);
  });

  it('says when the service is away', async () => {
    gatewayAnswers({ [CLAUSES]: problem(404, 'not-found', '没有这份文件。', 'x') });
    show(clausesPage, { at: clausesAt });
    expect((await screen.findByRole('alert')).textContent).toContain('没有这份文件。');
  });
});

describe('comparison', () => {
  const cell = (doc: string, jurisdiction: string, own: string, holds: object) => ({ doc, jurisdiction, own, modal: 'MAY', says: text(`${doc}说`), clauses: [], parameters: [], holds });
  const table = { asOf: '2026-07-01', rulesVersion: 'abc', rows: [{ question: 'appeal.local', group: 'appeal', merge: 'ANY_LEVEL_GRANTS', title: text('申诉'), mechanisms: [], cells: [
    cell('中', '000000', 'NOT_STATED', silent), cell('皖', '340000', 'STATED', held()), cell('黔', '520000', 'LOST', held({ outcome: 'LOST', support: undefined, says: text('缺损'), nationalRules: RULES })),
    cell('威', '371000', 'NOT_STATED', held({ support: 'INHERITED', says: text('上级规定'), reading: { id: 'r', question: text('是否适用？'), confirmed: false } })),
  ] }] };
  const routes = { 'GET /api/assessment/v1/policy/questions': { body: { items: [{ id: 'appeal.local', group: 'appeal', title: text('申诉'), mechanisms: [] }] } }, 'GET /api/assessment/v1/policy/comparison?question=appeal.local': { body: table } };

  it('shows own, inherited, not stated and lost beside each other, and never a no', async () => {
    gatewayAnswers(routes);
    const { container } = show(<ComparisonPage />, { at: '/policy/comparison?question=appeal.local' });
    await screen.findByText('皖说');
    const at = (doc: string) => container.querySelector<HTMLElement>(`td[data-doc="${doc}"]`)!;
    expect(at('皖').querySelector('[data-support=OWN]')).not.toBeNull();
    expect(at('威').querySelector('[data-support=INHERITED]')).not.toBeNull();
    expect(at('威').textContent).toContain('本文件未载明');
    expect(at('威').textContent).toContain('口径尚未确认，由人判断：是否适用？');
    expect(at('黔').textContent).toContain('本文件此处缺损');
    expect(at('中').textContent).toContain('五份文件未载明');
    expect(container.querySelector('.comparison-rules')!.textContent).toContain('公务员法（复核、申诉）');
    expect(container.textContent).not.toMatch(/没有申诉|无权|不得申诉/);
  });

  it('asks for the group of the address', async () => {
    const sent = gatewayAnswers({ ...routes, 'GET /api/assessment/v1/policy/comparison?group=effects&asOf=2020-01-01': { body: table } });
    show(<ComparisonPage />, { at: '/policy/comparison?group=effects&asOf=2020-01-01' });
    await screen.findByText('皖说');
    expect(sent.map((one) => one.path)).toContain('/api/assessment/v1/policy/comparison?group=effects&asOf=2020-01-01');
  });
});

describe('gaps', () => {
  const GAPS = 'GET /api/assessment/v1/policy/gaps?jurisdiction=371000';
  it('lists each gap with the national rules by name, undated documents, lost places and words that are no numbers', async () => {
    gatewayAnswers({ [GAPS]: { body: { jurisdiction: '371000', asOf: '2026-07-01', rulesVersion: 'abc', questions: [{ question: 'appeal.local', group: 'appeal', title: text('申诉'), answer: silent, consulted: [{ about: text('任用资格核对'), rule: '干部任用条例', count: 3, last: '2026-06-01' }] }], undated: [{ doc: '鲁', title: '山东意见' }], damaged: [{ doc: '黔', place: '黔·五·13', lost: text('申请人') }], parameters: [unset] } } });
    const { container } = show(<GapsPage />, { at: '/policy/gaps' });
    const row = (await screen.findByRole('link', { name: '申诉' })).closest('tr')!;
    expect(row.textContent).toContain('公务员法（复核、申诉）');
    expect(row.querySelector('[data-value=UNDEFINED]')).not.toBeNull();
    expect(row.textContent).toContain('干部任用条例');
    expect(row.textContent).toContain('3 次，最近 2026-06-01');
    expect(container.textContent).toContain('山东意见　施行日期未设定');
    expect(container.textContent).toContain('黔·五·13　缺损内容：申请人');
    expect(container.querySelector('#gaps-parameters')!.textContent).toContain('未给出数值');
  });

  it('says that nothing is open when nothing is', async () => {
    gatewayAnswers({ [GAPS]: { body: { jurisdiction: '371000', asOf: '2026-07-01', rulesVersion: 'abc', questions: [], undated: [], damaged: [], parameters: [] } } });
    show(<GapsPage />, { at: '/policy/gaps' });
    expect(await screen.findByText('各规则问题在本地区均有规定')).toBeTruthy();
  });
});

describe('parameters', () => {
  const routes: Record<string, Reply> = { 'GET /api/assessment/v1/policy/parameters': { body: { items: [parameter(), unset, lost] } } };
  it('show value, unit, clause and since when, and no number where the text gives none', async () => {
    gatewayAnswers(routes);
    const { container } = show(<ParametersPage />, { at: '/policy/parameters' });
    await screen.findByText('ASM-52.weihai.max-share');
    expect(container.textContent).toContain('不超过 20（百分比）');
    expect(container.textContent).toContain('自 2019-02-01 起施行');
    expect(container.textContent).toContain('原文为文字，未给出数值');
    expect(container.textContent).toContain('原件此处缺损');
    expect(container.textContent).toContain('施行日期未设定');
    expect(screen.getByText('演示口径')).toBeTruthy();
  });

  it('stand on a line of time where a change was published, those of national rules among them', async () => {
    const pack = parameter({ id: 'P10.review-request', mechanism: undefined, pack: 'P10', title: text('公务员法（复核、申诉）'), name: '申请复核期限', doc: '公务员法', jurisdiction: '000000', unit: text('日'), bound: 'EXACT', clause: { doc: '公务员法', place: '第九十五条', quote: '' },
      periods: [{ from: '2019-06-01', source: '法律全文', value: { kind: 'NUMBER', text: '30' } }, { from: '2027-01-01', source: '修订稿', value: { kind: 'NUMBER', text: '60' } }] });
    const named = parameter({ ...pack, id: 'P1.kinds', pack: 'P1', name: '处置方式', periods: [{ value: { kind: 'NUMBER', text: 'TALK_OR_LETTER, CLOSED' } }] });
    const restated = parameter({ restated: [{ rule: 'r', from: '2027-03-01', source: '威发〔2027〕1号', says: text('可提高至百分之二十五。'), clauses: [] }] });
    gatewayAnswers({ 'GET /api/assessment/v1/policy/parameters': { body: { items: [pack, named, restated] } } });
    const { container } = show(<ParametersPage />, { at: '/policy/parameters' });
    const row = (await screen.findByText('申请复核期限')).closest('tr')!;
    expect([...row.querySelectorAll('.periods strong')].map((value) => value.textContent)).toEqual(['30', '60']);
    expect(row.textContent).toContain('自 2027-01-01 起施行');
    expect(screen.getByText('谈话函询；予以了结')).toBeTruthy();
    expect(container.textContent).toContain('可提高至百分之二十五。');
    expect(container.textContent).not.toMatch(/EXACT|TALK_OR_LETTER/);
  });

  it('of a document stand in the order of their days, each with its clause, bound and source', async () => {
    const stated = (bound: string, quote: string) => ({ answer: 'STATED', unit: text('百分比'), bound, generally: false, clause: { doc: '威', place: '威·七·24', quote } });
    const changed = parameter({ periods: [
      { from: '2019-02-01', until: '2026-11-30', source: '威·末', value: { kind: 'NUMBER', text: '20' }, stated: stated('AT_MOST', '可提高至 20%') },
      { from: '2026-12-01', source: '威发〔2026〕3号', value: { kind: 'NUMBER', text: '25' }, stated: stated('MORE_THAN', '可提高至 25%以上') },
    ] });
    gatewayAnswers({ 'GET /api/assessment/v1/policy/parameters': { body: { items: [changed] } } });
    const { container } = show(<ParametersPage />, { at: '/policy/parameters' });
    await screen.findByText('ASM-52.weihai.max-share');
    const line = [...container.querySelectorAll('.periods > li')].map((one) => one.textContent!);
    expect(line[0]).toContain('不超过 20（百分比）');
    expect(line[0]).toContain('自 2019-02-01 起施行，至 2026-11-30');
    expect(line[0]).toContain('可提高至 20%');
    expect(line[1]).toContain('高于 25（百分比）');
    expect(line[1]).toContain('可提高至 25%以上');
    expect(line[1]).toContain('威发〔2026〕3号');
  });

  it('are narrowed by the address', async () => {
    gatewayAnswers(routes);
    show(<ParametersPage />, { at: '/policy/parameters?answer=LOST' });
    await screen.findByText('TOL-33.guizhou.limit');
    expect(screen.queryByText('ASM-52.weihai.max-share')).toBeNull();
  });
});

describe('mechanisms', () => {
  it('open the one of the address with everything entered about it, and are filtered by word', async () => {
    const user = userEvent.setup({ delay: null });
    gatewayAnswers({
      'GET /api/assessment/v1/policy/mechanisms': { body: { items: [{ id: 'ASM-52', area: 'ASM', kind: 'PARAMETER', title: text('乡镇优秀等次比例') }, { id: 'APL-01', area: 'APL', kind: 'PROCEDURE', title: text('本人申诉') }] } },
      'GET /api/assessment/v1/policy/mechanisms/ASM-52': { body: { id: 'ASM-52', area: 'ASM', areaName: text('考核'), kind: 'PARAMETER', title: text('乡镇优秀等次比例'), note: text('一般情形'), concerns: [text('乡镇干部')], states: [], questions: ['assessment.township'], clauses: [{ doc: '威', place: '威·七·24', quote: '可提高至 20%' }], parameters: [parameter()], rules: [], decides: true } },
    });
    const { container } = show(<Routes><Route path="/policy/mechanisms/:id?" element={<MechanismsPage />} /></Routes>, { at: '/policy/mechanisms/ASM-52' });
    await screen.findByText('乡镇干部');
    expect(container.querySelector('[data-mechanism=ASM-52]')!.textContent).toContain('可据给定事实判定');
    expect(screen.getByRole('link', { name: '试算' }).getAttribute('href')).toContain('question=assessment.township');
    await user.type(screen.getByLabelText('筛选'), '申诉');
    expect(screen.getByText('本人申诉')).toBeTruthy();
    expect(within(container.querySelector('table')!).queryByText('乡镇优秀等次比例')).toBeNull();
  });
});

describe('search', () => {
  const at = '/policy/search?q=申诉';
  const path = `GET /api/assessment/v1/policy/search?q=${encodeURIComponent('申诉')}`;
  it('marks the word and leads to where it stands', async () => {
    gatewayAnswers({ [path]: { body: { items: [{ kind: 'CLAUSE', id: '皖·四·11', title: text('皖·四·11'), text: '对组织认定有不同意见的，本人可以提出申诉', document: '皖', exact: true }, { kind: 'MECHANISM', id: 'APL-01', title: text('本人申诉'), text: '', exact: true }] } } });
    const { container } = show(<SearchPage />, { at });
    const link = await screen.findByRole('link', { name: '皖·四·11' });
    expect(link.getAttribute('href')).toBe(`/policy/clauses/${encodeURIComponent('皖')}?place=${encodeURIComponent('皖·四·11')}`);
    expect(container.querySelector('mark')!.textContent).toBe('申诉');
    expect(screen.getByRole('link', { name: '本人申诉' }).getAttribute('href')).toBe('/policy/mechanisms/APL-01');
  });

  it('says that nothing found is not a denial, and says when the hits are only alike', async () => {
    gatewayAnswers({ [path]: { body: { items: [] } } });
    const empty = show(<SearchPage />, { at });
    expect(await screen.findByText(/不表示文件对此作了否定/)).toBeTruthy();
    empty.unmount();
    gatewayAnswers({ [path]: { body: { items: [{ kind: 'MECHANISM', id: 'APL-01', title: text('本人申辩'), text: '', exact: false }] } } });
    show(<SearchPage />, { at });
    expect(await screen.findByText(/以下条目与之相近/)).toBeTruthy();
  });
});

describe('trial', () => {
  const inputs = { question: 'q.share', title: text('优秀比例'), numbers: ['part', 'whole'], dates: [], findings: [{ id: 'LATE', label: text('逾期') }], choices: [], decides: true };
  const routes = {
    'GET /api/assessment/v1/policy/questions': { body: { items: [{ id: 'q.share', group: 'assessment', title: text('优秀比例'), mechanisms: [] }] } },
    'GET /api/assessment/v1/policy/questions/q.share/inputs': { body: inputs },
    'POST /api/assessment/v1/policy/evaluations': { body: {
      title: text('优秀比例'), answer: held({ path: [{ jurisdiction: '371000', doc: '威', rule: 'r', answer: 'STATED', force: 'IN_FORCE', effectiveFrom: '2019-02-01', says: text('比例可提高'), clauses: [] }] }), verdict: 'OPEN', says: text('由人判断。'), actsByItself: false, exceptionAllowed: false, parameters: [],
      trace: { rulesVersion: 'abc', asOf: '2024-05-10', rules: ['r'], clauses: [], dates: [], readings: [], checks: [], leftToPerson: [{ zh: '缺少数值：whole', en: 'A number is missing: whole' }], restsOnDemonstration: false },
    } },
  };

  it('asks for the facts of the question, leaves what is empty unknown, and shows answer and trace', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers(routes);
    show(<TrialPage />, { at: '/policy/trial?question=q.share&asOf=2024-05-10' });
    await user.type(await screen.findByLabelText('部分数'), '20');
    await user.click(screen.getByRole('radio', { name: '不成立' }));
    await user.click(screen.getByRole('button', { name: '试算' }));
    const result = await screen.findByTestId('trial-result');
    await within(result).findByText('由人判断。');
    expect(result.textContent).toContain('缺少数值：总数');
    expect(result.textContent).toContain('由人判断后方可适用');
    expect(result.textContent).toContain('比例可提高');
    expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ question: 'q.share', jurisdiction: '371000', asOf: '2024-05-10', numbers: { part: 20 }, dates: {}, holds: [], fails: ['LATE'], chosen: [] });
  });

  it('is handed on by its address', async () => {
    const sent = gatewayAnswers(routes);
    show(<TrialPage />, { at: `/policy/trial?question=q.share&jurisdiction=340000&given=${encodeURIComponent(JSON.stringify({ numbers: { part: 1 } }))}` });
    await screen.findByText('由人判断。');
    expect((screen.getByLabelText('部分数') as HTMLInputElement).value).toBe('1');
    expect(sent.find((one) => one.method === 'POST')!.body).toMatchObject({ jurisdiction: '340000', numbers: { part: 1 } });
  });

  it('says why facts are refused', async () => {
    gatewayAnswers({ ...routes, 'POST /api/assessment/v1/policy/evaluations': problem(400, 'malformed-request', '部分不得大于总数。', 'x') });
    show(<TrialPage />, { at: '/policy/trial?question=q.share&given={}' });
    expect((await screen.findByRole('alert')).textContent).toContain('部分不得大于总数。');
  });
});

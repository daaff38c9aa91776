import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { AuditPage } from '../audit/AuditPage';
import { useCount } from '../dashboard/count';
import { DossierPage } from '../dossier/DossierPage';
import { QuestionPage } from '../questions/QuestionsPage';
import { Root } from '../Root';
import { gatewayAnswers, INVESTIGATOR, problem, show } from './stub';

describe('sign-in', () => {
  const page = () => render(<MemoryRouter><Root /></MemoryRouter>);
  const nobody = problem(401, 'not-signed-in', '未登录', 'x');

  it('works without the list of local accounts', async () => {
    let account: unknown;
    const sent = gatewayAnswers({
      'GET /api/session': () => (account ? { body: account } : nobody),
      'POST /api/session': ({ body }) => ((body as { password: string }).password === 'right' ? { body: (account = INVESTIGATOR) } : problem(401, 'not-signed-in', '用户名或密码不正确', 'x')),
    });
    const user = userEvent.setup({ delay: null });
    page();
    await user.type(await screen.findByLabelText('用户名'), 'weihai.investigator');
    await user.type(screen.getByLabelText('密码'), 'wrong');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect((await screen.findByRole('alert')).textContent).toContain('用户名或密码不正确');
    await user.clear(screen.getByLabelText('密码'));
    await user.type(screen.getByLabelText('密码'), 'right');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect((await screen.findByTestId('signed-in')).textContent).toContain('杨自明（演示）');
    expect(screen.queryByText('负面评价')).toBeNull();
    expect(sent.filter((one) => one.method === 'POST')).toHaveLength(2);
  });

  it('fills in a demonstration account that is clicked', async () => {
    gatewayAnswers({ 'GET /api/session': nobody, 'GET /api/session/local-accounts': { body: [{ username: 'weihai.decider', displayName: '秦明德（演示）', jurisdiction: '371000', roles: ['DISCIPLINE_DECIDER'] }] } });
    page();
    await userEvent.click(await screen.findByRole('button', { name: /秦明德/ }));
    expect((screen.getByLabelText('用户名') as HTMLInputElement).value).toBe('weihai.decider');
  });

  it('switches to English and to large type', async () => {
    gatewayAnswers({ 'GET /api/session': nobody });
    page();
    await userEvent.click(await screen.findByRole('button', { name: 'English' }));
    expect(await screen.findByLabelText('Username')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Large type' }));
    expect(document.documentElement.dataset.type).toBe('large');
  });
});

describe('audit page', () => {
  const ledger = (service: string, more = {}) => ({ body: { service, size: 10, root: 'ab', verdict: 'OK', checkedAt: '2026-11-20T10:00:00.000Z', seconds: 1, ...more } });
  const services = ['assessment', 'tolerance', 'clarification', 'incentive', 'oversight'];
  const all = Object.fromEntries(services.map((service) => [`GET /api/${service}/v1/ledger/verdict`, ledger(service)]));

  it('says in a sentence that all is well', async () => {
    gatewayAnswers(all);
    show(<AuditPage />);
    await waitFor(() => expect(screen.getByTestId('verdict').textContent).toContain('5 个账本共 50 条记录，全部核验一致'));
  });

  it('says which ledger does not verify and where first', async () => {
    gatewayAnswers({ ...all, 'GET /api/tolerance/v1/ledger/verdict': ledger('tolerance', { verdict: 'BROKEN', firstBad: { position: 7, what: { zh: '内容被改动', en: 'altered' } } }) });
    show(<AuditPage />);
    await waitFor(() => expect(screen.getByTestId('verdict').textContent).toContain('有 1 个账本核验不一致'));
    expect(document.querySelector('[data-service=tolerance]')!.textContent).toContain('首个不一致的位置 7：内容被改动');
  });

  it('concludes nothing while a ledger gives no answer', async () => {
    gatewayAnswers({ ...all, 'GET /api/incentive/v1/ledger/verdict': problem(403, 'forbidden-role', 'x', 'x') });
    show(<AuditPage />);
    await waitFor(() => expect(screen.getByTestId('verdict').textContent).toContain('尚不能下结论'));
  });
});

describe('question', () => {
  it('shows both clauses and is answered only with a reason', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers({
      'GET /api/tolerance/v1/questions/q1': { body: { id: 'q1', version: 2, title: { zh: '是否说明', en: 'x' }, question: { zh: '是否说明？', en: 'x' }, state: 'OPEN', ownClauses: [{ doc: '威', place: '四·13' }], upperClauses: [{ doc: '鲁', place: '三·3' }], ground: { support: 'INHERITED' } } },
      'POST /api/tolerance/v1/questions/q1/answer': { body: { id: 'q1', version: 3, position: 5 } },
    });
    show(<Routes><Route path="/questions/:service/:id" element={<QuestionPage />} /><Route path="/questions" element={<p>back</p>} /></Routes>, { at: '/questions/tolerance/q1' });
    await screen.findByText('威·四·13');
    expect(screen.getByText('鲁·三·3')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '不采纳' }));
    expect(await screen.findByText('请填写“理由”')).toBeTruthy();
    await user.type(screen.getByLabelText('理由'), '本地另有安排');
    await user.click(screen.getByRole('button', { name: '不采纳' }));
    await screen.findByText('back');
    expect(sent.filter((one) => one.method === 'POST').map((one) => [one.body, one.headers['If-Match']])).toEqual([[{ accept: false, reason: '本地另有安排' }, '"2"']]);
  });
});

describe('dossier', () => {
  it('has no tab for a section that the answer does not carry', async () => {
    gatewayAnswers({ 'GET /api/oversight/v1/dossiers/p': { body: { person: { id: 'p', name: '冯敬之（演示）' }, asOf: '2026-11-20', rebuiltFromEvents: 3, sections: { awards: [] }, timeline: [] } } });
    show(<Routes><Route path="/dossiers/:person" element={<DossierPage />} /></Routes>, { at: '/dossiers/p' });
    await screen.findByRole('tab', { name: '奖惩' });
    expect(screen.queryByRole('tab', { name: '我的保护' })).toBeNull();
    expect(document.body.textContent).toContain('由 3 条事件重建');
  });
});

describe('small cells', () => {
  function Cells() {
    const count = useCount();
    return <p>{[count(null, true), count(0, false), count(7, true), count(undefined, undefined)].join('|')}</p>;
  }

  it('are said to be under five, and never nought', () => {
    show(<Cells />);
    expect(screen.getByText('<5 不显示|0|7|<5 不显示')).toBeTruthy();
  });
});

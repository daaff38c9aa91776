import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { gatewayAnswers, INVESTIGATOR, problem, show } from '../test/stub';
import { ErasuresPage } from './ErasuresPage';

const erasure = (more: object = {}) => ({ id: 'e1', version: 0, subject: 'person-9', jurisdiction: '371000', rule: '个人信息保护法', article: '第四十七条', state: 'PROPOSED', reason: '处理目的已实现', proposedBy: 'person-1', proposedOn: '2026-11-20', ...more });
const persons = { 'GET /api/assessment/v1/register/persons/person-9': { body: { id: 'person-9', name: '冯敬之（演示）' } } };
const as = (...roles: ('ORG_OFFICER' | 'ORG_DECIDER' | 'REPORT_OFFICER' | 'AUDITOR')[]) => ({ ...INVESTIGATOR, roles });

describe('erasures', () => {
  it('are ordered by a decider who did not propose them, with the ground in sight and a reason', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = gatewayAnswers({ ...persons, 'GET /api/assessment/v1/erasures': { body: { items: [erasure()] } }, 'POST /api/assessment/v1/erasures/e1/approval': { body: { id: 'e1', version: 1, position: 5 } } });
    show(<ErasuresPage />, { account: as('ORG_DECIDER') });
    await user.click(await screen.findByRole('button', { name: '准予删除' }));
    expect(document.body.textContent).toContain('《个人信息保护法》第四十七条');
    expect(document.body.textContent).toContain('无法恢复');
    await user.type(await screen.findByLabelText('理由'), '属实');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent.find((one) => one.method === 'POST')).toMatchObject({ body: { reason: '属实' }, headers: { 'If-Match': '"0"' } }));
    expect(screen.queryByRole('button', { name: '提出删除' })).toBeNull();
  });

  it('are proposed with a legal ground; who proposed one is not offered the decision', async () => {
    gatewayAnswers({ ...persons, 'GET /api/assessment/v1/erasures': { body: { items: [erasure({ proposedBy: INVESTIGATOR.person })] } } });
    show(<ErasuresPage />, { account: as('ORG_OFFICER', 'ORG_DECIDER') });
    expect(await screen.findByText('冯敬之（演示）')).toBeTruthy();
    expect(screen.getByRole('button', { name: '提出删除' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '准予删除' })).toBeNull();
  });

  it('of reporters stay with those who know of reports, and name the report only', async () => {
    const sent = gatewayAnswers({ 'GET /api/clarification/v1/erasures': { body: { items: [erasure({ subject: '0000-00000000beef' })] } } });
    show(<ErasuresPage />, { account: as('REPORT_OFFICER') });
    expect((await screen.findByText('00000000beef')).closest('td')!.textContent).toContain('举报人，检举控告');
    expect(sent.every((one) => !one.path.startsWith('/api/assessment/v1/erasures'))).toBe(true);
  });

  it('are shown to the auditor with the commitment, without any act', async () => {
    gatewayAnswers({ ...persons, 'GET /api/assessment/v1/erasures': { body: { items: [erasure({ state: 'CARRIED_OUT', decidedBy: 'person-2', decidedOn: '2026-11-21', decisionReason: '属实', commitment: 'c0ffee' })] } } });
    show(<ErasuresPage />, { account: as('AUDITOR') });
    expect(await screen.findByText('c0ffee')).toBeTruthy();
    expect(screen.getByText('已删除')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /删除/ })).toBeNull();
  });

  it('say that there are none, and why they are not shown', async () => {
    gatewayAnswers({ 'GET /api/assessment/v1/erasures': { body: { items: [] } } });
    const empty = show(<ErasuresPage />, { account: as('AUDITOR') });
    expect(await screen.findByText('没有删除申请')).toBeTruthy();
    empty.unmount();
    gatewayAnswers({ 'GET /api/assessment/v1/erasures': problem(403, 'forbidden-role', '您的岗位不能办理此事。', 'x') });
    show(<ErasuresPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('您的岗位不能办理此事');
  });
});

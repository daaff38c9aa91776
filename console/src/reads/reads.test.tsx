import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PrintButton } from '../kit/PrintButton';
import { gatewayAnswers, INVESTIGATOR, problem, show } from '../test/stub';
import { ReadsPage } from './ReadsPage';

const read = (position: number, more: object = {}) => ({ position, person: 'person-1', office: 'o', jurisdiction: '000000', what: '/api/oversight/v1/dossiers/p9', manner: 'LOOKED', reason: '例行抽查', at: '2026-11-21T01:00:00Z', ...more });
const persons = { 'GET /api/assessment/v1/register/persons': { body: { items: [{ id: 'person-1', name: '林知远（演示）' }] } } };
const auditor = { ...INVESTIGATOR, roles: ['AUDITOR' as const] };

describe('the record of reads', () => {
  it('shows the newest first, in words, and goes back by pages', async () => {
    const user = userEvent.setup({ delay: null });
    gatewayAnswers({
      ...persons,
      'GET /api/oversight/v1/reads?from=0&limit=1': { body: { items: [read(0)], next: 1, size: 60, root: 'ab' } },
      'GET /api/oversight/v1/reads?from=10&limit=50': { body: { items: [read(10), read(11, { manner: 'PRINTED', reason: undefined, what: '/api/oversight/v1/unheard/of' }), read(12, { what: '/api/tolerance/v1/tolerance-cases?cadre=p9', rows: 0 })], size: 60, root: 'abc' } },
      'GET /api/oversight/v1/reads?from=0&limit=50': { body: { items: [read(0)], next: 1, size: 60, root: 'abc' } },
    });
    const { container } = show(<ReadsPage />, { at: '/reads', account: auditor });
    await waitFor(() => expect(container.textContent).toContain('林知远（演示）'));
    const rows = [...container.querySelectorAll('tbody tr[data-row-key]')].map((row) => row.textContent!);
    expect(rows[0]).toContain('列出 0 条');
    expect(rows[0]).toContain('tolerance-cases?cadre=p9');
    expect(rows[1]).toContain('打印');
    expect(rows[1]).toContain('未注明理由');
    expect(rows[2]).toContain('一人一档');
    expect(rows[2]).not.toContain('列出');
    expect(rows[2]).toContain('例行抽查');
    expect(rows[2]).toContain('2026-11-21 09:00:00');
    await user.click(screen.getByRole('button', { name: '更早' }));
    await waitFor(() => expect((screen.getByRole('button', { name: '更早' }) as HTMLButtonElement).disabled).toBe(true));
  });

  it('says that there are none, and that it is not everybody\'s', async () => {
    gatewayAnswers({ ...persons, 'GET /api/tolerance/v1/reads': { body: { items: [], size: 0, root: 'ab' } } });
    const empty = show(<ReadsPage />, { at: '/reads?service=tolerance', account: auditor });
    expect(await screen.findByText('没有查阅记录')).toBeTruthy();
    empty.unmount();
    gatewayAnswers({ 'GET /api/oversight/v1/reads': problem(403, 'forbidden-role', '您的岗位不能办理此事。', 'x') });
    show(<ReadsPage />, { at: '/reads' });
    expect((await screen.findByRole('alert')).textContent).toContain('您的岗位不能办理此事');
  });
});

describe('a print', () => {
  it('is recorded with its reason before it is made, and not made when it cannot be recorded', async () => {
    const user = userEvent.setup({ delay: null });
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    let recorded = false;
    const sent = gatewayAnswers({ 'POST /api/tolerance/v1/reads/prints': () => (recorded ? { body: { position: 4 } } : problem(503, 'unavailable', '暂时不可用。', 'x')) });
    show(<PrintButton service="tolerance" what="tolerance-cases/c9" />);
    await user.click(screen.getByRole('button', { name: '打印' }));
    await user.click(screen.getByRole('button', { name: '提交' }));
    expect(await screen.findByText('请填写“打印理由”')).toBeTruthy();
    await user.type(screen.getByLabelText('打印理由'), '归档');
    await user.click(screen.getByRole('button', { name: '提交' }));
    expect((await screen.findByRole('alert')).textContent).toContain('暂时不可用');
    expect(print).not.toHaveBeenCalled();
    recorded = true;
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(sent.at(-1)!.body).toEqual({ what: 'tolerance-cases/c9', reason: '归档' });
  });
});

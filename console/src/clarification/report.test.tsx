import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Act } from '../api/types';
import { gatewayAnswers, show } from '../test/stub';
import { ReportPage } from './ReportPage';

const REPORT = {
  id: 'r-1', version: 3, mode: 'REAL_NAME', state: 'FEEDBACK_DUE', jurisdiction: '371000', receivedOn: '2026-11-21', accused: { id: 'p-1', name: '冯敬之（演示）' }, reporter: { name: '*' },
  allegations: [{ id: 'a-1', text: '擅自开闸（演示）' }],
};
const act = (name: string, allowed: boolean): Act => ({ act: name, zh: name, en: name, allowed } as Act);
const page = () => show(<Routes><Route path="/reports/:id" element={<ReportPage />} /></Routes>, { at: '/reports/r-1' });

describe('the identity of a reporter', () => {
  it('is asked for first, and cannot be opened before another person approved', async () => {
    const sent = gatewayAnswers({
      'GET /api/clarification/v1/reports/r-1': { body: REPORT },
      'GET /api/clarification/v1/reports/r-1/acts': { body: [act('identity-requests', true), act('identity-openings', false)] },
      'POST /api/clarification/v1/reports/r-1/identity-requests': { body: { id: 'r-1', version: 4, position: 9 } },
    });
    page();
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: '申请开启举报人身份' }));
    expect(screen.queryByRole('button', { name: '开启身份' })).toBeNull();
    await user.type(await screen.findByLabelText('理由'), '核实署名');
    await user.click(screen.getAllByRole('button', { name: /提\s?交|确\s?认|保\s?存/ }).at(-1)!);
    await expect.poll(() => sent.filter((one) => one.method === 'POST').map((one) => [one.path, one.body])).toEqual([['/api/clarification/v1/reports/r-1/identity-requests', { reason: '核实署名' }]]);
    expect(screen.getByText('待反馈举报人')).toBeTruthy();
  });

  it('is opened once it is approved', async () => {
    gatewayAnswers({
      'GET /api/clarification/v1/reports/r-1': { body: REPORT },
      'GET /api/clarification/v1/reports/r-1/acts': { body: [act('identity-openings', true)] },
      'POST /api/clarification/v1/reports/r-1/identity-openings': { body: { id: 'r-1', version: 5, position: 10, reporter: { name: '举报人甲（演示）' } } },
    });
    page();
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: '开启身份' }));
    await user.type(await screen.findByLabelText('开启理由（将被记录）'), '反馈处理结果');
    await user.click(screen.getByRole('button', { name: '开启身份' }));
    expect(await screen.findByText('举报人甲（演示）')).toBeTruthy();
  });
});

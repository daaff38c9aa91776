import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gatewayAnswers, problem, show } from '../test/stub';
import { fromQuestion, inOrder, merge, type Task } from './gather';
import { WorkbenchPage } from './WorkbenchPage';

const task = (id: string, more: Partial<Task> = {}): Task => ({ id, title: { zh: id, en: id }, service: 'tolerance', question: false, ...more });

describe('tasks', () => {
  it('come by days left, those without a limit last and oldest first', () => {
    const sorted = inOrder([task('later', { daysLeft: 20 }), task('new', { openedOn: '2026-02-01' }), task('over', { daysLeft: -2 }), task('old', { openedOn: '2026-01-01' }), task('today', { daysLeft: 0 })]);
    expect(sorted.map((one) => one.id)).toEqual(['over', 'today', 'later', 'old', 'new']);
  });

  it('are not doubled when a service lists its question as a to-do too', () => {
    const question = fromQuestion({ id: 'q1', version: 1, title: { zh: 'q', en: 'q' }, question: { zh: 'q', en: 'q' }, state: 'OPEN' }, 'assessment');
    expect(merge([task('x', { link: '/questions/assessment/q1' })], [question])).toHaveLength(1);
    expect(merge([task('x')], [question])).toHaveLength(2);
  });
});

describe('workbench', () => {
  const none = { body: { items: [] } };
  const quiet = Object.fromEntries(['assessment', 'incentive', 'oversight', 'clarification', 'tolerance'].flatMap((service) => [[`GET /api/${service}/v1/todos`, none], [`GET /api/${service}/v1/questions`, none]]));

  it('shows what every service has, with date, basis and support', async () => {
    gatewayAnswers({ ...quiet, 'GET /api/tolerance/v1/todos': { body: { items: [{ id: 't', title: { zh: '验收整改', en: 'x' }, dueOn: '2026-12-01', daysLeft: 3, dueBasis: { zh: '逐案设定', en: 'x' }, ground: { support: 'OWN', clauses: [{ doc: '威', place: '四·13' }] }, link: '/rectification-tasks/1' }] } } });
    show(<WorkbenchPage />);
    const link = await screen.findByRole('link', { name: '验收整改' });
    expect(link.getAttribute('href')).toBe('/rectification-tasks/1');
    const row = link.closest('tr')!.textContent!;
    for (const part of ['临期', '剩 3 天', '2026-12-01', '逐案设定', '本级原文', '威·四·13']) expect(row).toContain(part);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('names a service that is away and still shows the others', async () => {
    gatewayAnswers({ ...quiet, 'GET /api/incentive/v1/todos': problem(503, 'unavailable', 'x', 'x', {}, { 'Retry-After': '1' }), 'GET /api/assessment/v1/questions': { body: { items: [{ id: 'q', version: 1, title: { zh: '是否采纳', en: 'x' }, question: { zh: 'x', en: 'x' }, state: 'OPEN' }] } } });
    show(<WorkbenchPage />);
    await screen.findByRole('link', { name: '是否采纳' });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('激励关爱服务暂时没有应答'));
  });

  it('takes a refusal for “nothing here for you”, not for a failure', async () => {
    gatewayAnswers({ ...quiet, 'GET /api/clarification/v1/todos': problem(403, 'forbidden-role', 'x', 'x') });
    show(<WorkbenchPage />);
    await screen.findByText('没有等您办理的事项');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

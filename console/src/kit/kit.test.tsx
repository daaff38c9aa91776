import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api/http';
import type { Support } from '../api/types';
import { show } from '../test/stub';
import { ActionBar, RefusedActs } from './ActionBar';
import { SideBySide } from './Clauses';
import { daysUntil, DueLabel, NEAR_DAYS, urgencyOf } from './DueLabel';
import { ProblemView } from './ProblemView';
import { Silence } from './Silence';
import { DemonstrationMark, SupportBadge } from './SupportBadge';

describe('support badge', () => {
  it.each<[Support, string]>([['OWN', '本级原文'], ['INHERITED', '上级条款'], ['INFERRED', '推断·须确认'], ['DESIGN', '平台设计']])('shows %s as a word with an icon', (support, word) => {
    const { container } = show(<SupportBadge support={support} />);
    const badge = container.querySelector(`[data-support=${support}]`)!;
    expect(badge.textContent).toContain(word);
    expect(badge.querySelector('svg')).not.toBeNull();
  });

  it('gives its meaning on focus, without a mouse', async () => {
    show(<SupportBadge support="INHERITED" />);
    await userEvent.tab();
    expect((await screen.findByRole('tooltip')).textContent).toContain('确认口径后才自行生效');
  });

  it('shows nothing where no support is known', () => {
    const { container } = show(<SupportBadge support={undefined} />);
    expect(container.querySelector('.badge')).toBeNull();
  });

  it('marks a demonstration reading', () => {
    show(<DemonstrationMark ground={{ demonstration: true }} />);
    expect(screen.getByText('演示口径')).toBeTruthy();
  });
});

describe('due label', () => {
  it.each([[-1, 'OVERDUE'], [0, 'NEAR'], [NEAR_DAYS, 'NEAR'], [NEAR_DAYS + 1, 'AMPLE'], [undefined, 'UNSET']] as const)('with %s days left is %s', (days, urgency) => {
    expect(urgencyOf(days)).toBe(urgency);
  });

  it('says the word, the count and an icon, not a colour alone', () => {
    const { container } = show(<DueLabel dueOn="2026-11-01" daysLeft={-3} />);
    const label = container.querySelector('[data-urgency=OVERDUE]')!;
    expect(label.textContent).toContain('逾期');
    expect(label.textContent).toContain('已过 3 天');
    expect(label.querySelector('svg')).not.toBeNull();
  });

  it('shows the basis of its date on focus', async () => {
    show(<DueLabel dueOn="2026-12-01" daysLeft={9} basis={{ zh: '责令整改时设定', en: 'set by the order' }} />);
    await userEvent.tab();
    expect((await screen.findByRole('tooltip')).textContent).toContain('责令整改时设定');
  });

  it('says of a limit that nobody has set that the documents do not state one', () => {
    const { container } = show(<DueLabel />);
    expect(container.textContent).toContain('未设定期限');
    expect(container.textContent).toContain('五份文件未载明');
  });

  it('counts days in Shanghai, also when it is still yesterday in London', () => {
    expect(daysUntil('2026-11-21', new Date('2026-11-20T17:00:00Z'))).toBe(0);
    expect(daysUntil('2026-11-21', new Date('2026-11-20T15:00:00Z'))).toBe(1);
    expect(daysUntil('never')).toBeUndefined();
  });
});

describe('problem', () => {
  const refused = new Problem(422, 'refused-by-rule', { zh: '该事实已予容错。', en: 'The fact was tolerated.' }, { zh: 'x', en: 'x' },
    [{ doc: '鲁', place: '三·3', quote: '不作负面评价' }], '4bf92f');

  it('is shown in words, with clause, quotation and trace id', () => {
    show(<ProblemView problem={refused} />);
    const alert = screen.getByRole('alert').textContent!;
    for (const part of ['规则不允许', '该事实已予容错。', '鲁·三·3', '不作负面评价', '4bf92f']) expect(alert).toContain(part);
  });

  it('speaks English when the reader does', () => {
    show(<ProblemView problem={refused} />, { language: 'en' });
    expect(screen.getByRole('alert').textContent).toContain('The fact was tolerated.');
  });

  it('offers to try again only when the service was away', () => {
    show(<ProblemView problem={refused} onRetry={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
    show(<ProblemView problem={new Problem(503, 'unavailable', { zh: 'x', en: 'x' }, { zh: 'x', en: 'x' })} onRetry={() => undefined} />);
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
  });
});

describe('silence', () => {
  it.each(['NOT_STATED', 'LOST', 'UNSET', 'UNDEFINED'])('of kind %s names national rules and denies nothing', (value) => {
    const { container } = show(<Silence value={value} />);
    expect(container.textContent).toContain('五份文件未载明');
    expect(container.textContent).toContain('公务员法');
    expect(container.textContent).toContain('监察法');
  });

  it('prefers the rules that the answer lists', () => {
    const { container } = show(<Silence value="NOT_STATED" rules={[{ name: { zh: '某法 第一条', en: 'Some law' } }]} />);
    expect(container.textContent).toContain('某法 第一条');
    expect(container.textContent).not.toContain('监察法');
  });

  it('points to the rules above it where the line above says the same', () => {
    const { container } = show(<Silence value="LOST" above="LOST" />);
    expect(container.textContent).toContain('五份文件未载明');
    expect(container.textContent).toContain('国家规定同上');
    expect(show(<Silence value="LOST" above="NOT_STATED" />).container.textContent).toContain('公务员法');
  });

  it('is not shown for what is stated', () => {
    const { container } = show(<Silence value="STATED" />);
    expect(container.querySelector('.silence')).toBeNull();
  });

  it('stands where one side has no clause', () => {
    const { container } = show(<SideBySide own={[]} upper={[{ doc: '鲁', place: '三·3' }]} />);
    expect(container.textContent).toContain('五份文件未载明');
    expect(container.textContent).toContain('鲁·三·3');
  });
});

describe('acts', () => {
  const acts = [{ act: 'findings', allowed: true }, { act: 'decision', allowed: false, reason: { zh: '核实情况未录全', en: 'not complete' }, clauses: [{ doc: '威', place: '四·12' }] }];

  it('offers at the foot only what is allowed now', async () => {
    const done: string[] = [];
    show(<ActionBar acts={acts} opens={() => true} onAct={(act) => done.push(act.act)} />);
    expect(screen.queryByRole('button', { name: '录入会议决定' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '录入核实情况' }));
    expect(done).toEqual(['findings']);
    expect(screen.getByText('暂不可办 1 项及原因')).toBeTruthy();
  });

  it('gives beside each other act its reason and clause', async () => {
    const { container } = show(<RefusedActs acts={acts} />);
    await waitFor(() => expect(container.textContent).toContain('核实情况未录全'));
    expect(container.textContent).toContain('威·四·12');
    expect(container.textContent).not.toContain('录入核实情况');
  });
});

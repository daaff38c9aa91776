import { ClockCircleOutlined, ExclamationCircleFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Text } from '../api/types';
import { useText, type Key } from '../i18n/text';
import { Explained } from './Explained';

export type Urgency = 'OVERDUE' | 'NEAR' | 'AMPLE' | 'UNSET';

/** From how many days on the console writes 临期. A display choice that the legend declares; no document gives it. */
export const NEAR_DAYS = 7;

export function urgencyOf(daysLeft: number | undefined | null): Urgency {
  if (daysLeft === undefined || daysLeft === null) return 'UNSET';
  if (daysLeft < 0) return 'OVERDUE';
  return daysLeft <= NEAR_DAYS ? 'NEAR' : 'AMPLE';
}

const ICONS: Record<Urgency, ReactNode> = {
  OVERDUE: <ExclamationCircleFilled />, NEAR: <WarningFilled />, AMPLE: <ClockCircleOutlined />, UNSET: <MinusCircleOutlined />,
};

/** Whole days from today in Shanghai to a day; negative when it has passed. */
export function daysUntil(day: string | undefined, now: Date = new Date()): number | undefined {
  if (!day) return undefined;
  const today = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(now);
  const days = (Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? undefined : Math.round(days);
}

/** Days left with word and icon; the basis of the date on hover and on focus. */
export function DueLabel({ dueOn, daysLeft, basis }: { dueOn?: string; daysLeft?: number | null; basis?: Text }) {
  const { t, pick } = useText();
  const left = daysLeft ?? daysUntil(dueOn);
  const urgency = urgencyOf(left);
  const word = t(`due.${urgency}` as Key);
  const count = left === undefined ? '' : left < 0 ? t('due.daysOver', { n: -left }) : left === 0 ? t('due.today') : t('due.daysLeft', { n: left });
  const why = basis ? pick(basis) : urgency === 'UNSET' ? t('due.unsetBasis') : t('due.noBasis');
  return (
    <Explained text={<>{dueOn && <>{t('due.date', { day: dueOn })}<br /></>}{t('due.basis')}{why}</>} label={`${word} ${count}`}>
      <span className={`due due-${urgency.toLowerCase()}`} data-urgency={urgency}>
        <span aria-hidden="true">{ICONS[urgency]}</span> {word}{count && <span className="due-count">{count}</span>}
      </span>
    </Explained>
  );
}

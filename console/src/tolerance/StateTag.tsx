import { CheckCircleFilled, ExclamationCircleFilled, FileSearchOutlined, FlagFilled, MinusCircleFilled, SyncOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text';

const ICONS: Record<string, ReactNode> = {
  GRANTED: <CheckCircleFilled />, MITIGATED: <CheckCircleFilled />, REFUSED: <MinusCircleFilled />, EXPLAINED: <CheckCircleFilled />, RED_LINE: <FlagFilled />,
  CLOSED: <CheckCircleFilled />, UNDER_APPEAL: <SyncOutlined />, OVERDUE: <ExclamationCircleFilled />, REJECTED: <ExclamationCircleFilled />,
  FOUND_INADEQUATE: <ExclamationCircleFilled />, FOUND_REFUSED: <ExclamationCircleFilled />, ESCALATED: <ExclamationCircleFilled />, COMPLETED: <CheckCircleFilled />,
};

/** A state with word and icon. */
export function StateTag({ state, family = 'caseState' }: { state: string | undefined; family?: string }) {
  const { label } = useText();
  if (!state) return null;
  return <span className={`state state-${state.toLowerCase().replaceAll('_', '-')}`} data-state={state}><span aria-hidden="true">{ICONS[state] ?? <FileSearchOutlined />}</span> {label(family, state)}</span>;
}

import type { UseQueryResult } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../api/http';
import { useText } from '../i18n/text';
import { ProblemView } from './ProblemView';

/** What a read shows while it waits, when it fails, when there is nothing, and when it has come. */
export function Answer<T>({ query, empty, emptyText, children }: {
  query: UseQueryResult<T, Problem>; empty?: (data: T) => boolean; emptyText?: string; children: (data: T) => ReactNode;
}) {
  const { t } = useText();
  if (query.isPending) return <div role="status" aria-label={t('state.loading')} className="waiting"><Skeleton active={false} paragraph={{ rows: 4 }} /><span className="for-readers">{t('state.loading')}</span></div>;
  if (query.isError) return <ProblemView problem={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || query.data === null || empty?.(query.data)) return <Nothing text={emptyText} />;
  return <>{children(query.data)}</>;
}

export function Nothing({ text }: { text?: string }) {
  const { t } = useText();
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text ?? t('state.empty')} />;
}

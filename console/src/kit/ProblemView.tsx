import { Alert, Button } from 'antd';
import { Problem } from '../api/http';
import { useEffect, useRef } from 'react';
import { useText, type Key } from '../i18n/text';
import { Clauses } from './Clauses';

/** A problem under a form: brought into sight when it comes, for the form may be longer than the screen. */
export function FormProblem({ problem }: { problem: Problem | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [problem]);
  return <div ref={place}><ProblemView problem={problem} /></div>;
}

/** A problem in the reader's words: what was refused, by which clause, and the trace id to quote. */
export function ProblemView({ problem, onRetry }: { problem: Problem | Error | null | undefined; onRetry?: () => void }) {
  const { t, pick, label } = useText();
  if (!problem) return null;
  if (!(problem instanceof Problem)) return <Alert type="error" showIcon role="alert" title={t('problem.unknown')} />;
  const heading = label('problem', problem.slug);
  const hint = `problem.hint.${problem.slug}`;
  const said = label('problem.hint', problem.slug);
  return (
    <Alert
      type={problem.status >= 500 || problem.status === 0 ? 'warning' : 'error'}
      showIcon
      role="alert"
      data-slug={problem.slug}
      title={heading === problem.slug ? pick(problem.titles) : heading}
      description={
        <div className="problem">
          <p>{pick(problem.messages)}</p>
          {said !== problem.slug && <p className="quiet">{t(hint as Key)}</p>}
          {problem.clauses.length > 0 && <><div className="quiet">{t('problem.clauses')}</div><Clauses clauses={problem.clauses} /></>}
          {problem.traceId && <p className="quiet trace">{t('problem.trace')}<code>{problem.traceId}</code></p>}
        </div>
      }
      action={onRetry && problem.away ? <Button size="small" onClick={onRetry}>{t('action.retry')}</Button> : undefined}
    />
  );
}

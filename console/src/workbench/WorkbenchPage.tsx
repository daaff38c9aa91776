import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useReadAll } from '../api/hooks';
import type { Listing, Question, Service, Todo } from '../api/types';
import { useText } from '../i18n/text';
import { Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { DueLabel, NEAR_DAYS, urgencyOf, type Urgency } from '../kit/DueLabel';
import { Page } from '../kit/Page';
import { SupportBadge } from '../kit/SupportBadge';
import { useAccount } from '../session/session';
import { daysLeftOf, fromQuestion, merge, type Task } from './gather';

const SERVICES: readonly Service[] = ['assessment', 'tolerance', 'clarification', 'incentive', 'oversight'];
const URGENCIES: readonly Urgency[] = ['OVERDUE', 'NEAR', 'AMPLE', 'UNSET'];

function items<T>(data: Listing<T> | T[] | undefined): T[] {
  return Array.isArray(data) ? data : (data?.items ?? []);
}

/** Everything that waits for this account, from every service that answers. */
export function WorkbenchPage() {
  const { t, pick, label, when } = useText();
  const account = useAccount();
  const todos = useReadAll<Listing<Todo>>(SERVICES, 'todos');
  const questions = useReadAll<Listing<Question>>(SERVICES, 'questions?state=OPEN');
  const [only, setOnly] = useState<Urgency>();

  const tasks = merge(
    todos.flatMap(({ service, query }) => items(query.data).map((todo): Task => ({ ...todo, service, question: false }))),
    questions.flatMap(({ service, query }) => items(query.data).filter((question) => question.state === 'OPEN').map((question) => fromQuestion(question, service))),
  );
  const pending = todos.some(({ query }) => query.isPending && query.failureCount === 0) || questions.some(({ query }) => query.isPending && query.failureCount === 0);
  // A service that has no list for this account says 403 or 404; only one that does not answer is worth a strip.
  const away = SERVICES.filter((service) => [...todos, ...questions].some((one) => one.service === service && one.query.failureReason?.away));
  const broken = SERVICES.filter((service) => [...todos, ...questions].some((one) => one.service === service && one.query.isError && one.query.error.status >= 500 && !one.query.error.away));
  const counts = Object.fromEntries(URGENCIES.map((urgency) => [urgency, tasks.filter((task) => urgencyOf(daysLeftOf(task)) === urgency).length])) as Record<Urgency, number>;
  const shown = only ? tasks.filter((task) => urgencyOf(daysLeftOf(task)) === only) : tasks;

  return (
    <Page title={t('nav.workbench')} lead={t('workbench.lead', { name: account.displayName })}>
      {[...away, ...broken].length > 0 && (
        <Alert type="warning" showIcon role="alert" className="strip" title={t('workbench.away', { names: [...new Set([...away, ...broken])].map((service) => label('service', service)).join('、') })}
          action={<Button size="small" onClick={() => [...todos, ...questions].forEach(({ service, query }) => [...away, ...broken].includes(service) && void query.refetch())}>{t('action.retry')}</Button>} />
      )}
      <div className="counters" role="group" aria-label={t('workbench.counters')}>
        <button type="button" className="counter" aria-pressed={!only} onClick={() => setOnly(undefined)}><strong>{tasks.length}</strong><span>{t('workbench.all')}</span></button>
        {URGENCIES.map((urgency) => (
          <button type="button" key={urgency} className={`counter counter-${urgency.toLowerCase()}`} aria-pressed={only === urgency} onClick={() => setOnly(only === urgency ? undefined : urgency)}>
            <strong>{counts[urgency]}</strong><span>{label('due', urgency)}</span>
          </button>
        ))}
      </div>
      <Table<Task>
        rowKey={(task) => `${task.service}/${task.question ? 'q/' : ''}${task.id}`}
        dataSource={shown}
        loading={pending && tasks.length === 0}
        size="middle"
        pagination={shown.length > 50 ? { pageSize: 50 } : false}
        locale={{ emptyText: pending ? t('state.loading') : <Nothing text={t('workbench.empty')} /> }}
        columns={[
          { title: t('workbench.due'), width: 190, render: (_, task) => <DueLabel dueOn={task.dueOn} daysLeft={task.daysLeft} basis={task.dueBasis} /> },
          { title: t('workbench.task'), render: (_, task) => (
            <>
              {task.link ? <Link to={task.link}>{pick(task.title)}</Link> : <span>{pick(task.title)}</span>}
              {task.question && <span className="tag">{t('workbench.question')}</span>}
              {task.link && !task.question && <div className="quiet">{task.link.split('/').at(-1)?.slice(-12)}</div>}
            </>
          ) },
          { title: t('workbench.dueBasis'), render: (_, task) => task.dueOn
            ? <><div>{task.dueOn}</div><div className="quiet">{pick(task.dueBasis) || t('due.noBasis')}</div></>
            : <span className="quiet">{pick(task.dueBasis) || t('due.unsetBasis')}</span> },
          { title: t('workbench.ground'), width: 280, render: (_, task) => <><SupportBadge support={task.ground?.support} /><Clauses clauses={task.ground?.clauses?.map(({ doc, place }) => ({ doc, place }))} /></> },
          { title: t('workbench.from'), width: 130, render: (_, task) => <>{label('service', task.service)}<div className="quiet">{when(task.openedOn)}</div></> },
        ]}
      />
      <p className="quiet legend">{t('due.legend', { n: NEAR_DAYS })}</p>
    </Page>
  );
}

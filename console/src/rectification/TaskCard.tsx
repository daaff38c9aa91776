import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/hooks';
import type { Act, RectificationTask } from '../api/types';
import { useText } from '../i18n/text';
import { RefusedActs, actName } from '../kit/ActionBar';
import { Answer } from '../kit/Answer';
import { GroundView } from '../kit/Clauses';
import { DueLabel } from '../kit/DueLabel';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { StateTag } from '../tolerance/StateTag';
import { useTaskOrders } from './orders';

/** A correction order with what it demands and what may be done with it now. */
export function TaskCard({ id, alone }: { id: string; alone?: boolean }) {
  const { t } = useText();
  const task = useRead<RectificationTask>('tolerance', `rectification-tasks/${id}`);
  return (
    <section className="panel" id="rectification">
      <h2>{alone ? t('task.order') : <Link to={`/rectification-tasks/${id}`}>{t('task.title')}</Link>}</h2>
      <Answer query={task}>{(data) => <TaskView task={data} />}</Answer>
    </section>
  );
}

function TaskView({ task }: { task: RectificationTask }) {
  const words = useText();
  const { t, pick } = words;
  const acts = useRead<Act[] | { items: Act[] }>('tolerance', `rectification-tasks/${task.id}/acts`);
  const list = Array.isArray(acts.data) ? acts.data : (acts.data?.items ?? []);
  const orders = useTaskOrders(task);
  const [form, setForm] = useState<OrderForm>();
  return (
    <>
      <div className="result-line"><StateTag family="taskState" state={task.state} /> <DueLabel dueOn={task.limit} daysLeft={task.daysLeft} basis={{ zh: t('task.limitBasis'), en: t('task.limitBasis') }} /></div>
      <dl className="pairs wide">
        <dt>{t('field.correctionItems')}</dt><dd><ol>{task.items?.map((item, index) => <li key={index}>{item}</li>)}</ol></dd>
        <dt>{t('field.demands')}</dt><dd>{task.demands ?? '—'}</dd>
        <dt>{t('field.limit')}</dt><dd>{task.limit ?? '—'}</dd>
        {task.overdueSince && <><dt>{t('task.overdueSince')}</dt><dd>{task.overdueSince}</dd></>}
        {task.consequence && <><dt>{t('task.consequence')}</dt><dd>{task.consequence.open ? t('task.consequenceOpen') : t('task.consequenceDone')}　{pick(task.consequence.text)}<GroundView ground={task.consequence.ground} /></dd></>}
      </dl>
      <div className="inline-acts no-print">
        {list.filter((act) => act.allowed && orders(act.act)).map((act) => <Button key={act.act} data-act={act.act} onClick={() => setForm(orders(act.act))}>{actName(act, words, 'task')}</Button>)}
      </div>
      {list.some((act) => !act.allowed) && <details className="no-print"><summary>{t('acts.refusedCount', { n: list.filter((act) => !act.allowed).length })}</summary><RefusedActs acts={list} thing="task" /></details>}
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}

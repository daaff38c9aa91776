import { Timeline } from 'antd';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { RectificationTask } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { Marked } from '../kit/Marked';
import { Page } from '../kit/Page';
import { SupportBadge } from '../kit/SupportBadge';
import { nameOf } from '../kit/Who';
import { TaskCard } from './TaskCard';

export function TaskPage() {
  const { t, pick, when } = useText();
  const { id } = useParams();
  const task = useRead<RectificationTask>('tolerance', `rectification-tasks/${id}`);
  return (
    <Page title={`${t('task.short')} ${id!.slice(-12)}`} lead={task.data && <Link to={`/tolerance-cases/${task.data.toleranceCase}`}>{t('task.toCase')}</Link>}>
      <Marked>
        <div className="two-columns">
          <TaskCard id={id!} alone />
          <section className="panel">
            <h2>{t('side.log')}</h2>
            <Answer query={task} empty={(data) => !data.log?.length}>
              {(data) => <Timeline items={data.log!.map((entry) => ({ content: <><div>{pick(entry.label)}</div><div className="quiet">{[when(entry.at ?? entry.on), nameOf(entry.by)].filter(Boolean).join('　')}</div>{entry.ground && <><SupportBadge support={entry.ground.support} /><Clauses clauses={entry.ground.clauses?.map(({ doc, place }) => ({ doc, place }))} /></>}</> }))} />}
            </Answer>
          </section>
        </div>
      </Marked>
    </Page>
  );
}

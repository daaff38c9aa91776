import { Table } from 'antd';
import { Link } from 'react-router';
import { useListing } from '../api/hooks';
import type { RectificationTask } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { DueLabel } from '../kit/DueLabel';
import { MoreButton } from '../kit/MoreButton';
import { AsOf, Page } from '../kit/Page';
import { StateTag } from '../tolerance/StateTag';

export function TasksPage() {
  const { t } = useText();
  const { query, pages } = useListing<RectificationTask>('tolerance', 'rectification-tasks');
  return (
    <Page title={t('nav.rectification')} lead={t('tasks.lead')}>
      <Answer query={query}>
        {() => (
          <Table<RectificationTask> rowKey="id" size="middle" pagination={false} dataSource={pages.items} locale={{ emptyText: <Nothing text={t('tasks.empty')} /> }}
            columns={[
              { title: t('task.title'), width: 190, render: (_, task) => <Link to={`/rectification-tasks/${task.id}`}>{t('task.short')} {task.id.slice(-12)}</Link> },
              { title: t('field.correctionItems'), render: (_, task) => <div className="two-lines">{task.items?.join('；')}</div> },
              { title: t('field.limit'), width: 130, render: (_, task) => task.limit },
              { title: t('workbench.due'), width: 180, render: (_, task) => <DueLabel dueOn={task.limit} daysLeft={task.daysLeft} basis={{ zh: t('task.limitBasis'), en: t('task.limitBasis') }} /> },
              { title: t('cases.state'), width: 160, render: (_, task) => <StateTag family="taskState" state={task.state} /> },
              { title: t('case.title'), width: 150, render: (_, task) => <Link to={`/tolerance-cases/${task.toleranceCase}`}>{task.toleranceCase?.slice(-12)}</Link> },
            ]} />
        )}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
    </Page>
  );
}

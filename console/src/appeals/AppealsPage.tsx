import { Table } from 'antd';
import { Link } from 'react-router';
import { useListing } from '../api/hooks';
import type { Appeal } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { MoreButton } from '../kit/MoreButton';
import { AsOf, Page } from '../kit/Page';
import { StateTag } from '../tolerance/StateTag';

export function AppealsPage() {
  const { t, label, when } = useText();
  const { query, pages } = useListing<Appeal>('tolerance', 'appeals');
  return (
    <Page title={t('nav.appeals')} lead={t('appeals.lead')}>
      <Answer query={query}>
        {() => (
          <Table<Appeal> rowKey="id" size="middle" pagination={false} dataSource={pages.items} locale={{ emptyText: <Nothing text={t('appeals.empty')} /> }}
            columns={[
              { title: t('appeals.appeal'), width: 190, render: (_, appeal) => <Link to={`/appeals/${appeal.id}`}>{t('appeals.short')} {appeal.id.slice(-12)}</Link> },
              { title: t('appeals.appellant'), width: 180, render: (_, appeal) => appeal.appellant?.name ?? appeal.appellant?.id },
              { title: t('field.appealText'), render: (_, appeal) => <div className="two-lines">{appeal.text}</div> },
              { title: t('cases.jurisdiction'), width: 110, render: (_, appeal) => label('jurisdiction', appeal.jurisdiction) },
              { title: t('cases.state'), width: 130, render: (_, appeal) => <StateTag family="appealState" state={appeal.state} /> },
              { title: t('appeals.lodged'), width: 150, render: (_, appeal) => when(appeal.lodgedOn) },
            ]} />
        )}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
    </Page>
  );
}

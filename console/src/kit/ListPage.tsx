import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useListing } from '../api/hooks';
import type { Service } from '../api/types';
import { Answer, Nothing } from './Answer';
import { MoreButton } from './MoreButton';
import { AsOf, Page } from './Page';

/** A page that is one list by cursor, with an optional panel for the row that the address names. */
export function ListPage<T extends { id: string }>({ title, lead, extra, service, path, columns, empty, chosen, panel }: {
  title: string; lead: string; extra?: ReactNode; service: Service; path: string; columns: TableColumnsType<T>; empty: string; chosen?: string; panel?: (item: T) => ReactNode;
}) {
  const { query, pages } = useListing<T>(service, path);
  const one = chosen ? pages.items.find((item) => item.id === chosen) : undefined;
  return (
    <Page title={title} lead={lead} extra={extra}>
      {one && panel && <section className="panel chosen">{panel(one)}</section>}
      <Answer query={query}>
        {() => <Table<T> rowKey="id" size="middle" pagination={false} dataSource={pages.items} columns={columns} locale={{ emptyText: <Nothing text={empty} /> }} rowClassName={(item) => (item.id === chosen ? 'chosen-row' : '')} />}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
    </Page>
  );
}

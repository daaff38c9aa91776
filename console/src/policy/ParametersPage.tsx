import { Select, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { DOCUMENTS } from './ClausesPage';
import { Periods } from './parts';
import { PolicyFrame } from './PolicyFrame';
import type { Parameter } from './types';

/** In the address: the rules outside the documents. */
const PACKS = 'packs';

/** Every number, share, period and list, with its unit, its clause and since when; what is no number is said to be none. */
export function ParametersPage() {
  const { t, pick, label } = useText();
  const [search, setSearch] = useSearchParams();
  const query = useRead<Listing<Parameter>>('assessment', 'policy/parameters');
  const doc = search.get('doc') ?? undefined;
  const answer = search.get('answer') ?? undefined;
  const choose = (name: string, value: string | undefined) => setSearch((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  return (
    <PolicyFrame title={t('rules.nav.parameters')} lead={t('rules.parameters.lead')}>
      <div className="finder">
        <label htmlFor="parameters-document">{t('rules.document')}</label>
        <Select id="parameters-document" allowClear value={doc} placeholder={t('rules.all')} onChange={(value) => choose('doc', value)} style={{ minWidth: 160 }}
          options={[...Object.keys(DOCUMENTS).map((one) => ({ value: one, label: `${one}　${label('jurisdiction', DOCUMENTS[one])}` })), { value: PACKS, label: t('rules.nav.packs') }]} />
        <label htmlFor="parameters-answer">{t('rules.value')}</label>
        <Select id="parameters-answer" allowClear value={answer} placeholder={t('rules.all')} onChange={(value) => choose('answer', value)} style={{ minWidth: 200 }}
          options={['STATED', 'UNSET', 'LOST'].map((one) => ({ value: one, label: label('parameterAnswer', one) }))} />
      </div>
      <Answer query={query}>
        {(data) => (
          <Table<Parameter> rowKey="id" size="middle" locale={{ emptyText: <Nothing /> }}
            dataSource={data.items.filter((item) => (!doc || (doc === PACKS ? item.pack !== undefined : item.doc === doc)) && (!answer || item.answer === answer))}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => t('rules.total', { n: total }) }}
            columns={[
              { title: t('rules.parameter'), render: (_, item) => (item.pack
                ? <><Link to={`/policy/packs#${item.pack}`}>{pick(item.title)}</Link><div>{item.name}</div></>
                : <><Link to={`/policy/mechanisms/${item.mechanism}`}>{pick(item.title)}</Link><code className="block">{item.id}</code></>) },
              { title: t('rules.document'), width: 130, render: (_, item) => (item.pack ? t('rules.nav.packs') : `${item.doc}　${label('jurisdiction', item.jurisdiction)}`) },
              { title: t('rules.valueSince'), width: '36%', render: (_, item) => <Periods parameter={item} /> },
              { title: t('rules.clausesOf'), width: '24%', render: (_, item) => <Clauses clauses={[item.clause]} /> },
            ]} />
        )}
      </Answer>
    </PolicyFrame>
  );
}

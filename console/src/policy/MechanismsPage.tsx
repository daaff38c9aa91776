import { Input, Table } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { Parameters } from './parts';
import { PolicyFrame } from './PolicyFrame';
import type { Mechanism, MechanismDetail } from './types';

/** Every mechanism of the documents; the one that the address names is opened above the list. */
export function MechanismsPage() {
  const { t, pick, label } = useText();
  const { id } = useParams();
  const [words, setWords] = useState('');
  const query = useRead<Listing<Mechanism>>('assessment', 'policy/mechanisms');
  const one = useRead<MechanismDetail>('assessment', id ? `policy/mechanisms/${encodeURIComponent(id)}` : undefined);
  return (
    <PolicyFrame title={t('rules.nav.mechanisms')} lead={t('rules.mechanisms.lead')}>
      {id && <Answer query={one}>{(detail) => <Detail detail={detail} />}</Answer>}
      <div className="finder"><label htmlFor="mechanism-words">{t('rules.filter')}</label><Input id="mechanism-words" allowClear value={words} onChange={(event) => setWords(event.target.value)} style={{ maxWidth: 320 }} /></div>
      <Answer query={query}>
        {(data) => <Catalogue items={data.items.filter((item) => !words.trim() || `${item.id} ${pick(item.title)} ${label('area', item.area)}`.toLowerCase().includes(words.trim().toLowerCase()))} chosen={id} />}
      </Answer>
    </PolicyFrame>
  );
}

function Catalogue({ items, chosen }: { items: Mechanism[]; chosen: string | undefined }) {
  const { t, pick, label } = useText();
  const areas = useMemo(() => [...new Set(items.map((item) => item.area))], [items]);
  return (
    <Table<Mechanism> rowKey="id" size="middle" dataSource={items} rowClassName={(item) => (item.id === chosen ? 'chosen-row' : '')} locale={{ emptyText: <Nothing /> }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => t('rules.total', { n: total }) }}
      columns={[
        { title: t('rules.id'), dataIndex: 'id', width: 110, render: (id: string) => <Link to={`/policy/mechanisms/${id}`}><code>{id}</code></Link> },
        { title: t('rules.title'), dataIndex: 'title', render: (_, item) => pick(item.title) },
        { title: t('rules.area'), dataIndex: 'area', width: 180, render: (area: string) => label('area', area), filters: areas.map((area) => ({ text: label('area', area), value: area })), onFilter: (value, item) => item.area === value },
        { title: t('rules.kind'), dataIndex: 'kind', width: 130, render: (kind: string) => label('ruleKind', kind), filters: ['RULE', 'PARAMETER', 'PROCEDURE', 'DECLARATION'].map((kind) => ({ text: label('ruleKind', kind), value: kind })), onFilter: (value, item) => item.kind === value },
      ]} />
  );
}

function Detail({ detail }: { detail: MechanismDetail }) {
  const { t, pick, label } = useText();
  return (
    <section className="panel chosen" data-mechanism={detail.id}>
      <h2><code>{detail.id}</code>　{pick(detail.title)}</h2>
      <dl className="pairs wide">
        <dt>{t('rules.area')}</dt><dd>{pick(detail.areaName)}</dd>
        <dt>{t('rules.kind')}</dt><dd>{label('ruleKind', detail.kind)}{detail.decides && `　${t('rules.decides')}`}</dd>
        <dt>{t('rules.concerns')}</dt><dd>{detail.concerns.map(pick).join(t('list.separator'))}</dd>
        {detail.states.length > 0 && <><dt>{t('rules.states')}</dt><dd>{detail.states.map(pick).join(t('list.separator'))}</dd></>}
        {detail.note && <><dt>{t('rules.note')}</dt><dd>{pick(detail.note)}</dd></>}
        <dt>{t('rules.clausesOf')}</dt><dd><Clauses clauses={detail.clauses} empty /></dd>
        {detail.parameters.length > 0 && <><dt>{t('rules.parameters')}</dt><dd><Parameters parameters={detail.parameters} /></dd></>}
        <dt>{t('rules.questions')}</dt>
        <dd><ul className="plain">{detail.questions.map((question) => (
          <li key={question} data-question={question}><Link to={`/policy/comparison?question=${encodeURIComponent(question)}`}>{t('rules.compareThis')}</Link>　<Link to={`/policy/trial?question=${encodeURIComponent(question)}`}>{t('rules.tryThis')}</Link></li>
        ))}</ul></dd>
      </dl>
    </section>
  );
}

import { Link, useParams } from 'react-router';
import type { Talk } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { GroundView } from '../kit/Clauses';
import { ListPage } from '../kit/ListPage';
import type { OrderForm } from '../kit/OrderDrawer';
import { SupportBadge } from '../kit/SupportBadge';
import { nameOf } from '../kit/Who';
import { StateTag } from '../tolerance/StateTag';

/** Talks proposed by the platform's rules or asked for; a person accepts or declines each. */
export function TalksPage() {
  const { t, pick } = useText();
  const { id } = useParams();
  return (
    <ListPage<Talk>
      title={t('nav.talks')} lead={t('talks.lead')} service="incentive" path="talks" empty={t('talks.empty')} chosen={id}
      panel={(item) => <TalkPanel item={item} />}
      columns={[
        { title: t('cases.cadre'), width: 200, render: (_, item) => <Link to={`/talks/${item.id}`}>{nameOf(item.cadre)}</Link> },
        { title: t('talks.reason'), render: (_, item) => pick(item.reason) },
        { title: t('effects.support'), width: 170, render: (_, item) => <SupportBadge support={item.ground?.support} /> },
        { title: t('cases.state'), width: 150, render: (_, item) => <StateTag family="talkState" state={item.state} /> },
        { title: t('field.on'), width: 130, render: (_, item) => item.on },
      ]}
    />
  );
}

function TalkPanel({ item }: { item: Talk }) {
  const { pick, label, t } = useText();
  const orders = (act: string): OrderForm | undefined => {
    const base = { title: label('act', `talk.${act}`), service: 'incentive' as const, path: `talks/${item.id}/${act}`, version: item.version };
    switch (act) {
      case 'acceptance':
        return { ...base, fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }] };
      case 'declining':
        return { ...base, fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }] };
      case 'holding':
        return { ...base, note: t('talks.holdNote'), fields: [{ name: 'notes', label: 'field.note', kind: 'area' }] };
      default:
        return undefined;
    }
  };
  return (
    <>
      <h2>{nameOf(item.cadre)}</h2>
      <div className="result-line"><StateTag family="talkState" state={item.state} /></div>
      <p>{pick(item.reason)}</p>
      <GroundView ground={item.ground} />
      <Acts service="incentive" path={`talks/${item.id}`} thing="talk" orders={orders} />
    </>
  );
}

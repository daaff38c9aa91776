import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { AwardNomination } from '../api/types';
import { useText } from '../i18n/text';
import { Acts } from '../kit/Acts';
import { ListPage } from '../kit/ListPage';
import { OrderDrawer, withoutBlanks, type OrderForm } from '../kit/OrderDrawer';
import { nameOf } from '../kit/Who';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';

/** Proposals for honours. A hold is a person's recorded act and shows its age; the award stays a human decision. */
export function NominationsPage() {
  const { t } = useText();
  const { id } = useParams();
  const account = useAccount();
  const [form, setForm] = useState<OrderForm>();
  const proposal: OrderForm = {
    title: t('nominations.propose'), service: 'incentive', path: 'award-nominations', body: withoutBlanks,
    fields: [{ name: 'cadre', label: 'field.cadre', kind: 'person', required: true }, { name: 'award', label: 'field.award', kind: 'text', required: true }],
  };
  return (
    <>
      <ListPage<AwardNomination>
        title={t('nav.nominations')} lead={t('nominations.lead')} service="incentive" path="award-nominations" empty={t('nominations.empty')} chosen={id}
        extra={holds(account, 'BENEFITS_OFFICER', 'ORG_OFFICER') && <Button type="primary" onClick={() => setForm(proposal)}>{t('nominations.propose')}</Button>}
        panel={(item) => <NominationPanel item={item} />}
        columns={[
          { title: t('cases.cadre'), width: 200, render: (_, item) => <Link to={`/award-nominations/${item.id}`}>{nameOf(item.cadre)}</Link> },
          { title: t('field.award'), render: (_, item) => item.award },
          { title: t('cases.state'), width: 150, render: (_, item) => <StateTag family="nominationState" state={item.state} /> },
          { title: t('nominations.hold'), width: 300, render: (_, item) => item.hold && <HoldView hold={item.hold} /> },
          { title: t('nominations.proposed'), width: 130, render: (_, item) => item.proposedOn },
        ]}
      />
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}

function HoldView({ hold }: { hold: NonNullable<AwardNomination['hold']> }) {
  const { t } = useText();
  return <>{hold.reason}<div className="quiet">{[nameOf(hold.by), hold.on, hold.ageDays !== undefined && t('nominations.age', { n: hold.ageDays }), hold.basis].filter(Boolean).join('　')}</div>{hold.renewal && <div>{t('nominations.renewed')}{hold.renewal}<span className="quiet">　{[nameOf(hold.renewedBy), hold.renewedOn].filter(Boolean).join('　')}</span></div>}</>;
}

function NominationPanel({ item }: { item: AwardNomination }) {
  const { t, label } = useText();
  const orders = (act: string): OrderForm | undefined => {
    const base = { title: label('act', `nomination.${act}`), service: 'incentive' as const, path: `award-nominations/${item.id}/${act}`, version: item.version };
    switch (act) {
      case 'hold':
        return { ...base, note: t('nominations.holdNote'), fields: [
          { name: 'reason', label: 'field.reason', kind: 'area', required: true }, { name: 'factId', label: 'field.factId', kind: 'text', required: true }, { name: 'basis', label: 'field.basis', kind: 'text' },
        ] };
      case 'conferral':
        return { ...base, note: t('order.confirmNote'), fields: [] };
      case 'release':
      case 'renewal':
        return { ...base, fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }] };
      default:
        return undefined;
    }
  };
  return (
    <>
      <h2>{nameOf(item.cadre)}　{item.award}</h2>
      <div className="result-line"><StateTag family="nominationState" state={item.state} /></div>
      {item.hold && <HoldView hold={item.hold} />}
      <Acts service="incentive" path={`award-nominations/${item.id}`} thing="nomination" orders={orders} />
    </>
  );
}

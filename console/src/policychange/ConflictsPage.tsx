import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { PersonName } from '../kit/PersonName';
import { DemonstrationMark } from '../kit/SupportBadge';
import { ModalTag, usePlace } from '../policy/parts';
import { PolicyFrame } from '../policy/PolicyFrame';
import { holds, useAccount } from '../session/session';
import type { Chosen, Conflict, Side } from './types';

/** Where a place and the level above it say different things, clause beside clause; which counts an official of the place decides with a reason. */
export function ConflictsPage() {
  const { t } = useText();
  const { place: jurisdiction, finder } = usePlace('conflicts-place');
  const query = useRead<Listing<Conflict>>('assessment', `policy/conflicts?jurisdiction=${encodeURIComponent(jurisdiction)}`);
  return (
    <PolicyFrame title={t('rules.nav.conflicts')} lead={t('conflicts.lead')}>
      {finder}
      <Answer query={query} empty={(data) => data.items.length === 0} emptyText={t('conflicts.none')}>
        {(data) => data.items.map((conflict) => <ConflictView key={conflict.question} conflict={conflict} jurisdiction={jurisdiction} />)}
      </Answer>
    </PolicyFrame>
  );
}

function ConflictView({ conflict, jurisdiction }: { conflict: Conflict; jurisdiction: string }) {
  const { t, pick, label } = useText();
  const account = useAccount();
  const [form, setForm] = useState<OrderForm>();
  const { decision } = conflict;
  const decide: OrderForm = {
    title: t('conflicts.decide'), service: 'assessment', path: `policy/conflicts/${encodeURIComponent(conflict.question)}/decision`, note: <><p>{pick(conflict.name)}</p><p>{t('conflicts.decideNote')}</p></>,
    fields: [
      { name: 'chosen', label: 'conflicts.chosen', kind: 'radio', required: true, choices: (['OWN', 'UPPER'] as Chosen[]).map((value) => ({ value, label: label('chosen', value) })) },
      { name: 'reason', label: 'field.reason', kind: 'area', required: true },
      { name: 'demonstration', label: 'field.demonstration', kind: 'switch', initial: false },
    ],
    body: (values) => ({ ...values, jurisdiction }),
  };
  return (
    <article className="panel" data-conflict={conflict.question}>
      <h2><Link to={`/policy/comparison?question=${encodeURIComponent(conflict.question)}`}>{pick(conflict.name)}</Link></h2>
      <div className="side-by-side"><SideView side={conflict.city} word={t('conflicts.own')} /><SideView side={conflict.province} word={t('conflicts.upper')} /></div>
      {decision
        ? <p><strong>{t('conflicts.decided')}{label('chosen', decision.chosen)}</strong> <DemonstrationMark ground={decision} /><span className="quiet">　{decision.reason}　<PersonName id={decision.by} />　{decision.at}</span></p>
        : <p>{t('conflicts.open')}</p>}
      {holds(account, 'POLICY_ADMIN') && account.jurisdiction === jurisdiction && <p className="no-print"><Button onClick={() => setForm(decide)}>{t(decision ? 'conflicts.decideAgain' : 'conflicts.decide')}</Button></p>}
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </article>
  );
}

function SideView({ side, word }: { side: Side; word: string }) {
  const { pick, label } = useText();
  return (
    <section data-doc={side.doc}>
      <h4>{word}　{side.doc}　{label('jurisdiction', side.jurisdiction)}</h4>
      <p>{pick(side.says)}<ModalTag modal={side.modal} /></p>
      <Clauses clauses={side.clauses} />
    </section>
  );
}

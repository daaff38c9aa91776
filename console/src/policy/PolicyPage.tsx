import { Button, Select, Tree } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing, PolicyDocument, Reading } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses, SideBySide } from '../kit/Clauses';
import { OrderDrawer, withoutBlanks, type OrderForm } from '../kit/OrderDrawer';
import { Silence } from '../kit/Silence';
import { DemonstrationMark } from '../kit/SupportBadge';
import { nameOf } from '../kit/Who';
import { holds, useAccount } from '../session/session';
import { PolicyFrame } from './PolicyFrame';

function list<T>(data: Listing<T> | T[]): T[] {
  return Array.isArray(data) ? data : data.items;
}

/** The documents with their dates and where those come from, and the readings confirmed for a place. */
export function PolicyPage() {
  const { t } = useText();
  const documents = useRead<Listing<PolicyDocument> | PolicyDocument[]>('assessment', 'policy/documents');
  return (
    <PolicyFrame title={t('nav.policy')} lead={t('policy.lead')}>
      <Answer query={documents} empty={(data) => list(data).length === 0}>{(data) => <Documents documents={list(data)} />}</Answer>
      <Readings documents={documents.data ? list(documents.data) : []} />
    </PolicyFrame>
  );
}

interface Branch { key: string; title: string; children: Branch[] }

function Documents({ documents }: { documents: PolicyDocument[] }) {
  const { t, label, pick } = useText();
  const account = useAccount();
  const [code, setCode] = useState<string>();
  const [form, setForm] = useState<OrderForm>();
  const tree = useMemo(() => {
    const branch = (document: PolicyDocument): Branch => ({
      key: document.code, title: `${document.code}　${label('jurisdiction', document.jurisdiction)}`,
      children: documents.filter((other) => other.parent !== undefined && other.parent !== null && other.parent === document.jurisdiction && other.code !== document.code).map(branch),
    });
    return documents.filter((document) => !documents.some((other) => other.jurisdiction === document.parent)).map(branch);
  }, [documents, label]);
  const document = documents.find((one) => one.code === code) ?? documents.find((one) => one.jurisdiction === account.jurisdiction) ?? documents[0]!;
  const mayDate = holds(account, 'POLICY_ADMIN') && document.jurisdiction === account.jurisdiction;
  return (
    <div className="policy-columns">
      <section className="panel"><h2>{t('policy.tree')}</h2>
        <Tree<Branch> treeData={tree} defaultExpandAll blockNode selectedKeys={[document.code]} onSelect={(keys) => keys[0] && setCode(String(keys[0]))} />
      </section>
      <section className="panel">
        <h2>{document.title ?? document.titleZh ?? document.code}</h2>
        <dl className="pairs wide">
          <dt>{t('policy.number')}</dt><dd>{document.number ?? t('silence.short')}</dd>
          <dt>{t('policy.level')}</dt><dd>{label('level', document.level)}　{label('jurisdiction', document.jurisdiction)}{document.trial && `　${t('policy.trial')}`}</dd>
          <dt>{t('policy.issued')}</dt><dd>{document.issuedOn ?? t('silence.short')}</dd>
          <dt>{t('policy.effective')}</dt>
          <dd>{document.effectiveFrom ?? t('silence.dateUnset')} <DemonstrationMark ground={document} />
            {document.dateCitation ? <Clauses clauses={[document.dateCitation]} /> : (document.dateSource ?? document.source) && <div className="quiet">{t('criteria.source')}{document.dateSource ?? document.source}</div>}
            {document.effectiveFrom && !document.dateCitation && !document.dateSource && !document.source && <div className="quiet">{t('policy.noSource')}</div>}
          </dd>
          {document.damaged && document.damaged.length > 0 && <><dt>{t('policy.damaged')}</dt><dd><ul>{document.damaged.map((place) => <li key={place.place}>{place.place}　{pick(place.lost)}</li>)}</ul><Silence value="LOST" /></dd></>}
        </dl>
        {mayDate && (
          <Button onClick={() => setForm({
            title: t('policy.enterDate'), service: 'assessment', path: `policy/documents/${encodeURIComponent(document.code)}/dates`, note: t('policy.dateNote'),
            fields: [
              { name: 'effectiveFrom', label: 'policy.effective', kind: 'date', required: true },
              { name: 'source', label: 'field.source', kind: 'text', required: true },
              { name: 'demonstration', label: 'field.demonstration', kind: 'switch', initial: false },
            ],
          })}>{t('policy.enterDate')}</Button>
        )}
        <OrderDrawer form={form} onClose={() => setForm(undefined)} />
      </section>
    </div>
  );
}

function Readings({ documents }: { documents: PolicyDocument[] }) {
  const { t, label } = useText();
  const account = useAccount();
  const [jurisdiction, setJurisdiction] = useState(useSearchParams()[0].get('place') ?? account.jurisdiction);
  const readings = useRead<Listing<Reading> | Reading[]>('assessment', `policy/readings?jurisdiction=${encodeURIComponent(jurisdiction)}`);
  const places = [...new Set([account.jurisdiction, ...documents.map((document) => document.jurisdiction).filter((place) => place !== undefined)])];
  return (
    <section className="panel">
      <h2>{t('policy.readings')}</h2>
      <div className="finder"><label htmlFor="readings-place">{t('cases.jurisdiction')}</label> <Select id="readings-place" value={jurisdiction} onChange={setJurisdiction} style={{ minWidth: 160 }} options={places.map((value) => ({ value, label: label('jurisdiction', value) }))} /></div>
      <p className="quiet">{t('policy.readingsLead')}</p>
      <Answer query={readings} empty={(data) => list(data).length === 0} emptyText={t('policy.noReadings')}>
        {(data) => list(data).map((reading) => <ReadingView key={reading.id} reading={reading} jurisdiction={jurisdiction} />)}
      </Answer>
    </section>
  );
}

function ReadingView({ reading, jurisdiction }: { reading: Reading; jurisdiction: string }) {
  const { t, pick, when } = useText();
  const account = useAccount();
  const [form, setForm] = useState<OrderForm>();
  const words = (id: string) => pick(reading.choices?.find((choice) => choice.id === id)?.text ?? reading.choices?.find((choice) => choice.id === id)?.label) || id;
  const confirmed = reading.confirmed;
  return (
    <article className="reading" data-reading={reading.id}>
      <h3>{pick(reading.question)}</h3>
      <SideBySide own={reading.ownClauses} upper={reading.upperClauses} />
      {confirmed
        ? <p><strong>{t('policy.confirmed')}{words(confirmed.choice)}</strong> <DemonstrationMark ground={confirmed} /><span className="quiet">　{[confirmed.reason, nameOf(confirmed.by), when(confirmed.on)].filter(Boolean).join('　')}</span></p>
        : <p className="quiet">{t('policy.unconfirmed')}</p>}
      {holds(account, 'POLICY_ADMIN') && account.jurisdiction === jurisdiction && (
        <Button onClick={() => setForm({
          title: t('policy.confirm'), service: 'assessment', path: `policy/readings/${encodeURIComponent(reading.id)}/confirmations`, note: <><p>{pick(reading.question)}</p><p>{t('policy.confirmNote')}</p></>,
          fields: [
            { name: 'choice', label: 'field.choice', kind: 'radio', required: true, choices: (reading.choices ?? []).map((choice) => ({ value: choice.id, label: pick(choice.text ?? choice.label) })) },
            { name: 'reason', label: 'field.reason', kind: 'area', required: true },
            { name: 'demonstration', label: 'field.demonstration', kind: 'switch', initial: false },
          ],
          body: (values) => withoutBlanks({ ...values, jurisdiction }),
        })}>{confirmed ? t('policy.confirmAgain') : t('policy.confirm')}</Button>
      )}
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </article>
  );
}

import { Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Named, Text } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Marked } from '../kit/Marked';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { Page } from '../kit/Page';
import { PersonPicker } from '../kit/pickers';
import { Silence } from '../kit/Silence';
import { nameOf } from '../kit/Who';

interface Candidate {
  person: Named;
  posts?: { title?: string; unitName?: string; from?: string }[];
  evaluations?: { id: string; kind?: string; judgement?: string; source?: string; enteredOn?: string }[];
  flags?: { id: string; reason?: string; raisedOn?: string }[];
  bars?: { value: string; label?: Text; nationalRules?: { name: Text; articles?: string }[]; otherRulesConsulted?: { rule: string; result?: string; by?: Named; on?: string }[] };
}

/** The selector's view of one person: what stands on record for selection, and nothing else. */
export function CandidatesPage() {
  const { t } = useText();
  const { person } = useParams();
  const go = useNavigate();
  const [chosen, setChosen] = useState<string | undefined>(person);
  return (
    <Page title={t('nav.candidates')} lead={t('candidates.lead')}>
      <Form layout="inline" className="finder" onFinish={() => chosen && void go(`/candidates/${chosen}`)}>
        <Form.Item label={t('field.cadre')} htmlFor="candidate" className="finder-wide"><PersonPicker id="candidate" value={chosen} onChange={setChosen} /></Form.Item>
        <Button type="primary" htmlType="submit" disabled={!chosen}>{t('action.show')}</Button>
      </Form>
      {person && <Marked><View person={person} /></Marked>}
    </Page>
  );
}

function View({ person }: { person: string }) {
  const { t, label, pick } = useText();
  const found = useRead<Candidate>('assessment', `candidates/${person}`);
  const [form, setForm] = useState<OrderForm>();
  const consult: OrderForm = {
    title: t('candidates.consult'), service: 'assessment', path: `candidates/${person}/other-rules-consulted`, note: t('order.otherRuleNote'),
    fields: [{ name: 'rule', label: 'field.otherRule', kind: 'text', required: true }, { name: 'result', label: 'field.consulted', kind: 'area', required: true }],
  };
  return (
    <Answer query={found}>
      {(data) => (
        <section className="panel">
          <h2>{data.person.name ?? data.person.id}</h2>
          <ul className="plain">{data.posts?.map((post, index) => <li key={index}>{[post.unitName, post.title, post.from].filter(Boolean).join('　')}</li>)}</ul>
          <h3>{t('candidates.evaluations')}</h3>
          {data.evaluations?.length ? <ul className="plain">{data.evaluations.map((one) => <li key={one.id}>{label('assessmentKind', one.kind)}　{one.enteredOn}<p>{one.judgement}</p><div className="quiet">{one.source}</div></li>)}</ul> : <p className="quiet">{t('state.empty')}</p>}
          <h3>{t('candidates.flags')}</h3>
          {data.flags?.length ? <ul className="plain">{data.flags.map((one) => <li key={one.id}>{one.reason}　<span className="quiet">{one.raisedOn}</span></li>)}</ul> : <p className="quiet">{t('state.empty')}</p>}
          {data.bars && (
            <>
              <h3>{t('candidates.bars')}</h3>
              <p>{pick(data.bars.label)}</p>
              <Silence value={data.bars.value} rules={data.bars.nationalRules?.map((rule) => ({ name: rule.name, note: rule.articles ? { zh: rule.articles, en: rule.articles } : undefined }))} />
              {data.bars.otherRulesConsulted?.map((one, index) => <p key={index}>{t('candidates.consulted')}：{one.rule}　{one.result}<span className="quiet">　{[nameOf(one.by), one.on].filter(Boolean).join('　')}</span></p>)}
              <Button onClick={() => setForm(consult)}>{t('candidates.consult')}</Button>
            </>
          )}
          <OrderDrawer form={form} onClose={() => setForm(undefined)} />
        </section>
      )}
    </Answer>
  );
}

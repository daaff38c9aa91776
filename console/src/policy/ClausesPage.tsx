import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { Silence } from '../kit/Silence';
import { SupportBadge } from '../kit/SupportBadge';
import { holds, useAccount } from '../session/session';
import { Mechanisms, ModalTag, Parameters } from './parts';
import { PolicyFrame } from './PolicyFrame';
import type { Clause, Copies, Copy, DocumentClauses } from './types';

export const DOCUMENTS: Record<string, string> = { 中: '000000', 鲁: '370000', 威: '371000', 皖: '340000', 黔: '520000' };

/** A document clause by clause: what it says on the left, what the platform made of it on the right. */
export function ClausesPage() {
  const { t, label } = useText();
  const account = useAccount();
  const go = useNavigate();
  const { code = Object.keys(DOCUMENTS).find((one) => DOCUMENTS[one] === account.jurisdiction) ?? '中' } = useParams();
  const [search] = useSearchParams();
  const query = useRead<DocumentClauses>('assessment', `policy/documents/${encodeURIComponent(code)}/clauses`);
  return (
    <PolicyFrame title={t('rules.nav.clauses')} lead={t('rules.clauses.lead')}>
      <div className="finder">
        <label htmlFor="clauses-document">{t('rules.document')}</label>
        <Select id="clauses-document" value={code} style={{ minWidth: 170 }} onChange={(next) => void go(`/policy/clauses/${encodeURIComponent(next)}`)}
          options={Object.keys(DOCUMENTS).map((one) => ({ value: one, label: `${one}　${label('jurisdiction', DOCUMENTS[one])}` }))} />
      </div>
      <Answer query={query} empty={(document) => document.clauses.length === 0}>{(document) => <Document document={document} place={search.get('place') ?? undefined} />}</Answer>
    </PolicyFrame>
  );
}

function Document({ document, place }: { document: DocumentClauses; place: string | undefined }) {
  const { t } = useText();
  useEffect(() => {
    if (place) globalThis.document.getElementById(place)?.scrollIntoView?.({ block: 'start' });
  }, [place]);
  return (
    <>
      <section className="panel"><h2>{document.title}</h2><CopyPanel code={document.code} copies={document.copies} /><p className="quiet">{t('criteria.rulesVersion')}<code>{document.rulesVersion}</code></p></section>
      <div className="rules-columns">
        <nav className="panel rules-places" aria-label={t('rules.places')}>
          <ol className="plain">{document.clauses.map((clause) => <li key={clause.place}><a href={`#${clause.place}`}>{clause.place}</a> {clause.mechanisms.length > 0 && <span className="quiet">{t('rules.mechanismCount', { n: clause.mechanisms.length })}</span>}</li>)}</ol>
        </nav>
        <div>{document.clauses.map((clause) => <ClauseView key={clause.place} clause={clause} chosen={clause.place === place} />)}</div>
      </div>
    </>
  );
}

function ClauseView({ clause, chosen }: { clause: Clause; chosen: boolean }) {
  const { t, pick } = useText();
  return (
    <article className={`panel${chosen ? ' chosen' : ''}`} id={clause.place} data-place={clause.place}>
      <h2>{clause.place}</h2>
      <div className="clause-beside">
        <section>
          {clause.text
            ? <><h4>{t('rules.text')}</h4><p className="clause-text" lang="zh-CN">{clause.text}</p></>
            : <><h4>{t('rules.quotations')}</h4>{clause.quotes.map((quote) => <p key={quote}><q className="clause-quote" lang="zh-CN">{quote}</q></p>)}</>}
          {clause.lost && <><Silence value="LOST" /><p className="quiet">{t('rules.lostHere')}{pick(clause.lost)}</p></>}
        </section>
        <section>
          {clause.mechanisms.length > 0 && <><h4>{t('rules.mechanisms')}</h4><Mechanisms mechanisms={clause.mechanisms} /></>}
          {clause.rules.length > 0 && <><h4>{t('rules.rules')}</h4><ul className="plain">{clause.rules.map((rule) => (
            <li key={rule.id} data-rule={rule.id}>{rule.answer === 'STATED' ? <SupportBadge support={rule.support} /> : null} {pick(rule.says)} <ModalTag modal={rule.modal} />　<Link to={`/policy/comparison?question=${encodeURIComponent(rule.question)}`}>{t('rules.compareThis')}</Link></li>
          ))}</ul></>}
          {clause.parameters.length > 0 && <><h4>{t('rules.parameters')}</h4><Parameters parameters={clause.parameters} /></>}
          {!clause.mechanisms.length && !clause.rules.length && !clause.parameters.length && <p className="quiet">{t('rules.nothingRests')}</p>}
        </section>
      </div>
    </article>
  );
}

function CopyPanel({ code, copies }: { code: string; copies: Copies }) {
  const { t } = useText();
  const account = useAccount();
  const [form, setForm] = useState<OrderForm>();
  const path = `policy/documents/${encodeURIComponent(code)}/text`;
  return (
    <>
      {copies.shown ? <CopyLine copy={copies.shown} word={t('rules.copyShown')} /> : <p className="quiet">{t('rules.noCopy')}</p>}
      {copies.pending && <CopyLine copy={copies.pending} word={t('rules.copyPending')} />}
      <div className="finder no-print">
        {holds(account, 'POLICY_ADMIN') && <Button onClick={() => setForm({
          title: t('rules.importCopy'), service: 'assessment', path, note: t('rules.importNote'),
          fields: [{ name: 'source', label: 'field.source', kind: 'text', required: true }, { name: 'text', label: 'rules.text', kind: 'area', required: true }],
        })}>{t('rules.importCopy')}</Button>}
        {copies.pending && holds(account, 'POLICY_APPROVER') && <Button type="primary" onClick={() => setForm({
          title: t('rules.approveCopy'), service: 'assessment', path: `${path}/approval`, version: copies.version, fields: [],
          note: <><p>{t('rules.approveNote')}</p><p className="breakable"><code>{copies.pending!.digest}</code></p></>, body: () => ({ digest: copies.pending!.digest }),
        })}>{t('rules.approveCopy')}</Button>}
      </div>
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}

function CopyLine({ copy, word }: { copy: Copy; word: string }) {
  const { t } = useText();
  return (
    <dl className="pairs wide">
      <dt>{word}</dt><dd>{t('rules.copyOn', { day: copy.importedOn, source: copy.source })}{!copy.available && <strong>　{t('rules.copyAway')}</strong>}</dd>
      <dt>{t('rules.digest')}</dt><dd><code>{copy.digest}</code></dd>
      <dt>{t('rules.compared')}</dt><dd>{t('rules.comparedText', { n: copy.quotations, differing: copy.differing })}</dd>
    </dl>
  );
}

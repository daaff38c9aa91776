import { Button, Steps } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/hooks';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { PersonName } from '../kit/PersonName';
import { PolicyFrame } from '../policy/PolicyFrame';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';
import { ImpactPanel } from './ImpactPanel';
import type { ImpactSeen, PolicyChange } from './types';
import { ItemView, useKnown } from './words';

/** A change from its draft to its publication: what it says, whom it would touch, who drafted it and who reviewed it. */
export function ChangePage() {
  const { t } = useText();
  const { id } = useParams();
  const query = useRead<PolicyChange>('assessment', `policy/changes/${id}`);
  return <PolicyFrame title={query.data?.title ?? t('rules.nav.changes')}><Answer query={query}>{(change) => <Change change={change} />}</Answer></PolicyFrame>;
}

function Change({ change }: { change: PolicyChange }) {
  const { t, label } = useText();
  const account = useAccount();
  const known = useKnown(change.jurisdiction, change.items);
  const [form, setForm] = useState<OrderForm>();
  const [seen, setSeen] = useState<Record<string, ImpactSeen>>();
  const published = change.state === 'PUBLISHED';
  const here = account.jurisdiction === change.jurisdiction;
  const mayReview = change.state === 'DRAFTED' && here && holds(account, 'POLICY_APPROVER');
  const mayPublish = change.state === 'APPROVED' && here && holds(account, 'POLICY_ADMIN');
  const review = (approve: boolean): OrderForm => ({
    title: t(approve ? 'change.approve' : 'change.reject'), service: 'assessment', path: `policy/changes/${change.id}/review`, version: change.version,
    note: approve ? t('change.approveNote') : undefined, fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }], body: (values) => ({ approve, ...values, ...(approve ? { impactSeen: seen } : {}) }),
  });
  return (
    <>
      <Progress change={change} />
      <section className="panel" data-testid="change">
        <h2>{t('change.content')}　<StateTag family="changeState" state={change.state} /></h2>
        <dl className="pairs wide">
          <dt>{t('cases.jurisdiction')}</dt><dd>{label('jurisdiction', change.jurisdiction)}</dd>
          {change.reason && <><dt>{t('change.reason')}</dt><dd>{change.reason}</dd></>}
          {change.impactSeen && change.impactSeen.length > 0 && <><dt>{t('change.impactSeen')}</dt><dd>{change.impactSeen.map((seenThen) => <div key={seenThen.service}>{label('service', seenThen.service)}：{t('impact.asked', { n: seenThen.asked, m: seenThen.differing })}</div>)}</dd></>}
          {change.reviewReason && <><dt>{t('change.reviewReason')}</dt><dd>{change.reviewReason}</dd></>}
        </dl>
        {change.items.map((item, index) => <ItemView key={index} item={item} known={known} published={published} />)}
      </section>
      {!published && change.state !== 'REJECTED' && <ImpactPanel items={change.items} onSeen={setSeen} />}
      {(mayReview || mayPublish) && (
        <section className="panel no-print">
          <h2>{t(mayReview ? 'change.review' : 'change.publish')}</h2>
          {mayReview && account.person === change.draftedBy && <p>{t('change.ownDraft')}</p>}
          {mayReview && account.person !== change.draftedBy && (
            <div className="inline-acts">
              <Button type="primary" disabled={!seen} onClick={() => setForm(review(true))}>{t('change.approve')}</Button>
              <Button onClick={() => setForm(review(false))}>{t('change.reject')}</Button>
              {!seen && <span className="quiet">{t('change.seeFirst')}</span>}
            </div>
          )}
          {mayPublish && (
            <div className="inline-acts">
              <Button type="primary" onClick={() => setForm({ title: t('change.publish'), service: 'assessment', path: `policy/changes/${change.id}/publication`, version: change.version, fields: [], note: t('change.publishNote') })}>{t('change.publish')}</Button>
            </div>
          )}
        </section>
      )}
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}

function Progress({ change }: { change: PolicyChange }) {
  const { t } = useText();
  const at = change.state === 'DRAFTED' ? 1 : change.state === 'APPROVED' ? 2 : change.state === 'PUBLISHED' ? 3 : 1;
  return (
    <nav className="steps" aria-label={t('change.steps')}>
      <Steps size="small" current={at} status={change.state === 'REJECTED' ? 'error' : 'process'} items={[
        { title: t('change.step.draft'), content: <PersonName id={change.draftedBy} /> },
        { title: t('change.step.review'), content: change.reviewedBy && <PersonName id={change.reviewedBy} /> },
        { title: t('change.step.publish') },
      ]} />
    </nav>
  );
}

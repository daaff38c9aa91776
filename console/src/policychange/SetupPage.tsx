import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/hooks';
import type { Text } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { PersonName } from '../kit/PersonName';
import { DemonstrationMark } from '../kit/SupportBadge';
import { usePlace } from '../policy/parts';
import { PolicyFrame } from '../policy/PolicyFrame';
import { holds, useAccount } from '../session/session';

interface Setup {
  jurisdiction: string; version: number; ready: boolean; proposed?: { by: string; at: string; reason: string; demonstration?: boolean };
  opened?: { by: string; at: string; proposedBy: string; demonstration?: boolean };
  unanswered: { pack: string; name: Text }[]; undated: { doc: string; title: string }[]; readings: { reading: string; question: Text }[];
}

/** What a place has answered and entered before it works for real, and its opening by two of its officials. */
export function SetupPage() {
  const { t } = useText();
  const { place: jurisdiction, finder } = usePlace('setup-place');
  const query = useRead<Setup>('assessment', `policy/setup?jurisdiction=${encodeURIComponent(jurisdiction)}`);
  return (
    <PolicyFrame title={t('rules.nav.setup')} lead={t('setup.lead')}>
      {finder}
      <Answer query={query}>{(setup) => <SetupView setup={setup} />}</Answer>
    </PolicyFrame>
  );
}

function SetupView({ setup }: { setup: Setup }) {
  const { t, pick } = useText();
  const { opened, proposed } = setup;
  return (
    <>
      <p className={`verdict-sentence ${opened ? 'good' : 'open'}`} role="status" data-testid="setup">
        {opened && <CheckCircleFilled aria-hidden="true" />} {opened ? t('setup.opened', { day: opened.at }) : proposed ? t('setup.proposed', { day: proposed.at }) : setup.ready ? t('setup.ready') : t('setup.notReady', { n: setup.unanswered.length })}
        {' '}<DemonstrationMark ground={opened ?? proposed} />
      </p>
      {(opened || proposed) && (
        <section className="panel"><dl className="pairs wide">
          <dt>{t('setup.proposedBy')}</dt><dd><PersonName id={opened?.proposedBy ?? proposed?.by} /></dd>
          {proposed && <><dt>{t('field.reason')}</dt><dd>{proposed.reason}</dd></>}
          {opened && <><dt>{t('setup.approvedBy')}</dt><dd><PersonName id={opened.by} />　{opened.at}</dd></>}
        </dl></section>
      )}
      <Part id="packs" title={t('setup.packs')} left={setup.unanswered.length} note={t('setup.packsNote')}>
        {setup.unanswered.map((one) => <li key={one.pack}><Link to={`/policy/packs?jurisdiction=${setup.jurisdiction}#${one.pack}`}>{pick(one.name)}</Link></li>)}
      </Part>
      <Part id="dates" title={t('setup.dates')} left={setup.undated.length} note={t('setup.datesNote')}>
        {setup.undated.map((one) => <li key={one.doc}><Link to="/policy">{one.title}</Link></li>)}
      </Part>
      <Part id="readings" title={t('setup.readings')} left={setup.readings.length} note={t('setup.readingsNote')}>
        {setup.readings.map((one) => <li key={one.reading}><Link to={`/policy?place=${setup.jurisdiction}`}>{pick(one.question)}</Link></li>)}
      </Part>
      {!opened && <Opening setup={setup} />}
    </>
  );
}

/** One line of the checklist: done, or how many are left and which. */
function Part({ id, title, left, note, children }: { id: string; title: string; left: number; note: string; children: ReactNode }) {
  const { t } = useText();
  return (
    <section className="panel" data-part={id} data-left={left}>
      <h2>{title}　<span className={left ? 'state state-overdue' : 'state state-granted'}>{left ? <ExclamationCircleFilled aria-hidden="true" /> : <CheckCircleFilled aria-hidden="true" />} {left ? t('setup.left', { n: left }) : t('setup.done')}</span></h2>
      <p className="quiet">{note}</p>
      {left > 0 && <ul className="plain">{children}</ul>}
    </section>
  );
}

function Opening({ setup }: { setup: Setup }) {
  const { t } = useText();
  const account = useAccount();
  const [form, setForm] = useState<OrderForm>();
  const here = account.jurisdiction === setup.jurisdiction;
  const reason = { name: 'reason', label: 'field.reason', kind: 'area', required: true } as const;
  const propose: OrderForm = {
    title: t('setup.propose'), service: 'assessment', path: 'policy/setup', note: t('setup.proposeNote'),
    fields: [reason, { name: 'demonstration', label: 'field.demonstration', kind: 'switch', initial: false }], body: (values) => ({ ...values, jurisdiction: setup.jurisdiction }),
  };
  const review = (approve: boolean): OrderForm => ({
    title: t(approve ? 'setup.approve' : 'setup.decline'), service: 'assessment', path: `policy/setup/${setup.jurisdiction}/review`, version: setup.version, fields: [reason],
    note: approve ? t('setup.approveNote') : undefined, body: (values) => ({ approve, ...values }),
  });
  const proposes = here && !setup.proposed && holds(account, 'POLICY_ADMIN');
  const reviews = here && setup.proposed && holds(account, 'POLICY_APPROVER');
  if (!proposes && !reviews) return null;
  return (
    <section className="panel no-print">
      <h2>{t('setup.opening')}</h2>
      {reviews && setup.proposed!.by === account.person && <p>{t('setup.ownProposal')}</p>}
      <div className="inline-acts">
        {proposes && <Button type="primary" disabled={!setup.ready} onClick={() => setForm(propose)}>{t('setup.propose')}</Button>}
        {proposes && !setup.ready && <span className="quiet">{t('setup.answerFirst')}</span>}
        {reviews && setup.proposed!.by !== account.person && <><Button type="primary" onClick={() => setForm(review(true))}>{t('setup.approve')}</Button><Button onClick={() => setForm(review(false))}>{t('setup.decline')}</Button></>}
      </div>
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </section>
  );
}

import { Button, Form, Input, Tabs, Timeline } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Dossier, TimelineEntry } from '../api/types';
import { useText, type Words } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { ClassificationLabel, Marked } from '../kit/Marked';
import { AsOf, Page } from '../kit/Page';
import { PersonPicker } from '../kit/pickers';
import { PrintButton } from '../kit/PrintButton';
import { DemonstrationMark, SupportBadge } from '../kit/SupportBadge';
import { holds, useAccount } from '../session/session';
import { Looks } from './Looks';

/** The cadre's own view of what is recorded on him, by which clause, and why. */
export function MyDossierPage() {
  const { t } = useText();
  const account = useAccount();
  return <Page title={t('nav.me')} lead={t('dossier.ownLead')}><OneDossier person={account.person} /></Page>;
}

export function DossierSearchPage() {
  const { t } = useText();
  const account = useAccount();
  const go = useNavigate();
  const [person, setPerson] = useState<string>();
  const [reason, setReason] = useState('');
  return (
    <Page title={t('nav.dossiers')} lead={t('dossier.lead')}>
      <Form layout="inline" className="finder" onFinish={() => person?.trim() && void go(`/dossiers/${person.trim()}${reason.trim() ? `?reason=${encodeURIComponent(reason.trim())}` : ''}`)}>
        <Form.Item label={t('field.cadre')} htmlFor="dossier-person" className="finder-wide">
          {holds(account, 'AUDITOR') ? <Input id="dossier-person" value={person} placeholder={t('dossier.personId')} onChange={(event) => setPerson(event.target.value)} /> : <PersonPicker id="dossier-person" value={person} onChange={setPerson} />}
        </Form.Item>
        <Form.Item label={t('dossier.reason')} htmlFor="dossier-reason"><Input id="dossier-reason" value={reason} onChange={(event) => setReason(event.target.value)} /></Form.Item>
        <Button type="primary" htmlType="submit" disabled={!person?.trim()}>{t('action.show')}</Button>
      </Form>
      <Nothing text={t('dossier.choose')} />
    </Page>
  );
}

export function DossierPage() {
  const { t } = useText();
  const { person } = useParams();
  const [search] = useSearchParams();
  return <Page title={t('nav.dossiers')}><OneDossier person={person!} reason={search.get('reason') ?? undefined} /></Page>;
}

function OneDossier({ person, reason }: { person: string; reason?: string }) {
  const found = useRead<Dossier>('oversight', `dossiers/${encodeURIComponent(person)}${reason ? `?reason=${encodeURIComponent(reason)}` : ''}`);
  const account = useAccount();
  const sees = account.person === person || holds(account, 'AUDITOR');
  return <Answer query={found}>{(dossier) => <Marked><div className="dossier-print no-print"><PrintButton service="oversight" what={`dossiers/${person}`} /></div><View dossier={dossier} />{sees && <Looks person={person} />}</Marked>}</Answer>;
}

/** Sections in the order of a 一人一档; one that the answer does not carry has no tab at all. */
const SECTIONS = ['assessments', 'awards', 'talks', 'protection'];

function View({ dossier }: { dossier: Dossier }) {
  const { t, label } = useText();
  const sections = dossier.sections ?? {};
  const names = [...SECTIONS.filter((name) => Array.isArray(sections[name])), ...Object.keys(sections).filter((name) => !SECTIONS.includes(name) && Array.isArray(sections[name]))];
  const post = dossier.person.posts?.[0];
  return (
    <>
      <section className="panel dossier-head">
        <div className="portrait" aria-hidden="true">{(dossier.person.name ?? '—').slice(0, 1)}</div>
        <div>
          <h2>{dossier.person.name ?? dossier.person.id}　<ClassificationLabel /></h2>
          <dl className="pairs">
            <dt>{t('dossier.post')}</dt><dd>{post ? [post.unitName, post.title].filter(Boolean).join('　') : '—'}</dd>
            {post?.postLevel && <><dt>{t('dossier.level')}</dt><dd>{label('postLevel', post.postLevel)}</dd></>}
            {post?.from && <><dt>{t('dossier.since')}</dt><dd>{post.from}</dd></>}
          </dl>
          <AsOf asOf={dossier.asOf} events={dossier.rebuiltFromEvents} />
        </div>
      </section>
      <div className="dossier-columns">
        <section className="panel">
          {names.length ? <Tabs items={names.map((name) => ({ key: name, label: label('dossierSection', name), children: <Lines lines={sections[name] ?? []} /> }))} /> : <Nothing />}
        </section>
        <section className="panel">
          <h2>{t('dossier.timeline')}</h2>
          <Lines lines={dossier.timeline ?? []} />
        </section>
      </div>
    </>
  );
}

function Lines({ lines }: { lines: TimelineEntry[] }) {
  return lines.length ? <Timeline items={lines.map((entry) => ({ content: <Entry entry={entry} /> }))} /> : <Nothing />;
}

/** What caused an entry, as the ledger and the position of its record; anything else as it is. */
function causeName(cause: string, { t, label }: Pick<Words, 't' | 'label'>): string {
  const [service, position] = cause.split('/');
  return service && position && /^\d+$/.test(position) ? `${label('service', service)}　${t('dossier.position', { n: position })}` : cause;
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t, pick, when, label } = useText();
  const cause = typeof entry.cause === 'string' ? causeName(entry.cause, { t, label }) : pick(entry.cause);
  return (
    <div data-kind={entry.kind}>
      <div>{entry.link ? <Link to={entry.link}>{pick(entry.label)}</Link> : <strong>{pick(entry.label)}</strong>} <SupportBadge support={entry.support} /> <DemonstrationMark ground={entry} /></div>
      <div className="quiet">{[when(entry.on ?? entry.at), entry.service && label('service', entry.service), entry.ledgerPosition !== undefined && t('dossier.position', { n: entry.ledgerPosition })].filter(Boolean).join('　')}</div>
      <Clauses clauses={entry.clauses} />
      {cause && <div className="quiet">{t('effects.cause')}：{cause}</div>}
    </div>
  );
}

import { Input } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { useText, type Key } from '../i18n/text';
import { Page } from '../kit/Page';

interface Entry { path: string; key: Key; end?: boolean }
const READ: readonly Entry[] = [
  { path: '/policy', key: 'rules.nav.documents', end: true },
  { path: '/policy/clauses', key: 'rules.nav.clauses' },
  { path: '/policy/mechanisms', key: 'rules.nav.mechanisms' },
  { path: '/policy/parameters', key: 'rules.nav.parameters' },
  { path: '/policy/comparison', key: 'rules.nav.comparison' },
  { path: '/policy/gaps', key: 'rules.nav.gaps' },
  { path: '/policy/trial', key: 'rules.nav.trial' },
];
const CHANGE: readonly Entry[] = [
  { path: '/policy/packs', key: 'rules.nav.packs' },
  { path: '/policy/changes', key: 'rules.nav.changes' },
  { path: '/policy/conflicts', key: 'rules.nav.conflicts' },
  { path: '/policy/setup', key: 'rules.nav.setup' },
];

/** The frame of every page about the rules: the ways to read them, those to change them, and the search. */
export function PolicyFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useText();
  const go = useNavigate();
  return (
    <Page title={title} lead={lead} extra={
      <Input.Search className="rules-search no-print" aria-label={t('rules.search')} placeholder={t('rules.search.hint')} maxLength={100} allowClear
        onSearch={(words) => { if (words.trim()) void go(`/policy/search?q=${encodeURIComponent(words.trim())}`); }} />
    }>
      <nav className="rules-nav no-print" aria-label={t('rules.nav')}>
        {[READ, CHANGE].map((pages, index) => <span key={index}>{pages.map((page) => <NavLink key={page.path} to={page.path} end={page.end}>{t(page.key)}</NavLink>)}</span>)}
      </nav>
      {children}
    </Page>
  );
}

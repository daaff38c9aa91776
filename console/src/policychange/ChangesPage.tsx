import { Select, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useListing } from '../api/hooks';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { MoreButton } from '../kit/MoreButton';
import { PersonName } from '../kit/PersonName';
import { PLACES } from '../policy/parts';
import { PolicyFrame } from '../policy/PolicyFrame';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';
import type { ChangeLine, ChangeState } from './types';

const STATES: readonly ChangeState[] = ['DRAFTED', 'APPROVED', 'REJECTED', 'PUBLISHED'];

/** Every change of the rules with where it stands; who administers the rules of a place drafts a new one from here. */
export function ChangesPage() {
  const { t, label, when } = useText();
  const account = useAccount();
  const [search, setSearch] = useSearchParams();
  const jurisdiction = search.get('jurisdiction') ?? undefined;
  const state = search.get('state') ?? undefined;
  const choose = (next: { jurisdiction?: string; state?: string }) => setSearch(Object.fromEntries(Object.entries({ jurisdiction, state, ...next }).filter((pair): pair is [string, string] => pair[1] !== undefined)), { replace: true });
  const asked = new URLSearchParams({ ...(jurisdiction ? { jurisdiction } : {}), ...(state ? { state } : {}) }).toString();
  const { query, pages } = useListing<ChangeLine>('assessment', `policy/changes${asked && `?${asked}`}`);
  return (
    <PolicyFrame title={t('rules.nav.changes')} lead={t('changes.lead')}>
      <div className="finder">
        <label htmlFor="changes-place">{t('cases.jurisdiction')}</label>
        <Select id="changes-place" allowClear value={jurisdiction} placeholder={t('rules.all')} style={{ minWidth: 140 }} onChange={(value) => choose({ jurisdiction: value })} options={PLACES.map((place) => ({ value: place, label: label('jurisdiction', place) }))} />
        <label htmlFor="changes-state">{t('cases.state')}</label>
        <Select id="changes-state" allowClear value={state} placeholder={t('rules.all')} style={{ minWidth: 160 }} onChange={(value) => choose({ state: value })} options={STATES.map((one) => ({ value: one, label: label('changeState', one) }))} />
        {holds(account, 'POLICY_ADMIN') && <Link className="link-button" to="/policy/changes/new">{t('change.draft')}</Link>}
      </div>
      <Answer query={query}>
        {() => (
          <Table<ChangeLine> rowKey="id" size="middle" pagination={false} dataSource={pages.items} locale={{ emptyText: <Nothing text={t('changes.empty')} /> }}
            columns={[
              { title: t('change.title'), render: (_, change) => <Link to={`/policy/changes/${change.id}`}>{change.title}</Link> },
              { title: t('cases.jurisdiction'), width: 110, render: (_, change) => label('jurisdiction', change.jurisdiction) },
              { title: t('change.content'), width: 90, render: (_, change) => t('changes.items', { n: change.items }) },
              { title: t('change.from'), width: 130, render: (_, change) => change.from },
              { title: t('cases.state'), width: 140, render: (_, change) => <StateTag family="changeState" state={change.state} /> },
              { title: t('change.step.draft'), width: 180, render: (_, change) => <><PersonName id={change.draftedBy} /><div className="quiet">{when(change.draftedAt)}</div></> },
              { title: t('change.step.review'), width: 160, render: (_, change) => change.reviewedBy && <PersonName id={change.reviewedBy} /> },
            ]} />
        )}
      </Answer>
      <MoreButton pages={pages} />
    </PolicyFrame>
  );
}

import { Button, Drawer, Timeline } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useListing } from '../api/hooks';
import type { AuditEvent } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { MoreButton } from '../kit/MoreButton';
import { AsOf } from '../kit/Page';
import { SupportBadge } from '../kit/SupportBadge';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';

export interface Cell { query: string; title: string; itemId?: string; postLevel?: string; start?: string; outcome?: string }
interface CellCase { id: string; number?: string; state?: string; outcome?: string; jurisdiction?: string; cadre?: { id: string; name?: string }; decidedOn?: string; link?: string }

/** What is behind one number: its cases, and behind a case its events. */
export function Drill({ cell, onClose }: { cell: Cell; onClose: () => void }) {
  const { t, label } = useText();
  const [shown, setShown] = useState<string>();
  const auditor = holds(useAccount(), 'AUDITOR');
  const parameters = new URLSearchParams(cell.query);
  for (const name of ['itemId', 'postLevel', 'start', 'outcome'] as const) if (cell[name]) parameters.set(name, cell[name]);
  const { query, pages } = useListing<CellCase>('oversight', `dashboards/tolerance/cases?${parameters}`);
  return (
    <Drawer open size={680} title={cell.title} onClose={onClose}>
      <Answer query={query} empty={() => pages.items.length === 0} emptyText={t('dashboard.suppressedCases')}>
        {() => (
          <ul className="plain cell-cases">
            {pages.items.map((one) => (
              <li key={one.id}>
                <div className="result-line">
                  <Link to={one.link ?? `/tolerance-cases/${one.id}`}>{one.number ?? `${t('case.title')} ${one.id.slice(-12)}`}</Link>
                  <StateTag state={one.state} />
                  <span className="quiet">{[one.cadre?.name, label('jurisdiction', one.jurisdiction), one.decidedOn].filter(Boolean).join('　')}</span>
                </div>
                {auditor && <Button size="small" aria-expanded={shown === one.id} onClick={() => setShown(shown === one.id ? undefined : one.id)}>{t('dashboard.events')}</Button>}
                {shown === one.id && <Events subject={one.id} />}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
    </Drawer>
  );
}

function Events({ subject }: { subject: string }) {
  const { t, pick, when, label } = useText();
  const { query, pages } = useListing<AuditEvent>('oversight', `audit/events?subject=${encodeURIComponent(subject)}`);
  return (
    <>
      <Answer query={query} empty={() => pages.items.length === 0}>
        {() => <Timeline items={pages.items.map((event) => ({ content: <><div>{pick(event.label) || event.type} <SupportBadge support={event.support} /></div><div className="quiet">{[when(event.actedAt ?? event.recordedAt), event.service && label('service', event.service), event.position !== undefined && t('dossier.position', { n: event.position })].filter(Boolean).join('　')}</div><Clauses clauses={event.clauses} /></> }))} />}
      </Answer>
      <MoreButton pages={pages} />
    </>
  );
}

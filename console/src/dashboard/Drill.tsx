import { Button, Drawer, Timeline } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useListing, useRead } from '../api/hooks';
import type { AuditEvent, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { MoreButton } from '../kit/MoreButton';
import { AsOf } from '../kit/Page';
import { ProblemView } from '../kit/ProblemView';
import { SupportBadge } from '../kit/SupportBadge';
import { holds, useAccount } from '../session/session';

export interface Cell { query: string; title: string; itemId?: string; postLevel?: string; outcome?: string }
interface CellCase { id: string; toleranceCase: string; outcome?: string; jurisdiction?: string; postLevel?: string; decidedOn?: string; ledgerPosition?: number }

/** What is behind one number: its cases, and behind a case its events. */
export function Drill({ cell, onClose }: { cell: Cell; onClose: () => void }) {
  const { t, label } = useText();
  const [shown, setShown] = useState<string>();
  const auditor = holds(useAccount(), 'AUDITOR');
  const parameters = new URLSearchParams(cell.query);
  if (cell.itemId) parameters.set('item', cell.itemId);
  if (cell.postLevel) parameters.set('postLevel', cell.postLevel);
  if (cell.outcome) parameters.set('outcome', cell.outcome);
  const { query, pages } = useListing<CellCase>('oversight', `dashboards/tolerance/cases?${parameters}`);
  return (
    <Drawer open size={680} title={cell.title} onClose={onClose}>
      <Answer query={query} empty={() => pages.items.length === 0} emptyText={t('dashboard.suppressedCases')}>
        {() => (
          <ul className="plain cell-cases">
            {pages.items.map((one) => (
              <li key={one.id}>
                <div className="result-line">
                  <Link to={`/tolerance-cases/${one.toleranceCase}`}>{t('case.title')} {one.toleranceCase.slice(-12)}</Link>
                  <strong>{label('dashboardOutcome', one.outcome)}</strong>
                  <span className="quiet">{[label('jurisdiction', one.jurisdiction), label('postLevel', one.postLevel), one.decidedOn, one.ledgerPosition !== undefined && t('dossier.position', { n: one.ledgerPosition })].filter(Boolean).join('　')}</span>
                </div>
                {auditor && <Button size="small" aria-expanded={shown === one.id} onClick={() => setShown(shown === one.id ? undefined : one.id)}>{t('dashboard.events')}</Button>}
                {shown === one.id && <Events toleranceCase={one.toleranceCase} />}
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

/** The events of one case: those of its root, which the tolerance case itself names where it is not the root. */
function Events({ toleranceCase }: { toleranceCase: string }) {
  const { t, when, label } = useText();
  const file = useRead<ToleranceCase>('tolerance', `tolerance-cases/${toleranceCase}`);
  const root = file.data ? (file.data.accountabilityCase ?? toleranceCase) : undefined;
  const { query, pages } = useListing<AuditEvent>('oversight', root && `audit/events?rootCase=${encodeURIComponent(root)}`);
  if (file.isError) return <ProblemView problem={file.error} />;
  return (
    <>
      <Answer query={query} empty={() => pages.items.length === 0}>
        {() => <Timeline items={pages.items.map((event) => ({ content: <><div>{label('event', event.type)} <SupportBadge support={event.support} /></div><div className="quiet">{[when(event.actedAt ?? event.recordedAt), label('service', event.service), t('dossier.position', { n: event.ledgerPosition })].filter(Boolean).join('　')}</div><Clauses clauses={event.clauses} /></> }))} />}
      </Answer>
      <MoreButton pages={pages} />
    </>
  );
}

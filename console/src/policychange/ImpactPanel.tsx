import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { Table } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { order, submitKey, type Problem } from '../api/http';
import type { Account, Service } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { holds, useAccount } from '../session/session';
import { mayVisit } from '../shell/places';
import type { ChangeItem, ImpactEntry, ImpactReport, ImpactSeen } from './types';

/** The services whose impact an approval names; what a change means for reports is told inside clarification alone. */
const NAMED: readonly Service[] = ['tolerance', 'assessment', 'incentive'];

/** Whose records this account may have compared: those of reports are for the few who may know of them, and for nobody else. */
export function comparedFor(account: Account): Service[] {
  return [
    ...(holds(account, 'POLICY_ADMIN', 'POLICY_APPROVER', 'AUDITOR') ? NAMED : []),
    ...(holds(account, 'REPORT_OFFICER', 'PROTECTION_OFFICER') ? ['clarification'] as const : []),
  ];
}

const WAYS: Record<string, string> = { TOLERANCE_CASE: '/tolerance-cases/', NEGATIVE_EVALUATION: '/negative-evaluations/', AWARD_NOMINATION: '/award-nominations/', NOMINATION_HOLD: '/award-nominations/', CANDIDACY: '/candidates/', TALK: '/talks/', FEEDBACK_DUTY: '/feedback-duties/' };

/** Which open matters and past decisions the change would touch, and how: asked of each service, nothing is recorded or rewritten. */
export function ImpactPanel({ items, onSeen }: { items: ChangeItem[]; onSeen?: (seen: Record<string, ImpactSeen>) => void }) {
  const { t } = useText();
  const services = comparedFor(useAccount());
  const asked = JSON.stringify(items);
  const reports = useQueries({
    queries: services.map((service) => ({
      queryKey: ['impact', service, asked],
      queryFn: async () => await order(service, 'policy-impacts', { items }, submitKey()) as unknown as ImpactReport,
      staleTime: 60_000,
    })),
  });
  const complete = reports.length > 0 && reports.every((report) => report.isSuccess);
  const seen = complete ? JSON.stringify(Object.fromEntries(reports.flatMap((report, index) => !NAMED.includes(services[index]!) ? [] : [[services[index]!, { asked: report.data!.asked, differing: report.data!.differing, position: report.data!.position ?? -1 }]]))) : undefined;
  useEffect(() => {
    if (seen) onSeen?.(JSON.parse(seen) as Record<string, ImpactSeen>);
  }, [seen, onSeen]);
  return (
    <section className="panel" id="impact" data-testid="impact">
      <h2>{t('impact.title')}</h2>
      <p className="quiet">{t('impact.lead')}</p>
      {services.length === 0 && <p>{t('impact.notYours')}</p>}
      {complete && <Sum reports={reports.map((report) => report.data!)} />}
      {services.map((service, index) => <ServiceImpact key={service} service={service} query={reports[index] as UseQueryResult<ImpactReport, Problem>} />)}
      {services.length > 0 && !services.includes('clarification') && <p className="quiet">{t('impact.reportsApart')}</p>}
    </section>
  );
}

function Sum({ reports }: { reports: ImpactReport[] }) {
  const { t } = useText();
  const asked = reports.reduce((sum, report) => sum + report.asked, 0);
  const differing = reports.reduce((sum, report) => sum + report.differing, 0);
  return <p className="verdict-sentence open" role="status" data-testid="impact-sum">{differing === 0 ? t('impact.none', { n: asked }) : t('impact.some', { n: asked, m: differing })}</p>;
}

function ServiceImpact({ service, query }: { service: Service; query: UseQueryResult<ImpactReport, Problem> }) {
  const { t, label } = useText();
  return (
    <div data-service={service}>
      <h3>{label('service', service)}</h3>
      <Answer query={query}>
        {(report) => {
          const kinds = [...new Set(report.entries.map((entry) => entry.kind))];
          return (
            <>
              <p className="quiet">{t('impact.asked', { n: report.asked, m: report.differing })}{report.differing > report.entries.length && `　${t('impact.first', { n: report.entries.length })}`}</p>
              {kinds.map((kind) => <KindTable key={kind} kind={kind} entries={report.entries.filter((entry) => entry.kind === kind)} />)}
            </>
          );
        }}
      </Answer>
    </div>
  );
}

function KindTable({ kind, entries }: { kind: string; entries: ImpactEntry[] }) {
  const { t, pick, label } = useText();
  const account = useAccount();
  const open = entries.filter((entry) => entry.open).length;
  const way = WAYS[kind];
  return (
    <>
      <h4>{label('impactKind', kind)}　{t('impact.split', { open, decided: entries.length - open })}</h4>
      <Table<ImpactEntry> rowKey={(entry) => `${entry.kind} ${entry.id}`} size="small" className="impact-table" dataSource={[...entries].sort((a, b) => Number(b.open) - Number(a.open))}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }} locale={{ emptyText: <Nothing /> }}
        columns={[
          { title: t('impact.matter'), width: '24%', render: (_, entry) => (
            <>
              {way && mayVisit(account, way.slice(0, -1)) ? <Link to={way + entry.id}>{pick(entry.title)}</Link> : pick(entry.title)}
              <div className="quiet">{label('jurisdiction', entry.jurisdiction)}　{t('impact.day', { day: entry.day })}</div>
              <div className="quiet">{t('impact.number')}<code>{entry.id.slice(-12)}</code></div>
            </>
          ) },
          { title: t('impact.standing'), width: '14%', render: (_, entry) => (
            <>
              {t(entry.open ? 'impact.open' : 'impact.decided')}
              {entry.couldStillBeDecided === false && <div className="bad">{t('impact.withdrawn')}</div>}
              {entry.couldStillBeDecided === true && <div className="quiet">{t('impact.still')}</div>}
            </>
          ) },
          { title: t('impact.differences'), render: (_, entry) => <ul className="plain">{entry.differences.map((one, index) => (
            <li key={index} data-question={one.question}>
              <strong>{pick(one.name)}</strong>
              <dl className="pairs"><dt>{t('impact.before')}</dt><dd>{pick(one.before)}</dd><dt>{t('impact.after')}</dt><dd>{pick(one.after)}</dd></dl>
              <Clauses clauses={one.clauses} />
            </li>
          ))}</ul> },
        ]} />
    </>
  );
}

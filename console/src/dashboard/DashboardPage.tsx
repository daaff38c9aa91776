import { Button, DatePicker, Form, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useRead } from '../api/hooks';
import type { OutcomeCounts, ToleranceDashboard } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { AsOf, Page } from '../kit/Page';
import { useReading } from '../Root';
import { holds, useAccount } from '../session/session';
import { Chart } from './Chart';
import { useCount } from './count';
import { Drill, type Cell } from './Drill';

const JURISDICTIONS = ['000000', '370000', '371000', '340000', '520000'];
const OUTCOMES = ['EXEMPT', 'MITIGATED', 'REFUSED'] as const;

/** P-05: how faults were decided, by item of the test and by post level; no ranking and no target. */
export default function DashboardPage() {
  const { t, pick, label } = useText();
  const account = useAccount();
  const { large } = useReading();
  const everywhere = holds(account, 'AUDITOR');
  const [jurisdiction, setJurisdiction] = useState(everywhere ? '' : account.jurisdiction);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [cell, setCell] = useState<Cell>();
  const query = new URLSearchParams({ ...(jurisdiction ? { jurisdiction } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }).toString();
  const found = useRead<ToleranceDashboard>('oversight', `dashboards/tolerance?${query}`);
  const series = useMemo(() => OUTCOMES.map((outcome) => label('dashboardOutcome', outcome)), [label]);
  const items = found.data?.byItem;
  const bars = useMemo(() => (items ?? []).map((item) => ({ key: item.itemId, label: pick(item.label), values: [item.exempt, item.mitigated, item.refused] })), [items, pick]);
  // Single cases are for the auditor and for those who decide them; to the others a number is a number.
  const opens = holds(account, 'AUDITOR', 'DISCIPLINE_DECIDER');
  const open = (change: Partial<Cell>) => opens && setCell({ query, ...change } as Cell);

  return (
    <Page title={t('nav.dashboard')} lead={found.data?.definition ? pick(found.data.definition) : t('dashboard.lead')}>
      <Form layout="inline" className="finder">
        <Form.Item label={t('cases.jurisdiction')} htmlFor="dashboard-place">
          <Select id="dashboard-place" value={jurisdiction} onChange={setJurisdiction} style={{ minWidth: 160 }} disabled={!everywhere}
            options={everywhere ? ['', ...JURISDICTIONS].map((value) => ({ value, label: value ? label('jurisdiction', value) : t('dashboard.everywhere') })) : [{ value: account.jurisdiction, label: label('jurisdiction', account.jurisdiction) }]} />
        </Form.Item>
        <Form.Item label={t('dashboard.from')} htmlFor="dashboard-from"><DatePicker id="dashboard-from" value={from ? dayjs(from) : null} onChange={(day) => setFrom(day?.format('YYYY-MM-DD'))} /></Form.Item>
        <Form.Item label={t('dashboard.to')} htmlFor="dashboard-to"><DatePicker id="dashboard-to" value={to ? dayjs(to) : null} onChange={(day) => setTo(day?.format('YYYY-MM-DD'))} /></Form.Item>
      </Form>
      <Answer query={found}>
        {(data) => (
          <>
            <AsOf asOf={data.asOf} events={data.rebuiltFromEvents} />
            <Totals data={data} opens={opens} onOpen={(outcome) => open({ outcome, title: label('dashboardOutcome', outcome) })} />
            <section className="panel">
              <h2>{t('dashboard.byItem')}</h2>
              <div className="chart-and-table">
                {bars.length > 0 && <Chart bars={bars} series={series} title={t('dashboard.chart')} large={large} onOpen={(key, index) => open({ itemId: key, outcome: OUTCOMES[index]!, title: `${bars.find((bar) => bar.key === key)?.label ?? key}　${series[index]}` })} />}
                <Counts opens={opens} caption={t('dashboard.byItem')} first={t('dashboard.item')} rows={(data.byItem ?? []).map((item) => ({ ...item, key: item.itemId, name: pick(item.label), doc: item.doc }))} onOpen={(row, outcome) => open({ itemId: row.key, outcome, title: `${row.name}　${label('dashboardOutcome', outcome)}` })} />
              </div>
            </section>
            <div className="two-columns">
              <section className="panel"><h2>{t('dashboard.byPostLevel')}</h2>
                <Counts opens={opens} caption={t('dashboard.byPostLevel')} first={t('dossier.level')} rows={(data.byPostLevel ?? []).map((row) => ({ ...row, key: row.postLevel, name: row.label ? pick(row.label) : label('postLevel', row.postLevel) }))} onOpen={(row, outcome) => open({ postLevel: row.key, outcome, title: `${row.name}　${label('dashboardOutcome', outcome)}` })} />
              </section>
              <section className="panel"><h2>{t('dashboard.starts')}</h2><Starts data={data} /></section>
            </div>
          </>
        )}
      </Answer>
      {cell && <Drill cell={cell} onClose={() => setCell(undefined)} />}
    </Page>
  );
}

function Totals({ data, opens, onOpen }: { data: ToleranceDashboard; opens: boolean; onOpen: (outcome: string) => void }) {
  const { t, label } = useText();
  const count = useCount();
  const { totals } = data;
  const values: Record<string, number | null | undefined> = { EXEMPT: totals.exempt, MITIGATED: totals.mitigated, REFUSED: totals.refused };
  return (
    <div className="counters">
      {OUTCOMES.map((outcome) => (
        <button type="button" disabled={!opens} className="counter" key={outcome} onClick={() => onOpen(outcome)}><strong>{count(values[outcome], totals.suppressed)}</strong><span>{label('dashboardOutcome', outcome)}</span></button>
      ))}
      <div className="counter"><strong>{count(totals.redLinesFound, totals.suppressed)}</strong><span>{t('dashboard.redLinesFound')}</span></div>
      <div className="counter"><strong>{count(totals.redLinesWithdrawn, totals.suppressed)}</strong><span>{t('dashboard.redLinesWithdrawn')}</span></div>
    </div>
  );
}

interface CountRow extends OutcomeCounts { key: string; name: string; doc?: string }

function Counts({ rows, first, caption, opens, onOpen }: { opens: boolean; rows: CountRow[]; first: string; caption: string; onOpen: (row: CountRow, outcome: (typeof OUTCOMES)[number]) => void }) {
  const { t, label } = useText();
  const count = useCount();
  if (rows.length === 0) return <p className="quiet">{t('state.empty')}</p>;
  const value = (row: CountRow, outcome: (typeof OUTCOMES)[number]) => ({ EXEMPT: row.exempt, MITIGATED: row.mitigated, REFUSED: row.refused })[outcome];
  return (
    <table className="criteria counts">
      <caption className="for-readers">{caption}</caption>
      <thead><tr><th scope="col">{first}</th>{OUTCOMES.map((outcome) => <th key={outcome} scope="col" className="number">{label('dashboardOutcome', outcome)}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.doc && <span className="clause-name">{row.doc}</span>} {row.name}</th>
            {OUTCOMES.map((outcome) => {
              const shown = count(value(row, outcome), row.suppressed);
              return <td key={outcome} className="number">{opens && typeof value(row, outcome) === 'number' ? <Button type="link" size="small" aria-label={`${row.name} ${label('dashboardOutcome', outcome)} ${shown}`} onClick={() => onOpen(row, outcome)}>{shown}</Button> : <span className="quiet">{shown}</span>}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Starts({ data }: { data: ToleranceDashboard }) {
  const { t, label } = useText();
  const count = useCount();
  if (!data.starts?.length) return <p className="quiet">{t('state.empty')}</p>;
  return (
    <table className="criteria counts">
      <thead><tr><th scope="col">{t('file.start')}</th><th scope="col" className="number">{t('dashboard.count')}</th></tr></thead>
      <tbody>{data.starts.map((one) => <tr key={one.start}><th scope="row">{label('start', one.start)}</th><td className="number">{count(one.count, one.suppressed)}</td></tr>)}</tbody>
    </table>
  );
}

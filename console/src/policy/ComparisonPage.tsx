import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing, Text } from '../api/types';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { NationalRules } from '../kit/Silence';
import { DayPicker, Holds, Parameters } from './parts';
import { PolicyFrame } from './PolicyFrame';
import type { Cell, Question, Row, Table } from './types';

/** Any rule in all jurisdictions side by side: what each document says itself, and what holds there. */
export function ComparisonPage() {
  const { t, pick, label } = useText();
  const [search, setSearch] = useSearchParams();
  const question = search.get('question') ?? undefined;
  const questions = useRead<Listing<Question>>('assessment', 'policy/questions');
  const group = search.get('group') ?? (question ? question.split('.')[0]! : 'tolerance');
  const asOf = search.get('asOf') ?? undefined;
  const table = useRead<Table>('assessment', `policy/comparison?${new URLSearchParams({ ...(question ? { question } : { group }), ...(asOf ? { asOf } : {}) })}`);
  const show = (next: Record<string, string | undefined>) => setSearch(Object.fromEntries(Object.entries({ group, question, asOf, ...next }).filter((pair): pair is [string, string] => pair[1] !== undefined)), { replace: true });
  const groups = [...new Set(questions.data?.items.map((one) => one.group) ?? [group])];
  return (
    <PolicyFrame title={t('rules.nav.comparison')} lead={t('rules.comparison.lead')}>
      <div className="finder">
        <label htmlFor="comparison-group">{t('rules.group')}</label>
        <Select id="comparison-group" value={group} style={{ minWidth: 220 }} onChange={(value) => show({ group: value, question: undefined })} options={groups.map((value) => ({ value, label: label('ruleGroup', value) }))} />
        <label htmlFor="comparison-question">{t('rules.question')}</label>
        <Select id="comparison-question" className="finder-wide" allowClear showSearch={{ optionFilterProp: 'label' }} value={question} placeholder={t('rules.allOfGroup')} onChange={(value) => show({ question: value })} popupMatchSelectWidth={false}
          options={questions.data?.items.filter((one) => one.group === group).map((one) => ({ value: one.id, label: pick(one.title) }))} />
        <label htmlFor="comparison-day">{t('rules.asOf')}</label>
        <DayPicker id="comparison-day" value={asOf} onChange={(day) => show({ asOf: day })} />
      </div>
      <Answer query={table} empty={(data) => data.rows.length === 0}>{(data) => <SideBySide table={data} />}</Answer>
    </PolicyFrame>
  );
}

function SideBySide({ table }: { table: Table }) {
  const { t, label } = useText();
  const heads = table.rows[0]!.cells;
  return (
    <>
      <p className="quiet">{t('criteria.asOf')}{table.asOf}　{t('criteria.rulesVersion')}<code>{table.rulesVersion}</code></p>
      <table className="criteria comparison">
        <thead><tr><th scope="col" className="comparison-question">{t('rules.question')}</th>{heads.map((cell) => <th key={cell.doc} scope="col">{cell.doc}　{label('jurisdiction', cell.jurisdiction)}</th>)}</tr></thead>
        <tbody>{table.rows.map((row) => <RowView key={row.question} row={row} />)}</tbody>
      </table>
    </>
  );
}

function RowView({ row }: { row: Row }) {
  const { t, pick, label } = useText();
  const silent = row.cells.filter((cell) => cell.holds.outcome !== 'STATED');
  const rules = silent.flatMap((cell) => cell.holds.nationalRules).filter((rule, index, all) => all.findIndex((other) => pick(other.name) === pick(rule.name)) === index);
  return (
    <>
      <tr data-question={row.question}>
        <th scope="row"><strong>{pick(row.title)}</strong><span className="quiet block">{label('merge', row.merge)}</span>
          {row.mechanisms.map((one) => <Link key={one.id} className="tag" to={`/policy/mechanisms/${one.id}`}>{one.id}</Link>)}</th>
        {row.cells.map((cell) => <td key={cell.doc} data-doc={cell.doc} data-own={cell.own} data-holds={cell.holds.outcome}><CellView cell={cell} title={row.title} /></td>)}
      </tr>
      {silent.length > 0 && <tr className="comparison-rules"><td colSpan={row.cells.length + 1}>{t('silence.rules')}<NationalRules rules={rules} /></td></tr>}
    </>
  );
}

/** The place's own words first; then, where they do not stand for themselves, what its lineage gives or that it is silent. */
function CellView({ cell, title }: { cell: Cell; title: Text }) {
  const { t, pick } = useText();
  const itself = cell.own === 'STATED';
  const standsAlone = itself && cell.holds.outcome === 'STATED' && (cell.holds.support === 'OWN' || cell.holds.support === 'INFERRED') && cell.holds.clauses.some((clause) => clause.doc === cell.doc);
  return (
    <>
      {itself ? <><p>{pick(cell.says)}</p><Clauses clauses={cell.clauses} /></> : <p className="quiet">{t(cell.own === 'LOST' ? 'rules.ownLost' : cell.own === 'UNSET' ? 'rules.ownUnset' : 'rules.ownSilent')}</p>}
      <Parameters parameters={cell.parameters} plain />
      <div className="holds"><Holds held={cell.holds} title={title} plain={standsAlone} rulesElsewhere /></div>
    </>
  );
}

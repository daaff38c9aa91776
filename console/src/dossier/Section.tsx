import { Link } from 'react-router';
import type { Citation, Ground, Support, Text } from '../api/types';
import { useText, type Key } from '../i18n/text';
import { Nothing } from '../kit/Answer';
import { Clauses, GroundView } from '../kit/Clauses';
import { SupportBadge } from '../kit/SupportBadge';

type Row = Record<string, unknown>;
const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** Code-valued columns and the family of words that each is shown in. */
const FAMILIES: Record<string, Record<string, string>> = {
  assessments: { kind: 'assessmentKind', state: 'evaluationState' },
  awards: { state: 'nominationState' },
  talks: { state: 'talkState' },
  protection: { kind: 'protection', state: 'protectionState' },
};
const COLUMNS: Record<string, Key> = {
  kind: 'column.kind', state: 'cases.state', award: 'field.award', judgement: 'field.judgement', source: 'field.source', reason: 'field.reason', on: 'field.on', enteredOn: 'evaluations.on',
  proposedOn: 'nominations.proposed', conferredOn: 'column.conferredOn', decidedOn: 'column.decidedOn', openedOn: 'cases.opened', annulledOn: 'column.annulledOn', label: 'column.label', outcome: 'field.outcome', text: 'field.text',
};

/** One section of a dossier as a table of what its rows carry. Ids are not shown, words are. */
export function Section({ rows, name }: { rows: unknown[]; name: string }) {
  const { t, label, pick, when } = useText();
  const list = rows.filter((row): row is Row => typeof row === 'object' && row !== null);
  if (list.length === 0) return <Nothing />;
  const columns = Object.keys(COLUMNS).filter((column) => list.some((row) => row[column] !== undefined && row[column] !== null));
  const grounded = list.some((row) => row.ground || row.clauses || row.support);
  const cell = (row: Row, column: string) => {
    const value = row[column];
    if (isText(value)) return pick(value);
    if (value === undefined || value === null) return '';
    const family = FAMILIES[name]?.[column] ?? (column === 'outcome' ? 'outcome' : undefined);
    return family ? label(family, String(value)) : when(String(value));
  };
  return (
    <table className="criteria">
      <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(COLUMNS[column]!)}</th>)}{grounded && <th scope="col">{t('workbench.ground')}</th>}</tr></thead>
      <tbody>
        {list.map((row, index) => (
          <tr key={index}>
            {columns.map((column, at) => <td key={column}>{at === 0 && typeof row.link === 'string' ? <Link to={row.link}>{cell(row, column)}</Link> : cell(row, column)}</td>)}
            {grounded && <td>{row.ground ? <GroundView ground={row.ground as Ground} /> : <><SupportBadge support={row.support as Support} /><Clauses clauses={row.clauses as Citation[]} /></>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

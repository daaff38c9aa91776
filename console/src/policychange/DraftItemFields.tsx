import { Form } from 'antd';
import { useEffect } from 'react';
import { useRead } from '../api/hooks';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Clauses } from '../kit/Clauses';
import { Fields, type Field } from '../kit/fields';
import { ModalTag, Periods } from '../policy/parts';
import type { Cell, DocumentClauses, Parameter, Question, Table } from '../policy/types';
import { useAccount } from '../session/session';
import type { DraftItem } from './draft';
import { RULE_VALUES } from './ruleValues';
import { PACK_VALUES, UNITS, usePacks, ValuesNow } from './words';

const CENTRE = '000000';
const BOUNDS = ['EXACTLY', 'AT_LEAST', 'AT_MOST', 'MORE_THAN', 'ABOUT'] as const;

/** One item of a draft: what is to change, to what, from which day, and where it comes from. */
export function DraftItemFields({ index, code }: { index: number; code: string | undefined }) {
  const { t, label } = useText();
  const account = useAccount();
  const form = Form.useFormInstance();
  const item = Form.useWatch(['items', index], form) as DraftItem | undefined;
  const kinds = ['PACK', ...(account.jurisdiction === CENTRE ? ['PARAMETER'] : []), ...(code ? ['RULE', 'AMOUNT'] : [])];
  return (
    <>
      <Fields fields={[{ name: [index, 'kind'], label: 'change.kind', kind: 'radio', required: true, choices: kinds.map((value) => ({ value, label: label('itemKind', value) })),
        hint: account.jurisdiction === CENTRE ? undefined : t('change.parametersByCentre') }]} />
      {item?.kind === 'PACK' && <PackFields index={index} />}
      {item?.kind === 'PARAMETER' && <ParameterFields index={index} item={item} />}
      {item?.kind === 'RULE' && code && <RuleFields index={index} item={item} code={code} />}
      {item?.kind === 'AMOUNT' && code && <AmountFields index={index} item={item} code={code} />}
      <Fields fields={[
        { name: [index, 'from'], label: 'change.from', kind: 'date', required: true, hint: t('change.fromHint') },
        { name: [index, 'basis'], label: item?.kind === 'PACK' ? 'field.reason' : 'field.source', kind: 'area', required: true, hint: item?.kind === 'PACK' ? t('change.packReasonHint') : t('change.sourceHint') },
      ]} />
    </>
  );
}

function PackFields({ index }: { index: number }) {
  const { t, pick } = useText();
  const account = useAccount();
  const packs = usePacks(account.jurisdiction);
  return (
    <Fields fields={[
      { name: [index, 'pack'], label: 'change.pack', kind: 'select', required: true, choices: packs.data?.items.map((pack) => ({ value: pack.id, label: pick(pack.name) + (pack.shipped ? '' : `（${t('packs.listedOnly')}）`) })) ?? [] },
      { name: [index, 'on'], label: 'change.answer', kind: 'radio', required: true, choices: [{ value: true, label: t('packs.on') }, { value: false, label: t('packs.off') }] },
    ]} />
  );
}

function ParameterFields({ index, item }: { index: number; item: DraftItem }) {
  const { t, pick, label } = useText();
  const packs = usePacks(CENTRE);
  const parameters = packs.data?.items.flatMap((pack) => pack.parameters) ?? [];
  const chosen = parameters.find((parameter) => parameter.id === item.parameter);
  const units: Field = { name: [index, 'unit'], label: 'change.unit', kind: 'select', required: true, choices: UNITS.map((value) => ({ value, label: label('unit', value) })) };
  return (
    <>
      <Fields fields={[{ name: [index, 'parameter'], label: 'rules.parameter', kind: 'select', required: true, choices: parameters.map((parameter) => ({ value: parameter.id, label: `${parameter.rule} ${parameter.article}：${pick(parameter.name)}` })) }]} />
      {chosen && <div className="drawer-note"><strong>{t('change.now')}</strong><ValuesNow values={chosen.values} /></div>}
      <Fields fields={item.unit === 'TOKENS'
        ? [units, { name: [index, 'names'], label: 'rules.value', kind: 'selects', required: true, choices: PACK_VALUES.map((value) => ({ value, label: label('packValue', value) })) }]
        : [units, { name: [index, 'value'], label: 'rules.value', kind: 'text', required: true }]} />
    </>
  );
}

/** A number or list of the place's document: what it says now, and over time, stands beside what it is to say. */
function AmountFields({ index, item, code }: { index: number; item: DraftItem; code: string }) {
  const { t, pick, label } = useText();
  const form = Form.useFormInstance();
  const all = useRead<Listing<Parameter>>('assessment', 'policy/parameters');
  const parameters = all.data?.items.filter((one) => one.doc === code && !one.pack) ?? [];
  const chosen = parameters.find((one) => one.id === item.amount);
  // what may be given by names, and may be a number or a word instead
  const listed = (one: Parameter) => one.periods.at(-1)?.value.kind === 'NAMES' || ['ITEMS', 'RANGE'].includes(one.givenIn?.[0]?.id ?? '');
  useEffect(() => {
    // preset by what holds, once for each choice: what somebody wrote after that stays
    if (chosen && form.getFieldValue(['items', index, 'preset']) !== chosen.id) {
      const last = chosen.periods.at(-1);
      const preset = { preset: chosen.id, unit: chosen.givenIn?.[0]?.id, bound: last?.stated?.bound ?? chosen.bound, generally: last?.stated?.generally ?? chosen.generally, list: last?.value.kind === 'NAMES' || chosen.givenIn?.[0]?.id === 'RANGE' };
      Object.entries(preset).forEach(([name, value]) => form.setFieldValue(['items', index, name], value));
    }
  }, [form, index, chosen]);
  return (
    <>
      <Fields fields={[{ name: [index, 'amount'], label: 'rules.parameter', kind: 'select', required: true, choices: parameters.map((one) => ({ value: one.id, label: `${pick(one.title)}（${one.id}）` })) }]} />
      {chosen && <div className="drawer-note"><strong>{t('change.now')}</strong><Periods parameter={chosen} />{chosen.periods.length < 2 && <Clauses clauses={[chosen.clause]} />}</div>}
      {chosen && (
        <Fields fields={[
          { name: [index, 'unit'], label: 'change.unit', kind: 'select', required: true, choices: chosen.givenIn?.map((unit) => ({ value: unit.id, label: pick(unit.label) })) ?? [] },
          ...(listed(chosen) ? [{ name: [index, 'list'], label: 'change.list', kind: 'switch' } as Field] : []),
          item.list ? { name: [index, 'entries'], label: 'rules.value', kind: 'lines', required: true } : { name: [index, 'value'], label: 'rules.value', kind: 'text', required: true, hint: t('change.amountHint') },
          { name: [index, 'bound'], label: 'change.bound', kind: 'radio', required: true, choices: BOUNDS.map((value) => ({ value, label: label('bound', value) })) },
          { name: [index, 'generally'], label: 'change.generally', kind: 'switch', hint: t('change.generallyHint') },
        ]} />
      )}
      <ClauseFields index={index} code={code} quoted />
    </>
  );
}

/** The clause that the new version rests on. */
function ClauseFields({ index, code, quoted }: { index: number; code: string; quoted?: boolean }) {
  const { t } = useText();
  const document = useRead<DocumentClauses>('assessment', `policy/documents/${encodeURIComponent(code)}/clauses`);
  return (
    <Fields fields={[
      { name: [index, 'place'], label: 'change.clause', kind: 'select', required: true, choices: document.data?.clauses.map((clause) => ({ value: clause.place, label: clause.place })) ?? [] },
      { name: [index, 'quote'], label: 'change.quote', kind: 'text', required: quoted, hint: t('change.quoteHint') },
    ]} />
  );
}

/** The rule is found by its question; what it says now stands beside what it is to say. */
function RuleFields({ index, item, code }: { index: number; item: DraftItem; code: string }) {
  const { t, pick, label } = useText();
  const form = Form.useFormInstance();
  const questions = useRead<Listing<Question>>('assessment', 'policy/questions');
  const table = useRead<Table>('assessment', item.question ? `policy/comparison?question=${encodeURIComponent(item.question)}` : undefined);
  const cell = table.data?.rows[0]?.cells.find((one) => one.doc === code);
  const rule = cell?.rule;
  useEffect(() => {
    if (rule && form.getFieldValue(['items', index, 'rule']) !== rule) {
      form.setFieldValue(['items', index, 'rule'], rule);
      form.setFieldValue(['items', index, 'values'], cell?.values ?? []);
    }
  }, [form, index, rule, cell]);
  const stated: Field[] = item.answer === 'STATED' ? [
    { name: [index, 'modal'], label: 'change.modal', kind: 'radio', required: true, choices: ['MUST', 'MAY', 'NONE'].map((value) => ({ value, label: label('ruleModal', value) })) },
    { name: [index, 'values'], label: 'change.values', kind: 'selects', choices: RULE_VALUES.map((value) => ({ value, label: label('ruleValue', value) })), hint: t('change.valuesHint') },
  ] : [];
  return (
    <>
      <Fields fields={[{ name: [index, 'question'], label: 'rules.question', kind: 'select', required: true, choices: questions.data?.items.map((one) => ({ value: one.id, label: `${label('ruleGroup', one.group)} · ${pick(one.title)}` })) ?? [] }]} />
      {cell && <RuleNow cell={cell} />}
      <Form.Item name={[index, 'rule']} hidden rules={[{ required: true, message: t('change.noRule') }]}><input type="hidden" /></Form.Item>
      <Fields fields={[
        { name: [index, 'answer'], label: 'change.stated', kind: 'radio', required: true, choices: ['STATED', 'NOT_STATED', 'LOST', 'UNSET'].map((value) => ({ value, label: label('ruleAnswer', value) })) },
        ...stated,
        { name: [index, 'saysZh'], label: 'change.saysZh', kind: 'area', required: true },
        { name: [index, 'saysEn'], label: 'change.saysEn', kind: 'area', hint: t('change.saysEnHint') },
      ]} />
      {item.answer !== 'NOT_STATED' && <ClauseFields index={index} code={code} />}
    </>
  );
}

function RuleNow({ cell }: { cell: Cell }) {
  const { t, pick, label } = useText();
  return (
    <div className="drawer-note">
      <strong>{t('change.now')}</strong>　{cell.own === 'STATED' ? pick(cell.says) : label('levelAnswer', cell.own)}<ModalTag modal={cell.modal} />
      <Clauses clauses={cell.clauses} />
      {!cell.rule && <p>{t('change.noRule')}</p>}
    </div>
  );
}

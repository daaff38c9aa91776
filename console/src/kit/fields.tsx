import { DatePicker, Form, Input, Radio, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useText, type Key } from '../i18n/text';
import { PersonPicker, PersonsPicker, UnitPicker } from './pickers';

export interface Choice { value: string | boolean; label: string }

/** One field of an order's form. */
export interface Field {
  name: string | (string | number)[];
  label: Key;
  kind: 'text' | 'area' | 'lines' | 'date' | 'select' | 'selects' | 'radio' | 'person' | 'persons' | 'unit' | 'switch';
  required?: boolean;
  choices?: Choice[];
  hint?: string;
  initial?: unknown;
  jurisdiction?: string;
  /** Shown only when this holds for the values entered so far. */
  when?: (values: Record<string, unknown>) => boolean;
}

/** What is written by hand; blanks alone are nothing. With this the validator wants a text, so other kinds go without it. */
const WRITTEN: readonly Field['kind'][] = ['text', 'area', 'lines'];
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Lines of a text area as a list, without blank ones. */
export function lines(text: unknown): string[] {
  return typeof text === 'string' ? text.split('\n').map((line) => line.trim()).filter(Boolean) : [];
}

function control(field: Field): ReactNode {
  switch (field.kind) {
    case 'text': return <Input />;
    case 'area': return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />;
    case 'lines': return <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />;
    case 'date': return <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />;
    case 'select': return <Select options={field.choices} showSearch={{ optionFilterProp: 'label' }} />;
    case 'selects': return <Select mode="multiple" options={field.choices} showSearch={{ optionFilterProp: 'label' }} />;
    case 'radio': return <Radio.Group options={field.choices} className="radio-lines" />;
    case 'person': return <PersonPicker jurisdiction={field.jurisdiction} />;
    case 'persons': return <PersonsPicker jurisdiction={field.jurisdiction} />;
    case 'unit': return <UnitPicker jurisdiction={field.jurisdiction} />;
    case 'switch': return <Switch />;
  }
}

function Item({ field }: { field: Field }) {
  const { t } = useText();
  const dated = field.kind === 'date'
    ? {
        getValueProps: (value: unknown) => ({ value: typeof value === 'string' && ISO.test(value) ? dayjs(value) : undefined }),
        normalize: (value: dayjs.Dayjs | null) => value?.format('YYYY-MM-DD'),
      }
    : {};
  return (
    <Form.Item
      name={field.name}
      label={t(field.label)}
      extra={field.hint ?? (field.kind === 'lines' ? t('form.onePerLine') : undefined)}
      initialValue={field.initial}
      valuePropName={field.kind === 'switch' ? 'checked' : undefined}
      rules={field.required ? [{ required: true, message: t('form.required', { name: t(field.label) }), ...(WRITTEN.includes(field.kind) ? { whitespace: true } : {}) }] : undefined}
      {...dated}
    >
      {control(field)}
    </Form.Item>
  );
}

/** Fields in order; conditional ones come and go with what was entered. */
export function Fields({ fields }: { fields: Field[] }) {
  return fields.map((field, index) =>
    field.when
      ? (
        <Form.Item key={`${index} ${String(field.name)}`} noStyle shouldUpdate>
          {({ getFieldsValue }) => (field.when!(getFieldsValue(true) as Record<string, unknown>) ? <Item field={field} /> : null)}
        </Form.Item>
      )
      : <Item key={`${index} ${String(field.name)}`} field={field} />);
}

import { Alert, Input, Select } from 'antd';
import { useRead } from '../api/hooks';
import type { Listing, Person, Unit } from '../api/types';
import { useText } from '../i18n/text';
import { useAccount } from '../session/session';

interface One { value?: string; onChange?: (value: string | undefined) => void; id?: string; jurisdiction?: string }
interface Many { value?: string[]; onChange?: (value: string[]) => void; id?: string; jurisdiction?: string }

function usePersons(jurisdiction?: string) {
  const account = useAccount();
  return useRead<Listing<Person>>('assessment', `register/persons?jurisdiction=${encodeURIComponent(jurisdiction ?? account.jurisdiction)}&limit=200`);
}

function named(person: Person): string {
  const post = person.posts?.find((held) => !held.to) ?? person.posts?.[0];
  return [person.name ?? person.id, post?.title ?? person.title, post?.unitName ?? person.unit?.name].filter(Boolean).join('　');
}

const bySight = (input: string, option?: { label?: unknown }) => String(option?.label ?? '').toLowerCase().includes(input.toLowerCase());

/** Chooses a person of the register; where the register cannot be read, the id is typed in. */
export function PersonPicker({ value, onChange, id, jurisdiction }: One) {
  const { t } = useText();
  const persons = usePersons(jurisdiction);
  if (persons.isError) return <><Input id={id} value={value} onChange={(event) => onChange?.(event.target.value)} /><RegisterAway /></>;
  return (
    <Select id={id} value={value} onChange={onChange} loading={persons.isPending} showSearch={{ filterOption: bySight }} allowClear placeholder={t('picker.person')}
      options={persons.data?.items.map((person) => ({ value: person.id, label: named(person) }))} />
  );
}

export function PersonsPicker({ value, onChange, id, jurisdiction }: Many) {
  const { t } = useText();
  const persons = usePersons(jurisdiction);
  if (persons.isError) {
    return <><Select id={id} mode="tags" open={false} value={value} onChange={onChange} placeholder={t('picker.ids')} tokenSeparators={[',', ' ', '，', '、']} /><RegisterAway /></>;
  }
  return (
    <Select id={id} mode="multiple" value={value} onChange={onChange} loading={persons.isPending} showSearch={{ filterOption: bySight }} placeholder={t('picker.persons')}
      options={persons.data?.items.map((person) => ({ value: person.id, label: named(person) }))} />
  );
}

export function UnitPicker({ value, onChange, id, jurisdiction }: One) {
  const { t } = useText();
  const account = useAccount();
  const units = useRead<Listing<Unit>>('assessment', `register/units?jurisdiction=${encodeURIComponent(jurisdiction ?? account.jurisdiction)}&limit=200`);
  if (units.isError) return <><Input id={id} value={value} onChange={(event) => onChange?.(event.target.value)} /><RegisterAway /></>;
  return (
    <Select id={id} value={value} onChange={onChange} loading={units.isPending} showSearch={{ filterOption: bySight }} allowClear placeholder={t('picker.unit')}
      options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name ?? unit.id }))} />
  );
}

function RegisterAway() {
  const { t } = useText();
  return <Alert type="info" title={t('picker.away')} banner />;
}

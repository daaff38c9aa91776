import { useRead } from '../api/hooks';
import type { Person } from '../api/types';

/** A registered person by name; the end of his id while it is looked up or where the register does not know him. */
export function PersonName({ id }: { id: string | undefined }) {
  const person = useRead<Person>('assessment', id ? `register/persons/${encodeURIComponent(id)}` : undefined);
  if (!id) return null;
  return <>{person.data?.name ?? id.slice(-12)}</>;
}

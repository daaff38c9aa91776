import { useText } from '../i18n/text';

/** Longest first: the first that fits says what was read. */
const THINGS: readonly [RegExp, string][] = [
  [/^dossiers\/[^/]+\/looks$/, 'looks'], [/^dossiers\//, 'dossier'], [/^dashboards\//, 'dashboard'], [/^audit\//, 'events'],
  [/^ledger\//, 'ledger'], [/^reads/, 'reads'], [/^erasures/, 'erasures'],
  [/^tolerance-cases\/[^/]+\/[^/]+/, 'casePart'], [/^tolerance-cases\/[^/]+$/, 'case'], [/^tolerance-cases/, 'cases'],
  [/^accountability-cases/, 'accountability'], [/^rectification-tasks/, 'tasks'], [/^appeals/, 'appeals'],
  [/^negative-evaluations/, 'evaluations'], [/^candidates/, 'candidates'], [/^award-nominations/, 'nominations'], [/^talks/, 'talks'],
  [/^(reports|feedback-duties|clarification)/, 'reports'], [/^register\//, 'register'], [/^policy-impacts/, 'impacts'], [/^policy/, 'policy'], [/^questions/, 'questions'], [/^todos/, 'todos'], [/^facts/, 'facts'],
];

/** What was read, in words; what has none stays the path that it is. */
export function useReadWords(): (what: string) => string {
  const { label } = useText();
  return (what) => {
    const path = what.replace(/^\/api\/[a-z]+\/v1\//, '').split('?')[0]!;
    const thing = THINGS.find(([pattern]) => pattern.test(path))?.[1];
    return thing ? label('readThing', thing) : path;
  };
}

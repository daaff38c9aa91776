import { Link, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { PolicyFrame } from './PolicyFrame';
import type { Hit } from './types';

function way(hit: Hit): string {
  switch (hit.kind) {
    case 'DOCUMENT': return `/policy/clauses/${encodeURIComponent(hit.id)}`;
    case 'CLAUSE': return `/policy/clauses/${encodeURIComponent(hit.document ?? hit.id.slice(0, 1))}?place=${encodeURIComponent(hit.id)}`;
    case 'MECHANISM': return `/policy/mechanisms/${hit.id}`;
    case 'PARAMETER': return `/policy/mechanisms/${hit.id.split('.')[0]}`;
    case 'RULE': return `/policy/comparison?question=${encodeURIComponent(hit.id)}`;
    case 'READING': return '/policy';
    case 'NATIONAL_RULE': return `/policy/packs#${hit.id.split('-')[0]}`;
  }
}

/** What was found for the words in the address, best first, each with a way to where it stands. */
export function SearchPage() {
  const { t } = useText();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const query = useRead<Listing<Hit>>('assessment', words.trim() ? `policy/search?q=${encodeURIComponent(words.trim())}` : undefined);
  return (
    <PolicyFrame title={t('rules.search')} lead={words && t('rules.search.for', { words })}>
      {words.trim() ? <Answer query={query} empty={(data) => data.items.length === 0} emptyText={t('rules.search.none')}>{(data) => <Hits hits={data.items} words={words} />}</Answer> : <Nothing text={t('rules.search.hint')} />}
    </PolicyFrame>
  );
}

function Hits({ hits, words }: { hits: Hit[]; words: string }) {
  const { t, pick, label } = useText();
  return (
    <section className="panel">
      {!hits[0]!.exact && <p className="quiet">{t('rules.search.alike')}</p>}
      <ul className="plain">{hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id} ${hit.text}`} data-hit={hit.kind}>
          <span className="tag">{label('hit', hit.kind)}</span> <Link to={way(hit)}>{hit.kind === 'CLAUSE' ? hit.id : pick(hit.title)}</Link>{hit.kind !== 'CLAUSE' && <code> {hit.id}</code>}
          {hit.text && <div className="quiet two-lines"><Found text={hit.text} words={words} /></div>}
        </li>
      ))}</ul>
      {hits.length >= 100 && <p className="quiet">{t('rules.search.first')}</p>}
    </section>
  );
}

/** The text with the first word found in sight and marked. */
function Found({ text, words }: { text: string; words: string }) {
  const word = words.trim().split(/\s+/)[0]!;
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return text;
  const from = Math.max(0, at - 40);
  return <>{from > 0 && '……'}{text.slice(from, at)}<mark>{text.slice(at, at + word.length)}</mark>{text.slice(at + word.length)}</>;
}

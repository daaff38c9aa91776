import { Link, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { StatedValue } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { Silence } from '../kit/Silence';
import { useAccount } from '../session/session';
import { DayPicker, PlaceSelect } from './parts';
import { PolicyFrame } from './PolicyFrame';
import type { Gaps } from './types';

const OUTCOMES: readonly StatedValue[] = ['LOST', 'UNSET', 'UNDEFINED', 'NOT_STATED'];

/** P-27: what the documents leave open for a place, and the national rules that may apply, by name. */
export function GapsPage() {
  const { t } = useText();
  const account = useAccount();
  const [search, setSearch] = useSearchParams();
  const jurisdiction = search.get('jurisdiction') ?? account.jurisdiction;
  const asOf = search.get('asOf') ?? undefined;
  const query = useRead<Gaps>('assessment', `policy/gaps?${new URLSearchParams({ jurisdiction, ...(asOf ? { asOf } : {}) })}`);
  const show = (place: string, day: string | undefined) => setSearch({ jurisdiction: place, ...(day ? { asOf: day } : {}) }, { replace: true });
  return (
    <PolicyFrame title={t('rules.nav.gaps')} lead={t('rules.gaps.lead')}>
      <div className="finder">
        <label htmlFor="gaps-place">{t('cases.jurisdiction')}</label><PlaceSelect id="gaps-place" value={jurisdiction} onChange={(place) => show(place, asOf)} />
        <label htmlFor="gaps-day">{t('rules.asOf')}</label><DayPicker id="gaps-day" value={asOf} onChange={(day) => show(jurisdiction, day)} />
      </div>
      <Answer query={query}>{(gaps) => <GapsView gaps={gaps} />}</Answer>
    </PolicyFrame>
  );
}

function GapsView({ gaps }: { gaps: Gaps }) {
  const { t, pick, label } = useText();
  const counts = OUTCOMES.map((outcome) => ({ outcome, items: gaps.questions.filter((gap) => gap.answer.outcome === outcome) })).filter((group) => group.items.length > 0);
  return (
    <>
      <div className="counters">{counts.map(({ outcome, items }) => <a key={outcome} className="counter" href={`#gaps-${outcome}`}><strong>{items.length}</strong><span>{label('gap', outcome)}</span></a>)}
        <a className="counter" href="#gaps-parameters"><strong>{gaps.parameters.length}</strong><span>{t('rules.gaps.parameters')}</span></a></div>
      {(gaps.undated.length > 0 || gaps.damaged.length > 0) && (
        <section className="panel"><h2>{t('rules.gaps.documents')}</h2><ul>
          {gaps.undated.map((one) => <li key={one.doc}><Link to="/policy">{one.title}</Link>　{t('silence.dateUnset')}</li>)}
          {gaps.damaged.map((one) => <li key={one.place}><Link to={`/policy/clauses/${encodeURIComponent(one.doc)}?place=${encodeURIComponent(one.place)}`}>{one.place}</Link>　{t('rules.lostHere')}{pick(one.lost)}</li>)}
        </ul></section>
      )}
      {counts.length === 0 && <Nothing text={t('rules.gaps.none')} />}
      {counts.map(({ outcome, items }) => (
        <section className="panel" key={outcome} id={`gaps-${outcome}`}>
          <h2>{label('gap', outcome)}</h2>
          <table className="criteria gaps"><thead><tr><th scope="col">{t('rules.question')}</th><th scope="col">{t('rules.gaps.why')}</th><th scope="col">{t('rules.gaps.rules')}</th></tr></thead>
            <tbody>{items.map((gap) => (
              <tr key={gap.question} data-question={gap.question}>
                <th scope="row"><Link to={`/policy/comparison?question=${encodeURIComponent(gap.question)}`}>{pick(gap.title)}</Link><span className="quiet block">{label('ruleGroup', gap.group)}</span></th>
                <td><p>{pick(gap.answer.says)}</p><Clauses clauses={gap.answer.clauses} /></td>
                <td><Silence value={gap.answer.outcome} rules={gap.answer.nationalRules} /></td>
              </tr>
            ))}</tbody>
          </table>
        </section>
      ))}
      <section className="panel" id="gaps-parameters">
        <h2>{t('rules.gaps.parameters')}</h2>
        <ul className="plain">{gaps.parameters.map((one) => <li key={one.id}><Link to={`/policy/mechanisms/${one.mechanism}`}>{pick(one.title)}</Link> <code>{one.id}</code><span className="tag">{label('parameterAnswer', one.answer)}</span><Clauses clauses={[one.clause]} /></li>)}</ul>
      </section>
    </>
  );
}

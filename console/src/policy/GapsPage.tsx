import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { StatedValue } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Clauses } from '../kit/Clauses';
import { NationalRules } from '../kit/Silence';
import { useAccount } from '../session/session';
import { DayPicker, PlaceSelect } from './parts';
import { PolicyFrame } from './PolicyFrame';
import type { Gap, Gaps } from './types';

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
  const { t, label } = useText();
  const [only, setOnly] = useState<StatedValue>();
  const counts = OUTCOMES.map((outcome) => ({ outcome, n: gaps.questions.filter((gap) => gap.answer.outcome === outcome).length })).filter((count) => count.n > 0);
  const shown = gaps.questions.filter((gap) => !only || gap.answer.outcome === only);
  const groups = [...new Set(shown.map((gap) => gap.group))];
  return (
    <>
      <div className="counters" role="group" aria-label={t('rules.filter')}>{counts.map(({ outcome, n }) => (
        <button key={outcome} type="button" className="counter" aria-pressed={only === outcome} onClick={() => setOnly(only === outcome ? undefined : outcome)}><strong>{n}</strong><span>{label('gap', outcome)}</span></button>
      ))}
        <a className="counter" href="#gaps-parameters"><strong>{gaps.parameters.length}</strong><span>{t('rules.gaps.parameters')}</span></a></div>
      {counts.length === 0 && <Nothing text={t('rules.gaps.none')} />}
      <div className="rules-columns">
        <nav className="panel rules-places" aria-label={t('rules.group')}>
          <ul className="plain">
            {(gaps.undated.length > 0 || gaps.damaged.length > 0) && <li><a href="#gaps-documents">{t('rules.gaps.documents')}</a></li>}
            {groups.map((group) => <li key={group}><a href={`#gaps-${group}`}>{label('ruleGroup', group)}</a> <span className="quiet">{shown.filter((gap) => gap.group === group).length}</span></li>)}
            <li><a href="#gaps-parameters">{t('rules.gaps.parameters')}</a></li>
          </ul>
        </nav>
        <div>
          <Documents gaps={gaps} />
          {groups.length > 0 && <p className="silence">{t('rules.gaps.byName')}<NationalRules rules={[]} /></p>}
          {groups.map((group) => <Group key={group} group={group} gaps={shown.filter((gap) => gap.group === group)} />)}
          <Numbers gaps={gaps} />
        </div>
      </div>
    </>
  );
}

function Documents({ gaps }: { gaps: Gaps }) {
  const { t, pick } = useText();
  if (!gaps.undated.length && !gaps.damaged.length) return null;
  return (
    <section className="panel" id="gaps-documents"><h2>{t('rules.gaps.documents')}</h2><ul>
      {gaps.undated.map((one) => <li key={one.doc}><Link to="/policy">{one.title}</Link>　{t('silence.dateUnset')}</li>)}
      {gaps.damaged.map((one) => <li key={one.place}><Link to={`/policy/clauses/${encodeURIComponent(one.doc)}?place=${encodeURIComponent(one.place)}`}>{one.place}</Link>　{t('rules.lostHere')}{pick(one.lost)}</li>)}
    </ul></section>
  );
}

function Group({ group, gaps }: { group: string; gaps: Gap[] }) {
  const { t, pick, label } = useText();
  return (
    <section className="panel" id={`gaps-${group}`}>
      <h2>{label('ruleGroup', group)}</h2>
      <table className="criteria gaps"><thead><tr><th scope="col">{t('rules.question')}</th><th scope="col">{t('rules.gaps.why')}</th><th scope="col">{t('rules.gaps.rules')}</th></tr></thead>
        <tbody>{gaps.map((gap) => (
          <tr key={gap.question} data-question={gap.question}>
            <th scope="row"><Link to={`/policy/comparison?question=${encodeURIComponent(gap.question)}`}>{pick(gap.title)}</Link></th>
            <td><strong data-value={gap.answer.outcome}>{label('gap', gap.answer.outcome)}</strong>{(gap.answer.outcome === 'LOST' || gap.answer.outcome === 'UNSET') && <p>{pick(gap.answer.says)}</p>}<Clauses clauses={gap.answer.clauses} /></td>
            <td>{gap.answer.nationalRules.length > 0 ? <NationalRules rules={gap.answer.nationalRules} /> : <span className="quiet">{t('rules.gaps.asNamed')}</span>}
              {gap.consulted && gap.consulted.length > 0 && <><h4>{t('rules.gaps.consulted')}</h4><ul>{gap.consulted.map((one) => <li key={one.rule}>{one.rule}<div className="quiet">{pick(one.about)}　{t('rules.gaps.consultedTimes', { n: one.count, day: one.last })}</div></li>)}</ul></>}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  );
}

function Numbers({ gaps }: { gaps: Gaps }) {
  const { t, pick, label } = useText();
  return (
    <section className="panel" id="gaps-parameters">
      <h2>{t('rules.gaps.parameters')}</h2>
      {gaps.parameters.length === 0 && <Nothing />}
      <ul className="plain">{gaps.parameters.map((one) => <li key={one.id} data-parameter={one.id}><Link to={`/policy/mechanisms/${one.mechanism}`}>{pick(one.title)}</Link><span className="tag">{label('parameterAnswer', one.answer)}</span><Clauses clauses={[one.clause]} /></li>)}</ul>
    </section>
  );
}

import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { PersonName } from '../kit/PersonName';
import { usePlace } from '../policy/parts';
import { PolicyFrame } from '../policy/PolicyFrame';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';
import type { Pack, PackState } from './types';
import { SinceWords, usePacks, ValueWords } from './words';

const STATES: readonly PackState[] = ['ON', 'OFF', 'NOT_ASKED'];

/** The national rules that a place may switch on, each with its sources, and what the place answered. */
export function PacksPage() {
  const { t } = useText();
  const { place: jurisdiction, finder } = usePlace('packs-place');
  const query = usePacks(jurisdiction);
  return (
    <PolicyFrame title={t('rules.nav.packs')} lead={t('packs.lead')}>
      {finder}
      <Answer query={query} empty={(data) => data.items.length === 0}>{(data) => <Packs packs={data.items} jurisdiction={jurisdiction} />}</Answer>
    </PolicyFrame>
  );
}

function Packs({ packs, jurisdiction }: { packs: Pack[]; jurisdiction: string }) {
  const { t, pick, label } = useText();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView?.({ block: 'start' });
  }, [hash]);
  return (
    <div className="rules-columns packs-columns">
      <nav className="panel rules-places" aria-label={t('packs.list')}>
        <ul className="plain">
          {packs.map((pack) => <li key={pack.id}><a href={`#${pack.id}`}>{pick(pack.name)}</a><div className="quiet">{pack.shipped ? label('packState', pack.state) : t('packs.listedOnly')}</div></li>)}
        </ul>
      </nav>
      <div>
        <div className="counters">{STATES.map((state) => <div key={state} className="counter" data-state={state}><strong>{packs.filter((pack) => pack.state === state).length}</strong><span>{label('packState', state)}</span></div>)}</div>
        {packs.map((pack) => <PackView key={pack.id} pack={pack} jurisdiction={jurisdiction} />)}
      </div>
    </div>
  );
}

function PackView({ pack, jurisdiction }: { pack: Pack; jurisdiction: string }) {
  const { t, pick } = useText();
  const account = useAccount();
  const go = useNavigate();
  const answers = holds(account, 'POLICY_ADMIN') && account.jurisdiction === jurisdiction;
  const draft = (on: boolean) => void go(`/policy/changes/new?${new URLSearchParams({ pack: pack.id, on: String(on) })}`);
  return (
    <article className="panel" id={pack.id} data-pack={pack.id}>
      <h2>{pick(pack.name)}　<StateTag family="packState" state={pack.state} /></h2>
      {pack.answered && <p>{t(pack.answered.on ? 'packs.answeredOn' : 'packs.answeredOff', { day: pack.answered.from })}<span className="quiet">　<PersonName id={pack.answered.byPerson} />　{t('packs.reason')}{pack.answered.reason}</span></p>}
      {pack.state === 'NOT_ASKED' && <p className="quiet">{t('packs.unanswered')}</p>}
      {!pack.shipped && <p className="silence">{t('packs.notShipped')}{pick(pack.notShipped)}</p>}
      {pack.parameters.length > 0 && (
        <table className="criteria packs-table">
          <thead><tr><th scope="col">{t('packs.parameter')}</th><th scope="col">{t('rules.value')}</th><th scope="col">{t('packs.article')}</th><th scope="col">{t('packs.source')}</th></tr></thead>
          <tbody>{pack.parameters.map((parameter) => (
            <tr key={parameter.id} data-parameter={parameter.id}>
              <th scope="row">{pick(parameter.name)}</th>
              <td>{parameter.values.map((value, index) => <div key={index}><ValueWords value={value.value} unit={value.unit} /><div className="quiet"><SinceWords value={value} /></div></div>)}</td>
              <td>《{parameter.rule}》{parameter.article}</td>
              <td><Grade grade={parameter.source.grade} />　<span className="quiet breakable">{parameter.source.where}</span></td>
            </tr>
          ))}</tbody>
        </table>
      )}
      {answers && (
        <div className="inline-acts no-print">
          {pack.shipped && pack.state !== 'ON' && <Button onClick={() => draft(true)}>{t('packs.on')}</Button>}
          {pack.state !== 'OFF' && <Button onClick={() => draft(false)}>{t('packs.off')}</Button>}
          <span className="quiet">{t('packs.goesThroughReview')}</span>
        </div>
      )}
    </article>
  );
}

/** How good the source is in which the rule was seen. */
function Grade({ grade }: { grade: 'A' | 'B' | 'C' }) {
  const { label } = useText();
  return <span className="tag grade" data-grade={grade}>{label('grade', grade)}</span>;
}

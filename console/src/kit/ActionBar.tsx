import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Act } from '../api/types';
import { useText, type Words } from '../i18n/text';
import { Clauses } from './Clauses';

/** The word for an act: the thing's own word, then the common one, then what the service calls it. */
export function actName(act: Act, words: Pick<Words, 'label' | 'pick'>, thing?: string): string {
  for (const code of thing ? [`${thing}.${act.act}`, act.act] : [act.act]) {
    const known = words.label('act', code);
    if (known !== code) return known;
  }
  return words.pick(act.label) || act.act;
}

/** Fixed at the foot: only the acts that can be done now. */
export function ActionBar({ acts, waiting, thing, opens, onAct }: { acts: Act[]; waiting?: boolean; thing?: string; opens: (act: string) => boolean; onAct: (act: Act) => void }) {
  const words = useText();
  const { t } = words;
  const allowed = acts.filter((act) => act.allowed && opens(act.act));
  const refused = acts.filter((act) => !act.allowed);
  return (
    <div className="action-bar" role="toolbar" aria-label={t('acts.bar')}>
      <div className="action-bar-acts">
        {allowed.length === 0 && <span className="quiet">{waiting ? t('state.loading') : t('acts.none')}</span>}
        {allowed.map((act) => (
          <Button key={act.act} type={act.act === 'decision' ? 'primary' : 'default'} icon={<CheckOutlined aria-hidden="true" />} data-act={act.act} onClick={() => onAct(act)}>
            {actName(act, words, thing)}
          </Button>
        ))}
      </div>
      {refused.length > 0 && <a href="#acts-refused" className="action-bar-more">{t('acts.refusedCount', { n: refused.length })}</a>}
    </div>
  );
}

/** The acts that cannot be done now, each with its reason and clause; those with one reason together. */
export function RefusedActs({ acts, thing }: { acts: Act[]; thing?: string }) {
  const words = useText();
  const { pick, t } = words;
  const refused = acts.filter((act) => !act.allowed);
  if (refused.length === 0) return <p className="quiet">{t('acts.noneRefused')}</p>;
  const reasonOf = (act: Act) => `${pick(act.reason)}|${act.clauses?.map((clause) => clause.place).join('|') ?? ''}`;
  const reasons = [...new Set(refused.map(reasonOf))];
  return (
    <ul className="refused-acts" id="acts-refused">
      {reasons.map((reason) => {
        const alike = refused.filter((act) => reasonOf(act) === reason);
        return (
          <li key={reason} data-act={alike.map((act) => act.act).join(' ')}>
            <div><StopOutlined aria-hidden="true" /> <strong>{alike.map((act) => actName(act, words, thing)).join('、')}</strong></div>
            <div>{pick(alike[0]!.reason) || t('acts.noReason')}</div>
            <Clauses clauses={alike[0]!.clauses} />
          </li>
        );
      })}
    </ul>
  );
}

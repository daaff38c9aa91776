import { useRead } from '../api/hooks';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';

interface Look { id: string; what?: string; by?: string; byName?: string; office?: string; reason?: string; at?: string }

/** Who looked at this dossier and why: for the person himself and the auditor. */
export function Looks({ person }: { person: string }) {
  const { t, when } = useText();
  const looks = useRead<Look[]>('oversight', `dossiers/${encodeURIComponent(person)}/looks`);
  return (
    <section className="panel">
      <h2>{t('dossier.looks')}</h2>
      <Answer query={looks} empty={(list) => !Array.isArray(list) || list.length === 0}>
        {(list) => <ul className="plain">{list.map((look) => <li key={look.id}>{t('dossier.looked', { when: when(look.at), who: look.byName ?? look.by ?? '—' })}<span className="quiet">　{look.reason ?? t('dossier.noReason')}</span></li>)}</ul>}
      </Answer>
    </section>
  );
}

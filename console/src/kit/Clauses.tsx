import type { Citation, Ground } from '../api/types';
import { useText } from '../i18n/text';
import { DemonstrationMark, SupportBadge } from './SupportBadge';

export function citationName(clause: Citation): string {
  return clause.place?.startsWith(clause.doc) ? clause.place : `${clause.doc}·${clause.place}`;
}

/** Clauses with their short quotations; a clause quoted several times is named once. */
export function Clauses({ clauses, empty }: { clauses: Citation[] | undefined; empty?: boolean }) {
  const { t } = useText();
  if (!clauses?.length) return empty ? <span className="quiet">{t('clause.none')}</span> : null;
  return (
    <ul className="clauses">
      {[...new Set(clauses.map(citationName))].map((name) => (
        <li key={name}>
          <span className="clause-name">{name}</span>
          {[...new Set(clauses.filter((clause) => citationName(clause) === name).map((clause) => clause.quote))].map((quote) => quote && <q key={quote} className="clause-quote" lang="zh-CN">{quote}</q>)}
        </li>
      ))}
    </ul>
  );
}

/** What something rests on: badge, clauses, demonstration mark, reading. */
export function GroundView({ ground }: { ground: Ground | undefined | null }) {
  if (!ground) return null;
  return (
    <div className="ground">
      <SupportBadge support={ground.support} /> <DemonstrationMark ground={ground} />
      <Clauses clauses={ground.clauses} />
      <ReadingName reading={ground.reading} />
    </div>
  );
}

/** The reading that something rests on, in words where there are some. */
export function ReadingName({ reading }: { reading: string | undefined }) {
  const { t, label } = useText();
  return reading ? <div className="quiet" data-reading={reading}>{t('clause.reading')}{label('reading', reading)}</div> : null;
}

/** Own and upper clauses beside each other, as a person who has to choose needs them. */
export function SideBySide({ own, upper }: { own: Citation[] | undefined; upper: Citation[] | undefined }) {
  const { t } = useText();
  return (
    <div className="side-by-side">
      <section><h4>{t('clause.own')}</h4>{own?.length ? <Clauses clauses={own} /> : <p className="quiet">{t('silence.short')}</p>}</section>
      <section><h4>{t('clause.upper')}</h4>{upper?.length ? <Clauses clauses={upper} /> : <p className="quiet">{t('silence.short')}</p>}</section>
    </div>
  );
}

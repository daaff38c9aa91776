import { Timeline } from 'antd';
import type { Act, LogEntry, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { RefusedActs } from '../kit/ActionBar';
import { Clauses } from '../kit/Clauses';
import { SupportBadge } from '../kit/SupportBadge';
import { nameOf, namesOf } from '../kit/Who';

/** Entries in order; the same act by the same person on the same clauses many times in a row is one entry that says how often. */
function inRuns(log: LogEntry[]): { entry: LogEntry; times: number }[] {
  const same = (one: LogEntry, other: LogEntry) => one.type === other.type && one.label.zh === other.label.zh && nameOf(one.by) === nameOf(other.by)
    && (one.at ?? one.on)?.slice(0, 10) === (other.at ?? other.on)?.slice(0, 10) && !one.ground && !other.ground;
  const runs: { entry: LogEntry; times: number }[] = [];
  for (const entry of log) {
    const last = runs.at(-1);
    if (last && same(last.entry, entry)) last.times += 1;
    else runs.push({ entry, times: 1 });
  }
  return runs;
}

/** The right side: who is in the case, what cannot be done now and why, and what has happened. */
export function CaseSide({ file, acts }: { file: ToleranceCase; acts: Act[] }) {
  const { t, pick, when, label } = useText();
  const investigators = [...new Set((file.findings ?? []).map((finding) => nameOf(finding.by)).filter(Boolean))];
  return (
    <>
      <section className="panel">
        <h2>{t('side.people')}</h2>
        <dl className="pairs">
          <dt>{t('cases.cadre')}</dt><dd>{nameOf(file.cadre)}<div className="quiet">{file.cadre?.title}</div></dd>
          <dt>{t('field.unit')}</dt><dd>{nameOf(file.unit)}</dd>
          {file.applicant && <><dt>{t('field.applicant')}</dt><dd>{label('applicant', file.applicant)}</dd></>}
          {investigators.length > 0 && <><dt>{t('side.investigators')}</dt><dd>{investigators.join('、')}</dd></>}
          {file.decision?.meeting && <><dt>{t('side.members')}</dt><dd>{namesOf(file.decision.meeting.members)}</dd></>}
        </dl>
      </section>
      <section className="panel no-print">
        <h2>{t('side.refused')}</h2>
        <RefusedActs acts={acts} />
      </section>
      <section className="panel">
        <h2>{t('side.log')}</h2>
        {file.log?.length
          ? <Timeline items={inRuns(file.log).map(({ entry, times }) => ({
              content: (
                <>
                  <div>{pick(entry.label)}{times > 1 && t('side.times', { n: times })}</div>
                  <div className="quiet">{[when(entry.at ?? entry.on), nameOf(entry.by)].filter(Boolean).join('　')}</div>
                  {entry.ground && <><SupportBadge support={entry.ground.support} /><Clauses clauses={entry.ground.clauses?.map(({ doc, place }) => ({ doc, place }))} /></>}
                </>
              ),
            }))} />
          : <p className="quiet">{t('file.none')}</p>}
      </section>
    </>
  );
}

import type { ReactNode } from 'react';
import type { Assessment, RedLine, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { GroundView } from '../kit/Clauses';
import { nameOf, namesOf } from '../kit/Who';

/** The left side of the case: the fact, and everything that was handed in, said or found. */
export function CaseFile({ file, assessment }: { file: ToleranceCase; assessment: Assessment | undefined }) {
  const { t, label, pick } = useText();
  const names = new Map(assessment?.groups?.flatMap((group) => group.items.map((item) => [item.itemId, pick(item.label)] as const)));
  return (
    <>
      <section className="panel">
        <h2>{t('file.fact')}</h2>
        <p>{file.fact?.what}</p>
        <dl className="pairs">
          <dt>{t('field.where')}</dt><dd>{file.fact?.where ?? '—'}</dd>
          <dt>{t('field.happenedOn')}</dt><dd>{file.fact?.happenedOn ?? '—'}</dd>
          <dt>{t('field.factId')}</dt><dd><code className="breakable">{file.factId}</code></dd>
          <dt>{t('file.start')}</dt><dd>{label('start', file.start)}{file.openedOn && <span className="quiet">　{file.openedOn}</span>}</dd>
        </dl>
        <GroundView ground={file.ground} />
      </section>
      <Part title={t('file.findings')} count={file.findings?.length}>
        {file.findings?.map((finding, index) => (
          <li key={index}>
            <strong>{names.get(finding.itemId) ?? finding.itemId}</strong>　{label('result', finding.result)}
            {finding.evidence && finding.evidence.length > 0 && <ul className="evidence">{finding.evidence.map((one, at) => <li key={at}>{one}</li>)}</ul>}
            <By who={nameOf(finding.by)} on={finding.on} />
          </li>
        ))}
      </Part>
      <Part title={t('file.statements')} count={file.statements?.length} none={t('file.noStatement')}>
        {file.statements?.map((statement, index) => <li key={index}><p>{statement.declined ? t('statement.declined') : statement.text}</p><By on={statement.on} /></li>)}
      </Part>
      <Part title={t('file.papers')} count={file.papers?.length}>
        {file.papers?.map((paper) => (
          <li key={paper.id}><strong>{label('paper', paper.kind)}</strong>　{paper.from}<p>{paper.text}</p>{paper.note && <p className="quiet">{pick(paper.note)}</p>}<By on={paper.on} /></li>
        ))}
      </Part>
      <Part title={t('file.redLines')} count={file.redLines?.length}>
        {file.redLines?.map((line) => <li key={line.id}><RedLineView line={line} /></li>)}
      </Part>
      <Part title={t('file.recusals')} count={file.recusals?.length}>
        {file.recusals?.map((recusal) => <li key={recusal.id}><strong>{nameOf(recusal.person)}</strong>　{label('recusal', recusal.state)}<p>{recusal.ground}</p><By on={recusal.on} /></li>)}
      </Part>
      <Part title={t('file.readings')} count={file.readingChoices?.length}>
        {file.readingChoices?.map((choice, index) => <li key={index}><strong>{label('reading', choice.reading)}</strong>　{label('choice', choice.choice)}<p>{choice.reason}</p><By who={nameOf(choice.by)} on={choice.on} /></li>)}
      </Part>
    </>
  );
}

function RedLineView({ line }: { line: RedLine }) {
  const { t, label } = useText();
  const clause = typeof line.clause === 'string' ? line.clause : line.clause && [line.clause.rule, line.clause.number, line.clause.place, line.clause.words && `「${line.clause.words}」`].filter(Boolean).join('　');
  const gain = typeof line.gain === 'string' ? line.gain : line.gain && [label('beneficiary', line.gain.beneficiary), line.gain.reference].filter(Boolean).join('　');
  return (
    <>
      <strong>{label('redLine', line.kind)}</strong>　{label('redLineState', line.state)}
      {clause && <p>{t('file.prohibition')}{clause}</p>}
      {gain && <p>{t('file.gain')}{gain}</p>}
      <By who={namesOf(line.by)} on={line.on} />
    </>
  );
}

/** More entries than these are folded, so that what comes after them is still found. */
const FEW = 5;

function Part({ title, count, none, children }: { title: string; count: number | undefined; none?: string; children: ReactNode }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{title}</h2>
      {count === undefined || count === 0 ? <p className="quiet">{none ?? t('file.none')}</p>
        : count > FEW ? <details className="part-long"><summary>{t('file.count', { n: count })}</summary><ul className="plain">{children}</ul></details>
          : <ul className="plain">{children}</ul>}
    </section>
  );
}

function By({ who, on }: { who?: string; on?: string }) {
  const { when } = useText();
  return who || on ? <div className="quiet by">{[who, when(on)].filter(Boolean).join('　')}</div> : null;
}

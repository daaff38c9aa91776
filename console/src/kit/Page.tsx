import { useEffect, type ReactNode } from 'react';
import { useText } from '../i18n/text';

/** The frame of a page: its title, what it is for, and what can be done at once. */
export function Page({ title, lead, extra, children, heading }: { title: string; lead?: ReactNode; extra?: ReactNode; children: ReactNode; heading?: ReactNode }) {
  const { t } = useText();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-title">{heading ?? <h1>{title}</h1>}{lead && <p className="quiet lead">{lead}</p>}</div>
        {extra && <div className="page-extra">{extra}</div>}
      </div>
      {children}
    </div>
  );
}

/** As-of time and origin of what a page shows. */
export function AsOf({ asOf, events }: { asOf?: string; events?: number }) {
  const { t, when } = useText();
  return (
    <p className="quiet as-of">
      {asOf && <span>{t('asOf.time', { at: when(asOf) })}</span>}
      {events !== undefined && <span>{t('asOf.events', { n: events })}</span>}
    </p>
  );
}

import { LockOutlined } from '@ant-design/icons';
import { Watermark } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useText } from '../i18n/text';
import { useAccount } from '../session/session';

/** Pages about one person carry who looked and when, also on a photograph of the screen. */
export function Marked({ children }: { children: ReactNode }) {
  const account = useAccount();
  const { when } = useText();
  const at = useMemo(() => when(new Date().toISOString()).slice(0, 16), [when]);
  return (
    <Watermark content={[account.displayName, at]} gap={[140, 120]} font={{ color: 'rgba(28, 37, 48, 0.07)', fontSize: 14 }} className="marked">
      {children}
    </Watermark>
  );
}

/** 密级 of a file. One that came without a level is said to have none, never guessed. */
export function ClassificationLabel({ level }: { level?: string }) {
  const { t, label } = useText();
  return <span className="classification"><LockOutlined aria-hidden="true" /> {t('classification.name')}{level ? label('classification', level) : t('classification.unset')}</span>;
}

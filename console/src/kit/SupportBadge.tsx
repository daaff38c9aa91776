import { ApartmentOutlined, CheckCircleOutlined, QuestionCircleOutlined, ToolOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Ground, Support } from '../api/types';
import { useText, type Key } from '../i18n/text';
import { Explained } from './Explained';

const LOOKS: Record<Support, { icon: ReactNode; word: Key; meaning: Key }> = {
  OWN: { icon: <CheckCircleOutlined />, word: 'support.OWN', meaning: 'support.meaning.OWN' },
  INHERITED: { icon: <ApartmentOutlined />, word: 'support.INHERITED', meaning: 'support.meaning.INHERITED' },
  INFERRED: { icon: <QuestionCircleOutlined />, word: 'support.INFERRED', meaning: 'support.meaning.INFERRED' },
  DESIGN: { icon: <ToolOutlined />, word: 'support.DESIGN', meaning: 'support.meaning.DESIGN' },
};

/** How an effect is supported: a word and an icon, its meaning on hover and on focus. */
export function SupportBadge({ support }: { support: Support | undefined | null }) {
  const { t } = useText();
  if (!support || !LOOKS[support]) return null;
  const look = LOOKS[support];
  return (
    <Explained text={t(look.meaning)} label={t(look.word)}>
      <span className={`badge badge-${support.toLowerCase()}`} data-support={support}>
        <span aria-hidden="true">{look.icon}</span> {t(look.word)}
      </span>
    </Explained>
  );
}

/** A demonstration reading or date, so that nobody takes it for a text of the documents. */
export function DemonstrationMark({ ground }: { ground: { demonstration?: boolean } | Ground | undefined }) {
  const { t } = useText();
  if (!ground?.demonstration) return null;
  return <Explained text={t('demonstration.meaning')} label={t('demonstration.word')}><span className="badge badge-demo">{t('demonstration.word')}</span></Explained>;
}

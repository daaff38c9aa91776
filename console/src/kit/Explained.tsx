import { Tooltip } from 'antd';
import { useId, type ReactNode } from 'react';

/** Something with an explanation that appears on hover and on keyboard focus, and that a screen reader reads with it. */
export function Explained({ text, label, children }: { text: ReactNode; label?: string; children: ReactNode }) {
  const id = useId();
  if (!text) return <>{children}</>;
  return (
    <Tooltip title={text} trigger={['hover', 'focus']}>
      <span className="explained" tabIndex={0} role="note" aria-label={label} aria-describedby={id}>
        {children}
        <span id={id} className="for-readers">{text}</span>
      </span>
    </Tooltip>
  );
}

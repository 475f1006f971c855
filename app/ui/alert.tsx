import type { ReactNode } from 'react';

export type AlertTone = 'info' | 'success' | 'warning' | 'danger';

const tones: Readonly<Record<AlertTone, string>> = {
  info: 'border-brand bg-brand-soft',
  success: 'border-success bg-success-soft',
  warning: 'border-accent bg-accent-soft',
  danger: 'border-danger bg-danger-soft',
};

/** A message that belongs to the page. Failures are announced at once, the rest politely. */
export function Alert(props: { tone?: AlertTone; title?: string; children?: ReactNode }) {
  const { tone = 'info', title, children } = props;
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`rounded-lg border-l-4 px-4 py-3 text-ink ${tones[tone]}`}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'brand' | 'accent' | 'danger' | 'success';

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: 'border-line-strong bg-sunken text-ink',
  brand: 'border-brand bg-brand-soft text-brand-strong',
  accent: 'border-accent bg-accent-soft text-accent',
  danger: 'border-danger bg-danger-soft text-danger',
  success: 'border-success bg-success-soft text-success',
};

/** A short status word. Its text carries the meaning; the colour only repeats it. Live: a translation would keep the old one. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      translate="no"
      className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-sm font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';

export type AccountLine = readonly [label: string, value: ReactNode];

/** What is known of an account, one line each: its name, then what it is. */
export function AccountLines({ lines }: { lines: readonly AccountLine[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
      {lines.map(([label, value]) => (
        <div key={label} className="sm:contents">
          <dt className="text-muted">{label}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

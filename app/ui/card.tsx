import type { HTMLAttributes } from 'react';

/** A raised area. Give it a heading inside. */
export function Card({ className = '', ...rest }: HTMLAttributes<HTMLElement>) {
  return (
    <section
      className={`rounded-xl border border-line bg-surface p-4 shadow-sm sm:p-6 print:break-inside-avoid print:shadow-none ${className}`}
      {...rest}
    />
  );
}

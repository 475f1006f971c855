import type { ReactNode } from 'react';

const FRAMED = 'rounded-xl border border-line bg-surface';

/**
 * What may be wider than the page: it scrolls on its own, by keys too, says what it is and shows where more of it stands. Without `relative` a caption
 * for screen readers would lie outside and widen the page.
 */
export function Sideways(props: {
  id?: string;
  label?: string;
  labelledBy?: string;
  framed?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      id={props.id}
      role="region"
      tabIndex={0}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      className={`relative sideways print:overflow-visible ${props.framed ? FRAMED : ''} ${props.className ?? ''}`}
    >
      {props.children}
    </div>
  );
}

import type { ReactNode } from 'react';

/** One figure of an agency, large, with its name above it and what it means below it. */
export function Tile(props: { term: string; value: string; note?: ReactNode }) {
  return (
    <div className="border-l-4 border-line pl-3">
      <dt className="text-sm text-muted">{props.term}</dt>
      <dd>
        <span translate="no" className="block text-2xl font-semibold tabular-nums">
          {props.value}
        </span>
        {props.note ? <span className="text-sm">{props.note}</span> : null}
      </dd>
    </div>
  );
}

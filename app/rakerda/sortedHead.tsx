/** The head of a column that a list can be sorted by: a link, so that it works without scripts and can be sent to somebody. */
import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';

interface SortedHeadProps {
  readonly order: { readonly column: string; readonly isReversed: boolean };
  readonly column: string;
  readonly label: string;
  /** What stands for a label that is short. */
  readonly title?: string;
  /** What following the link does, for who points at it. */
  readonly says: string;
  /** The best comes first: names from A, and the smallest figure where fewer is better. */
  readonly startsLow?: boolean;
  readonly isPinned?: boolean;
  readonly className?: string;
  readonly linkClassName?: string;
  readonly children?: ReactNode;
}

export function SortedHead(props: SortedHeadProps) {
  const { order, column, label, title } = props;
  const [params] = useSearchParams();
  const isSorted = order.column === column;
  const rises = (props.startsLow ?? false) !== order.isReversed;
  const next = new URLSearchParams(params);
  next.delete('hal');
  next.set('urut', column);
  if (isSorted && !order.isReversed) next.set('arah', 'balik');
  else next.delete('arah');
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (rises ? 'ascending' : 'descending') : undefined}
      className={`px-3 py-1 ${props.isPinned ? 'sticky left-0 z-10 bg-sunken' : 'text-right'} ${props.className ?? ''}`}
    >
      <Link
        to={`?${next.toString()}`}
        preventScrollReset
        title={props.says}
        className={`inline-flex min-h-11 items-center gap-1 text-sm text-ink underline decoration-dotted underline-offset-4 ${props.linkClassName ?? ''}`}
      >
        {title === undefined ? label : <abbr title={title}>{label}</abbr>}
        {isSorted ? <span aria-hidden="true">{rises ? '▲' : '▼'}</span> : null}
      </Link>
      {props.children}
    </th>
  );
}

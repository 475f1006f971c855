/** The frame of a section, its table's frame, and headers that sort. */
import { useSection } from '~/i18n';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { instrumentPath } from '~/paths';
import { buttonClass, Card, FileLink } from '~/ui';
import { formatSort, type Sort } from './ranking';
import { addressWith, type SectionKey } from './sections';
import type { Shown } from './shownAgencies';
import { comparisonWords } from './comparisonWords';

/** A link that unfolds what stands below it. */
export const FOLD = 'inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-2';
/** Folded where it can be opened: on paper, and without scripts where the browser can do that, it stands open. */
export const UNFOLDED =
  'noscript:[&::details-content]:[content-visibility:visible] open:basis-full print:basis-full print:[&::details-content]:[content-visibility:visible]';

export function Section(props: {
  shown: Shown;
  section: SectionKey;
  lead: string;
  /** Which CSV tables hold these figures. */
  csv: readonly ('peringkat' | 'domain' | 'aspek' | 'peta')[];
  children: ReactNode;
}) {
  const text = useSection(comparisonWords);
  const { view, search } = props.shown;
  const title = text.section[props.section];
  const fileOf = (table: string) => {
    const file = new URLSearchParams({ tabel: table, urut: formatSort(view.sort) });
    if (table === 'peringkat' || view.showAll) file.set('semua', '1');
    else file.set('instansi', view.choice.drawn.join(','));
    return file.toString().replaceAll('%2C', ',');
  };
  return (
    <Card aria-labelledby={`judul-${props.section}`} className="space-y-4 2xl:text-lg">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 grow basis-96">
          <h2 id={`judul-${props.section}`} className="text-xl sm:text-2xl 2xl:text-3xl">
            {title}
          </h2>
          <p className="max-w-prose text-muted xl:max-w-5xl">{props.lead}</p>
        </div>
        <div className="flex flex-wrap gap-x-4 print:hidden">
          {view.section === null ? (
            <Link
              to={addressWith(search, { tampil: props.section })}
              className={buttonClass('quiet')}
              title={text.nav.onlyHint({ section: title })}
            >
              {text.nav.only}
              <span className="sr-only">: {title}</span>
            </Link>
          ) : null}
          {props.csv.map((table) => (
            <FileLink
              key={table}
              tone="quiet"
              href={`${instrumentPath(view.rakerda.id, view.instrument.code, 'comparisonFile')}?${fileOf(table)}`}
              title={text.csvHint}
            >
              {props.csv.length === 1 ? (
                <>
                  {text.csv}
                  <span className="sr-only">: {title}</span>
                </>
              ) : (
                text.csvOf({ table: text.nav[table] })
              )}
            </FileLink>
          ))}
        </div>
      </div>
      {props.children}
    </Card>
  );
}

/** A table that may be wider than its page: it scrolls inside a region that the keyboard reaches. */
export function TableFrame(props: { label: string; className?: string; children: ReactNode }) {
  const text = useSection(comparisonWords);
  return (
    <div
      role="region"
      aria-label={text.table.region({ table: props.label })}
      tabIndex={0}
      className={`table-frame relative overflow-auto sideways rounded-lg border border-line ${props.className ?? ''}`}
    >
      {props.children}
    </div>
  );
}

/** A column header that is a link: the first click sorts, the next turns the order round. */
export function SortHeader(props: {
  shown: Shown;
  sortKey: string;
  label: ReactNode;
  /** In words, for the link's description. */
  name: string;
  /** Where the page stays after sorting. */
  anchor: SectionKey;
  className?: string;
}) {
  const text = useSection(comparisonWords).sort;
  const { sort } = props.shown.view;
  const isSorted = sort.key === props.sortKey;
  const next: Sort = {
    key: props.sortKey,
    isAscending: isSorted ? !sort.isAscending : props.sortKey === 'nama',
  };
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.isAscending ? 'ascending' : 'descending') : undefined}
      className={`bg-sunken align-bottom font-semibold ${props.className ?? ''}`}
    >
      <Link
        to={addressWith(props.shown.search, { urut: formatSort(next) }, props.anchor)}
        preventScrollReset
        title={text.by({ column: props.name })}
        className="inline-flex min-h-11 items-center gap-1 px-3 py-1 text-ink underline decoration-dotted underline-offset-4"
      >
        <span>{props.label}</span>
        {isSorted ? <span aria-hidden="true">{sort.isAscending ? '▲' : '▼'}</span> : null}
      </Link>
    </th>
  );
}

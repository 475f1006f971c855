/** Rows of cells in colours under the names of their columns: what the heat map of aspects and the parts of a topic share. */
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '~/i18n';
import { levelClass } from './sceneLevels';
import { columnName, longestWord, withinLetters } from './aspectColumns';
import { useWords } from './stage';

export interface TableCell {
  readonly figure: string;
  /** Hundredths of a level; null where neither way is better. */
  readonly shade: number | null;
  /** What stands beside it. */
  readonly mark?: ReactNode;
}

export interface CellRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly isFocused: boolean;
  readonly isOwn: boolean;
  /** The first of those that are not complete: a rule sets them apart. */
  readonly isBelowRule: boolean;
  /** Null where there is nothing to be shown yet. */
  readonly cells: readonly (TableCell | null)[];
  /** In the last column, where the table has one. */
  readonly last?: ReactNode;
}

/** A table as wide as the screen, in as many lines as fit below the headline. */
export function CellTable({
  title,
  columns,
  rows,
  open,
  longest,
  lastName,
  highest,
  isWide = false,
  corner,
  foot,
}: {
  readonly title: string;
  readonly columns: readonly { readonly key: number; readonly name: string }[];
  readonly rows: readonly CellRow[];
  /** What an empty cell says to those who hear it. */
  readonly open: string;
  readonly longest: number;
  /** Name of the last column. */
  readonly lastName?: string | undefined;
  /** The most that the figures of the last column can be, below its name. */
  readonly highest?: string | null;
  /** Few columns with long names. */
  readonly isWide?: boolean;
  /** Beside the names of the columns: what they are, and what a sign in the cells says. */
  readonly corner?: ReactNode;
  readonly foot?: ReactNode;
}) {
  return (
    <CellRegion title={title}>
      <table
        className={`w-full border-separate border-spacing-0.5 leading-none hall:h-full ${longest > 12 ? 'hall:text-sm' : longest > 10 ? 'hall:text-sm wide:hall:text-base' : 'hall:text-base'}`}
      >
        <caption className="sr-only">{title}</caption>
        <CellHead {...{ columns, lastName, highest, isWide, corner }} />
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              {row.isBelowRule ? (
                <tr aria-hidden="true">
                  <td colSpan={columns.length + 2} className="h-px bg-line-strong p-0" />
                </tr>
              ) : null}
              <tr
                className={
                  row.isFocused
                    ? 'outline-4 -outline-offset-1 outline-accent hall:outline-[0.6vh]'
                    : row.isOwn
                      ? 'outline-2 -outline-offset-1 outline-brand'
                      : ''
                }
              >
                <th
                  scope="row"
                  // A J reaches out to the left, and the region ends there.
                  className="pr-3 pl-0.5 text-left hall:pr-1 hall:tracking-tight wide:hall:tracking-normal"
                >
                  {row.name}
                </th>
                {row.cells.map((cell, position) => (
                  <td
                    key={columns[position]?.key ?? position}
                    translate="no"
                    className={`min-w-12 rounded-md px-1 py-1 text-center font-semibold whitespace-nowrap tabular-nums hall:min-w-0 hall:p-0 ${cell === null ? 'border border-dashed border-line-strong' : cell.shade === null ? 'bg-sunken text-ink' : levelClass(cell.shade)}`}
                  >
                    {cell === null ? (
                      <>
                        {/* The sign of everybody who is not complete. */}
                        <span aria-hidden="true" className="font-normal text-muted">
                          ◌
                        </span>
                        <span className="sr-only">{open}</span>
                      </>
                    ) : (
                      <>
                        {cell.figure}
                        {cell.mark}
                      </>
                    )}
                  </td>
                ))}
                {row.last}
              </tr>
            </Fragment>
          ))}
          {/* A foot would get no part of the height that is left over. */}
          {foot}
        </tbody>
      </table>
    </CellRegion>
  );
}

export function CellRegion({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={title}
      tabIndex={0}
      className="relative overflow-x-auto hall:min-h-0 hall:flex-1"
    >
      {children}
    </div>
  );
}

/**
 * Fewer columns with longer names are wider; on a projector of 4:3 what they are ordered by has its room too. Words of so
 * many letters have room in one, on a projector of 4:3 and on a wide one.
 */
const WIDTHS = [
  { columns: 4, width: 'w-[13%]', narrow: 10, wide: 13 },
  { columns: 6, width: 'w-[10.5%] wide:w-[12%]', narrow: 8, wide: 10 },
  { columns: 7, width: 'w-[8.5%] wide:w-[10.5%]', narrow: 6, wide: 10 },
] as const;
const NARROWEST = { columns: Infinity, width: 'w-[9%]', narrow: 7, wide: 9 } as const;

/** So many letters of a name stand in the three lines that a turned one has room for. */
const MOST_LETTERS = 38;

/** A name with a longer word than its column has room for is turned, and no word is cut. */
const TURNED = {
  never: 'line-clamp-4 hall:tracking-tighter wide:line-clamp-6 wide:hall:tracking-normal',
  narrow:
    'inline-block max-h-[7.4em] rotate-180 text-left leading-[1.1] [writing-mode:vertical-rl] wide:line-clamp-6 wide:max-h-none wide:rotate-0 wide:text-center wide:leading-(--hall-line) wide:[writing-mode:horizontal-tb]',
  always: 'inline-block max-h-[7.4em] rotate-180 text-left leading-[1.1] [writing-mode:vertical-rl]',
} as const;

/** The last line of the table: the medians of the complete agencies, by which the headline names the weakest column. */
export function MedianRow(props: {
  readonly complete: number;
  readonly columns: readonly { readonly key: number }[];
  /** One per column. */
  readonly cells: readonly string[];
  readonly last: ReactNode;
}) {
  const text = useWords();
  const format = useFormat();
  return (
    <tr>
      <th
        scope="row"
        className="pr-3 text-left font-semibold whitespace-nowrap text-muted hall:pr-1 hall:pb-[0.25em]"
      >
        {text.medianOf({ complete: format.number(props.complete) })}
      </th>
      {props.cells.map((cell, position) => (
        <td
          key={props.columns[position]?.key ?? position}
          translate="no"
          className="text-center font-bold tabular-nums hall:p-0 hall:pb-[0.25em]"
        >
          {cell}
        </td>
      ))}
      {props.last}
    </tr>
  );
}

/** Every column under its name, in as many lines as its cells are wide. */
export function CellHead({
  columns,
  lastName,
  highest,
  isWide = false,
  corner,
}: {
  readonly columns: readonly { readonly key: number; readonly name: string }[];
  readonly lastName?: string | undefined;
  readonly highest?: string | null | undefined;
  readonly isWide?: boolean;
  readonly corner?: ReactNode;
}) {
  const text = useWords();
  const count = isWide ? columns.length : Infinity;
  const { width, narrow, wide } = WIDTHS.find((one) => count <= one.columns) ?? NARROWEST;
  const names = columns.map(({ key, name }) => ({
    key,
    name: withinLetters(columnName(name), MOST_LETTERS),
  }));
  const longest = longestWord(names.map(({ name }) => name));
  const turned = longest > wide ? 'always' : longest > narrow ? 'narrow' : 'never';
  return (
    <thead>
      {/* A height of its own: what is left over is for the rows. */}
      <tr className="hall:h-px">
        <td className="pr-2 pb-0.5 text-left align-bottom text-sm/(--hall-line) text-muted">{corner}</td>
        {names.map(({ key, name }) => (
          <th
            key={key}
            scope="col"
            className={`${width} min-w-12 px-1 pb-0.5 align-bottom text-sm/(--hall-line) font-semibold hall:min-w-0 hall:px-0 wide:hall:px-[0.15em]`}
          >
            <span data-name className={`mx-0 px-0 wrap-anywhere ${TURNED[turned]}`}>
              {name}
            </span>
          </th>
        ))}
        {lastName === undefined ? null : (
          <th
            scope="col"
            className={`px-1 text-right align-bottom text-sm font-semibold ${isWide ? '' : 'hidden wide:table-cell'}`}
          >
            <span className="hall:tracking-tighter wide:hall:tracking-normal">{lastName}</span>
            {highest ? (
              <span translate="no" className="block font-normal text-muted wide:whitespace-nowrap">
                {text.highest({ highest })}
              </span>
            ) : null}
          </th>
        )}
      </tr>
    </thead>
  );
}

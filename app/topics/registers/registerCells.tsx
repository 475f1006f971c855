/** The cells of a register, and how one moves between them with the keyboard. */
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useLocale, useSection } from '~/i18n';
import { type Locale, localize } from '~/instrument';
import { type AreaEntry, type Register, type RegisterColumn, writeCell } from '~/instrument/metrics';
import { Button, useHydrated } from '~/ui';
import type { RegisterRow } from './register.read.server';
import { cellName, cellOf } from './registerForm';
import { registerWords } from './registerWords';

/** The places of the area, for the fields that look for one. */
export const PLACES = 'daftar-kecamatan';

export interface CellState {
  readonly typed: string;
  readonly says: string | null;
  /** Somebody else wrote something else there meanwhile. */
  readonly isMoved?: boolean;
}

/** A stored cell as it stands in its field: a choice by its code. */
export function fieldText(
  column: RegisterColumn,
  value: string,
  around: { readonly locale: Locale; readonly districts: readonly AreaEntry[] },
): string {
  return column.type === 'choice' ? value : writeCell(column, value, around);
}

export function RegisterCells(props: {
  register: Register;
  row: RegisterRow;
  districts: readonly AreaEntry[];
  /** Column → what was typed and is not saved. */
  states: Readonly<Record<string, CellState | undefined>>;
  standing: (key: string, column: string, shown: string) => string;
  onCommit: (column: RegisterColumn, row: RegisterRow, typed: string) => void;
  onDrop: (column: RegisterColumn, row: RegisterRow) => void;
}) {
  const { register, row, districts, states, standing } = props;
  const locale = useLocale();
  return (
    <>
      {register.columns.map((column) => {
        const value = standing(row.key, column.code, row.cells[column.code] ?? '');
        return (
          <td key={column.code} className="px-1 py-1 align-top">
            <CellField
              column={column}
              row={row}
              text={fieldText(column, value, { locale, districts })}
              state={states[column.code]}
              onCommit={(typed) => props.onCommit(column, row, typed)}
              onDrop={() => props.onDrop(column, row)}
            />
          </td>
        );
      })}
    </>
  );
}

const control = 'block w-full rounded-lg border bg-surface px-2 py-2 text-base text-ink';
const WIDTHS: Readonly<Record<RegisterColumn['type'], string>> = {
  choice: 'min-w-48',
  text: 'min-w-52',
  date: 'min-w-36',
  plan: 'min-w-36',
  number: 'min-w-28 text-right tabular-nums',
  listed: 'min-w-36',
};

function CellField(props: {
  column: RegisterColumn;
  row: RegisterRow;
  text: string;
  state: CellState | undefined;
  onCommit: (typed: string) => void;
  onDrop: () => void;
}) {
  const { column, row, text, state, onCommit } = props;
  const words = useSection(registerWords);
  const locale = useLocale();
  const hydrated = useHydrated();
  /** What is being typed and was not handed on yet. */
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? state?.typed ?? text;
  const says = draft === null ? state?.says : null;
  const name = cellName(row.key, column.code);
  const errorId = `sel-${name}-error`;
  const commit = (typed: string) => {
    setDraft(null);
    // What was refused and is typed again as it was is meant: it goes out once more.
    const isMeant = state !== undefined && (typed === text || state.says !== null);
    if (typed !== (state?.typed ?? text) || isMeant) onCommit(typed);
  };
  const label = words.cell({ column: localize(column.name, locale), row: row.name });
  const field = {
    name: `cell.${name}`,
    'data-cell': name,
    'aria-label': label,
    'aria-invalid': says ? true : undefined,
    'aria-describedby': says ? errorId : undefined,
    className: `${control} ${WIDTHS[column.type]} ${says ? 'border-danger border-2' : 'border-line-strong'}`,
  };
  return (
    <>
      {column.type === 'choice' ? (
        <select
          {...field}
          value={shown}
          onChange={({ currentTarget }) => commit(currentTarget.value)}
          onKeyDown={(event) => {
            const chosen = optionByKey(column, event, shown, locale);
            if (chosen === null) return;
            event.preventDefault();
            commit(chosen);
          }}
        >
          <option value="">–</option>
          {column.options.map((option, place) => (
            <option key={option.code} value={option.code}>
              {`${place + 1} ${localize(option.name, locale)}`}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...field}
          type={column.type === 'date' || column.type === 'plan' ? 'date' : 'text'}
          inputMode={column.type === 'number' ? 'numeric' : undefined}
          list={column.type === 'listed' ? PLACES : undefined}
          maxLength={column.type === 'text' ? column.most : undefined}
          autoComplete="off"
          translate={column.type === 'number' ? 'no' : undefined}
          value={shown}
          onChange={({ currentTarget }) => {
            // What was typed before the scripts came is given again from elsewhere: nobody will leave the field.
            if (currentTarget === document.activeElement) setDraft(currentTarget.value);
            else commit(currentTarget.value);
          }}
          onBlur={({ currentTarget }) => {
            if (draft !== null) commit(currentTarget.value);
          }}
        />
      )}
      {says ? (
        <p id={errorId} className="text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {says}
        </p>
      ) : null}
      {says && hydrated ? (
        <p className="text-sm">
          {state?.isMoved ? (
            <Button type="button" tone="quiet" onClick={() => onCommit(shown)}>
              {words.kept.mine}
              <span className="sr-only">: {label}</span>
            </Button>
          ) : null}
          <Button type="button" tone="quiet" onClick={props.onDrop}>
            {words.kept.drop}
            <span className="sr-only">: {label}</span>
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** An option by its number or the first letter of its name, the next one where several begin alike; null for other keys. */
function optionByKey(
  { options }: Extract<RegisterColumn, { type: 'choice' }>,
  event: KeyboardEvent,
  now: string,
  locale: Locale,
): string | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'Delete' || event.key === 'Backspace') return '';
  if (/^[1-9]$/.test(event.key)) return options[Number(event.key) - 1]?.code ?? null;
  if (!/^\p{L}$/u.test(event.key)) return null;
  const letter = event.key.toLowerCase();
  const fitting = options.filter(({ name }) => localize(name, locale).toLowerCase().startsWith(letter));
  const at = fitting.findIndex(({ code }) => code === now);
  return fitting[(at + 1) % Math.max(fitting.length, 1)]?.code ?? null;
}

/** A block of a spreadsheet that was pasted into a cell, with the place of that cell; null for plain text. */
export function blockIn(
  event: ClipboardEvent<HTMLElement>,
): { readonly lines: readonly string[]; readonly key: string; readonly column: string } | null {
  const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(text) || !(event.target instanceof HTMLElement)) return null;
  const name = event.target.dataset.cell;
  return name === undefined ? null : { ...cellOf(name), lines: text.split('\n') };
}

/** Arrows and Enter move between cells; within a text arrows move the cursor until its end. */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const step = stepOf(key, target, event.shiftKey);
  if (!step) return;
  const cell = target.closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  event.preventDefault();
  const rows = [...(row.parentElement?.children ?? [])];
  const to = rows[rows.indexOf(row) + step.rows]?.children[[...row.children].indexOf(cell) + step.columns];
  const field = to?.querySelector('[data-cell]');
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
    field.focus();
    if (field instanceof HTMLInputElement && field.type === 'text') field.select();
  } else {
    // At the end what was typed is handed on all the same.
    target.blur();
    target.focus();
  }
}

function stepOf(
  key: string,
  field: HTMLInputElement | HTMLSelectElement,
  isBack: boolean,
): { readonly rows: number; readonly columns: number } | null {
  const isDate = field instanceof HTMLInputElement && field.type === 'date';
  // A list of places that is open is moved through with the arrows.
  const isList = field instanceof HTMLInputElement && field.list !== null;
  switch (key) {
    case 'Enter':
      return { rows: isBack ? -1 : 1, columns: 0 };
    case 'ArrowDown':
      return isDate || isList ? null : { rows: 1, columns: 0 };
    case 'ArrowUp':
      return isDate || isList ? null : { rows: -1, columns: 0 };
    case 'ArrowLeft':
      return isDate || !isAtEdge(field, 'start') ? null : { rows: 0, columns: -1 };
    case 'ArrowRight':
      return isDate || !isAtEdge(field, 'end') ? null : { rows: 0, columns: 1 };
    default:
      return null;
  }
}

function isAtEdge(field: HTMLInputElement | HTMLSelectElement, edge: 'start' | 'end'): boolean {
  if (field instanceof HTMLSelectElement) return true;
  const { selectionStart, selectionEnd, value } = field;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  return isAll || (edge === 'start' ? selectionEnd === 0 : selectionStart === value.length);
}

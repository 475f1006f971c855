/**
 * Cells of a register that the server does not have yet, kept on the device as forms are (`app/ui/keptInput.ts`): under
 * the account that typed them, told of on every page, sent by any of them, and away at sign-out.
 */
import { SEND_TO } from '~/ui/sendKept';
import { dropKept, keptName, readKept, waitingForms, writeKept } from '~/ui/keptInput';
import { cellName, cellOf, readSeen, writeSeen } from './registerForm';

export interface KeptCell {
  readonly key: string;
  readonly column: string;
  /** What its row is called. */
  readonly row: string;
  /** What stood there for whoever typed, as it is stored. */
  readonly seen: string;
  readonly typed: string;
}

/** The register on whose page they were typed. */
export interface CellHome {
  readonly account: string;
  /** The page of the register, and where a single cell is saved. */
  readonly path: string;
  readonly cells: string;
  /** What people call the register. */
  readonly label: string;
}

const FORM = 'sel ';

const nameOf = ({ account, path }: CellHome, { key, column }: Pick<KeptCell, 'key' | 'column'>) =>
  keptName(account, path, `${FORM}${cellName(key, column)}`);

/** What saves one cell. */
export function cellForm(cell: KeptCell, account: string | null): Readonly<Record<string, string>> {
  return {
    intent: 'cells',
    seen: writeSeen([{ key: cell.key, cells: { [cell.column]: cell.seen } }]),
    [`cell.${cellName(cell.key, cell.column)}`]: cell.typed,
    row: cell.row,
    ...(account === null ? {} : { sentBy: account }),
  };
}

/** False where the device takes nothing more. */
export function keepCell(home: CellHome, cell: KeptCell, isWaiting: boolean): boolean {
  const form = Object.entries(cellForm(cell, null)).map(([field, value]) => [field, [value]] as const);
  const fields = Object.fromEntries(form.map(([field, values]) => [field, [...values]]));
  return writeKept(nameOf(home, cell), {
    fields,
    marks: {},
    sent: isWaiting ? { ...fields, [SEND_TO]: [home.cells] } : null,
    label: home.label,
  });
}

/** @param typed goes only where nothing else was typed since */
export function dropCell(home: CellHome, cell: Pick<KeptCell, 'key' | 'column'>, typed?: string): void {
  const name = nameOf(home, cell);
  const kept = readKept(name);
  if (!kept) return;
  if (typed === undefined || kept.fields[`cell.${cellName(cell.key, cell.column)}`]?.[0] === typed)
    dropKept(name);
}

/** Every cell of a register that waits on this device. */
export function keptCells({ account, path }: CellHome): readonly KeptCell[] {
  return waitingForms(account).flatMap((form): KeptCell[] => {
    const cell = form.path === path ? keptCellOf(form.kept.fields) : null;
    return cell ? [cell] : [];
  });
}

/** The cell that a kept form is about; null where it is about none. */
export function keptCellOf(fields: Readonly<Record<string, readonly string[]>>): KeptCell | null {
  const field = Object.keys(fields).find((name) => name.startsWith('cell.'));
  if (field === undefined) return null;
  const { key, column } = cellOf(field.slice('cell.'.length));
  const seen = readSeen(fields.seen?.[0] ?? '')?.[key]?.[column] ?? '';
  return { key, column, row: fields.row?.[0] ?? key, seen, typed: fields[field]?.[0] ?? '' };
}

/** Cells that were typed on this device, were not taken, and lie in rows that are not shown: where to decide about them. */
import { Link } from '@remix-run/react';
import { useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import { Alert, Button } from '~/ui';
import type { RegisterPage } from './register.read.server';
import { cellName } from './registerForm';
import { registerAddress } from './registerProps';
import { registerWords } from './registerWords';
import type { CellSaves, UnsavedCell } from './useCellSaves';

export function UnsavedCells({ page, saves }: { page: RegisterPage; saves: CellSaves }) {
  const words = useSection(registerWords);
  const isShown = ({ key }: UnsavedCell) => page.part.items.some((row) => row.key === key);
  const elsewhere = Object.values(saves.unsaved).filter((cell) => cell.says !== null && !isShown(cell));
  if (elsewhere.length === 0) return null;
  return (
    <Alert tone="warning" title={words.kept.title}>
      <ul className="mt-1 divide-y divide-line">
        {elsewhere.map((cell) => (
          <li key={cellName(cell.key, cell.column)} className="py-1">
            <Undecided page={page} cell={cell} onDrop={() => saves.forget(cell.key, cell.column)} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Undecided(props: { page: RegisterPage; cell: UnsavedCell; onDrop: () => void }) {
  const { page, cell } = props;
  const words = useSection(registerWords);
  const locale = useLocale();
  const column = page.register.columns.find(({ code }) => code === cell.column);
  const name = words.cell({ column: column ? localize(column.name, locale) : cell.column, row: cell.row });
  const option = column?.type === 'choice' ? column.options.find(({ code }) => code === cell.typed) : null;
  return (
    <div data-unsaved={cellName(cell.key, cell.column)}>
      <p>
        <span className="font-medium">{name}:</span>{' '}
        <span translate="no">{option ? localize(option.name, locale) : cell.typed || words.empty}</span>
      </p>
      <p className="text-sm">{cell.says}</p>
      <p className="flex flex-wrap items-center gap-x-3">
        {cell.says === words.gone ? null : (
          <Link
            to={`${registerAddress(page, 'page')}?cari=${encodeURIComponent(cell.key)}#register`}
            className="inline-flex min-h-11 items-center text-brand underline"
          >
            {words.kept.open}
            <span className="sr-only">: {name}</span>
          </Link>
        )}
        <Button type="button" tone="quiet" onClick={props.onDrop}>
          {words.kept.drop}
          <span className="sr-only">: {name}</span>
        </Button>
      </p>
    </div>
  );
}

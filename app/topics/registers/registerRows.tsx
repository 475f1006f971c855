/** The rows of a register on one page: to be filled in like a spreadsheet, or to be read. */
import type { ClipboardEvent, ReactNode } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import { type RegisterColumn, writeCell } from '~/instrument/metrics';
import { Button, KeptForm, useHydrated, Sideways } from '~/ui';
import { labelInBoth } from '~/ui/keptLabel';
import { Confidence } from '../confidence';
import type { RegisterPage, RegisterRow } from './register.read.server';
import { blockIn, fieldText, moveBetweenCells, PLACES, RegisterCells } from './registerCells';
import { cellName, writeSeen } from './registerForm';
import { registerAddress, type RegisterProps } from './registerProps';
import { registerWords } from './registerWords';
import { UnsavedCells } from './unsavedCells';
import { type CellSaves, useCellSaves } from './useCellSaves';

/** Every cell saves itself; without scripts one button saves those that were changed. */
export function RegisterRows({
  page,
  answer,
  onBlock,
}: RegisterProps & { onBlock: (table: string) => void }) {
  const words = useSection(registerWords);
  const locale = useLocale();
  const hydrated = useHydrated();
  const { register, districts, part } = page;
  const saves = useCellSaves(
    {
      path: registerAddress(page, 'page'),
      cells: registerAddress(page, 'cells'),
      label: labelInBoth((one) =>
        words.title({ register: localize(register.name, one), agency: page.agency.name }),
      ),
    },
    words.notTaken,
  );
  const refused = answer?.cells ?? {};
  const commit = (column: RegisterColumn, row: RegisterRow, typed: string) => {
    const shown = row.cells[column.code] ?? '';
    const stands = saves.standing(row.key, column.code, shown);
    if (typed === fieldText(column, stands, { locale, districts })) saves.forget(row.key, column.code);
    else saves.save({ key: row.key, column: column.code, row: row.name, seen: shown, typed });
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const block = register.rows === undefined ? null : blockIn(event);
    if (!block) return;
    event.preventDefault();
    onBlock(tableOf(block, page, { code: words.code, nameOf: ({ name }) => localize(name, locale) }));
  };
  return (
    <KeptForm
      method="post"
      preventScrollReset
      className="space-y-3"
      id="register"
      onKeyDown={moveBetweenCells}
      onPaste={paste}
    >
      <input
        type="hidden"
        name="seen"
        value={writeSeen(part.items.map(({ key, cells }) => ({ key, cells })))}
      />
      <p className="text-sm text-muted">{hydrated ? words.keys : words.withoutScripts}</p>
      <div className="flex flex-wrap items-center gap-3">
        <div className={hydrated ? 'hidden' : 'contents'}>
          <Button name="intent" value="cells">
            {words.save}
          </Button>
        </div>
        <SaveState saves={saves} />
      </div>
      <UnsavedCells page={page} saves={saves} />
      {part.found === 0 ? (
        <NoRows page={page} />
      ) : (
        <Table page={page}>
          {part.items.map((row) => (
            <tr key={row.key} data-row={row.key} className="border-b border-line last:border-0">
              <RowHead page={page} row={row} />
              <RegisterCells
                register={register}
                row={row}
                districts={districts}
                standing={saves.standing}
                states={Object.fromEntries(
                  register.columns.map(({ code }) => {
                    const name = cellName(row.key, code);
                    return [code, saves.unsaved[name] ?? refused[name]];
                  }),
                )}
                onCommit={commit}
                onDrop={(column) => saves.forget(row.key, column.code)}
              />
            </tr>
          ))}
        </Table>
      )}
      {register.rows === undefined && page.isUntouched ? (
        <p className="flex flex-wrap items-center gap-3">
          <Button tone="secondary" name="intent" value="none">
            {words.sayNone({ row: localize(register.rowName, locale) })}
          </Button>
          <span className="text-sm text-muted">{words.sayNoneHint}</span>
        </p>
      ) : null}
    </KeptForm>
  );
}

/** The same for whoever may only look. */
export function RegisterRowsShown({ page }: { page: RegisterPage }) {
  const locale = useLocale();
  const { register, part, districts } = page;
  if (part.found === 0) return <NoRows page={page} />;
  return (
    <div id="register">
      <Table page={page}>
        {part.items.map((row) => (
          <tr key={row.key} data-row={row.key} className="border-b border-line last:border-0">
            <RowHead page={page} row={row} />
            {register.columns.map((column) => (
              <td key={column.code} className="px-3 py-2 align-top">
                {writeCell(column, row.cells[column.code] ?? '', { locale, districts }) || '–'}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** Why nothing stands in the table. */
function NoRows({ page }: { page: RegisterPage }) {
  const words = useSection(registerWords);
  const { register } = page;
  if (page.total > 0) return <p className="text-muted">{words.none}</p>;
  return <p className="text-muted">{register.rows === undefined ? words.emptyYet : words.noVillages}</p>;
}

/** The block with the codes of the rows that it was pasted beside; lines below the page have none, and are refused for it. */
function tableOf(
  { lines, key, column }: NonNullable<ReturnType<typeof blockIn>>,
  { register, part }: RegisterPage,
  say: { readonly code: string; readonly nameOf: (column: RegisterColumn) => string },
): string {
  const first = part.items.findIndex((row) => row.key === key);
  const width = Math.max(...lines.map((line) => line.split('\t').length));
  const from = register.columns.findIndex(({ code }) => code === column);
  const heads = register.columns.slice(from, from + width).map(say.nameOf);
  return [
    [say.code, ...heads].join('\t'),
    ...lines.map((line, at) => `${part.items[first + at]?.key ?? ''}\t${line}`),
  ].join('\n');
}

function SaveState({ saves }: { saves: CellSaves }) {
  const words = useSection(registerWords);
  const format = useFormat();
  const all = Object.values(saves.unsaved);
  const refused = all.filter(({ says }) => says !== null).length;
  const waiting = all.length - refused;
  const text =
    refused > 0
      ? words.refusedCells({ count: format.number(refused) })
      : waiting > 0
        ? saves.isAway
          ? words.unsaved({ count: format.number(waiting) })
          : words.saving
        : saves.hasSaved
          ? words.savedAll
          : '';
  const tone = refused > 0 || saves.isAway ? 'text-danger' : waiting > 0 ? 'text-muted' : 'text-success';
  return (
    <p role="status" translate="no" data-saves="" className={`font-medium ${tone}`}>
      {text}
    </p>
  );
}

function RowHead({ page, row }: { page: RegisterPage; row: RegisterRow }) {
  const words = useSection(registerWords);
  const head = 'bg-surface px-3 py-2 text-left align-top font-medium';
  if (page.register.rows !== undefined)
    return (
      <th scope="row" className={`sticky left-0 z-10 max-w-40 sm:min-w-60 sm:max-w-none ${head}`}>
        {row.name}
        <span className="block text-sm font-normal text-muted">
          {row.district} <span translate="no">{row.key}</span>
        </span>
      </th>
    );
  // Its name stands in the first cell.
  return (
    <th scope="row" className={head}>
      <span className="sr-only">{row.name}</span>
      {page.mayWrite ? (
        <Button
          tone="quiet"
          name="intent"
          value={`remove:${row.key}`}
          aria-label={words.removeOf({ row: row.name })}
        >
          {words.remove}
        </Button>
      ) : null}
    </th>
  );
}

function Table(props: { page: RegisterPage; children: ReactNode }) {
  const { page } = props;
  const words = useSection(registerWords);
  const locale = useLocale();
  const { register } = page;
  const caption = words.caption({ register: localize(register.name, locale) });
  return (
    <Sideways label={caption} framed>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line bg-sunken">
            {register.rows === undefined ? (
              <th scope="col" className="bg-sunken px-3 py-2">
                <span className="sr-only">{localize(register.rowName, locale)}</span>
              </th>
            ) : (
              <th scope="col" className="sticky left-0 z-10 min-w-28 bg-sunken px-3 py-2">
                {words.place}
              </th>
            )}
            {register.columns.map((column) => (
              <th key={column.code} scope="col" className="px-3 py-2 align-bottom text-sm font-semibold">
                {localize(column.name, locale)}
                <span className="block text-xs font-normal text-muted">
                  {column.required ? words.must : ''} <Confidence of={column} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
      <datalist id={PLACES}>
        {register.columns.some(({ type }) => type === 'listed')
          ? page.districts.map(({ code, name }) => <option key={code} value={name} />)
          : null}
      </datalist>
    </Sideways>
  );
}

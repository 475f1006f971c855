/** A register behind an agency's figures: looked through, filled in cell by cell, pasted from and to a spreadsheet. */
import { useLocation } from '@remix-run/react';
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import { MOST_ROWS, type RegisterColumn, writeCell } from '~/instrument/metrics';
import { rakerdaPath, registerPath, topicPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Card,
  CheckField,
  FileLink,
  FilterForm,
  KeptForm,
  ListPages,
  SelectField,
  TextAreaField,
  TextField,
  useHydrated,
} from '~/ui';
import { Confidence } from './measureList';
import type { RegisterAnswer } from './register.post.server';
import type { RegisterPage, RegisterRow } from './register.read.server';
import { blockIn, fieldText, moveBetweenCells, PLACES, RegisterCells } from './registerCells';
import { cellName, writeSeen } from './registerForm';
import { RegisterHistory } from './registerHistory';
import { registerWords } from './registerWords';
import { topicWords } from './topicWords';
import { type CellSaves, useCellSaves } from './useCellSaves';

interface ScreenProps {
  readonly page: RegisterPage;
  readonly answer: RegisterAnswer | undefined;
}

function addressOf({ rakerda, topic, agency, register }: RegisterPage, form: 'page' | 'cells' | 'table') {
  const of = { topic: topic.code, agencyCode: agency.code, register: register.code };
  return registerPath(rakerda.id, of, form);
}

export function RegisterScreen({ page, answer, live }: ScreenProps & { live: ReactNode }) {
  const words = useSection(registerWords);
  const sheetWords = useSection(topicWords);
  const locale = useLocale();
  const format = useFormat();
  const location = useLocation();
  /** A block that was pasted into a cell, as a table that may be pasted. */
  const [offered, setOffered] = useState<string | null>(null);
  const { topic, rakerda, agency, register } = page;
  const name = localize(register.name, locale);
  const sheet = topicPath(rakerda.id, topic.code, { agencyCode: agency.code });
  const pasted = /^ditempel-(\d+)$/.exec(page.message ?? '')?.[1];
  const done =
    pasted !== undefined
      ? words.paste.done({ count: format.number(Number(pasted)) })
      : page.message === 'disimpan'
        ? words.saved
        : null;
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={words.title({ register: name, agency: agency.name })}
        crumbs={[
          { to: rakerdaPath(rakerda.id, 'topics'), label: sheetWords.title },
          { to: topicPath(rakerda.id, topic.code), label: topic.name },
          { to: sheet, label: agency.name },
        ]}
        lead={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={page.total > 0 && page.filled === page.total ? 'success' : 'neutral'}>
              <span translate="no">
                {words.filledOf({ filled: format.number(page.filled), total: format.number(page.total) })}
              </span>
            </Badge>
            {live}
          </div>
        }
      />
      <div className="space-y-6">
        <div id="pesan" className="space-y-3 empty:hidden">
          {done === null || answer ? null : <Alert tone="success">{done}</Alert>}
          {answer ? <Alert tone="danger">{answer.says}</Alert> : null}
          {page.closed === null ? null : <Alert>{sheetWords.sheet[page.closed]}</Alert>}
        </div>
        <div className="max-w-prose space-y-2">
          <p>{localize(register.lead, locale)}</p>
          {page.notes.map((note) => (
            <p key={note} className="text-sm text-muted">
              {note}
            </p>
          ))}
        </div>
        <Filters page={page} />
        {page.mayWrite ? (
          <Rows key={answer ? location.key : ''} page={page} answer={answer} onBlock={setOffered} />
        ) : (
          <RowsShown page={page} />
        )}
        <Pages page={page} />
        {page.mayWrite && register.rows === undefined ? (
          <AddRow key={`baru ${answer ? '' : page.total}`} page={page} answer={answer} />
        ) : null}
        <Spreadsheet page={page} answer={answer} offered={offered} />
        <RegisterHistory history={page.history} timeZone={rakerda.timeZone} />
        <p className="print:hidden">
          <ButtonLink to={sheet}>{words.back}</ButtonLink>
        </p>
      </div>
    </>
  );
}

/** What the address keeps while one turns pages. */
function keptFilters({ district, isOnlyOpen }: RegisterPage): Record<string, string> {
  return {
    ...(district === '' ? {} : { kecamatan: district }),
    ...(isOnlyOpen ? { hanya: 'terbuka' } : {}),
  };
}

function Filters({ page }: { page: RegisterPage }) {
  const words = useSection(registerWords);
  const { register } = page;
  const hasDistricts =
    page.districts.length > 1 &&
    (register.rows !== undefined || register.columns.some(({ type }) => type === 'listed'));
  const isNarrowed = page.part.search !== '' || page.district !== '' || page.isOnlyOpen;
  return (
    <FilterForm
      action={addressOf(page, 'page')}
      anchor="register"
      role="search"
      className="flex flex-wrap items-end gap-3 print:hidden"
      button={<Button tone="secondary">{words.filter}</Button>}
    >
      <TextField
        id="cari"
        name="cari"
        type="search"
        label={words.search}
        defaultValue={page.part.search}
        maxLength={80}
      />
      {hasDistricts ? (
        <SelectField id="kecamatan" name="kecamatan" label={words.district} defaultValue={page.district}>
          <option value="">{words.allDistricts}</option>
          {page.districts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <CheckField
        id="hanya"
        name="hanya"
        value="terbuka"
        label={words.onlyOpen}
        defaultChecked={page.isOnlyOpen}
      />
      {isNarrowed ? (
        <ButtonLink tone="quiet" to={addressOf(page, 'page')}>
          {words.clear}
        </ButtonLink>
      ) : null}
    </FilterForm>
  );
}

function Pages({ page }: { page: RegisterPage }) {
  if (page.part.found === 0) return null;
  return (
    <ListPages part={page.part} path={addressOf(page, 'page')} kept={keptFilters(page)} anchor="register" />
  );
}

/** Why nothing stands in the table. */
function NoRows({ page }: { page: RegisterPage }) {
  const words = useSection(registerWords);
  const { register } = page;
  if (page.total > 0) return <p className="text-muted">{words.none}</p>;
  return <p className="text-muted">{register.rows === undefined ? words.emptyYet : words.noVillages}</p>;
}

function Rows({ page, answer, onBlock }: ScreenProps & { onBlock: (table: string) => void }) {
  const words = useSection(registerWords);
  const locale = useLocale();
  const hydrated = useHydrated();
  const { register, districts, part } = page;
  const saves = useCellSaves(addressOf(page, 'cells'), words.notTaken);
  const refused = answer?.cells ?? {};
  const commit = (column: RegisterColumn, row: RegisterRow, typed: string) => {
    const shown = row.cells[column.code] ?? '';
    const stands = saves.standing(row.key, column.code, shown);
    if (typed === fieldText(column, stands, { locale, districts })) saves.forget(row.key, column.code);
    else saves.save({ key: row.key, column: column.code, shown, typed });
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const block = register.rows === undefined ? null : blockIn(event);
    if (!block) return;
    event.preventDefault();
    onBlock(tableOf(block, page, { code: words.code, nameOf: ({ name }) => localize(name, locale) }));
  };
  return (
    <KeptForm method="post" preventScrollReset className="space-y-3" id="register">
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
      {part.found === 0 ? (
        <NoRows page={page} />
      ) : (
        <Table page={page} onKeyDown={moveBetweenCells} onPaste={paste}>
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

function Table(props: {
  page: RegisterPage;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onPaste?: (event: ClipboardEvent<HTMLElement>) => void;
  children: ReactNode;
}) {
  const { page } = props;
  const words = useSection(registerWords);
  const locale = useLocale();
  const { register } = page;
  const caption = words.caption({ register: localize(register.name, locale) });
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its fields come up here
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onPaste={props.onPaste}
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
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
    </div>
  );
}

/** The same for whoever may only look. */
function RowsShown({ page }: { page: RegisterPage }) {
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

/** A row that is added to those that people keep. */
function AddRow({ page, answer }: ScreenProps) {
  const words = useSection(registerWords);
  const locale = useLocale();
  const { register } = page;
  const row = localize(register.rowName, locale);
  return (
    <Card>
      <KeptForm method="post" kept={`baris ${register.code}`} preventScrollReset className="space-y-4">
        <h2 className="text-xl">{words.add({ row })}</h2>
        <p className="text-sm text-muted">{words.addLead}</p>
        <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
          {register.columns.map((column) => (
            <AddField key={column.code} column={column} answer={answer?.added?.[column.code]} />
          ))}
        </div>
        <Button name="intent" value="add">
          {words.add({ row })}
        </Button>
      </KeptForm>
    </Card>
  );
}

function AddField(props: {
  column: RegisterColumn;
  answer: { readonly typed: string; readonly says: string | null } | undefined;
}) {
  const { column, answer } = props;
  const words = useSection(registerWords);
  const locale = useLocale();
  const name = localize(column.name, locale);
  const field = {
    id: `baru-${column.code}`,
    name: `new.${column.code}`,
    label: column.required ? `${name} (${words.must})` : name,
    hint: column.help && localize(column.help, locale),
    error: answer?.says ?? undefined,
    defaultValue: answer?.typed ?? '',
  };
  if (column.type === 'choice')
    return (
      <SelectField {...field}>
        <option value="">–</option>
        {column.options.map((option, place) => (
          <option key={option.code} value={option.code}>
            {`${place + 1} ${localize(option.name, locale)}`}
          </option>
        ))}
      </SelectField>
    );
  return (
    <TextField
      {...field}
      type={column.type === 'date' || column.type === 'plan' ? 'date' : 'text'}
      inputMode={column.type === 'number' ? 'numeric' : undefined}
      list={column.type === 'listed' ? PLACES : undefined}
      maxLength={column.type === 'text' ? column.most : 100}
      autoComplete="off"
    />
  );
}

/** About what a form may carry, less what is around it. */
const MOST_SENT = 1_000_000;

function Spreadsheet({ page, answer, offered }: ScreenProps & { offered: string | null }) {
  const words = useSection(registerWords);
  const format = useFormat();
  const { register } = page;
  const [isTooLong, setIsTooLong] = useState(false);
  const pasted = answer?.pasted ?? null;
  const table = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (offered === null || !table.current) return;
    table.current.value = offered;
    table.current.focus();
  }, [offered]);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const field = event.currentTarget.elements.namedItem('table');
    const text = field instanceof HTMLTextAreaElement ? field.value : '';
    const isMore = text.split('\n').length > MOST_ROWS + 1 || encodeURIComponent(text).length > MOST_SENT;
    setIsTooLong(isMore);
    if (isMore) event.preventDefault();
  };
  return (
    <Card className="space-y-4 print:hidden">
      <div className="flex flex-wrap items-center gap-3">
        <FileLink href={addressOf(page, 'table')}>{words.file}</FileLink>
        <CopyButton address={addressOf(page, 'table')} />
      </div>
      {page.mayWrite && page.total + (register.rows === undefined ? 1 : 0) > 0 ? (
        <details open={pasted !== null || offered !== null || undefined}>
          <summary className="min-h-11 py-2.5 font-medium">{words.paste.title}</summary>
          <KeptForm method="post" preventScrollReset onSubmit={check} className="space-y-3">
            <TextAreaField
              key={pasted ? pasted.text : ''}
              ref={table}
              id="tabel"
              name="table"
              label={words.paste.label}
              hint={register.rows === undefined ? words.paste.leadRows : words.paste.leadList}
              error={isTooLong ? words.paste.tooMany({ most: format.number(MOST_ROWS) }) : undefined}
              defaultValue={pasted?.text ?? ''}
              rows={6}
              spellCheck={false}
              wrap="off"
            />
            <Button tone="secondary" name="intent" value="paste">
              {words.paste.submit}
            </Button>
          </KeptForm>
          {pasted && pasted.problems.length > 0 ? <PastedProblems pasted={pasted} /> : null}
        </details>
      ) : null}
    </Card>
  );
}

function PastedProblems({ pasted }: { pasted: NonNullable<RegisterAnswer['pasted']> }) {
  const words = useSection(registerWords).paste;
  const format = useFormat();
  return (
    <div role="region" tabIndex={0} aria-label={words.title} className="relative mt-3 overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm" data-pasted="">
        <thead>
          <tr className="border-b border-line">
            {[words.line, words.column, words.value, words.says].map((head) => (
              <th key={head} scope="col" className="py-1 pr-4 font-medium text-muted">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pasted.problems.map(({ line, column, value, says }, place) => (
            <tr key={place} className="border-b border-line last:border-0">
              <td translate="no" className="py-1 pr-4 tabular-nums">
                {line}
              </td>
              <th scope="row" className="py-1 pr-4 font-medium">
                {column}
              </th>
              <td translate="no" className="py-1 pr-4">
                {value}
              </td>
              <td className="py-1 pr-4 text-danger">{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pasted.more > 0 ? (
        <p className="text-sm">{words.more({ count: format.number(pasted.more) })}</p>
      ) : null}
    </div>
  );
}

/** For browsers with scripts; the download is for all. */
function CopyButton({ address }: { address: string }) {
  const words = useSection(registerWords);
  const hydrated = useHydrated();
  const [says, setSays] = useState('');
  if (!hydrated) return null;
  const copy = async () => {
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(String(response.status));
      await navigator.clipboard.writeText(await response.text());
      setSays(words.copied);
    } catch {
      setSays(words.notCopied);
    }
  };
  return (
    <>
      <Button type="button" tone="secondary" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" translate="no">
        {says}
      </span>
    </>
  );
}

/** Published results, to be looked through: narrowed, sorted, page by page, apart from what agencies say of themselves. */
import { formatMovement, shortAgencyName, useFormat, useLocale, useSection, useText } from '~/i18n';
import { publishedPath } from '~/paths';
import { SortedHead } from '~/rakerda/sortedHead';
import {
  Badge,
  Button,
  ButtonLink,
  FileLink,
  FilterForm,
  ListPages,
  PageHeader,
  SelectField,
  TextField,
  Sideways,
} from '~/ui';
import { IndexTrack, SharedBands } from '~/ui/indexTrack';
import { domainColumn, INDEX, KINDS, MOVED, movedBy, NAME, type PublishedRow } from './publishedList';
import type { PublishedPage } from './publishedList.read.server';
import { publishedListWords } from './publishedListWords';
import { National, Predicates } from './publishedSurvey';

export function PublishedListScreen(page: PublishedPage) {
  const words = useSection(publishedListWords);
  const text = useText();
  const format = useFormat();
  const { part, year } = page;
  const asked = addressOf(page);
  const query = new URLSearchParams(asked).toString();
  return (
    <>
      <PageHeader
        title={`${words.title} – ${page.instrument.name}`}
        lead={words.lead}
        crumbs={[{ to: '/', label: text.home }]}
        actions={<FileLink href={`${publishedPath('file')}?${query}`}>{words.csv}</FileLink>}
      />
      <div className="space-y-6">
        <Filters {...page} />
        <p role="status" translate="no" className="font-semibold">
          {part.found === 0
            ? words.none
            : words.found({ count: format.number(part.found), year: String(year) })}
        </p>
        {part.found === 0 ? null : (
          <>
            <Predicates {...page} />
            <div className="space-y-2">
              <Table {...page} />
              <p className="text-sm text-muted max-lg:hidden">{words.scaleIs}</p>
            </div>
            <ListPages part={part} path={publishedPath()} kept={withoutSearch(asked)} anchor="tabel" />
          </>
        )}
        <National {...page} />
        {page.part.items.some(({ isDerived }) => isDerived) ? (
          <p className="text-sm text-muted">* {words.derived}</p>
        ) : null}
        <p className="max-w-prose text-sm text-muted">
          {words.sources({ sources: page.sources.join('; ') })}
        </p>
        {query === '' ? null : (
          <ButtonLink tone="quiet" to={publishedPath()}>
            {words.clear}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

/** The page's address, as far as it is not what an empty one gives. */
function addressOf({ filter, year, years }: PublishedPage): Record<string, string> {
  const { search, province, kind, order } = filter;
  return {
    ...(year !== years[0] && { tahun: String(year) }),
    ...(search !== '' && { cari: search }),
    ...(province !== null && { provinsi: province }),
    ...(kind !== null && { jenis: kind }),
    ...(order.column !== INDEX && { urut: order.column }),
    ...(order.isReversed && { arah: 'balik' }),
  };
}

/** The links of pages carry the search by themselves. */
function withoutSearch({ cari: _, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}

function Filters({ filter, year, years, provinces }: PublishedPage) {
  const words = useSection(publishedListWords);
  const text = useText();
  return (
    <FilterForm
      role="search"
      action={publishedPath()}
      anchor="tabel"
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))_auto]"
      button={<Button tone="secondary">{text.search}</Button>}
    >
      {filter.order.column === INDEX ? null : <input type="hidden" name="urut" value={filter.order.column} />}
      {filter.order.isReversed ? <input type="hidden" name="arah" value="balik" /> : null}
      <TextField
        id="cari"
        name="cari"
        type="search"
        label={words.search}
        defaultValue={filter.search}
        maxLength={80}
      />
      <SelectField id="provinsi" name="provinsi" label={words.province} defaultValue={filter.province ?? ''}>
        <option value="">{words.anyProvince}</option>
        {provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField id="jenis" name="jenis" label={words.kind} defaultValue={filter.kind ?? ''}>
        <option value="">{words.anyKind}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text.agencyKind[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField id="tahun" name="tahun" label={words.year} defaultValue={String(year)}>
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
    </FilterForm>
  );
}

function Table(page: PublishedPage) {
  const { part, instrument, year, yearBefore, ownCode } = page;
  const words = useSection(publishedListWords);
  const caption = words.caption({ year: String(year) });
  return (
    <Sideways id="tabel" label={caption} framed>
      <SharedBands axis={instrument.axis} />
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-sunken align-middle">
          <tr>
            <Head page={page} column={NAME} label={words.agency} startsLow isFirst />
            <Head page={page} column={INDEX} label={words.index} />
            <th scope="col" className="px-3 py-1 text-sm">
              {words.predicate}
            </th>
            {yearBefore === null ? null : (
              <Head page={page} column={MOVED} label={words.moved({ year: String(yearBefore) })} />
            )}
            <th scope="col" aria-hidden="true" className="w-48 px-3 py-1 text-sm max-lg:hidden">
              {words.scale}
            </th>
            {instrument.domains.map((name, place) => (
              <Head
                key={name}
                page={page}
                column={domainColumn(place)}
                label={`D${String(place + 1)}`}
                title={name}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {part.items.map((row) => (
            <Row key={row.agencyCode} row={row} page={page} isOwn={row.agencyCode === ownCode} />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Head(props: {
  page: PublishedPage;
  column: string;
  label: string;
  title?: string;
  startsLow?: boolean;
  isFirst?: boolean;
}) {
  const { page, column, label, title } = props;
  const words = useSection(publishedListWords);
  return (
    <SortedHead
      order={page.filter.order}
      column={column}
      label={label}
      {...(title === undefined ? {} : { title })}
      says={words.sortBy({ column: title ?? label })}
      startsLow={props.startsLow ?? false}
      isPinned={props.isFirst ?? false}
      linkClassName="whitespace-nowrap"
    />
  );
}

function Row({ row, page, isOwn }: { row: PublishedRow; page: PublishedPage; isOwn: boolean }) {
  const words = useSection(publishedListWords);
  const format = useFormat();
  const text = useText();
  const { instrument, yearBefore } = page;
  const number = 'px-3 py-2 text-right whitespace-nowrap tabular-nums';
  const names = new Map(instrument.predicates.map(({ code, name }) => [code, name]));
  return (
    <tr
      data-agency={row.agencyCode}
      className={`border-b border-line last:border-0 ${isOwn ? 'bg-brand-soft' : 'bg-surface'}`}
    >
      <th
        scope="row"
        className={`sticky left-0 z-10 max-w-40 px-3 py-2 font-medium sm:max-w-none sm:min-w-56 ${isOwn ? 'bg-brand-soft' : 'bg-surface'}`}
      >
        {row.agencyName}
        {isOwn ? (
          <span className="ml-2 inline-block align-middle">
            <Badge tone="brand">{words.own}</Badge>
          </span>
        ) : null}
        <span className="block text-sm font-normal text-muted">
          {row.provinceName === null ? text.agencyKind[row.kind] : shortAgencyName(row.provinceName)}
        </span>
      </th>
      <td translate="no" className={`${number} text-lg font-bold`}>
        {format.figure(row.index)}
      </td>
      <td className="px-3 py-2 whitespace-nowrap">
        {row.predicate === null ? words.noPredicate : (names.get(row.predicate) ?? row.predicate)}
      </td>
      {yearBefore === null ? null : (
        <td translate="no" className={number}>
          <Moved moved={movedBy(row)} />
        </td>
      )}
      <td aria-hidden="true" className="px-3 py-2 max-lg:hidden">
        <div className="h-7">
          <IndexTrack axis={instrument.axis} now={row.index} before={row.before} bands="shared" />
        </div>
      </td>
      {instrument.domains.map((name, place) => (
        <td key={name} translate="no" className={number}>
          {figureOf(row.domains[place])}
          {place === 0 && row.isDerived ? '*' : null}
        </td>
      ))}
    </tr>
  );

  function figureOf(hundredths: number | null | undefined): string {
    return hundredths === null || hundredths === undefined ? words.none2 : format.figure(hundredths);
  }
}

/** The sign and a word say the way, the colour only repeats it. */
function Moved({ moved }: { moved: number | null }) {
  const words = useSection(publishedListWords);
  const locale = useLocale();
  if (moved === null)
    return (
      <span className="text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words.notBefore}</span>
      </span>
    );
  const tone = moved === 0 ? 'text-muted' : moved > 0 ? 'text-success' : 'text-danger';
  return (
    <span className={`font-semibold ${tone}`}>
      {formatMovement({ units: moved, decimals: 2, isBetter: null }, locale)}
    </span>
  );
}

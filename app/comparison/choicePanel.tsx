/** Who is compared: a plain form, ready-made choices, and what is wrong with a choice. */
import { Form, Link, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { shortAgencyName, useFormat, useSection } from '~/i18n';
import { Button, ButtonLink, Card, CheckField, ErrorSummary, FilterForm, TextField } from '~/ui';
import type { RankedAgency } from './ranking';
import { addressWith } from './sections';
import { SeriesSample } from './series';
import type { ComparisonView } from './comparison.read.server';
import { comparisonWords } from './comparisonWords';

/** The other choices of the page that the form must not lose. */
const KEPT = ['tampil', 'urut', 'semua', 'cari'] as const;

export function ChoicePanel(props: {
  view: ComparisonView;
  ranked: readonly RankedAgency[];
  search: URLSearchParams;
}) {
  const { view, ranked, search } = props;
  const { choice, quick, wide, showAll } = view;
  const text = useSection(comparisonWords).choice;
  const format = useFormat();
  const names = new Map(ranked.map((agency) => [agency.code, agency.name]));
  const problem =
    choice.problem === null
      ? null
      : choice.problem === 'tooFew'
        ? text.tooFew
        : text.tooMany({ count: format.number(choice.selected.length) });
  return (
    <Card aria-labelledby="pilihan-judul" className="space-y-3 print:hidden">
      {problem ? <ErrorSummary errors={[{ id: 'pilihan', message: problem }]} /> : null}
      {choice.unknown > 0 ? (
        <p className="text-sm text-muted">{text.unknown({ count: format.number(choice.unknown) })}</p>
      ) : null}
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h2 id="pilihan-judul" className="text-xl">
          {text.heading}
        </h2>
        <ul className="flex flex-wrap gap-x-5 gap-y-2 2xl:text-xl">
          {choice.drawn.map((code, position) => (
            <li key={code} className="flex items-center gap-2">
              <SeriesSample position={position} />
              {shortAgencyName(names.get(code) ?? code)}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{text.quick}</span>
        {quick.map(({ key, codes }) => (
          <ButtonLink key={key} to={addressWith(search, { instansi: codes.join(',') })} preventScrollReset>
            {text[key]}
          </ButtonLink>
        ))}
        {wide ? null : (
          <ButtonLink to={addressWith(search, { semua: showAll ? null : '1' })} preventScrollReset>
            {showAll ? text.showChosen : text.showAll}
          </ButtonLink>
        )}
        {/* Closes once a new choice is made: the charts below are what is wanted then. */}
        <details
          key={choice.selected.join(',')}
          className="min-w-0 open:basis-full"
          open={problem !== null || (wide?.search ?? '') !== ''}
        >
          <summary className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-2">
            {text.change}
          </summary>
          {wide ? <SearchForm search={search} wanted={wide.search} /> : null}
          {wide?.offered.length === 0 ? <p>{text.searchNone}</p> : null}
          <ChoiceForm
            // A new choice from a link starts the boxes anew.
            key={choice.selected.join(',')}
            selected={choice.selected}
            offered={wide?.offered ?? [...ranked].sort((a, b) => (a.code < b.code ? -1 : 1))}
            search={search}
            problem={problem}
          />
          {wide && wide.found > wide.offered.length ? (
            <p className="text-sm text-muted">
              {text.searchMore({
                shown: format.number(wide.offered.length),
                found: format.number(wide.found),
              })}
            </p>
          ) : null}
        </details>
      </div>
    </Card>
  );
}

function ChoiceForm(props: {
  selected: readonly string[];
  offered: readonly { readonly code: string; readonly name: string }[];
  search: URLSearchParams;
  problem: string | null;
}) {
  const text = useSection(comparisonWords).choice;
  const format = useFormat();
  const isBusy = useNavigation().state !== 'idle';
  const [count, setCount] = useState(props.selected.length);
  const chosen = new Set(props.selected);
  return (
    <Form
      method="get"
      preventScrollReset
      onChange={(event) => setCount(new FormData(event.currentTarget).getAll('instansi').length)}
    >
      <input type="hidden" name="pilih" value="1" />
      {KEPT.map((name) => {
        const value = props.search.get(name);
        return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
      })}
      <fieldset
        id="pilihan"
        tabIndex={-1}
        aria-describedby={props.problem ? 'pilihan-petunjuk pilihan-salah' : 'pilihan-petunjuk'}
      >
        <legend className="font-medium">{text.legend}</legend>
        <p id="pilihan-petunjuk" className="text-sm text-muted">
          {text.hint}
        </p>
        {props.problem ? (
          <p id="pilihan-salah" className="text-sm font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {props.problem}
          </p>
        ) : null}
        <div className="mt-1 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
          {props.offered.map(({ code, name }) => (
            <CheckField
              key={code}
              id={`instansi-${code}`}
              name="instansi"
              value={code}
              label={name}
              defaultChecked={chosen.has(code)}
            />
          ))}
        </div>
      </fieldset>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button disabled={isBusy}>{text.submit}</Button>
        <span className="text-muted">{text.counted({ count: format.number(count) })}</span>
      </div>
    </Form>
  );
}

/** Finds agencies where there are too many to list; narrows the ranking as well. */
export function SearchForm({ search, wanted }: { search: URLSearchParams; wanted: string }) {
  const text = useSection(comparisonWords);
  return (
    <FilterForm
      className="mb-3 flex max-w-2xl flex-wrap items-end gap-2"
      button={<Button tone="secondary">{text.choice.searchSubmit}</Button>}
    >
      {[...search]
        .filter(([name]) => name !== 'cari' && name !== 'hal')
        .map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      <div className="min-w-56 grow">
        <TextField
          id="cari"
          name="cari"
          type="search"
          label={text.choice.search}
          hint={text.choice.searchHint}
          defaultValue={wanted}
          maxLength={80}
        />
      </div>
      {wanted === '' ? null : (
        <Link
          to={addressWith(search, { cari: null })}
          preventScrollReset
          className="flex min-h-11 items-center text-brand underline"
        >
          {text.ranking.clear}
        </Link>
      )}
    </FilterForm>
  );
}

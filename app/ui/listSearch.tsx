/** Search and pages above a long list of agencies. Plain links and a plain form. */
import { useFormat, useText } from '~/i18n';
import { Button, ButtonLink } from './button';
import { FilterForm } from './filterForm';
import type { ListPart } from './listPart';

interface ListProps {
  readonly part: ListPart<unknown>;
  readonly path: string;
  /** The rest of the address, which stays as it is. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** @param anchor the id of the list, to which a search leads where no scripts run */
export function ListSearch({ part, path, kept = {}, anchor }: ListProps & { readonly anchor: string }) {
  const text = useText();
  const words = text.list;
  const rest = new URLSearchParams(kept).toString();
  return (
    <FilterForm
      action={path}
      anchor={anchor}
      role="search"
      className="flex flex-wrap items-end gap-3 print:hidden"
      button={<Button tone="secondary">{text.search}</Button>}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="grow basis-48 font-medium sm:max-w-80">
        {words.search}
        <input
          name="cari"
          type="search"
          defaultValue={part.search}
          maxLength={80}
          className="mt-1 block min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3"
        />
      </label>
      {part.search === '' ? null : (
        <ButtonLink tone="quiet" to={rest === '' ? path : `${path}?${rest}`}>
          {words.searchClear}
        </ButtonLink>
      )}
    </FilterForm>
  );
}

/**
 * @param anchor the id of the list, to which a turned page leads
 * @param pageName what the address calls the page, where two lists stand on one screen
 */
export function ListPages({
  part,
  path,
  kept = {},
  anchor,
  pageName = 'hal',
}: ListProps & { readonly anchor: string; readonly pageName?: string }) {
  const format = useFormat();
  const words = useText().list;
  if (part.found === 0) return <p className="text-muted">{words.notFound({ search: part.search })}</p>;
  if (part.pages === 1) return null;
  const to = (page: number) => {
    const params = new URLSearchParams({ ...kept, [pageName]: String(page) });
    if (part.search !== '') params.set('cari', part.search);
    return `${path}?${params.toString()}#${anchor}`;
  };
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center gap-3">
      {part.page > 1 ? <ButtonLink to={to(part.page - 1)}>{words.earlier}</ButtonLink> : null}
      <span>{words.pageOf({ page: format.number(part.page), pages: format.number(part.pages) })}</span>
      {part.page < part.pages ? <ButtonLink to={to(part.page + 1)}>{words.later}</ButtonLink> : null}
    </nav>
  );
}

/** Search and pages above a long list of agencies. Plain links and a plain form. */
import { useFormat, useSection, useText } from '~/i18n';
import { Button, ButtonLink, FilterForm } from '~/ui';
import type { ListPart } from './listPart';
import { cardWords } from './cardWords';

export function ListSearch({ part, path }: { part: ListPart<unknown>; path: string }) {
  const text = useText();
  const words = useSection(cardWords).list;
  return (
    <FilterForm
      action={path}
      role="search"
      className="flex flex-wrap items-end gap-3"
      button={<Button tone="secondary">{text.search}</Button>}
    >
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
        <ButtonLink tone="quiet" to={path}>
          {words.searchClear}
        </ButtonLink>
      )}
    </FilterForm>
  );
}

export function ListPages({ part, path }: { part: ListPart<unknown>; path: string }) {
  const format = useFormat();
  const words = useSection(cardWords).list;
  if (part.found === 0) return <p className="text-muted">{words.notFound({ search: part.search })}</p>;
  if (part.pages === 1) return null;
  const to = (page: number) => {
    const params = new URLSearchParams({ hal: String(page) });
    if (part.search !== '') params.set('cari', part.search);
    return `${path}?${params.toString()}#daftar-kartu`;
  };
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center gap-3">
      {part.page > 1 ? <ButtonLink to={to(part.page - 1)}>{words.earlier}</ButtonLink> : null}
      <span>{words.pageOf({ page: format.number(part.page), pages: format.number(part.pages) })}</span>
      {part.page < part.pages ? <ButtonLink to={to(part.page + 1)}>{words.later}</ButtonLink> : null}
    </nav>
  );
}

/** What of a review sheet is shown: in the address, so that it can be shared and printed; acts at once where scripts run. */
import { useSection } from '~/i18n';
import { Button, FilterForm } from '~/ui';
import { reviewFrameWords } from './reviewFrameWords';

export function ReviewFilters(props: {
  filters: readonly { readonly value: string; readonly name: string; readonly count: string }[];
  current: string;
  /** How much of the whole that is. */
  shown: string;
}) {
  const { filters, current } = props;
  const words = useSection(reviewFrameWords);
  return (
    <FilterForm role="search" className="space-y-2" button={<Button tone="secondary">{words.show}</Button>}>
      <fieldset className="print:hidden">
        <legend className="font-medium">{words.filter}</legend>
        <div className="flex flex-wrap items-center gap-x-4">
          {filters.map(({ value, name, count }) => (
            <label key={value} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="saring"
                value={value}
                defaultChecked={current === value}
                className="size-5 accent-brand"
              />
              {words.filterWith({ name, count })}
            </label>
          ))}
        </div>
      </fieldset>
      <p role="status" translate="no">
        <span className="hidden print:inline">{filters.find(({ value }) => value === current)?.name}: </span>
        {props.shown}
      </p>
    </FilterForm>
  );
}

import { useFormat } from '~/i18n';
import { levelClass } from './sceneLevels';
import { AgencyName, AgencyRow } from './sceneRows';
import { useMarkOf, useWords } from './stage';

/** On a phone a row of eight aspects is a card: the figures side by side, each under its aspect's number. */
export function AspectCards({
  rows,
  columns,
}: {
  readonly rows: readonly {
    readonly agency: number;
    readonly index: number;
    readonly cells: readonly (number | null)[];
  }[];
  readonly columns: readonly { readonly no: number; readonly name: string }[];
}) {
  const markOf = useMarkOf();
  const text = useWords();
  const format = useFormat();
  return (
    <ol className="space-y-2">
      {rows.map(({ agency, index, cells }) => (
        <AgencyRow key={markOf(agency).key} agency={agency}>
          <AgencyName agency={agency} className="grow" />
          <span translate="no" className="font-bold tabular-nums">
            <span className="sr-only">{text.index} </span>
            {format.figure(index)}
          </span>
          <dl className="grid basis-full grid-cols-8 gap-0.5">
            {columns.map(({ no, name }, position) => (
              <div key={no} className="text-center">
                <dt className="text-xs font-bold text-brand">
                  <span aria-hidden="true">{no}</span>
                  <span className="sr-only">{name}</span>
                </dt>
                <dd
                  translate="no"
                  className={`rounded-md py-1 text-sm font-semibold tabular-nums ${levelClass(cells[position] ?? null)}`}
                >
                  {cells[position] === undefined || cells[position] === null
                    ? '–'
                    : format.figure(cells[position])}
                </dd>
              </div>
            ))}
          </dl>
        </AgencyRow>
      ))}
    </ol>
  );
}

/** What two versions differ in, group by group. */
import { useFormat, useSection } from '~/i18n';
import type { DifferenceRow, DifferenceTable } from './differenceRows';
import { differenceWords } from './differenceWords';
import { Sideways } from '~/ui';

export function DifferenceView({ difference }: { difference: DifferenceTable }) {
  const words = useSection(differenceWords);
  const format = useFormat();
  if (difference.count === 0) return <p>{words.none}</p>;
  return (
    <div className="space-y-3">
      <p translate="no" className="font-medium">
        {words.lead({ count: format.number(difference.count) })}
      </p>
      {difference.groups.map(({ group, rows, more }) => (
        <details key={group} open className="rounded-lg border border-line" data-group={group}>
          <summary translate="no" className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">
            {words.group[group]} ({format.number(rows.length + more)})
          </summary>
          <ChangeTable name={words.group[group]} rows={rows} />
          {more > 0 ? <p className="px-4 pb-3">{words.more({ count: format.number(more) })}</p> : null}
        </details>
      ))}
    </div>
  );
}

function ChangeTable({ name, rows }: { name: string; rows: readonly DifferenceRow[] }) {
  const words = useSection(differenceWords);
  const heads = [words.place, words.what, words.before, words.after];
  return (
    <Sideways label={name} className="px-4 pb-3">
      <table className="w-full min-w-[40rem] table-fixed border-collapse text-left text-sm">
        <caption className="sr-only">{name}</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pr-4 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, place, before, after }) => (
            <tr key={`${kind} ${place}`} className="border-b border-line align-top last:border-0">
              <th scope="row" className="py-1.5 pr-4 font-normal wrap-anywhere">
                {place}
              </th>
              <td className="py-1.5 pr-4">{words.kind[kind]}</td>
              <td translate="no" className="py-1.5 pr-4 wrap-anywhere text-muted">
                {before ?? '–'}
              </td>
              <td translate="no" className="py-1.5 wrap-anywhere">
                {after ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

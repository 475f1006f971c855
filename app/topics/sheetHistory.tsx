/** Who changed which figure, and when: out of the record. */
import { useFormat, useSection } from '~/i18n';
import type { HistoryEntry } from './sheet.read.server';
import { topicWords } from './topicWords';
import { Sideways } from '~/ui';

export function SheetHistory({ history, timeZone }: { history: readonly HistoryEntry[]; timeZone: string }) {
  const words = useSection(topicWords).sheet;
  return (
    <details className="rounded-xl border border-line bg-surface">
      <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">{words.history}</summary>
      <div className="px-4 pb-4">
        {history.length === 0 ? <p className="text-muted">{words.historyNone}</p> : null}
        <ol className="space-y-4">
          {history.map((entry) => (
            <Entry key={entry.seq} entry={entry} timeZone={timeZone} />
          ))}
        </ol>
      </div>
    </details>
  );
}

function Entry({ entry, timeZone }: { entry: HistoryEntry; timeZone: string }) {
  const words = useSection(topicWords).sheet;
  const format = useFormat();
  const name = entry.actorName ?? words.system;
  const time = format.dateTime(entry.at, timeZone);
  return (
    <li>
      <p>
        <strong>{name}</strong> {words.says[entry.type]}
        <span className="text-muted">, {time}</span>
      </p>
      {entry.note === null ? null : <p className="max-w-prose whitespace-pre-line">{entry.note}</p>}
      {entry.changes.length > 0 ? (
        <Sideways label={words.historyCaption({ name, time })} className="mt-1">
          <table className="w-full max-w-3xl border-collapse text-left text-sm">
            <caption className="sr-only">{words.historyCaption({ name, time })}</caption>
            <thead>
              <tr className="border-b border-line">
                {[words.historyField, words.historyBefore, words.historyAfter].map((head, place) => (
                  <th
                    key={head}
                    scope="col"
                    className={`py-1 pr-4 font-medium text-muted ${place === 0 ? '' : 'text-right'}`}
                  >
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entry.changes.map((change) => (
                <tr key={change.field} className="border-b border-line last:border-0">
                  <th scope="row" className="py-1 pr-4 font-medium">
                    {change.field}
                  </th>
                  {[change.before, change.after].map((value, place) => (
                    <td key={place} translate="no" className="py-1 pr-4 text-right tabular-nums">
                      {value === '' ? '–' : value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
    </li>
  );
}

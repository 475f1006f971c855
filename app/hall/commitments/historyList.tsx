/** Who changed what, and when. */
import { useFormat, useSection } from '~/i18n';
import type { HistoryEntry } from './commitmentHistory.server';
import { historyWords } from './historyWords';
import { Sideways } from '~/ui';

export function HistoryList({ history, timeZone }: { history: readonly HistoryEntry[]; timeZone: string }) {
  const section = useSection(historyWords);
  const format = useFormat();
  const says: Readonly<Record<string, string>> = section.says;
  const fields: Readonly<Record<string, string>> = section.fields;
  return (
    <section aria-labelledby="riwayat" className="space-y-3">
      <h2 id="riwayat" className="text-xl">
        {section.title}
      </h2>
      <p className="text-muted">{section.lead}</p>
      {history.length === 0 ? <p>{section.none}</p> : null}
      <ol className="space-y-4">
        {history.map((entry) => {
          const name = entry.actorName ?? section.system;
          const time = format.dateTime(entry.at, timeZone);
          // What was just added had nothing before: a phone has no room for a column of dashes.
          const hasBefore = entry.changes.some(({ before }) => before !== '');
          const heads = [section.field, ...(hasBefore ? [section.before] : []), section.after];
          return (
            <li key={entry.seq} className="rounded-lg border border-line bg-surface p-4">
              <p>
                <strong>{name}</strong> {says[entry.type] ?? section.other}
                <span className="text-muted">, {time}</span>
              </p>
              {entry.changes.length > 0 ? (
                <Sideways label={section.caption({ name, time })} className="mt-2">
                  <table
                    className={`w-full table-fixed border-collapse text-left text-sm ${hasBefore ? 'min-w-96' : ''}`}
                  >
                    <caption className="sr-only">{section.caption({ name, time })}</caption>
                    <thead>
                      <tr className="border-b border-line">
                        {heads.map((head) => (
                          <th key={head} scope="col" className="py-1 pr-4 font-medium text-muted">
                            {head}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {entry.changes.map((change) => (
                        <tr key={change.field} className="border-b border-line align-top last:border-0">
                          <th scope="row" className="py-1 pr-4 font-medium">
                            {fields[change.field] ?? change.field}
                          </th>
                          {[...(hasBefore ? [change.before] : []), change.after].map((value, place) => (
                            <td key={place} className="py-1 pr-4 break-words whitespace-pre-line">
                              {value === '' ? section.empty : value}
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
        })}
      </ol>
    </section>
  );
}

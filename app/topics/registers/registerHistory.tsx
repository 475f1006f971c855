/** Who changed which cells of a register, and when: out of the record. */
import { useFormat, useSection } from '~/i18n';
import type { RegisterHistoryEntry } from './register.read.server';
import { registerWords } from './registerWords';
import { topicWords } from '../topicWords';

export function RegisterHistory(props: { history: readonly RegisterHistoryEntry[]; timeZone: string }) {
  const words = useSection(registerWords);
  const format = useFormat();
  const system = useSection(topicWords).sheet.system;
  if (props.history.length === 0) return null;
  return (
    <details className="rounded-xl border border-line bg-surface">
      <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">{words.history}</summary>
      <ol className="space-y-4 px-4 pb-4">
        {props.history.map(({ seq, at, actorName, cells, more }) => (
          <li key={seq}>
            <strong>{actorName ?? system}</strong>
            <span className="text-muted">, {format.dateTime(at, props.timeZone)}</span>
            <ul className="text-sm">
              {cells.map(({ row, column, before, after }) => (
                <li key={`${row} ${column}`}>
                  {row}, {column}: {before === '' ? '–' : before} → {after === '' ? '–' : after}
                </li>
              ))}
              {more > 0 ? (
                <li className="text-muted">{words.historyMore({ count: format.number(more) })}</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What a list of reports says besides the figures: what was counted, what was not, and where to look. */
import { useFormat, useSection } from '~/i18n';
import type { CountedList } from './import.post.server';
import { importWords } from './importWords';
import { LIST_ROLES } from './reportList';

export function CountedFacts({ counted }: { counted: CountedList }) {
  const words = useSection(importWords).counts;
  const format = useFormat();
  const { rows, taken, year, columns, left, findings } = counted;
  const used = LIST_ROLES.filter((role) => columns[role] !== null);
  const unused = LIST_ROLES.filter((role) => columns[role] === null).map((role) => words.role[role]);
  return (
    <div className="space-y-2">
      <p translate="no">
        {words.counted({ rows: format.number(rows), taken: format.number(taken), year: String(year) })}
      </p>
      <p className="text-muted">
        {words.used}:{' '}
        <span translate="no">
          {used.map((role) => `${words.role[role]} = “${columns[role] ?? ''}”`).join(', ')}
        </span>
        . {unused.length > 0 ? words.unused({ columns: unused.join(', ') }) : null}
      </p>
      {left.length > 0 ? <p className="text-muted">{words.left({ fields: left.join(', ') })}</p> : null}
      {columns.finished === null ? null : <p className="text-muted">{words.days}</p>}
      {findings.length > 0 ? (
        <div>
          <h3 className="font-semibold">{words.findings}</h3>
          <ul className="list-disc pl-5">
            {findings.map((one) => {
              const more = one.count - one.rows.length;
              return (
                <li key={one.kind} data-finding={one.kind}>
                  {words.finding[one.kind]}:{' '}
                  <span translate="no">
                    {format.number(one.count)} (
                    {words.rows({
                      rows: one.rows.join(', '),
                      more: more > 0 ? words.more({ count: format.number(more) }) : '',
                    })}
                    ). {one.words.length > 0 ? words.words({ words: one.words.join(', ') }) : null}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

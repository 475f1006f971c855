/** The two short lists of the board: what is late or due soon, and what was promised last year. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { entryPath } from '~/paths';
import { Card, Sideways } from '~/ui';
import { DueIn } from './commitmentCard';
import { REMINDER_DAYS } from './commitment';
import type { BoardData } from './commitments.read.server';
import { LateBadge, quietLink, StatusBadge } from './commitmentMarks';
import type { Commitment } from './commitmentRows.server';
import { commitmentWords } from './commitmentWords';

/** Columns that a phone shows inside the commitment's own cell. */
const WIDE = 'hidden md:table-cell';

export function ReminderList({ page }: { page: BoardData }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const byDay = [...page.reminders].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const parts = [
    { title: section.board.reminderLate, list: byDay.filter((one) => one.isLate) },
    { title: section.board.reminderSoon, list: byDay.filter((one) => !one.isLate) },
  ].filter(({ list }) => list.length > 0);
  return (
    <section aria-labelledby="pengingat" className="space-y-4">
      <h2 id="pengingat" className="text-xl">
        {section.board.reminderTitle}
      </h2>
      <p className="text-muted">
        {section.board.reminderLead({
          days: format.number(REMINDER_DAYS),
          until: format.day(page.remindUntil),
        })}
      </p>
      {parts.length === 0 ? <p>{section.board.reminderNone}</p> : null}
      {parts.map(({ title, list }) => (
        <div key={title} className="space-y-2">
          <h3 className="text-lg">
            {title} ({format.number(list.length)})
          </h3>
          <ul className="space-y-2">
            {list.map((one) => (
              <li
                key={one.id}
                className={`rounded-lg border-l-4 bg-surface px-4 py-3 shadow-sm ${one.isLate ? 'border-danger' : 'border-accent'}`}
              >
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <strong>{one.agencyName}</strong>
                  <span>
                    {format.day(one.dueOn)} (<DueIn dueOn={one.dueOn} today={page.today} />)
                  </span>
                  {one.isLate ? <LateBadge /> : null}
                  <StatusBadge status={one.status} />
                  {one.isLastYears ? (
                    <span className="text-sm text-muted">{section.board.fromLastYear}</span>
                  ) : null}
                </p>
                <p className="whitespace-pre-line">{one.what}</p>
                <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
                  {one.who}
                  <Open commitment={one} page={page} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export function LastYears({ page }: { page: BoardData }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const { previous, own } = page;
  if (!previous || previous.commitments.length === 0) return null;
  const parts = [
    { title: section.board.previousOwn, list: previous.commitments.filter((one) => one.agencyCode === own) },
    {
      title: section.board.previousOthers,
      list: previous.commitments.filter((one) => one.agencyCode !== own),
    },
  ].filter(({ list }) => list.length > 0);
  return (
    <section aria-labelledby="tahun-lalu" className="space-y-3">
      <h2 id="tahun-lalu" className="text-xl">
        {section.board.previousTitle}
      </h2>
      <p className="text-muted">{section.board.previousLead({ name: previous.name })}</p>
      <p className="font-medium">
        {section.board.previousCounts({
          total: format.number(previous.counts.total),
          done: format.number(previous.counts.done),
          late: format.number(previous.counts.late),
        })}
      </p>
      {parts.map(({ title, list }) => (
        <Card key={title} className="p-0! sm:p-0!">
          <Sideways label={`${section.board.previousTitle}: ${title}`}>
            <table className="w-full border-collapse md:min-w-160 text-left">
              <caption className={own === null ? 'sr-only' : 'px-4 py-2 text-left font-semibold'}>
                {own === null ? section.board.previousTitle : title}
              </caption>
              <thead className="border-y border-line bg-sunken">
                <tr>
                  <th scope="col" className="px-4 py-2">
                    {section.board.columnAgency}
                  </th>
                  <th scope="col" className="px-4 py-2">
                    {section.board.columnWhat}
                  </th>
                  <th scope="col" className={`${WIDE} px-4 py-2`}>
                    {section.board.due}
                  </th>
                  <th scope="col" className={`${WIDE} px-4 py-2`}>
                    {section.board.columnStatus}
                  </th>
                  <th scope="col" className={`${WIDE} px-4 py-2 print:hidden`}>
                    {section.board.columnAction}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <tr key={one.id} className="border-b border-line align-top last:border-0">
                    <th scope="row" className="px-4 py-2 font-medium">
                      {one.agencyName}
                    </th>
                    <td className="px-4 py-2">
                      <span className="whitespace-pre-line">{one.what}</span>
                      {one.statusNote === '' ? null : (
                        <span className="block text-sm whitespace-pre-line text-muted">{one.statusNote}</span>
                      )}
                      <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 md:hidden">
                        {one.isLate ? <LateBadge /> : null}
                        <StatusBadge status={one.status} />
                        <span className="text-sm">{format.day(one.dueOn)}</span>
                        <span className="print:hidden">
                          <Open commitment={one} page={page} />
                        </span>
                      </span>
                    </td>
                    <td className={`${WIDE} px-4 py-2 whitespace-nowrap`}>{format.day(one.dueOn)}</td>
                    <td className={`${WIDE} space-x-1 px-4 py-2`}>
                      {one.isLate ? <LateBadge /> : null}
                      <StatusBadge status={one.status} />
                    </td>
                    <td className={`${WIDE} px-4 print:hidden`}>
                      <Open commitment={one} page={page} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
        </Card>
      ))}
    </section>
  );
}

function Open({ commitment, page }: { commitment: Commitment; page: BoardData }) {
  const section = useSection(commitmentWords);
  return (
    <Link to={entryPath(page.rakerda.id, 'commitments', commitment.id)} className={quietLink}>
      {page.writable.includes(commitment.agencyCode) ? section.board.edit : section.board.open}
      <span className="sr-only">: {commitment.what.slice(0, 80)}</span>
    </Link>
  );
}

/** The commitments by the day they are promised for: what is late, what is near, what is far, what is kept. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { entryPath } from '~/paths';
import { timelineOf, type Span } from './commitment';
import { DueIn } from './commitmentCard';
import type { BoardData } from './commitments.read.server';
import { commitmentWords } from './commitmentWords';

/** So many of each stand here; the list beside it has all of them. */
const AT_ONCE = 6;

const EDGE: Readonly<Record<Span, string>> = {
  late: 'border-danger',
  month: 'border-accent',
  later: 'border-line-strong',
  done: 'border-success',
};

export function Timeline({ page }: { page: BoardData }) {
  const { timeline: words } = useSection(commitmentWords).board;
  const format = useFormat();
  const spans = timelineOf(page.commitments, page.today).filter(({ list }) => list.length > 0);
  if (spans.length === 0) return null;
  return (
    <section aria-labelledby="waktu" className="min-w-0 space-y-4">
      <h2 id="waktu" className="text-xl">
        {words.title}
      </h2>
      {spans.map(({ span, list }) => (
        <div key={span}>
          <h3 className="text-base">
            {words.spans[span]} <span className="text-muted">({format.number(list.length)})</span>
          </h3>
          <ol className={`mt-1 space-y-1 border-l-4 pl-3 ${EDGE[span]}`}>
            {list.slice(0, AT_ONCE).map((one) => (
              <li key={one.id} className="text-sm">
                <span translate="no" className="font-semibold">
                  {format.day(one.dueOn)}
                </span>{' '}
                <span className="text-muted">
                  {span === 'done' ? null : (
                    <>
                      (<DueIn dueOn={one.dueOn} today={page.today} />){' '}
                    </>
                  )}
                  {one.agencyName}
                </span>
                <Link
                  to={entryPath(page.rakerda.id, 'commitments', one.id)}
                  className="line-clamp-2 min-h-6 text-brand underline underline-offset-2"
                >
                  {one.what}
                </Link>
              </li>
            ))}
            {list.length > AT_ONCE ? (
              <li className="text-sm text-muted">
                {words.more({ count: format.number(list.length - AT_ONCE) })}
              </li>
            ) : null}
          </ol>
        </div>
      ))}
    </section>
  );
}

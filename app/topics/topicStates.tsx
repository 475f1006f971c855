/** One line per topic: how many agencies await approval, how many have it. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { topicPath } from '~/paths';
import type { TopicStateCount } from './topicStates.server';
import { topicStateWords } from './topicStateWords';

export function TopicStates(props: { rakerdaId: string; topics: readonly TopicStateCount[] }) {
  const words = useSection(topicStateWords);
  const format = useFormat();
  if (props.topics.length === 0) return null;
  return (
    <section aria-labelledby="topik-status">
      <h2 id="topik-status" className="text-xl">
        {words.title}
      </h2>
      <ul className="mt-1 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {props.topics.map(({ code, name, submitted, approved }) => (
          <li key={code} data-topic={code} className="border-t border-line py-1.5">
            <Link
              to={topicPath(props.rakerdaId, code)}
              className="inline-flex min-h-8 items-center text-brand underline underline-offset-2"
            >
              {name}
            </Link>
            <span translate="no" className="block text-sm text-muted tabular-nums">
              {words.line({ submitted: format.number(submitted), approved: format.number(approved) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

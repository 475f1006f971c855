import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { assessmentWords } from './assessmentWords';

/** The level of the earlier year; leads to its answer where the reader may open it. */
export function EarlierLevel(props: { year: number; level: number; to: string | null }) {
  const words = useSection(assessmentWords);
  const format = useFormat();
  const says = words.lastYear({ year: String(props.year), level: format.number(props.level) });
  if (props.to === null) return <span>{says}</span>;
  return (
    <Link to={props.to} className="inline-flex min-h-6 items-center text-brand underline underline-offset-2">
      {says}
    </Link>
  );
}

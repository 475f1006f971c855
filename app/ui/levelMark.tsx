import { useText } from '~/i18n';
import { levelTone } from './levelTone';

/** A level as a number on its colour; a dash where there is none. */
export function LevelMark({ level }: { level: number | null }) {
  const text = useText();
  return (
    <span
      translate="no"
      className={`inline-flex size-9 shrink-0 items-center justify-center rounded-lg border border-line text-lg font-bold tabular-nums ${level === null ? 'bg-surface text-muted' : levelTone(level)}`}
    >
      {level === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{text.unanswered}</span>
        </>
      ) : (
        <>
          <span className="sr-only">{text.level} </span>
          {level}
        </>
      )}
    </span>
  );
}

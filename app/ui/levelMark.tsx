import { useText } from '~/i18n';

const tones: Readonly<Record<number, string>> = {
  1: 'bg-level-1 text-on-level',
  2: 'bg-level-2 text-on-level',
  3: 'bg-level-3 text-on-level',
  4: 'bg-level-4 text-on-level',
  5: 'bg-level-5 text-on-level-5',
};

/** A level as a number on its colour; a dash where there is none. */
export function LevelMark({ level }: { level: number | null }) {
  const text = useText();
  return (
    <span
      className={`inline-flex size-9 shrink-0 items-center justify-center rounded-lg border border-line text-lg font-bold tabular-nums ${level === null ? 'bg-surface text-muted' : (tones[level] ?? 'bg-sunken')}`}
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

/** Colours of levels, their keys, and the list of what each level asks. */
import { LevelMark, levelTone } from '~/ui';
import { useWords } from './stage';

export const LEVELS = [5, 4, 3, 2, 1] as const;

/** The colour of a figure in hundredths: the level that it has reached. */
export function levelClass(figure: number | null): string {
  return figure === null ? 'bg-sunken text-muted' : levelTone(figure / 100);
}

/** Where every colour begins: the steps stand in their colours, the weakest first. */
export function ShadeKey({
  label,
  steps,
  className = 'inline-flex gap-0.5',
}: {
  readonly label: string;
  readonly steps: readonly string[];
  readonly className?: string;
}) {
  return (
    <ul aria-label={label} className={className}>
      {steps.map((step, place) => (
        <li
          key={step}
          translate="no"
          className={`rounded-sm px-1.5 text-center hall:px-1 font-semibold whitespace-nowrap tabular-nums ${levelClass((place + 1) * 100)}`}
        >
          {step}
        </li>
      ))}
    </ul>
  );
}

/** Of figures between two levels too: their colour is that of the level that is reached, and what lies above it is not yet. */
export function LevelKey() {
  const text = useWords();
  const steps = [...LEVELS].reverse();
  return (
    <div className="inline-flex flex-wrap items-center gap-x-2">
      {text.level({ level: '' }).trim()}
      <ShadeKey
        label={text.levelColours}
        steps={steps.map((level, place) =>
          place === steps.length - 1 ? String(level) : `≥${String(level)}`,
        )}
      />
    </div>
  );
}

/** What each level asks, the lowest first; whole, or no more of each than fits above something else. */
export function CriteriaList({
  criteria,
  isWhole = false,
}: {
  readonly criteria: readonly { readonly level: number; readonly text: string }[];
  readonly isWhole?: boolean;
}) {
  return (
    <ol className="space-y-2 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:justify-around hall:space-y-0 hall:text-sm/(--hall-line) wide:hall:text-base/(--hall-line)">
      {criteria.map(({ level, text }) => (
        <li key={level} className="flex items-center gap-3">
          <LevelMark level={level} />
          <span className={isWhole ? undefined : 'hall:line-clamp-3'}>{text}</span>
        </li>
      ))}
    </ol>
  );
}

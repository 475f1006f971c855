/** Colours of levels and the list of what each level asks. */
import { LevelMark, levelTone } from '~/ui';

export const LEVELS = [5, 4, 3, 2, 1] as const;

/** The colour of a figure in hundredths: the level that it has reached. */
export function levelClass(figure: number | null): string {
  return figure === null ? 'bg-sunken text-muted' : levelTone(figure / 100);
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

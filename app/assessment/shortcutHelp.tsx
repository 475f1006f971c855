import { useSection } from '~/i18n';
import { assessmentWords } from './assessmentWords';

/** The keys, and the switch that turns them off (a single-key shortcut must never be forced on anybody). */
export function ShortcutHelp({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const assessmentText = useSection(assessmentWords);
  const keys = [
    ['1 – 5', assessmentText.shortcutList.levels],
    ['0', assessmentText.shortcutList.clear],
    ['N', assessmentText.shortcutList.next],
    ['P', assessmentText.shortcutList.previous],
    ['B', assessmentText.shortcutList.unanswered],
  ] as const;
  return (
    <section
      aria-label={assessmentText.shortcuts}
      className="mt-6 text-sm text-muted max-md:hidden print:hidden"
    >
      <label className="inline-flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4 accent-brand"
        />
        {assessmentText.shortcutsOn}
      </label>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {keys.map(([key, what]) => (
          <div key={key} className="flex items-center gap-2">
            <dt>
              <kbd className="rounded border border-line-strong bg-surface px-1.5 font-mono text-ink">
                {key}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

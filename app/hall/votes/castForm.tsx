/** The ballot: five large cards and one button, made for a thumb. */
import { useNavigation } from '@remix-run/react';
import { useSection } from '~/i18n';
import { shownLevel } from '~/instrument';
import { Button, ErrorSummary, KeptForm, LevelMark } from '~/ui';
import type { VotePage } from './votes.read.server';
import { voteWords } from './voteWords';

export function CastForm({ page, isInvalid }: { page: VotePage; isInvalid: boolean }) {
  const text = useSection(voteWords);
  // While it is on its way a second tap sends nothing; without scripts it says the same again.
  const busy = useNavigation().state !== 'idle';
  const first = page.choices[0]?.level ?? 1;
  return (
    <KeptForm method="post" noValidate preventScrollReset={isInvalid} className="max-w-3xl space-y-4">
      {isInvalid ? (
        <ErrorSummary errors={[{ id: `level-${first}`, message: text.errors.chooseLevel }]} />
      ) : null}
      <fieldset className="space-y-2" aria-describedby={isInvalid ? 'level-error' : 'rahasia'}>
        <legend className="sr-only">{text.vote.question}</legend>
        <ol className="space-y-2">
          {page.choices.map((choice) => (
            <li
              key={choice.level}
              className="rounded-xl border border-line-strong bg-surface has-checked:border-brand has-checked:bg-brand-soft has-checked:shadow-[inset_4px_0_0] has-checked:shadow-brand"
            >
              <label className="flex items-start gap-3 p-3 sm:p-4">
                <input
                  type="radio"
                  id={`level-${choice.level}`}
                  name="level"
                  value={choice.level}
                  className="mt-2 size-5 shrink-0 accent-brand"
                />
                <LevelMark level={shownLevel(page.vote, choice.level)} />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{choice.name}</span>
                  <span className="block">{choice.criterion}</span>
                </span>
              </label>
            </li>
          ))}
        </ol>
      </fieldset>
      {/* The thumb is here when the refusal comes; the top of the list may be out of sight. */}
      {isInvalid ? (
        <p id="level-error" className="font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {text.errors.chooseLevel}
        </p>
      ) : null}
      <Button
        name="intent"
        value="cast"
        className="min-h-14 w-full text-lg sm:w-auto sm:min-w-64"
        disabled={busy}
      >
        {text.vote.submit}
      </Button>
      <p id="rahasia" className="max-w-prose text-sm text-muted">
        {text.vote.secret[page.vote.ballot]}
      </p>
    </KeptForm>
  );
}

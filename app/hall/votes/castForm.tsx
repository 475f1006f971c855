/**
 * The ballot: what each level asks, and under it a row of large buttons, one a level, that stays in reach of a thumb. A
 * tap chooses, a second one sends: a phone that is passed on or drops from a hand votes for nobody.
 */
import { useNavigation } from '@remix-run/react';
import { useSection } from '~/i18n';
import { shownLevel } from '~/instrument';
import { Button, ErrorSummary, KeptForm, LevelMark, levelTone } from '~/ui';
import type { VotePage } from './votes.read.server';
import { voteWords } from './voteWords';

/** Marks what the chosen level asks, by the place of its button. Written out, so that the style sheet holds them. */
const MARKED = [
  'group-has-[.level-at-1:checked]/ballot:border-brand group-has-[.level-at-1:checked]/ballot:bg-brand-soft',
  'group-has-[.level-at-2:checked]/ballot:border-brand group-has-[.level-at-2:checked]/ballot:bg-brand-soft',
  'group-has-[.level-at-3:checked]/ballot:border-brand group-has-[.level-at-3:checked]/ballot:bg-brand-soft',
  'group-has-[.level-at-4:checked]/ballot:border-brand group-has-[.level-at-4:checked]/ballot:bg-brand-soft',
  'group-has-[.level-at-5:checked]/ballot:border-brand group-has-[.level-at-5:checked]/ballot:bg-brand-soft',
] as const;

export function CastForm({ page, isInvalid }: { page: VotePage; isInvalid: boolean }) {
  const text = useSection(voteWords);
  // While it is on its way a second tap sends nothing; without scripts it says the same again.
  const busy = useNavigation().state !== 'idle';
  const first = page.choices[0]?.level ?? 1;
  return (
    <KeptForm
      method="post"
      noValidate
      preventScrollReset={isInvalid}
      className="group/ballot max-w-3xl space-y-4"
    >
      {isInvalid ? (
        <ErrorSummary errors={[{ id: `level-${first}`, message: text.errors.chooseLevel }]} />
      ) : null}
      <ol className="space-y-2">
        {page.choices.map((choice, place) => (
          <li key={choice.level}>
            <label
              htmlFor={`level-${choice.level}`}
              className={`flex items-start gap-3 rounded-xl border border-line bg-surface p-3 sm:p-4 ${MARKED[place] ?? ''}`}
            >
              <LevelMark level={shownLevel(page.vote, choice.level)} />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{choice.name}</span>
                <span className="block">{choice.criterion}</span>
              </span>
            </label>
          </li>
        ))}
      </ol>
      <p id="rahasia" className="max-w-prose text-sm text-muted">
        {text.vote.secret[page.vote.ballot]}
      </p>
      <div className="bottom-bar -mx-4 space-y-2 border-t border-line bg-surface px-4 py-2 sm:mx-0 sm:rounded-t-xl sm:border-x">
        <fieldset aria-describedby={isInvalid ? 'level-error' : 'rahasia'}>
          <legend className="mb-1 text-sm font-semibold">{text.vote.choose}</legend>
          <div className="grid auto-cols-fr grid-flow-col gap-2">
            {page.choices.map((choice, place) => {
              const level = shownLevel(page.vote, choice.level);
              return (
                <label
                  key={choice.level}
                  className={`relative flex min-h-14 items-center justify-center rounded-xl border-2 border-line-strong text-2xl font-bold has-checked:border-ink has-checked:outline-4 has-checked:outline-brand has-focus-visible:outline-4 has-focus-visible:outline-focus ${levelTone(level)}`}
                >
                  <input
                    type="radio"
                    id={`level-${choice.level}`}
                    name="level"
                    value={choice.level}
                    className={`level-at-${String(place + 1)} peer absolute inset-0 size-full cursor-pointer opacity-0`}
                  />
                  <span translate="no">
                    <span className="sr-only">{text.vote.level} </span>
                    {level}
                  </span>
                  <span aria-hidden="true" className="hidden pl-1 peer-checked:inline">
                    ✓
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
        {/* The thumb is here when the refusal comes; the top of the list may be out of sight. */}
        {isInvalid ? (
          <p id="level-error" className="font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {text.errors.chooseLevel}
          </p>
        ) : null}
        <Button name="intent" value="cast" className="min-h-14 w-full text-lg" disabled={busy}>
          {text.vote.submit}
        </Button>
      </div>
    </KeptForm>
  );
}

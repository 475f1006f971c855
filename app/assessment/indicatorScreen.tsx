/** One indicator: what is judged, the levels, the answer. The same form posts by itself where scripts do not run. */
import { Form, Link, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useSection } from '~/i18n';
import { fieldErrors } from '~/text';
import {
  Alert,
  Button,
  CheckField,
  ErrorSummary,
  takeEarlyInput,
  TextAreaField,
  TextField,
  useHydrated,
} from '~/ui';
import { type AnswerErrors, ANSWER_ERRORS, type AnswerFormValues, answerSchema, LIMITS } from './answerForm';
import { formValues } from './answerValues';
import { Conflict } from './answerConflict';
import { EvidenceFields } from './evidenceFields';
import { IndicatorIntro } from './indicatorIntro';
import { LevelChoice } from './levelChoice';
import type { IndicatorView } from './assessment.read.server';
import type { TheirAnswer } from './saveResponse';
import { SaveStatus } from './saveStatus';
import { ScoreStrip } from './scoreStrip';
import { ShortcutHelp } from './shortcutHelp';
import { useAutosave } from './useAutosave';
import { useShortcutPreference, useShortcuts } from './useShortcuts';
import { assessmentWords } from './assessmentWords';

/** What a refused post without scripts brings back. */
export interface RefusedPost {
  readonly values: AnswerFormValues;
  /** The version that it was filled in on: what others have saved since must not be saved over unseen. */
  readonly version: number;
  readonly errors: AnswerErrors;
  readonly conflict: {
    readonly theirs: TheirAnswer;
    readonly theirName: string;
    readonly own: boolean;
  } | null;
}

export function IndicatorScreen(props: {
  view: IndicatorView;
  base: string;
  timeZone: string;
  draftName: string;
  refused: RefusedPost | null;
  /** A post without scripts has just been saved. */
  justSaved: boolean;
}) {
  const { view, base, refused } = props;
  const assessmentText = useSection(assessmentWords);
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const location = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const [standing, setStanding] = useState(view.standing);
  const [errors, setErrors] = useState<AnswerErrors>(refused?.errors ?? {});
  const stored = useMemo(() => refused?.values ?? formValues(view.answer), [refused, view.answer]);
  const schema = useMemo(() => answerSchema(view.range), [view.range]);

  const form = useForm<AnswerFormValues>({ defaultValues: withEmptyRow(stored) });
  const rows = useFieldArray({ control: form.control, name: 'evidence' });
  const element = useRef<HTMLFormElement>(null);
  // What the form was filled with after it was drawn.
  const [filled, setFilled] = useState<AnswerFormValues | null>(null);
  const isFilling = useRef(false);
  const fill = useCallback(
    (values: AnswerFormValues) => {
      form.reset(withEmptyRow(values));
      setFilled(values);
    },
    [form],
  );
  const { autosave, state, isRestored } = useAutosave({
    url: `${base}/isi/${String(view.no)}/simpan`,
    draftName: props.draftName,
    server: { version: view.answer?.version ?? 0, values: formValues(view.answer) },
    refused,
    isValid: (values) => {
      const parsed = schema.safeParse(values);
      setErrors(parsed.success ? {} : fieldErrors(parsed.error, ANSWER_ERRORS, 'level'));
      return parsed.success;
    },
    onStanding: setStanding,
    onNewer: fill,
  });
  const { change, flush } = autosave;

  useEffect(() => {
    return form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (name !== undefined && !isFilling.current)
          change(form.getValues(), name === 'level' || name === 'discuss');
      },
    });
  }, [form, change]);

  // Where a box was ticked from the start, react-hook-form believes it and not what the form is reset to.
  useEffect(() => {
    if (!filled) return;
    isFilling.current = true;
    form.setValue('level', filled.level ?? '');
    form.setValue('discuss', filled.discuss);
    isFilling.current = false;
  }, [form, filled]);

  // What an earlier visit could not send is on this device: put it back and send it.
  useEffect(() => {
    const values = autosave.open(() => (element.current ? takeEarlyInput(element.current) : new Map()));
    if (values) fill(values);
  }, [autosave, fill]);

  useEffect(() => {
    if (arrivedByShortcut(location.state)) heading.current?.focus();
  }, [location.state]);

  const places = {
    previous: view.previous === null ? null : `${base}/isi/${String(view.previous)}`,
    next: view.next === null ? `${base}/isi` : `${base}/isi/${String(view.next)}`,
    nextUnanswered: view.nextUnanswered === null ? null : `${base}/isi/${String(view.nextUnanswered)}`,
  };
  /** Leaves only once the server has what was typed; where it cannot be saved, the page says why and stays. */
  const go = (to: string | null) => {
    if (to === null) return;
    void flush().then((safe) => {
      if (safe) navigate(to, { state: { focusHeading: true } });
    });
  };
  const [shortcutsOn, setShortcutsOn] = useShortcutPreference();
  useShortcuts(
    hydrated && shortcutsOn,
    // Rebuilt with every render on purpose: the listener must see the newest places.
    {
      level: (level) =>
        form.setValue('level', String(view.choices.find((one) => one.level === level)?.value ?? ''), {
          shouldDirty: true,
        }),
      next: () => go(places.next),
      previous: () => go(places.previous),
      nextUnanswered: () => go(places.nextUnanswered),
    },
  );

  const errorOf = (field: string) => {
    const key = errors[field];
    return key === undefined ? undefined : assessmentText.errors[key];
  };
  const settle = (side: 'theirs' | 'mine') => () => {
    const values = autosave.settle(side);
    if (values) fill(values);
  };

  return (
    <>
      {props.justSaved && (state.kind === 'idle' || state.kind === 'saved') ? (
        <Alert tone="success">{assessmentText.savedNotice}</Alert>
      ) : null}
      <IndicatorIntro view={view} heading={heading} />
      <div className="sticky top-0 z-30 -mx-1 mb-2 bg-canvas px-1 py-1 max-sm:static low:static print:static">
        <ScoreStrip standing={standing} live />
      </div>
      <Form
        ref={element}
        method="post"
        noValidate
        // A browser that puts old entries back after a reload would have them saved over what is newer.
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          change(form.getValues(), true);
          const stays = submitterValue(event.nativeEvent) === 'stay';
          if (stays) void flush();
          else go(places.next);
        }}
        className="space-y-6"
      >
        <input
          type="hidden"
          name="version"
          value={refused?.conflict?.theirs.version ?? refused?.version ?? view.answer?.version ?? 0}
        />
        {/* Enter in a text field must save and stay, so this button stands first. */}
        <button type="submit" name="intent" value="stay" className="sr-only" tabIndex={-1} aria-hidden="true">
          {assessmentText.saveStay}
        </button>
        {isRestored ? <Alert tone="warning">{assessmentText.draftRestored}</Alert> : null}
        {state.kind === 'conflict' ? (
          <Conflict
            conflict={state}
            timeZone={props.timeZone}
            onTheirs={hydrated ? settle('theirs') : undefined}
            onMine={hydrated ? settle('mine') : undefined}
          />
        ) : null}
        <ErrorSummary
          errors={Object.keys(errors).map((field) => ({ id: fieldId(field), message: errorOf(field) ?? '' }))}
        />

        <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[3fr_2fr]">
          <LevelChoice
            view={view}
            field={form.register('level')}
            chosen={stored.level ?? ''}
            error={errorOf('level')}
          />
          <div className="space-y-5">
            <TextAreaField
              id="justification"
              label={assessmentText.justification}
              hint={assessmentText.justificationHint}
              error={errorOf('justification')}
              most={LIMITS.justification}
              defaultValue={stored.justification}
              rows={5}
              {...form.register('justification')}
            />
            <EvidenceFields
              rows={rows}
              register={form.register}
              errorOf={errorOf}
              onRemoved={() => change(form.getValues(), true)}
            />
            <TextField
              id="personInCharge"
              label={assessmentText.personInCharge}
              hint={assessmentText.personHint}
              error={errorOf('personInCharge')}
              maxLength={LIMITS.personInCharge}
              defaultValue={stored.personInCharge}
              {...form.register('personInCharge')}
            />
            <TextAreaField
              id="note"
              label={assessmentText.note}
              hint={assessmentText.noteHint}
              error={errorOf('note')}
              most={LIMITS.note}
              defaultValue={stored.note}
              rows={3}
              {...form.register('note')}
            />
            <CheckField
              id="discuss"
              label={assessmentText.discuss}
              hint={assessmentText.discussHint}
              defaultChecked={stored.discuss}
              {...form.register('discuss')}
            />
          </div>
        </div>

        {/* The words on the left take what room there is; they never move the buttons. */}
        <div className="bottom-bar -mx-4 grid items-end gap-x-4 gap-y-1 border-t border-line bg-surface px-4 py-2 sm:-mx-6 sm:grid-cols-[1fr_auto] sm:px-6 print:hidden">
          <div className="flex min-h-6 min-w-0 items-center sm:min-h-11">
            {hydrated ? (
              <SaveStatus state={state} timeZone={props.timeZone} onRetry={() => void flush()} />
            ) : null}
          </div>
          <div className="flex items-center gap-2 *:last:ml-auto">
            <StepLink to={places.previous} label={assessmentText.previous} go={go} />
            <StepLink to={places.nextUnanswered} label={assessmentText.nextUnanswered} go={go} wide />
            {hydrated ? null : (
              <Button tone="secondary" name="intent" value="stay">
                {assessmentText.saveStay}
              </Button>
            )}
            <Button name="intent" value="next">
              {assessmentText.saveNext}
            </Button>
          </div>
        </div>
      </Form>
      {hydrated ? <ShortcutHelp on={shortcutsOn} onChange={setShortcutsOn} /> : null}
    </>
  );
}

function StepLink(props: { to: string | null; label: string; go: (to: string) => void; wide?: boolean }) {
  const { to } = props;
  if (to === null) return null;
  return (
    <Link
      to={to}
      className={`inline-flex min-h-11 items-center rounded-lg px-3 font-medium text-brand underline underline-offset-4 hover:bg-brand-soft ${props.wide ? 'max-md:hidden' : ''}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        props.go(to);
      }}
    >
      {props.label}
    </Link>
  );
}

function withEmptyRow(values: AnswerFormValues): AnswerFormValues {
  return { ...values, evidence: [...values.evidence, { url: '', caption: '' }].slice(0, LIMITS.evidence) };
}

function fieldId(field: string): string {
  if (field === 'level') return 'level-1';
  return field.replace(/\./g, '-');
}

function submitterValue(event: Event): string | null {
  return event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement
    ? event.submitter.value
    : null;
}

function arrivedByShortcut(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'focusHeading' in state;
}

/** One indicator: what is judged, the levels, the answer. The same form posts by itself where scripts do not run. */
import { Form, Link, useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSection } from '~/i18n';
import { Alert, Button, CheckField, ErrorSummary, TextAreaField, TextField } from '~/ui';
import type { AnswerField } from './answerChanges';
import { AnswerFacts } from './answerFacts';
import { LIMITS, withEmptyRow } from './answerForm';
import { formValues } from './answerValues';
import type { RefusedPost } from './answer.post.server';
import type { IndicatorView } from './assessment.read.server';
import type { AssessmentHeaderData } from './assessmentHeader';
import { EvidenceFields } from './evidenceFields';
import { FieldQuestion } from './fieldQuestion';
import { IndicatorMap } from './indicatorMap';
import { IndicatorIntro } from './indicatorIntro';
import { LevelChoice } from './levelChoice';
import { mayLeave } from './offline/mayLeave';
import { SaveStatus } from './saveStatus';
import { ScoreLine } from './scoreStrip';
import { ShortcutHelp } from './shortcutHelp';
import { useAnswerFields } from './useAnswerFields';
import { fieldOf, useEditing } from './useEditing';
import { useNewsOf } from './useFreshAssessment';
import { useShortcutPreference, useShortcuts } from './useShortcuts';
import { assessmentWords } from './assessmentWords';

export function IndicatorScreen(props: {
  view: IndicatorView;
  header: AssessmentHeaderData;
  /** Newest event that the page stands on. */
  asOf: number;
  account: string;
  refused: RefusedPost | null;
  /** A post without scripts has just been saved. */
  justSaved: boolean;
}) {
  const { view, header, refused, account } = props;
  const { base } = header;
  const assessmentText = useSection(assessmentWords);
  const navigate = useNavigate();
  const location = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const [standing, setStanding] = useState(view.standing);
  const known = useMemo(
    () => ({ version: view.answer?.version ?? 0, values: formValues(view.answer) }),
    [view.answer],
  );
  // What somebody else typed is shown to be read, and never saved under this name.
  const stored = refused && !refused.isOthers ? refused.values : known.values;
  const url = `${base}/isi/${String(view.no)}`;

  const { fields, rows, attach } = useAnswerFields(withEmptyRow(stored));
  const {
    outbox,
    ready,
    view: editing,
    type,
    questions,
  } = useEditing({
    account,
    url,
    known,
    range: view.range,
    asked: useMemo(() => new Map(refused?.questions.map((one) => [one.field, one] as const)), [refused]),
    fields,
    onStanding: setStanding,
  });
  useNewsOf(header, view.no, props.asOf, (version) => {
    void ready.then((opened) => opened.hear(url, version));
  });
  const errors = editing?.faults ?? refused?.errors ?? {};

  useEffect(() => {
    if (arrivedByShortcut(location.state)) heading.current?.focus();
  }, [location.state]);

  const places = {
    previous: view.previous === null ? null : `${base}/isi/${String(view.previous)}`,
    next: view.next === null ? `${base}/isi` : `${base}/isi/${String(view.next)}`,
    nextUnanswered: view.nextUnanswered === null ? null : `${base}/isi/${String(view.nextUnanswered)}`,
  };
  /** Leaves once the server has what was typed, or nothing answers; where it cannot be saved, the page says why and stays. */
  const go = (to: string | null) => {
    if (to === null) return;
    void ready.then(async (opened) => {
      const isFree = await mayLeave(opened, to);
      const [faulty] = Object.keys(opened.view().faults);
      if (isFree) navigate(to, { state: { focusHeading: true } });
      else if (faulty !== undefined) document.getElementById(fieldId(faulty))?.focus();
    });
  };
  const [shortcutsOn, setShortcutsOn] = useShortcutPreference();
  useShortcuts(
    // A key that comes before the outbox counts too: the outbox takes over what the form holds.
    shortcutsOn,
    // Rebuilt with every render on purpose: the listener must see the newest places.
    {
      level: (level) =>
        fields.set('level', String(view.choices.find((one) => one.level === level)?.value ?? '')),
      next: () => go(places.next),
      previous: () => go(places.previous),
      nextUnanswered: () => go(places.nextUnanswered),
    },
  );

  const errorOf = (field: string) => {
    const key = errors[field];
    return key === undefined ? undefined : assessmentText.errors[key];
  };
  const questionOn = (field: AnswerField) => (
    <FieldQuestion
      field={field}
      question={questions.get(field)}
      timeZone={header.rakerda.timeZone}
      choices={view.choices}
      onSettle={outbox?.settle}
    />
  );

  return (
    <>
      {props.justSaved && (!editing || ['idle', 'saved'].includes(editing.saveState.kind)) ? (
        <Alert tone="success">{assessmentText.savedNotice}</Alert>
      ) : null}
      <IndicatorIntro view={view} heading={heading} isDemo={header.rakerda.isDemo} />
      <Form
        ref={attach}
        method="post"
        noValidate
        // A browser that puts old entries back after a reload would have them saved over what is newer.
        autoComplete="off"
        onFocus={({ target }) => {
          const field = isWritten(target) ? fieldOf(target.name) : undefined;
          if (field) outbox?.entered(field);
        }}
        onBlur={({ target, relatedTarget }) => {
          if (!isWritten(target)) return;
          const goesOn = isWritten(relatedTarget) && fieldOf(relatedTarget.name) === fieldOf(target.name);
          if (!goesOn) outbox?.left();
        }}
        onSubmit={(event) => {
          if (!outbox) return;
          event.preventDefault();
          if (submitterValue(event.nativeEvent) === 'stay') void outbox.flush();
          else go(places.next);
        }}
        className="space-y-6"
      >
        <input type="hidden" name="account" value={account} />
        <input
          type="hidden"
          name="version"
          value={refused && !refused.isOthers ? refused.version : known.version}
        />
        {/* Enter in a text field must save and stay, so this button stands first. */}
        <button type="submit" name="intent" value="stay" className="sr-only" tabIndex={-1} aria-hidden="true">
          {assessmentText.saveStay}
        </button>
        {refused?.isOthers ? (
          <Alert tone="warning">
            <p>{assessmentText.saveState.otherAccount}</p>
            <AnswerFacts values={refused.values} />
          </Alert>
        ) : null}
        {/* While somebody types, a fault is said beside its field and below: nothing moves under the pointer. */}
        {editing ? null : (
          <ErrorSummary
            errors={Object.keys(errors).map((field) => ({
              id: fieldId(field),
              message: errorOf(field) ?? '',
            }))}
          />
        )}

        <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[2fr_1fr]">
          <div className="space-y-2">
            {questionOn('level')}
            <LevelChoice
              view={view}
              field={fields.field('level')}
              chosen={stored.level ?? ''}
              error={errorOf('level')}
            />
          </div>
          <div className="space-y-5">
            {view.namesService ? (
              <>
                <TextField
                  id="service"
                  label={assessmentText.service}
                  hint={assessmentText.serviceHint}
                  error={errorOf('service')}
                  maxLength={LIMITS.service}
                  defaultValue={stored.service}
                  {...fields.field('service')}
                />
                {questionOn('service')}
              </>
            ) : null}
            <TextAreaField
              id="justification"
              label={assessmentText.justification}
              hint={assessmentText.justificationHint}
              error={errorOf('justification')}
              most={LIMITS.justification}
              defaultValue={stored.justification}
              rows={5}
              {...fields.field('justification')}
            />
            {questionOn('justification')}
            <EvidenceFields
              rows={rows}
              fields={fields}
              errorOf={errorOf}
              onRemoved={() => type('evidence', true)}
            />
            {questionOn('evidence')}
            <TextField
              id="personInCharge"
              label={assessmentText.personInCharge}
              hint={assessmentText.personHint}
              error={errorOf('personInCharge')}
              maxLength={LIMITS.personInCharge}
              defaultValue={stored.personInCharge}
              {...fields.field('personInCharge')}
            />
            {questionOn('personInCharge')}
            <TextAreaField
              id="note"
              label={assessmentText.note}
              hint={assessmentText.noteHint}
              error={errorOf('note')}
              most={LIMITS.note}
              defaultValue={stored.note}
              rows={3}
              {...fields.field('note')}
            />
            {questionOn('note')}
            <CheckField
              id="discuss"
              label={assessmentText.discuss}
              hint={assessmentText.discussHint}
              defaultChecked={stored.discuss}
              {...fields.field('discuss')}
            />
            {questionOn('discuss')}
          </div>
        </div>

        {/* The words on the left take what room there is; they never move the buttons. */}
        <div className="bottom-bar -mx-4 grid items-end gap-x-4 gap-y-1 border-t border-line bg-surface px-4 py-1 sm:-mx-6 sm:grid-cols-[1fr_auto] sm:px-6 xl:bottom-8 print:hidden">
          <div className="flex min-h-11 min-w-0 items-center gap-x-4">
            <ScoreLine standing={standing} />
            {editing ? (
              <SaveStatus
                state={editing.saveState}
                isStored={editing.isStored}
                timeZone={header.rakerda.timeZone}
                onRetry={() => outbox?.wake()}
              />
            ) : null}
          </div>
          <div className="flex items-center gap-2 *:last:ml-auto">
            <StepLink to={places.previous} label={assessmentText.previous} go={go} />
            <StepLink to={places.nextUnanswered} label={assessmentText.nextUnanswered} go={go} wide />
            {outbox ? null : (
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
      <IndicatorMap base={base} current={view.no} levels={standing.levels} go={go} />
      {outbox ? <ShortcutHelp on={shortcutsOn} onChange={setShortcutsOn} /> : null}
    </>
  );
}

function StepLink(props: { to: string | null; label: string; go: (to: string) => void; wide?: boolean }) {
  const { to } = props;
  if (to === null) return null;
  return (
    <Link
      to={to}
      className={`inline-flex min-h-11 items-center rounded-lg px-3 font-medium wrap-break-word text-brand underline underline-offset-4 hover:bg-brand-soft ${props.wide ? 'max-md:hidden' : ''}`}
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

function fieldId(field: string): string {
  if (field === 'level') return 'level-1';
  return field.replace(/\./g, '-');
}

/** Whether somebody writes letters into it; a choice is made at once and needs no protection from newer answers. */
function isWritten(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}

function submitterValue(event: Event): string | null {
  return event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement
    ? event.submitter.value
    : null;
}

function arrivedByShortcut(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'focusHeading' in state;
}

/** Twenty questions on a page, one choice each. Works without scripts; with them digits choose and figures move. */
import type { KeyboardEvent, ReactNode } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import {
  answerOf,
  type AnyQuestion,
  choiceName,
  choicesOf,
  judgePoints,
  pagesOf,
  type Points,
  type PointsPage,
  questionsOn,
} from '~/instrument/points';
import type { Figures } from '~/instrument/topic';
import { Card, useHydrated } from '~/ui';
import { partAddress, PartedSheet, PartForm, useTypedPart } from './partedSheet';
import { PageList, POINTS_PLACES, PointsAreas, PointsFigures, PointsPlans } from './pointsFigures';
import { pointsWords } from './pointsWords';
import type { SheetControl } from '../sheetForm';

const { idOf } = POINTS_PLACES;

type Control = SheetControl & { readonly topic: Points; readonly part: string | null };

export function PointsForm(props: Control) {
  const { topic, figures, part } = props;
  const words = useSection(pointsWords);
  const locale = useLocale();
  const hydrated = useHydrated();
  const { language, atFirst, typed, errorOf, summaryOf, typedIn } = useTypedPart(props, POINTS_PLACES);
  const pages = pagesOf(topic);
  const place = pages.findIndex(({ code }) => code === part);
  const page = pages[place];
  if (!page) return null;
  const judged = judgePoints(topic, part, typed);
  const now: Figures = judged.ok ? { ...figures, ...judged.figures } : figures;
  const next = pages[place + 1];
  return (
    <PartedSheet
      head={<PointsFigures topic={topic} figures={now} />}
      listName={words.pages}
      list={<PageList topic={topic} figures={now} part={part} />}
      foot={
        <>
          <PointsAreas topic={topic} figures={now} />
          <PointsPlans topic={topic} figures={figures} />
        </>
      }
    >
      <PartForm
        kept={`poin ${topic.code} ${props.agencyCode} ${page.code}`}
        label={props.label}
        part={page.code}
        version={props.version}
        language={language}
        heading={<Heading page={page} />}
        earlier={props.earlier}
        summary={summaryOf(questionsOn(page).map(({ code }) => code))}
        save={words.save}
        next={
          next
            ? {
                to: partAddress(next.code, POINTS_PLACES),
                label: words.next({ page: localize(next.name, locale) }),
              }
            : null
        }
        onTyped={typedIn}
        onKeyDown={pressed}
      >
        {hydrated ? <p className="hidden text-sm text-muted sm:block">{words.keys}</p> : null}
        <Blocks
          page={page}
          aside={(question, isFirst) => (hydrated && !isFirst ? <SameAsAbove code={question.code} /> : null)}
          answer={(question) => (
            <Choices
              topic={topic}
              question={question}
              chosen={atFirst[question.code] ?? ''}
              error={errorOf(question.code)}
              hasKeys={hydrated}
            />
          )}
        />
      </PartForm>
    </PartedSheet>
  );
}

/** The same for whoever may only look. */
export function PointsShown(props: Pick<Control, 'topic' | 'figures' | 'part' | 'earlier'>) {
  const { topic, figures, part } = props;
  const words = useSection(pointsWords);
  const locale = useLocale();
  const page = pagesOf(topic).find(({ code }) => code === part);
  if (!page) return null;
  return (
    <PartedSheet
      head={<PointsFigures topic={topic} figures={figures} />}
      listName={words.pages}
      list={<PageList topic={topic} figures={figures} part={part} />}
      foot={<PointsAreas topic={topic} figures={figures} />}
    >
      <div className="min-w-0 space-y-4">
        <Heading page={page} />
        {props.earlier}
        <Blocks
          page={page}
          answer={(question) => {
            const answer = answerOf(figures, question);
            const name = answer === null ? null : choiceName(topic, question, answer);
            return <p className="font-semibold">{name ? localize(name, locale) : words.unanswered}</p>;
          }}
        />
      </div>
    </PartedSheet>
  );
}

function Heading({ page }: { page: PointsPage }) {
  const locale = useLocale();
  return (
    <h2 id="soal" className="scroll-mt-4 text-xl">
      {localize(page.name, locale)}
    </h2>
  );
}

function Blocks(props: {
  page: PointsPage;
  answer: (question: AnyQuestion) => ReactNode;
  aside?: (question: AnyQuestion, isFirst: boolean) => ReactNode;
}) {
  const { page, answer, aside } = props;
  const words = useSection(pointsWords);
  const locale = useLocale();
  const format = useFormat();
  const [first] = questionsOn(page);
  return page.blocks.map(({ heading, questions }) => (
    <Card key={questions[0]?.code} className="space-y-4">
      {heading ? <h3 className="text-lg">{localize(heading, locale)}</h3> : null}
      {questions.map((question) => (
        <div
          key={question.code}
          data-question={question.code}
          className="scroll-mt-4 border-t border-line pt-3 first:border-0 first:pt-0"
        >
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span translate="no" className="text-sm text-muted tabular-nums">
              {question.code}
            </span>
            <span id={`${idOf(question.code)}-nama`} className="font-medium">
              {localize(question.name, locale)}
            </span>
            {'stage' in question ? (
              <span translate="no" className="text-sm text-muted">
                {words.stage({ stage: format.number(question.stage), level: question.level })}
              </span>
            ) : null}
            {aside?.(question, question === first)}
          </p>
          {answer(question)}
        </div>
      ))}
    </Card>
  ));
}

function SameAsAbove({ code }: { code: string }) {
  const words = useSection(pointsWords);
  return (
    <button
      type="button"
      aria-label={words.sameOf({ code })}
      onClick={(event) => {
        const question = event.currentTarget.closest('[data-question]');
        copyAbove(question?.querySelector('[role="radiogroup"]') ?? null);
      }}
      className="ml-auto min-h-11 cursor-pointer rounded-lg px-2 text-sm text-brand hover:bg-sunken print:hidden"
    >
      <span aria-hidden="true">=</span> {words.same}
    </button>
  );
}

/** Choices in a row: arrows move between them, Tab goes on to the next question. */
function Choices(props: {
  topic: Points;
  question: AnyQuestion;
  chosen: string;
  error: string | undefined;
  /** Digits choose: each choice shows its own, where there is a keyboard. */
  hasKeys: boolean;
}) {
  const { topic, question, error } = props;
  const locale = useLocale();
  const id = idOf(question.code);
  const choices = choicesOf(question);
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-nama`}
      // Three are longer sentences: side by side on a phone they would break within words.
      className={`mt-1 grid gap-1 text-sm sm:flex sm:flex-wrap sm:gap-2 ${choices.length === 3 ? '' : 'grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]'}`}
    >
      {choices.map((choice, at) => {
        const name = choiceName(topic, question, choice);
        return (
          <label
            key={choice}
            className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-lg border border-line-strong px-2 hover:bg-sunken has-checked:border-brand has-checked:bg-brand-soft has-checked:font-semibold sm:px-3"
          >
            <input
              type="radio"
              id={choice === 0 ? id : `${id}-${choice}`}
              name={`figure.${question.code}`}
              value={choice}
              defaultChecked={props.chosen === String(choice)}
            />
            {name ? localize(name, locale) : null}
            {props.hasKeys ? (
              <kbd
                aria-hidden="true"
                translate="no"
                className="ml-0.5 hidden rounded border border-line px-1 text-xs font-normal text-muted lg:pointer-fine:inline print:hidden"
              >
                {at + 1}
              </kbd>
            ) : null}
          </label>
        );
      })}
      {error ? (
        <p id={`${id}-error`} className="col-span-full w-full text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
    </div>
  );
}

function radiosIn(group: Element | null | undefined): readonly HTMLInputElement[] {
  return group ? [...group.querySelectorAll<HTMLInputElement>('input[type="radio"]')] : [];
}

function groupsOf(one: Element | null): readonly Element[] {
  return [...(one?.closest('form')?.querySelectorAll('[role="radiogroup"]') ?? [])];
}

/** Chooses what the question above has, where that can be chosen here. */
function copyAbove(group: Element | null): boolean {
  const groups = groupsOf(group);
  const above = group && groups[groups.indexOf(group) - 1];
  const value = radiosIn(above).find(({ checked }) => checked)?.value;
  const same = radiosIn(group).find((radio) => radio.value === value);
  same?.click();
  return same !== undefined;
}

/** Digits choose in the question that has the focus, `=` copies the one above; the focus goes on to the next. */
function pressed(event: KeyboardEvent<HTMLFormElement>) {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const group = target.closest('[role="radiogroup"]');
  const radio = /^[1-9]$/.test(key) ? radiosIn(group)[Number(key) - 1] : undefined;
  if (!radio && key !== '=') return;
  event.preventDefault();
  radio?.click();
  if (!radio && !copyAbove(group)) return;
  const groups = groupsOf(group);
  const following = radiosIn(group && groups[groups.indexOf(group) + 1]);
  (following.find(({ checked }) => checked) ?? following[0])?.focus();
}

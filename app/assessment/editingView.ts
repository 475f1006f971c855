/** What the page shows of the editing machine: values, faults, questions, and where the saving stands. */
import { type AnswerField, FIELDS, only } from './answerChanges';
import type { AnswerErrors, AnswerFormValues } from './answerForm';
import { entriesOf, type Judge, seenOf } from './editing';
import type { Entry, Page, Question, Refusal, State, Trouble } from './editingTypes';

/** What the form has to show: what was typed and is not saved yet, over what the server has. */
export function shownValues({ entries, page }: State, none: AnswerFormValues): AnswerFormValues {
  if (!page) return none;
  return FIELDS.reduce((values, field) => ({ ...values, ...shownField(entries, page, field) }), none);
}

function shownField(entries: readonly Entry[], page: Page, field: AnswerField): Partial<AnswerFormValues> {
  const waiting = entriesOf(entries, page.url, field).at(-1);
  return waiting ? waiting.values : only(seenOf(page, field).values, field);
}

/** What is wrong with what was typed. A field is judged once it is left. */
export function faultsOf({ entries, page }: State, judge: Judge): AnswerErrors {
  if (!page) return {};
  return FIELDS.reduce<AnswerErrors>((errors, field) => {
    const waiting = entriesOf(entries, page.url, field).at(-1);
    if (!waiting || page.editing === field) return errors;
    return {
      ...errors,
      ...judge(field, { ...page.known.values, ...waiting.values }, page.known.values).errors,
    };
  }, {});
}

/** The fields that two have changed, with what the other made of them. */
export function questionsOf({ entries, page }: State): ReadonlyMap<AnswerField, Question> {
  if (!page) return new Map();
  return new Map(
    FIELDS.flatMap((field) => {
      const question = entriesOf(entries, page.url, field)
        .flatMap((entry) => entry.question ?? [])
        .at(-1);
      return question ? [[field, question] as const] : [];
    }),
  );
}

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'typing' | 'saving' | 'invalid' | 'asked' | 'late' }
  | { readonly kind: Trouble | Refusal };

/** Where the saving of the open page stands; what needs a person comes first. */
export function saveStateOf({ entries, page, link, savedAt, late }: State): SaveState {
  const waiting = entries.filter(({ url }) => url === page?.url);
  if (waiting.length === 0 && page && late.includes(page.url)) return { kind: 'late' };
  if (waiting.length === 0 && page?.closed) return { kind: page.closed };
  if (waiting.length === 0) return savedAt === null ? { kind: 'idle' } : { kind: 'saved', at: savedAt };
  const refusal = waiting.find((entry) => entry.refusal !== null)?.refusal;
  if (refusal) return { kind: refusal };
  const onTheirWay = waiting.filter(({ send, question }) => send !== null && question === null);
  if (onTheirWay.length > 0 && link !== 'up') return { kind: link };
  if (onTheirWay.some(({ seq }) => seq !== null)) return { kind: 'saving' };
  if (waiting.some(({ question }) => question !== null)) return { kind: 'asked' };
  const isBeingTyped = waiting.some(({ field, send }) => send !== null || page?.editing === field);
  return { kind: isBeingTyped ? 'typing' : 'invalid' };
}

/** Whether the open page has nothing left that the server could take; false where something waits for the person. */
export function isHome({ entries, page }: State): boolean {
  return !entries.some(({ url }) => url === page?.url);
}

/** Pages with something that the server does not have, with how many fields of each. */
export function unsentPages({ entries }: State): ReadonlyMap<string, number> {
  const fields = new Map<string, Set<AnswerField>>();
  for (const { url, field, isAside } of entries) {
    if (!isAside) fields.set(url, (fields.get(url) ?? new Set()).add(field));
  }
  return new Map([...fields].map(([url, names]) => [url, names.size]));
}

/** What was typed on which page and is not on the server, the newest of each field. */
export function typedPages({ entries }: State): ReadonlyMap<string, Partial<AnswerFormValues>> {
  const typed = new Map<string, Partial<AnswerFormValues>>();
  for (const { url, values, isAside } of entries) {
    if (!isAside) typed.set(url, { ...typed.get(url), ...values });
  }
  return typed;
}

/** Whether all that the open page has left only waits for the network: nothing of it is faulty, asked about or refused. */
export function isWaiting(state: State, judge: Judge): boolean {
  if (!['up', 'offline', 'failed'].includes(state.link)) return false;
  const own = state.entries.filter(({ url }) => url === state.page?.url);
  const needsSomebody = own.some(
    ({ send, question, refusal }) => send === null || question !== null || refusal !== null,
  );
  return !needsSomebody && Object.keys(faultsOf(state, judge)).length === 0;
}

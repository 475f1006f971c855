/** What the remote can be told, and what follows from it. Pure: the use case keeps what comes out of here. */
import * as z from 'zod/mini';
import { lineField } from '~/text';
import {
  type Earlier,
  MOST_AGENCIES,
  MOST_HEADLINE,
  MOTIONS,
  type ProjectorState,
  REVEAL_ORDERS,
  type RevealOrder,
  type SceneName,
  SCENES,
  type SceneOptions,
} from './projectorState';

/** A step from where the screen stands: it counts only for the version that the person saw. */
const seen = z.int().check(z.minimum(0));
const step = z.enum(['next', 'previous']);

/** What is left out stays as it is. */
const optionsChange = z.object({
  instrument: z.optional(z.string()),
  agencies: z.optional(z.array(z.string()).check(z.maxLength(MOST_AGENCIES))),
  indicator: z.optional(z.int().check(z.minimum(1))),
  voteId: z.optional(z.nullable(z.string())),
  commitmentsOf: z.optional(z.enum(['this', 'previous'])),
});

export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scene'), scene: z.enum(SCENES), options: z.optional(optionsChange) }),
  z.object({ kind: z.literal('options'), options: optionsChange }),
  z.object({
    kind: z.literal('prepare'),
    scene: z.nullable(z.enum(SCENES)),
    options: z.optional(optionsChange),
  }),
  z.object({ kind: z.literal('take'), seen }),
  z.object({ kind: z.literal('undo'), seen }),
  z.object({ kind: z.literal('focus'), to: step, seen }),
  z.object({ kind: z.literal('focusOn'), code: z.string() }),
  z.object({ kind: z.literal('focusOff') }),
  z.object({ kind: z.literal('page'), to: step, seen }),
  z.object({ kind: z.literal('pageOn'), page: z.int().check(z.minimum(0)) }),
  z.object({ kind: z.literal('pageAuto') }),
  z.object({ kind: z.literal('names'), hidden: z.boolean() }),
  z.object({ kind: z.literal('revealNext'), seen }),
  z.object({ kind: z.literal('revealAll') }),
  z.object({ kind: z.literal('revealOne'), code: z.string() }),
  z.object({ kind: z.literal('revealOrder'), order: z.enum(REVEAL_ORDERS) }),
  z.object({ kind: z.literal('hideName'), code: z.string() }),
  z.object({ kind: z.literal('language'), language: z.nullable(z.enum(['id', 'en'])) }),
  /** Empty takes it away. */
  z.object({ kind: z.literal('headline'), text: lineField({ most: MOST_HEADLINE, tooLong: 'tooLong' }) }),
  z.object({ kind: z.literal('motion'), motion: z.enum(MOTIONS) }),
  z.object({ kind: z.literal('blank'), on: z.boolean() }),
  z.object({ kind: z.literal('freeze'), on: z.boolean() }),
]);
export type Command = z.infer<typeof commandSchema>;
export type OptionsChange = z.infer<typeof optionsChange>;

/** What the screen of the moment says about a step. */
export interface Surroundings {
  /** Codes of the agencies to step through, in the order of the scene. */
  readonly steps: readonly string[];
  /** Codes of the agencies whose names the scene shows, in the order of its rows. */
  readonly shown: readonly string[];
  /** How many of them, from the first, have a rank: the others are not complete. */
  readonly ranked: number;
  /** How many pages the scene has in the hall. */
  readonly pages: number;
  /** The page that the agency stands on that the facilitator stepped to; null where it stands on none. */
  readonly focusPage: number | null;
  /** The moment of the command, ISO 8601. */
  readonly at: string;
}

/** Whether a command counts from where the screen stands and is therefore void on another version. */
export function isRelative(command: Command): command is Extract<Command, { readonly seen: number }> {
  return 'seen' in command;
}

/** The state after a command; the same object where it changes nothing. */
export function afterCommand(state: ProjectorState, command: Command, around: Surroundings): ProjectorState {
  if (isRelative(command) && command.seen !== state.version) return state;
  const next = changed(state, command, around);
  if (JSON.stringify(next) === JSON.stringify(state)) return state;
  return NO_STEPS.has(command.kind)
    ? next
    : { ...next, options: { ...next.options, earlier: asItStands(state) } };
}

/**
 * No steps of the show, and nothing to undo: what is only prepared, how the screen moves and speaks. Nor freezing: a frozen
 * picture is a picture of its moment, and the hall keeps it until it is let go.
 */
const NO_STEPS: ReadonlySet<Command['kind']> = new Set([
  'prepare',
  'language',
  'motion',
  'revealOrder',
  'freeze',
]);

function asItStands({ scene, options, namesHidden, revealed, isBlank }: ProjectorState): Earlier {
  const { instrument, agencies, indicator, voteId, page, turnsSince, focus, commitmentsOf, headline } =
    options;
  const view = {
    instrument,
    agencies,
    indicator,
    voteId,
    page,
    turnsSince,
    focus,
    commitmentsOf,
    headline,
  };
  return { scene, view, namesHidden, revealed: [...revealed], isBlank };
}

/** The scene that the next step brings on: the prepared one, else the one that follows; null after the last. */
export function nextScene({ scene, options }: Pick<ProjectorState, 'scene' | 'options'>): SceneName | null {
  return options.next ?? SCENES[SCENES.indexOf(scene) + 1] ?? null;
}

function changed(state: ProjectorState, command: Command, around: Surroundings): ProjectorState {
  switch (command.kind) {
    case 'scene': {
      const options = withOptions(state.options, command.options);
      if (command.scene !== state.scene) {
        // A new scene begins with its first page, turning by itself, and nobody is marked in it.
        return {
          ...state,
          scene: command.scene,
          options: { ...fromFirstPage(options, around), focus: null, headline: null },
        };
      }
      return {
        ...state,
        options: sameRows(state.options, options) ? options : fromFirstPage(options, around),
      };
    }
    case 'prepare':
      return {
        ...state,
        // What is only prepared leaves the headline on air.
        options: {
          ...withOptions(state.options, command.options),
          headline: state.options.headline,
          next: command.scene,
        },
      };
    case 'take': {
      const scene = nextScene(state);
      if (scene === null) return state;
      const options = { ...fromFirstPage(state.options, around), focus: null, headline: null, next: null };
      return { ...state, scene, isBlank: false, options };
    }
    // Undone once more it stands as before: a slip of the thumb on this button costs nothing either.
    case 'undo': {
      const { earlier } = state.options;
      if (earlier === null) return state;
      const { view, ...rest } = earlier;
      return { ...state, ...rest, options: { ...state.options, ...view } };
    }
    case 'options': {
      const options = withOptions(state.options, command.options);
      return {
        ...state,
        options: sameRows(state.options, options) ? options : fromFirstPage(options, around),
      };
    }
    // The page that the agency stands on follows from where it stands, see `shownPage`.
    case 'focus':
      return {
        ...state,
        options: {
          ...state.options,
          page: null,
          focus: neighbour(around.steps, state.options.focus, command.to === 'next' ? 1 : -1),
        },
      };
    case 'focusOn':
      return { ...state, options: { ...state.options, page: null, focus: command.code } };
    case 'focusOff':
      if (state.options.focus === null) return state;
      return { ...state, options: { ...fromFirstPage(state.options, around), focus: null } };
    case 'page': {
      const page = state.options.page ?? around.focusPage;
      // From the pages that turn by themselves the first step stops on the first page.
      const wanted = page === null ? 0 : page + (command.to === 'next' ? 1 : -1);
      const to = Math.max(0, Math.min(wanted, around.pages - 1));
      return { ...state, options: { ...state.options, page: to } };
    }
    case 'pageOn':
      return { ...state, options: { ...state.options, page: command.page } };
    case 'pageAuto':
      if (state.options.page === null && state.options.focus === null) return state;
      return { ...state, options: { ...fromFirstPage(state.options, around), focus: null } };
    case 'names':
      if (command.hidden === state.namesHidden) return state;
      return { ...state, namesHidden: command.hidden, revealed: [] };
    case 'revealNext': {
      const next = nextToReveal(state, around);
      return next === null ? state : { ...state, revealed: [...state.revealed, next] };
    }
    case 'revealAll': {
      if (!state.namesHidden) return state;
      const known = new Set(state.revealed);
      return { ...state, revealed: [...state.revealed, ...around.shown.filter((code) => !known.has(code))] };
    }
    case 'revealOne':
      if (!state.namesHidden || state.revealed.includes(command.code)) return state;
      return { ...state, revealed: [...state.revealed, command.code] };
    case 'headline':
      return { ...state, options: { ...state.options, headline: command.text === '' ? null : command.text } };
    case 'revealOrder':
      return { ...state, options: { ...state.options, revealOrder: command.order } };
    case 'motion':
      return { ...state, options: { ...state.options, motion: command.motion } };
    case 'hideName':
      return { ...state, revealed: state.revealed.filter((code) => code !== command.code) };
    case 'language':
      return { ...state, options: { ...state.options, language: command.language } };
    case 'blank':
      return { ...state, isBlank: command.on };
    case 'freeze':
      return { ...state, isFrozen: command.on };
  }
}

/** So many lead a ranking. */
const TOP = 5;

/** Whose name comes next in the order that the facilitator chose; null where none is left. */
export function nextToReveal(
  { namesHidden, revealed, options }: Pick<ProjectorState, 'namesHidden' | 'revealed' | 'options'>,
  around: Pick<Surroundings, 'shown' | 'ranked'>,
): string | null {
  if (!namesHidden) return null;
  const known = new Set(revealed);
  return inOrder(options.revealOrder, around).find((code) => !known.has(code)) ?? null;
}

function inOrder(
  order: RevealOrder,
  { shown, ranked }: Pick<Surroundings, 'shown' | 'ranked'>,
): readonly string[] {
  switch (order) {
    // In a ranking the last place first, the winner last.
    case 'fromLast':
      return [...shown].reverse();
    case 'fromTop':
      return shown;
    // From the fifth place to the first, then the places below. Who has no rank is not among the five.
    case 'topFive': {
      const top = shown.slice(0, Math.min(TOP, ranked));
      return [...top.reverse(), ...shown.slice(top.length)];
    }
  }
}

/** Pages turn by themselves, from the first. */
function fromFirstPage(options: SceneOptions, { at }: Surroundings): SceneOptions {
  return { ...options, page: null, turnsSince: at };
}

/** Whether a scene still shows the same rows: otherwise a page of it is another page. */
function sameRows(before: SceneOptions, after: SceneOptions): boolean {
  return before.instrument === after.instrument && before.commitmentsOf === after.commitmentsOf;
}

/** Another indicator, vote or instrument is another picture: what was written above the one before ends with it. */
function withOptions(options: SceneOptions, change: OptionsChange | undefined): SceneOptions {
  const next = { ...options, ...change };
  return JSON.stringify(next) === JSON.stringify(options) ? options : { ...next, headline: null };
}

function neighbour(steps: readonly string[], from: string | null, by: 1 | -1): string | null {
  if (steps.length === 0) return null;
  const place = from === null ? -1 : steps.indexOf(from);
  if (place === -1) return (by === 1 ? steps[0] : steps.at(-1)) ?? null;
  return steps[(place + by + steps.length) % steps.length] ?? null;
}

/** What the remote decides: which scene the hall sees, and how. Kept in the table `projector`, one row per Rakerda. */
import * as z from 'zod/mini';

/** In the order of the remote. */
export const SCENES = [
  'welcome',
  'join',
  'progress',
  'table',
  'topic',
  'topicParts',
  'ranking',
  'radar',
  'heatMap',
  'indicator',
  'movement',
  'road',
  'vote',
  'commitments',
  'closing',
] as const;
export type SceneName = (typeof SCENES)[number];

/** In which order names that are hidden come up. */
export const REVEAL_ORDERS = ['fromLast', 'topFive', 'fromTop'] as const;
export type RevealOrder = (typeof REVEAL_ORDERS)[number];

export const MOTIONS = ['full', 'calm'] as const;

/** More agencies than this no radar can show. */
export const MOST_AGENCIES = 8;

/** Letters of a headline that somebody wrote: two lines on the narrowest projector. */
export const MOST_HEADLINE = 80;

/** What decides the picture, beside the scene: what the last step undone brings back. */
const view = {
  /** Code of the instrument whose figures are shown. */
  instrument: z.string(),
  /** Agencies of the radar; empty leaves the choice to the scene. */
  agencies: z._default(z.array(z.string()).check(z.maxLength(MOST_AGENCIES)), []),
  /** Key of the topic of the scene `topic`; null leaves the choice to the scene. */
  topic: z._default(z.nullable(z.string()), null),
  /** Number of the indicator of the scene `indicator`. */
  indicator: z._default(z.int().check(z.minimum(1)), 1),
  /** The vote that is shown; null for the newest. */
  voteId: z._default(z.nullable(z.string()), null),
  /** Page of a scene with more rows than fit, from 0; null lets the pages turn by themselves. */
  page: z._default(z.nullable(z.int().check(z.minimum(0))), null),
  /** When the pages began to turn by themselves: they begin with the first. */
  turnsSince: z._default(z.nullable(z.string()), null),
  /** The agency that the facilitator stepped to: it is marked in every scene. */
  focus: z._default(z.nullable(z.string()), null),
  /** Commitments of this Rakerda or of the year before. */
  commitmentsOf: z._default(z.enum(['this', 'previous']), 'this'),
  /** What the facilitator wrote above the scene on air; null for what its figures say. It ends with the scene. */
  headline: z._default(z.nullable(z.string()), null),
};
const viewSchema = z.object(view);

const earlierSchema = z.object({
  scene: z.enum(SCENES),
  view: viewSchema,
  namesHidden: z.boolean(),
  revealed: z.array(z.string()),
  isBlank: z.boolean(),
});
/** How the screen stood before the last step. */
export type Earlier = z.infer<typeof earlierSchema>;

export const sceneOptionsSchema = z.object({
  ...view,
  /** The language of the hall's screen; null leaves it to the browser there. */
  language: z._default(z.nullable(z.enum(['id', 'en'])), null),
  revealOrder: z._default(z.enum(REVEAL_ORDERS), 'fromLast'),
  /** Whether the hall's screen moves; what stands on it in the end is the same. */
  motion: z._default(z.enum(MOTIONS), 'full'),
  /** The scene that was prepared; null for the one that follows in the order of the remote. */
  next: z._default(z.nullable(z.enum(SCENES)), null),
  /** Null where there is no step to undo. */
  earlier: z._default(z.nullable(earlierSchema), null),
});
export type SceneOptions = z.infer<typeof sceneOptionsSchema>;

export interface ProjectorState {
  readonly scene: SceneName;
  readonly options: SceneOptions;
  readonly namesHidden: boolean;
  /** Codes of agencies whose names stand on the screen although names are hidden. */
  readonly revealed: readonly string[];
  readonly isBlank: boolean;
  /** The hall keeps seeing the picture of the moment it was frozen; the remote goes on behind it. */
  readonly isFrozen: boolean;
  readonly version: number;
}

export function isSceneName(value: string): value is SceneName {
  return SCENES.some((scene) => scene === value);
}

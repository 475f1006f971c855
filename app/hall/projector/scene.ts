/**
 * What one screen shows: a complete picture, put together on the server for one viewer. Rows name agencies by their
 * place in `agencies`, so that hiding names touches one list: a name that the viewer may not see yet is not in here.
 *
 * Rows are ordered by what they show (rank, completeness, change, date), never by code: an order would give names away.
 * All figures are hundredths (285 = 2,85), levels are those of the scale (3, or with decimals 3.5), texts are in the viewer's language.
 */
import * as z from 'zod/mini';
import { shownCellSchema, shownTopicSchema } from '~/hall/table';

const count = z.int().check(z.minimum(0));
const figure = z.int();
/** Place in `agencies`. */
const agency = count;
const level = z.number().check(z.minimum(0));
const assessmentState = z.enum(['draft', 'submitted', 'approved']);

const agencyMark = z.object({
  /** Tells agencies apart on this screen; says nothing about a hidden one. */
  key: z.string(),
  /** Short name; null while it is hidden from this viewer. */
  name: z.nullable(z.string()),
  /** The viewer's own agency. */
  isOwn: z.boolean(),
  /** The facilitator stepped to it. */
  isFocused: z.boolean(),
});

const criterion = z.object({ level, text: z.string() });

const welcome = z.object({
  scene: z.literal('welcome'),
  items: z.array(
    z.object({
      id: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      topic: z.enum(['general', 'spbe', 'complaints', 'communication', 'statistics', 'cryptography']),
      title: z.string(),
      speaker: z.string(),
    }),
  ),
});

const join = z.object({
  scene: z.literal('join'),
  /** What people type, without `http://`. */
  address: z.string(),
  /** QR code as the `d` of an SVG path on a square of `qrSize` modules, quiet zone included. */
  qrPath: z.string(),
  qrSize: z.int(),
  /** False where phones of the hall cannot reach the address (the server listens on this laptop only). */
  isReachable: z.boolean(),
  joinedAgencies: count,
  agencies: count,
  people: count,
});

const progress = z.object({
  scene: z.literal('progress'),
  rows: z.array(z.object({ agency, answered: count, total: count, state: assessmentState })),
  answered: count,
  total: count,
  approved: count,
  submitted: count,
});

const table = z.object({
  scene: z.literal('table'),
  /** What all of it says; empty where it says nothing yet. */
  headline: z.string(),
  topics: z.array(shownTopicSchema),
  /** Key of the topic that orders the rows. */
  orderedBy: z.nullable(z.string()),
  /** Cells in the order of the topics. */
  rows: z.array(z.object({ agency, cells: z.array(z.nullable(shownCellSchema)) })),
});

const ranking = z.object({
  scene: z.literal('ranking'),
  rows: z.array(
    z.object({
      agency,
      rank: z.int(),
      index: figure,
      predicate: z.string(),
      isComplete: z.boolean(),
      target: z.nullable(figure),
    }),
  ),
  /** Agencies that have not begun: they have no rank. */
  unbegun: count,
  mean: z.nullable(figure),
  median: z.nullable(figure),
  bands: z.array(z.object({ predicate: z.string(), agencies: count })),
  /** The highest index there can be. */
  top: figure,
});

const radar = z.object({
  scene: z.literal('radar'),
  axes: z.array(z.string()),
  series: z.array(z.object({ agency, index: figure, values: z.array(figure) })),
  /** Mean of all agencies that have begun, per axis; empty where there is none. */
  mean: z.array(figure),
  bottom: figure,
  top: figure,
});

const heatMap = z.object({
  scene: z.literal('heatMap'),
  columns: z.array(z.object({ no: z.int(), name: z.string() })),
  rows: z.array(
    z.object({ agency, index: figure, isComplete: z.boolean(), cells: z.array(z.nullable(figure)) }),
  ),
});

const indicator = z.object({
  scene: z.literal('indicator'),
  no: z.int(),
  name: z.string(),
  aspect: z.string(),
  levels: z.array(z.object({ level, criterion: z.string(), agencies: z.array(agency) })),
  unanswered: z.array(agency),
  mean: z.nullable(figure),
});

const movement = z.object({
  scene: z.literal('movement'),
  yearBefore: z.nullable(z.int()),
  year: z.int(),
  rows: z.array(
    z.object({
      agency,
      before: z.nullable(figure),
      now: figure,
      isComplete: z.boolean(),
    }),
  ),
  meanBefore: z.nullable(figure),
  meanNow: z.nullable(figure),
  bottom: figure,
  top: figure,
});

const road = z.object({
  scene: z.literal('road'),
  /** Indicators that lie on the cheapest roads of the most agencies, the most shared first. */
  indicators: z.array(z.object({ no: z.int(), name: z.string(), agencies: count, rises: count })),
  /** Agencies below their target, the farthest first. */
  rows: z.array(
    z.object({
      agency,
      index: figure,
      target: figure,
      /** Level rises of the cheapest road; null where even the highest levels do not reach the target. */
      rises: z.nullable(count),
    }),
  ),
  /** Agencies at or above their target. */
  reached: count,
  withoutTarget: count,
  totalRises: count,
  meanNow: z.nullable(figure),
  /** Mean if everybody walked their road. */
  meanThen: z.nullable(figure),
});

const vote = z.object({
  scene: z.literal('vote'),
  /** Null where no vote was ever opened. */
  vote: z.nullable(
    z.object({
      id: z.string(),
      state: z.enum(['open', 'closed', 'revealed']),
      ballot: z.enum(['person', 'agency']),
      indicatorNo: z.int(),
      indicatorName: z.string(),
      agency,
      criteria: z.array(criterion),
      voted: count,
      eligible: count,
      /** Everything below is null until the vote is revealed. */
      tally: z.nullable(z.array(z.object({ level, votes: count }))),
      median: z.nullable(figure),
      claimed: z.nullable(level),
      agreed: z.nullable(z.object({ level, reason: z.string() })),
    }),
  ),
});

const commitments = z.object({
  scene: z.literal('commitments'),
  year: z.int(),
  rows: z.array(
    z.object({
      id: z.string(),
      agency,
      what: z.string(),
      who: z.string(),
      dueOn: z.string(),
      measure: z.string(),
      status: z.enum(['planned', 'underway', 'done', 'dropped']),
      isLate: z.boolean(),
      /** What the index would rise by once the linked indicators stand at their promised levels. */
      gain: z.nullable(figure),
    }),
  ),
  counts: z.object({ planned: count, underway: count, done: count, dropped: count, late: count }),
  agenciesWithout: count,
});

const closing = z.object({
  scene: z.literal('closing'),
  agencies: count,
  approved: count,
  mean: z.nullable(figure),
  meanBefore: z.nullable(figure),
  answered: count,
  total: count,
  votes: count,
  recommendations: count,
  commitments: count,
  /** The agencies that rose most against the year before, at most three. */
  risers: z.array(z.object({ agency, before: figure, now: figure })),
  minutesNumber: z.nullable(z.string()),
});

export const sceneSchema = z.discriminatedUnion('scene', [
  welcome,
  join,
  progress,
  table,
  ranking,
  radar,
  heatMap,
  indicator,
  movement,
  road,
  vote,
  commitments,
  closing,
]);

export const pictureSchema = z.object({
  agencies: z.array(agencyMark),
  content: sceneSchema,
});

/** The picture with what is around it: everything a screen needs. */
export const screenSchema = z.object({
  /** Newest event that this stands on. */
  asOf: z.int(),
  version: z.int(),
  /** The server's clock, ISO 8601: countdowns do not trust the laptop's. */
  serverTime: z.string(),
  rakerda: z.object({
    id: z.string(),
    name: z.string(),
    year: z.int(),
    startsOn: z.string(),
    endsOn: z.string(),
    place: z.string(),
    host: z.string(),
    timeZone: z.string(),
    isDemo: z.boolean(),
  }),
  isBlank: z.boolean(),
  isFrozen: z.boolean(),
  namesHidden: z.boolean(),
  /** See {@link SceneOptions.page}. */
  page: z.nullable(z.int()),
  /** See {@link SceneOptions.turnsSince}. */
  turnsSince: z.nullable(z.string()),
  /** The language that it is drawn in. */
  locale: z.enum(['id', 'en']),
  /** How many names stand on the screen, and of how many, while names are hidden. */
  revealed: count,
  picture: pictureSchema,
});

export type AgencyMark = z.infer<typeof agencyMark>;
export type Scene = z.infer<typeof sceneSchema>;
export type SceneOf<Name extends Scene['scene']> = Extract<Scene, { scene: Name }>;
export type Picture = z.infer<typeof pictureSchema>;
export type Screen = z.infer<typeof screenSchema>;

/** Reads a screen from the wire; null where it is not one of ours (a newer server, for example). */
export function parseScreen(value: unknown): Screen | null {
  const parsed = screenSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

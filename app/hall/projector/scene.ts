/**
 * What one screen shows: a complete picture, put together on the server for one viewer. Rows name agencies by their
 * place in `agencies`, so that hiding names touches one list: a name that the viewer may not see yet is not in here.
 *
 * Rows are ordered by what they show (rank, completeness, change, date), never by code: an order would give names away.
 * All figures are hundredths (285 = 2,85), levels are those of the scale (3, or with decimals 3.5), texts are in the viewer's language.
 */
import * as z from 'zod/mini';
import { shownCellSchema, shownTopicSchema } from '~/hall/table';
import { MOTIONS } from './projectorState';

const count = z.int().check(z.minimum(0));
const figure = z.int();
/** Place in `agencies`. */
const agency = count;
const level = z.number().check(z.minimum(0));
const assessmentState = z.enum(['draft', 'submitted', 'approved']);

/** The instrument's own scale: every axis of an index runs over it. */
const scale = z.object({
  bottom: figure,
  top: figure,
  /** Its predicates, the lowest first, each with the index that it begins at. */
  bands: z.array(z.object({ name: z.string(), from: figure })),
});

/** The mean of the complete agencies, and how many of how many these are. */
const average = z.object({
  complete: count,
  agencies: count,
  mean: z.nullable(figure),
  median: z.nullable(figure),
});

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
  /** Letters for who meets; empty where there are none. */
  monogram: z.string(),
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
  /** Those that are not complete first, the most answered of them before the others. */
  rows: z.array(
    z.object({ agency, answered: count, total: count, isComplete: z.boolean(), state: assessmentState }),
  ),
  answered: count,
  total: count,
  complete: count,
});

/**
 * Of a topic where some agency counts what others count too: how many of these others are complete, and what their
 * figures come to. Null where there are several such agencies.
 */
const whole = z.object({ topic: z.string(), parts: z.nullable(z.object({ count, sum: z.string() })) });

const table = z.object({
  scene: z.literal('table'),
  /** What all of it says; empty where it says nothing yet. */
  headline: z.string(),
  topics: z.array(shownTopicSchema),
  /** Key of the topic that orders the rows. */
  orderedBy: z.nullable(z.string()),
  wholes: z.array(whole),
  /** Cells in the order of the topics. */
  rows: z.array(z.object({ agency, cells: z.array(z.nullable(shownCellSchema)) })),
  /** Agencies without any figure that have no row. */
  without: count,
});

const topic = z.object({
  scene: z.literal('topic'),
  /** What it says; empty where it says nothing yet. */
  headline: z.string(),
  /** Null where the Rakerda has none. */
  topic: z.nullable(shownTopicSchema),
  /** Where the line of the target stands, in thousandths like a bar; null where it is of another figure, or there is none. */
  targetAt: z.nullable(count),
  /** Finished ones with the figure, and those of them that have reached the target; null where there is no target. */
  reached: z.nullable(z.object({ reached: count, known: count })),
  whole: z.nullable(whole),
  /** Finished ones first, the best of them first; behind them who counts what others count. */
  rows: z.array(
    z.object({
      agency,
      /** Null where it is not finished, where neither way is better, and where it counts what others count. */
      rank: z.nullable(z.int()),
      isFinished: z.boolean(),
      /** Length of its bar in thousandths; null where a bar would not tell the truth. */
      share: z.nullable(count),
      cell: z.nullable(shownCellSchema),
    }),
  ),
  /** Agencies without a figure that have no row. */
  without: count,
});

const districts = z.object({
  /** Agencies that have begun, and all the districts of these. */
  begun: count,
  all: count,
  /** Their rows lack nothing. */
  finished: count,
  /** Of these, those with nothing to be seen for: they have no row. */
  clean: count,
  /** What all of them come to; null where nothing is added up. */
  sum: z.nullable(count),
  /** Of that sum, what is of complete agencies: what the board of the topic adds up. Null where that is all of it or none of it. */
  complete: z.nullable(z.object({ agencies: count, sum: count, areRegencies: z.boolean() })),
  /** Its unit, beside one and beside several. */
  unitName: z.object({ one: z.string(), several: z.string() }),
});

const topicParts = z.object({
  scene: z.literal('topicParts'),
  /** What it says; empty where it says nothing yet. */
  headline: z.string(),
  /** The same without any name. */
  plain: z.string(),
  key: z.string(),
  /** Null where the Rakerda has no such topic. */
  name: z.nullable(z.string()),
  /** A row is a district of an agency, else the agency. */
  isByDistrict: z.boolean(),
  /** All figures are per cents of full points. */
  isOfFull: z.boolean(),
  /** What the figure is called that the rows are ordered by; null where a row has none of its own. */
  orderedBy: z.nullable(z.string()),
  /** The highest that this figure can be; null where its unit says so, or it has no end. */
  highest: z.nullable(z.string()),
  columns: z.array(z.object({ name: z.string(), isLowerBetter: z.boolean() })),
  /** Where the colours of the cells begin, the weakest first: of columns where more is better, of those where fewer is. */
  shades: z.array(z.object({ isLowerBetter: z.boolean(), steps: z.array(z.string()) })),
  /** Of the complete agencies, per column and of the figure that they are ordered by; null where none is, or rows are districts. */
  median: z.nullable(
    z.object({ complete: count, cells: z.array(z.string()), headline: z.nullable(z.string()) }),
  ),
  rows: z.array(
    z.object({
      agency,
      /** What it adds to the sum of the headline; null where nothing is added up. */
      amount: z.nullable(count),
      /** The district; null while its agency is hidden from this viewer, and where a row is an agency. */
      place: z.nullable(z.string()),
      isFinished: z.boolean(),
      /** The figure that it is ordered by; null where it is not complete, or has none. */
      headline: z.nullable(z.string()),
      /** Null where it is not finished. */
      cells: z.array(
        z.nullable(z.object({ figure: z.string(), shade: z.nullable(figure), isHeld: z.boolean() })),
      ),
    }),
  ),
  /** Agencies that have not begun. */
  unbegun: count,
  /** All districts there are, so that what a page shows and what is left can be told; null where rows are agencies. */
  tally: z.nullable(districts),
});

const ranking = z.object({
  scene: z.literal('ranking'),
  scale,
  yearBefore: z.nullable(z.int()),
  /** The complete ones by rank, then those that are not complete. */
  rows: z.array(
    z.object({
      agency,
      /** Null where the agency is not complete. */
      rank: z.nullable(z.int()),
      index: figure,
      /** The highest index still open; the index itself where the agency is complete. */
      ceiling: figure,
      /** What it had the year before; null where it is not complete, or was not. */
      before: z.nullable(figure),
      answered: count,
      total: count,
      target: z.nullable(figure),
    }),
  ),
  /** Agencies that have not begun have no row. */
  unbegun: count,
  average,
  /** Complete agencies by predicate, the highest first. */
  bands: z.array(z.object({ predicate: z.string(), agencies: count })),
});

const radar = z.object({
  scene: z.literal('radar'),
  axes: z.array(z.string()),
  series: z.array(
    z.object({
      agency,
      index: figure,
      answered: count,
      total: count,
      isComplete: z.boolean(),
      values: z.array(figure),
    }),
  ),
  /** Median of the complete agencies, per axis, as the heat map has it; empty where there is none. */
  median: z.array(figure),
  average,
  bottom: figure,
  top: figure,
});

const heatMap = z.object({
  scene: z.literal('heatMap'),
  /** Aspects by the median of the complete agencies, the weakest first. */
  columns: z.array(z.object({ no: z.int(), name: z.string(), median: z.nullable(figure) })),
  rows: z.array(
    z.object({
      agency,
      index: figure,
      answered: count,
      total: count,
      isComplete: z.boolean(),
      /** Null where the aspect is not completely answered. */
      cells: z.array(z.nullable(figure)),
    }),
  ),
  /** Agencies that have begun, but have no aspect that is complete, and no row. */
  without: count,
  average,
  /** The level in the middle of the scale, in hundredths: below it an aspect is weak. */
  middle: figure,
});

const indicator = z.object({
  scene: z.literal('indicator'),
  no: z.int(),
  name: z.string(),
  aspect: z.string(),
  levels: z.array(
    z.object({ level, criterion: z.string(), note: z.optional(z.string()), agencies: z.array(agency) }),
  ),
  unanswered: z.array(agency),
  mean: z.nullable(figure),
});

const movement = z.object({
  scene: z.literal('movement'),
  yearBefore: z.nullable(z.int()),
  year: z.int(),
  scale,
  /** Complete agencies, the greatest rise first; `before` is null where they were not there, or not complete, then. */
  rows: z.array(z.object({ agency, before: z.nullable(figure), now: figure })),
  /** How many are complete in both years: both means are of these. */
  compared: count,
  meanBefore: z.nullable(figure),
  meanNow: z.nullable(figure),
  /** Agencies that are not complete: they have no movement. */
  unfinished: count,
});

const road = z.object({
  scene: z.literal('road'),
  scale,
  /** Indicators that lie on the cheapest roads of the most agencies, the most shared first. */
  indicators: z.array(z.object({ no: z.int(), name: z.string(), agencies: count, rises: count })),
  /** How many indicators lie on the roads in all. */
  steps: count,
  /** Complete agencies below their target, the farthest first. */
  rows: z.array(
    z.object({
      agency,
      index: figure,
      target: figure,
      /** Level rises of the cheapest road; null where even the highest levels do not reach the target. */
      rises: z.nullable(count),
    }),
  ),
  /** Complete agencies at or above their target, the highest first. */
  reached: z.array(agency),
  withoutTarget: count,
  /** Agencies that are not complete, the most answered first: their road is to answer. */
  unfinished: z.array(agency),
  totalRises: count,
  average,
  /** The same mean if everybody walked their road. */
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
  /** Where the Rakerda is; what is late is late on this day. */
  today: z.string(),
  agenciesWithout: count,
});

const closing = z.object({
  scene: z.literal('closing'),
  monogram: z.string(),
  scale,
  agencies: count,
  approved: count,
  average,
  year: z.int(),
  /** The agencies that are complete in both years, and what their mean was and is. */
  yearBefore: z.nullable(z.int()),
  compared: count,
  meanBefore: z.nullable(figure),
  meanNow: z.nullable(figure),
  answered: count,
  total: count,
  votes: count,
  recommendations: count,
  commitments: count,
  /** The agencies that are complete in both years, the greatest rise first: what both means are of. */
  slopes: z.array(z.object({ agency, before: figure, now: figure })),
  /** In no mean: those that are not complete. */
  unfinished: z.array(z.object({ agency, answered: count, total: count })),
  minutesNumber: z.nullable(z.string()),
});

export const sceneSchema = z.discriminatedUnion('scene', [
  welcome,
  join,
  progress,
  table,
  topic,
  topicParts,
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
  /** Letters of the longest name of all, hidden ones too: a column holds its width while names come up. */
  longestName: count,
  /** Name of the viewer's own agency where it has no row here, because it has no figure yet. */
  ownLeftOut: z.optional(z.string()),
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
    /** Fingerprint of its arms or logo; null where letters stand for them. */
    arms: z.nullable(z.string()),
  }),
  isBlank: z.boolean(),
  isFrozen: z.boolean(),
  namesHidden: z.boolean(),
  /** See {@link SceneOptions.page}. */
  page: z.nullable(z.int()),
  /** See {@link SceneOptions.turnsSince}. */
  turnsSince: z.nullable(z.string()),
  /** What the facilitator wrote above the scene; null for what its figures say. */
  headline: z.nullable(z.string()),
  /** Whether the screen may move. */
  motion: z.enum(MOTIONS),
  /** The language that it is drawn in. */
  locale: z.enum(['id', 'en']),
  /** How many names stand on the screen, and of how many, while names are hidden. */
  revealed: count,
  picture: pictureSchema,
});

export type Scale = z.infer<typeof scale>;
export type Districts = z.infer<typeof districts>;
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

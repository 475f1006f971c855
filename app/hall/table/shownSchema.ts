/** What a topic and a cell are on their way to a page or a screen of the hall: texts and places, ready to be drawn. */
import * as z from 'zod/mini';

const text = z.string();
const place = z.int().check(z.minimum(0));

/** What is left out is not there: a country's table is thousands of these. */
export const shownCellSchema = z.object({
  /** As it is read: `3,83`, `95,7%`, `6/7`; left out where there is none. */
  figure: z.optional(text),
  /** `12/47` where it is unfinished. */
  part: z.optional(text),
  /** Place among the bands of the topic. */
  band: z.optional(place),
  /** `+0,30` against the year before, where it is finished. */
  change: z.optional(text),
  /** Of a change that goes one way or the other. */
  isBetter: z.optional(z.boolean()),
  isWeak: z.optional(z.boolean()),
  /** `target: kurang 0,14`, with the name of the figure where that is not the headline; left out where none is set or known. */
  target: z.optional(z.object({ isReached: z.boolean(), says: text })),
  remarks: z.optional(z.array(text)),
  /** On the hall's screen: it counts what others of the table count too, like a province. */
  isWhole: z.optional(z.boolean()),
  /** The reader may not see it yet. */
  isClosed: z.optional(z.boolean()),
});
export type ShownCell = z.infer<typeof shownCellSchema>;

export const shownTopicSchema = z.object({
  key: text,
  name: text,
  measure: text,
  isProposal: z.boolean(),
  isLowerBetter: z.boolean(),
  /** The lowest first. */
  bands: z.array(text),
  yearBefore: z.nullable(z.int()),
  /** `paling sedikit 95,00%`, with the name of the figure where that is not the headline; null where there is none in common. */
  target: z.nullable(text),
});
export type ShownTopic = z.infer<typeof shownTopicSchema>;

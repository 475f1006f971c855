/** The kinds of instrument, told apart in this one place: by what a file says of itself. */
import type { ShapeWords } from './fileReader';
import { ladderKind } from './ladder/kind';
import { type Ladder, parseLadder } from './ladder/schema';
import { metricsKind } from './metrics/kind';
import { type Metrics, parseMetrics } from './metrics/schema';
import { once } from './once';
import { pointsKind } from './points/kind';
import { parsePoints, type Points } from './points/schema';
import { type Instrument, parseInstrument } from './schema';
import type { Figures, TopicKind } from './topicKind';

/** What is kept as one sheet of figures per agency. */
export type Topic = Metrics | Ladder | Points;
export type AnyInstrument = Instrument | Topic;

/**
 * Reads an instrument of whatever kind out of parsed JSON.
 * @param words what is said of a wrong shape
 * @throws InstrumentError naming the place of every problem
 */
export function parseAnyInstrument(json: unknown, words?: ShapeWords): AnyInstrument {
  const kind: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'kind') : null;
  if (kind === 'metrics') return parseMetrics(json, words);
  if (kind === 'points') return parsePoints(json, words);
  return kind === 'ladder' ? parseLadder(json, words) : parseInstrument(json, words);
}

export function isTopic(instrument: AnyInstrument): instrument is Topic {
  return instrument.kind !== 'maturity';
}

/** What a topic can say of itself. */
export const kindOf = once((topic: Topic): TopicKind => {
  switch (topic.kind) {
    case 'metrics':
      return metricsKind(topic);
    case 'ladder':
      return ladderKind(topic);
    case 'points':
      return pointsKind(topic);
  }
});

/** A whole sheet with nothing in it. */
export function emptyFigures(topic: Topic): Figures {
  return figuresFor(topic, {});
}

/** The figures of every code of the topic and of no other. */
export function figuresFor(topic: Topic, stored: Figures): Figures {
  return Object.fromEntries(kindOf(topic).codes.map((code) => [code, stored[code] ?? null]));
}

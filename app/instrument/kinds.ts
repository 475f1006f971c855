/** The kinds of instrument, told apart in this one place: by what a file says of itself. */
import { type Metrics, parseMetrics } from './metrics/schema';
import { type Instrument, parseInstrument } from './schema';

export type AnyInstrument = Instrument | Metrics;

/**
 * Reads an instrument of whatever kind out of parsed JSON.
 * @throws InstrumentError naming the place of every problem
 */
export function parseAnyInstrument(json: unknown): AnyInstrument {
  const isMetrics = typeof json === 'object' && json !== null && Reflect.get(json, 'kind') === 'metrics';
  return isMetrics ? parseMetrics(json) : parseInstrument(json);
}

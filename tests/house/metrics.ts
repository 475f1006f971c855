/** Topics of numbers: a small one of four fields with whatever is reckoned with them, and one that counts a register. */
import { readFileSync } from 'node:fs';
import { type Metrics, parseMetrics } from '~/instrument/metrics';
import { metricsFile, type SmallMeasure } from './metricsFile';

export const CONNECTIVITY = parseMetrics(
  JSON.parse(readFileSync(new URL('../../seeds/instruments/konektivitas.json', import.meta.url), 'utf8')),
);

export const smallMetrics = (measures: Readonly<Record<string, SmallMeasure>>, more: object = {}): Metrics =>
  parseMetrics(metricsFile(measures, more));

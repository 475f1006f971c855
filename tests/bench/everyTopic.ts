/** The core alone over every instrument that is shipped: what the table of a Rakerda costs where a whole country meets. */
import { readdirSync, readFileSync } from 'node:fs';
import { type AnyInstrument, indicatorsOf, parseAnyInstrument, score, wholeLevels } from '~/instrument';
import { type Figures, isTopic, kindOf, type Topic } from '~/instrument/topic';
import { AGENCIES } from './data';
import { held, type Line, ms, percentile, shown } from './report';

const FOLDER = new URL('../../seeds/instruments/', import.meta.url);
const ROUNDS = 40;

export function benchEveryTopic(): readonly Line[] {
  const instruments = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseAnyInstrument(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
  const each = instruments.map((instrument) => ({ code: instrument.code, took: measure(instrument) }));
  const whole = each.reduce((sum, { took }) => sum + took, 0);
  return [
    ...each.map(({ code, took }) => shown(`${AGENCIES} × ${code} scored, median`, ms(took))),
    held(`${AGENCIES} × all ${instruments.length} instruments scored`, ms(whole), '≤ 30 ms', whole <= 30),
  ];
}

/** Milliseconds that all agencies take, each filled in otherwise; the median of the later rounds. */
function measure(instrument: AnyInstrument): number {
  const work = isTopic(instrument) ? outcomes(instrument) : scores(instrument);
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const found = work();
    if (round >= ROUNDS / 4) took.push(performance.now() - started);
    if (found !== AGENCIES) throw new Error(`${instrument.code}: ${found} of ${AGENCIES} have a figure`);
  }
  return percentile(took, 0.5);
}

/** How many have an index. */
function scores(instrument: Exclude<AnyInstrument, Topic>): () => number {
  const levels = wholeLevels(instrument.level);
  const questions = indicatorsOf(instrument).length;
  const all = everyAgency((agency) =>
    Array.from({ length: questions }, (_, i) => levels[(agency * 31 + i * 17) % levels.length] ?? 0),
  );
  return () => all.filter((one) => score(instrument, one).whole.index.hundredths > 0).length;
}

/** How many have a headline or the reason why not. */
function outcomes(topic: Topic): () => number {
  const kind = kindOf(topic);
  const all = everyAgency((agency): Figures =>
    Object.fromEntries(
      kind.codes.map((code, i) => {
        const choices = kind.asked(code)?.choices ?? [];
        const value = agency * 31 + i * 17;
        return [code, choices.length > 0 ? (choices[value % choices.length] ?? null) : value % 90];
      }),
    ),
  );
  return () => all.filter((figures) => kind.outcome(figures).filled > 0).length;
}

function everyAgency<T>(make: (agency: number) => T): readonly T[] {
  return Array.from({ length: AGENCIES }, (_, agency) => make(agency));
}

/** Whether the predecessors that a file names are there: what it cannot say alone. */
import { type InstrumentProblem, problemAt, type Told, told } from './fileReader';
import { type AnyInstrument, isTopic } from './kinds';
import { findIndicator } from './lookup';

/** @param find the newest of what is known under a code */
export function unknownPredecessors(
  instrument: AnyInstrument,
  find: (code: string) => AnyInstrument | null,
): readonly InstrumentProblem[] {
  if (!isTopic(instrument) || !instrument.predecessors) return [];
  return instrument.predecessors.pairs.flatMap((pair, p) => {
    const problem = (of: readonly (string | number)[], said: Told) =>
      problemAt(instrument, ['predecessors', 'pairs', p, ...of], said);
    const other = find(pair.instrument);
    if (!other) return [problem(['instrument'], told`instrument "${pair.instrument}" is not known`)];
    if (isTopic(other)) return [problem(['instrument'], told`instrument "${other.code}" has no levels`)];
    return pair.indicators.flatMap((no, i) =>
      findIndicator(other, no)
        ? []
        : [problem(['indicators', i], told`there is no indicator ${no} in "${other.code}"`)],
    );
  });
}

/** The Rakerda before this one, as far as this one can be measured against it. */
import { parseLevels } from '~/assessment/index.server';
import { type Standing, wholeRange } from '~/instrument';
import { findYearBefore } from '~/rakerda/yearBefore.server';
import type { Drawing } from './drawing.server';

export interface Before {
  readonly id: string;
  readonly year: number;
  /** Where each agency was approved, by its code. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/**
 * The Rakerda that this one was copied from; where there is none, the newest earlier one in which an agency of this one
 * was approved with the same instrument. One Rakerda for all: figures of different years make no movement.
 */
export async function readBefore(
  drawing: Pick<Drawing, 'db' | 'instruments' | 'rakerda' | 'instrument'>,
): Promise<Before | null> {
  const { db, instruments, rakerda, instrument } = drawing;
  const previous = await findYearBefore(db, rakerda, instrument.code);
  if (!previous) return null;
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('rakerda_agency', (join) =>
      join
        .onRef('rakerda_agency.agency_code', '=', 'assessment.agency_code')
        .on('rakerda_agency.rakerda_id', '=', rakerda.id),
    )
    .select(['assessment.agency_code as code', 'assessment.instrument_version as version', 'levels'])
    .where('assessment.rakerda_id', '=', previous.id)
    .where('assessment.instrument_code', '=', instrument.code)
    .where('assessment.state', '=', 'approved')
    .execute();
  const standings = new Map<string, Standing>();
  for (const { code, version, levels } of rows) {
    standings.set(code, wholeRange(instruments.get(instrument.code, version), parseLevels(levels)));
  }
  return { ...previous, standings };
}

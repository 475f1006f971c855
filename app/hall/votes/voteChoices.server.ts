/** What a facilitator chooses from when opening a vote. */
import type { Db } from '#db/database';
import { indicatorsOf, type Instrument, type Locale, localize } from '~/instrument';
import type { VoteFacts } from './voteRows.server';

export interface IndicatorGroup {
  /** Name of the aspect, with the instrument before it where there are several. */
  readonly name: string;
  readonly indicators: readonly { readonly value: string; readonly no: number; readonly name: string }[];
}

/** Every indicator of the instruments, by aspect. */
export function readIndicatorChoices(
  instruments: readonly Instrument[],
  locale: Locale,
): readonly IndicatorGroup[] {
  return instruments.flatMap((instrument) =>
    instrument.domains
      .flatMap((domain) => domain.aspects)
      .map((aspect) => ({
        name:
          (instruments.length > 1 ? `${localize(instrument.shortName, locale)} – ` : '') +
          localize(aspect.name, locale),
        indicators: aspect.indicators.map(({ no, name }) => ({
          value: `${instrument.code}:${String(no)}`,
          no,
          name: localize(name, locale),
        })),
      })),
  );
}

export interface FlaggedQuestion {
  readonly value: string;
  readonly no: number;
  readonly name: string;
  /** The instrument's: stored level = real level × unit. */
  readonly unit: number;
  readonly agencies: readonly {
    readonly code: string;
    readonly name: string;
    /** Stored level that the agency claims. */
    readonly level: number | null;
    /** The newest vote on this, where there was one. */
    readonly voteId: string | null;
  }[];
}

/** What agencies flagged for the plenary, the most flagged indicators first. */
export async function readFlagged(
  db: Db,
  rakerdaId: string,
  instruments: readonly Instrument[],
  votes: readonly VoteFacts[],
  locale: Locale,
): Promise<readonly FlaggedQuestion[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .select([
      'assessment.instrument_code',
      'answer.indicator_no',
      'answer.level',
      'agency.code',
      'agency.name',
    ])
    .where('assessment.rakerda_id', '=', rakerdaId)
    .where('answer.discuss', '=', 1)
    .orderBy('agency.code')
    .execute();
  const questions = instruments.flatMap((instrument) =>
    indicatorsOf(instrument).map((indicator): FlaggedQuestion => ({
      value: `${instrument.code}:${String(indicator.no)}`,
      no: indicator.no,
      name: localize(indicator.name, locale),
      unit: instrument.level.unit,
      agencies: rows
        .filter((row) => row.instrument_code === instrument.code && row.indicator_no === indicator.no)
        .map(({ code, name, level }) => ({
          code,
          name,
          level,
          voteId:
            votes.find(
              (vote) =>
                vote.instrumentCode === instrument.code &&
                vote.indicatorNo === indicator.no &&
                vote.agencyCode === code,
            )?.id ?? null,
        })),
    })),
  );
  return questions
    .filter(({ agencies }) => agencies.length > 0)
    .sort((a, b) => b.agencies.length - a.agencies.length);
}

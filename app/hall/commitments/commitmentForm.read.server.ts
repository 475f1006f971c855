/** What the form of a commitment needs of the agency: where it stands, and the cheapest road to its target. */
import { randomUUID } from 'node:crypto';
import { parseLevels } from '~/assessment/index.server';
import {
  type Instrument,
  type Levels,
  type Locale,
  localize,
  planRises,
  storedRange,
  wholeLevels,
} from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { type LinkedRise, type Standing, standingOf } from './commitment';
import { type AgencyChoice, readInstruments } from './plenary.read.server';

export interface FormAspect {
  readonly no: number;
  readonly name: string;
  readonly indicators: readonly {
    readonly no: number;
    readonly name: string;
    /** Stored level it stands on. */
    readonly level: number;
    /** Whole levels that can be promised: above where it stands. */
    readonly open: readonly number[];
  }[];
}

export type FormPlan =
  | {
      readonly kind: 'reached';
      readonly target: number;
      readonly reaches: number;
      readonly rises: readonly LinkedRise[];
    }
  | { readonly kind: 'already'; readonly target: number }
  | { readonly kind: 'none' };

export interface CommitmentFormData {
  readonly agency: AgencyChoice;
  readonly instrumentCode: string;
  readonly others: readonly { readonly code: string; readonly name: string }[];
  readonly unit: number;
  readonly aspects: readonly FormAspect[];
  readonly standing: Standing;
  readonly plan: FormPlan;
  readonly key: string;
}

/**
 * Only for those who may write commitments of the agency: it shows levels of drafts.
 * @param wished the instrument asked for; the first of the Rakerda where it has no such
 */
export async function readCommitmentForm(
  scope: MeetingScope,
  agency: AgencyChoice,
  wished: string | null,
): Promise<CommitmentFormData | null> {
  const { db, place, locale } = scope;
  const all = await readInstruments(scope, place.row.id);
  const instrument = all.find(({ code }) => code === wished) ?? all[0];
  if (!instrument) return null;
  const row = await db
    .selectFrom('assessment')
    .select(['assessment.levels', targetOfAssessment().as('target')])
    .where('assessment.rakerda_id', '=', place.row.id)
    .where('assessment.instrument_code', '=', instrument.code)
    .where('assessment.agency_code', '=', agency.code)
    .executeTakeFirst();
  if (!row) return null;
  const levels = parseLevels(row.levels);
  const standing = standingOf(instrument, levels);
  return {
    agency,
    instrumentCode: instrument.code,
    others: all
      .filter((one) => one !== instrument)
      .map((one) => ({ code: one.code, name: localize(one.shortName, locale) })),
    unit: instrument.level.unit,
    aspects: aspectsOf(instrument, standing, locale),
    standing,
    plan: planOf(instrument, levels, row.target),
    key: randomUUID(),
  };
}

function aspectsOf(instrument: Instrument, standing: Standing, locale: Locale): readonly FormAspect[] {
  const whole = wholeLevels(instrument.level);
  const lowest = storedRange(instrument).min;
  return instrument.domains.flatMap((domain) =>
    domain.aspects.map((aspect) => ({
      no: aspect.no,
      name: localize(aspect.name, locale),
      indicators: aspect.indicators.map(({ no, name }) => {
        const level = standing.levels[no - 1] ?? lowest;
        return {
          no,
          name: localize(name, locale),
          level,
          open: whole.filter((one) => one > level),
        };
      }),
    })),
  );
}

function planOf(instrument: Instrument, levels: Levels, target: number | null): FormPlan {
  if (target === null) return { kind: 'none' };
  const plan = planRises(instrument, levels, { targetHundredths: target });
  switch (plan.kind) {
    case 'already':
      return { kind: 'already', target };
    case 'impossible':
      return { kind: 'none' };
    case 'reached':
      return {
        kind: 'reached',
        target,
        reaches: plan.resulting.hundredths,
        rises: plan.rises.map(({ no, to }) => ({ no, toLevel: to })),
      };
  }
}

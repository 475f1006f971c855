/** What the start page and the set-up page read. Who may read what is asked of the policy, row by row. */
import type { Db } from '#db/database';
import type { AgencyRow, AssessmentState, RakerdaRow } from '#db/schema';
import { parseLevels } from '~/assessment';
import {
  type Figure,
  indicatorsOf,
  type Locale,
  localize,
  meanHundredths,
  score,
  wholeIndex,
} from '~/instrument';
import { type Actor, isUnderWay, may } from '~/policy';
import { maySeeFigures } from '~/policy';
import type { InstrumentLibrary } from './instrumentLibrary.server';
import type { RakerdaPlace } from './scope.server';
import { type NextStep, nextStep, nextStepPath } from './nextStep';

/** Every Rakerda the actor may read, the newest first, as the actor stands to it. */
export async function listRakerdaPlaces(db: Db, actor: Actor): Promise<readonly RakerdaPlace[]> {
  const rows = await db
    .selectFrom('rakerda')
    .selectAll('rakerda')
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('rakerda_member')
            .select('account_id')
            .whereRef('rakerda_member.rakerda_id', '=', 'rakerda.id')
            .where('rakerda_member.account_id', '=', actor.id),
        )
        .as('is_member'),
      eb
        .exists(
          eb
            .selectFrom('rakerda_agency')
            .select('agency_code')
            .whereRef('rakerda_agency.rakerda_id', '=', 'rakerda.id')
            .where('rakerda_agency.agency_code', '=', actor.agencyCode ?? ''),
        )
        .as('takes_part'),
    ])
    .orderBy('year', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy('name')
    .execute();
  return rows
    .map(({ is_member, takes_part, ...row }) => ({
      row,
      rakerda: {
        id: row.id,
        isDemo: row.is_demo === 1,
        actorIsMember: Boolean(is_member),
        actorParticipates: Boolean(takes_part),
      },
    }))
    .filter((place) => may(actor, 'rakerda.read', place));
}

/** What every card and header says about a Rakerda. */
export interface RakerdaFacts {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly host: string;
  readonly timeZone: string;
  readonly state: RakerdaRow['state'];
  readonly isDemo: boolean;
}

export function rakerdaFacts(row: RakerdaRow): RakerdaFacts {
  return {
    id: row.id,
    name: row.name,
    year: row.year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    host: row.host,
    timeZone: row.time_zone,
    state: row.state,
    isDemo: row.is_demo === 1,
  };
}

/** One assessment of the actor's own agency. */
export interface OwnAssessment {
  readonly rakerda: RakerdaFacts;
  readonly underWay: boolean;
  readonly instrumentName: string;
  readonly path: string;
  readonly state: AssessmentState;
  readonly returnNote: string | null;
  readonly answered: number;
  readonly total: number;
  readonly index: number;
  readonly predicate: string;
  readonly ceiling: number;
  readonly target: number | null;
  readonly next: NextStep;
  readonly nextPath: string;
}

/** The assessments of the actor's agency, the newest Rakerda first. */
export async function listOwnAssessments(
  db: Db,
  instruments: InstrumentLibrary,
  actor: Actor,
  locale: Locale,
): Promise<readonly OwnAssessment[]> {
  const { agencyCode } = actor;
  if (agencyCode === null) return [];
  const places = await listRakerdaPlaces(db, actor);
  const assessments = await db
    .selectFrom('assessment')
    .innerJoin('rakerda_agency', (join) =>
      join
        .onRef('rakerda_agency.rakerda_id', '=', 'assessment.rakerda_id')
        .onRef('rakerda_agency.agency_code', '=', 'assessment.agency_code'),
    )
    .selectAll('assessment')
    .select('rakerda_agency.target_hundredths')
    .where('assessment.agency_code', '=', agencyCode)
    .orderBy('assessment.instrument_code')
    .execute();
  const found: OwnAssessment[] = [];
  for (const place of places) {
    if (!may(actor, 'assessment.read', { ...place, agencyCode })) continue;
    for (const assessment of assessments.filter((row) => row.rakerda_id === place.row.id)) {
      const instrument = instruments.get(assessment.instrument_code, assessment.instrument_version);
      const levels = parseLevels(assessment.levels);
      const { whole, predicate } = score(instrument, levels);
      const path = `/rakerda/${place.row.id}/${assessment.instrument_code}/${agencyCode}`;
      const next = nextStep({
        rakerdaState: place.row.state,
        state: assessment.state,
        firstUnanswered: indicatorsOf(instrument)[levels.indexOf(null)]?.no ?? null,
        answered: whole.answered,
        total: whole.total,
        reopened: assessment.return_note !== null,
        mayApprove: may(actor, 'assessment.approve', { ...place, agencyCode }),
      });
      found.push({
        rakerda: rakerdaFacts(place.row),
        underWay: isUnderWay(place.row.state),
        instrumentName: localize(instrument.shortName, locale),
        path,
        state: assessment.state,
        returnNote: assessment.state === 'draft' ? assessment.return_note : null,
        answered: whole.answered,
        total: whole.total,
        index: whole.index.hundredths,
        predicate: localize(predicate.name, locale),
        ceiling: whole.ceiling.hundredths,
        target: assessment.target_hundredths,
        next,
        nextPath: nextStepPath(next, place.row.id, path),
      });
    }
  }
  return found;
}

/** How far a Rakerda has come, in the eyes of somebody who works on it. */
export interface RakerdaProgress {
  readonly rakerda: RakerdaFacts;
  readonly instrumentCode: string | null;
  readonly instrumentName: string | null;
  readonly total: number;
  readonly counts: Readonly<Record<AssessmentState, number>>;
  /** Mean of the indices the actor may read, in hundredths; null where there are none. */
  readonly mean: number | null;
  /** Some of those are not completely answered. */
  readonly provisional: boolean;
  readonly mayCompare: boolean;
  readonly mayDownload: boolean;
}

/** Every Rakerda the actor may read, with its progress. For those who read drafts: counts tell drafts apart. */
export async function listProgress(
  db: Db,
  instruments: InstrumentLibrary,
  actor: Actor,
  locale: Locale,
): Promise<readonly RakerdaProgress[]> {
  const places = await listRakerdaPlaces(db, actor);
  const list: RakerdaProgress[] = [];
  for (const place of places) {
    const pinned = await listPinned(db, place.row.id);
    const first = pinned[0];
    const instrument = first ? instruments.get(first.code, first.version) : null;
    const assessments = first
      ? await db
          .selectFrom('assessment')
          .select(['agency_code', 'state', 'levels', 'answered'])
          .where('rakerda_id', '=', place.row.id)
          .where('instrument_code', '=', first.code)
          .execute()
      : [];
    const counts = { draft: 0, submitted: 0, approved: 0 };
    const figures: Figure[] = [];
    let provisional = false;
    for (const { agency_code: agencyCode, state, levels, answered } of assessments) {
      counts[state] += 1;
      if (!instrument || !maySeeFigures(actor, place, agencyCode, state)) continue;
      figures.push(wholeIndex(instrument, parseLevels(levels)));
      provisional ||= answered < indicatorsOf(instrument).length;
    }
    list.push({
      rakerda: rakerdaFacts(place.row),
      instrumentCode: first?.code ?? null,
      instrumentName: instrument ? localize(instrument.shortName, locale) : null,
      total: assessments.length,
      counts,
      mean: meanHundredths(figures),
      provisional,
      mayCompare: may(actor, 'comparison.read', place),
      mayDownload: may(actor, 'release.download', place),
    });
  }
  return list;
}

/** The instrument versions of a Rakerda. */
export async function listPinned(
  db: Db,
  rakerdaId: string,
): Promise<readonly { readonly code: string; readonly version: string }[]> {
  return db
    .selectFrom('rakerda_instrument')
    .select(['instrument_code as code', 'instrument_version as version'])
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('instrument_code')
    .execute();
}

export interface InstrumentChoice {
  /** `code@version`. */
  readonly value: string;
  readonly name: string;
  readonly version: string;
  readonly repealed: boolean;
  readonly note: string;
}

/** The newest version of every instrument, those in force first. */
export async function listInstrumentChoices(
  db: Db,
  instruments: InstrumentLibrary,
  locale: Locale,
): Promise<readonly InstrumentChoice[]> {
  const rows = await db.selectFrom('instrument').select(['code', 'version']).orderBy('code').execute();
  const newest = new Map<string, string>();
  for (const { code, version } of rows) {
    const known = newest.get(code);
    if (known === undefined || isNewer(version, known)) newest.set(code, version);
  }
  const choices = await Promise.all(
    [...newest].map(async ([code, version]): Promise<InstrumentChoice> => {
      const instrument = instruments.get(code, version);
      return {
        value: `${code}@${version}`,
        name: localize(instrument.name, locale),
        version,
        repealed: instrument.regulation.status === 'repealed',
        note: localize(instrument.regulation.note, locale),
      };
    }),
  );
  return choices.sort((a, b) => Number(a.repealed) - Number(b.repealed));
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

export type AgencyChoice = Pick<AgencyRow, 'code' | 'name'>;

export async function listProvinces(db: Db): Promise<readonly AgencyChoice[]> {
  return db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('kind', '=', 'province')
    .orderBy('name')
    .execute();
}

/** The regencies and cities of a province; none where there is no such province. */
export async function listAgenciesOf(db: Db, provinceCode: string): Promise<readonly AgencyChoice[]> {
  if (provinceCode === '') return [];
  return db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('province_code', '=', provinceCode)
    .orderBy('code')
    .execute();
}

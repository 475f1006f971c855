/** What the start page and the set-up page read. Who may read what is asked of the policy, row by row. */
import type { Db } from '#db/database';
import type { AgencyRow, AssessmentRow, AssessmentState, RakerdaRow } from '#db/schema';
import type { Scope } from '~/accounts/scope.server';
import { parseLevels } from '~/assessment';
import { indicatorsOf, type Instrument, localize, meanHundredths, score, wholeIndex } from '~/instrument';
import { isUnderWay, may, maySeeFigures } from '~/policy';
import { type NextStep, nextStep, nextStepPath } from './nextStep';
import { assessmentPath } from './pages';
import { placeOf, type RakerdaPlace, selectPlaces } from './scope.server';
import { targetOfAssessment } from './targets.server';

/** Every Rakerda the actor may read, the newest first, as the actor stands to it. */
export async function listRakerdaPlaces({
  db,
  actor,
}: Pick<Scope, 'db' | 'actor'>): Promise<readonly RakerdaPlace[]> {
  const rows = await selectPlaces(db, actor)
    .orderBy('year', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(placeOf).filter((place) => may(actor, 'rakerda.read', place));
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

type Reader = Pick<Scope, 'db' | 'instruments' | 'actor' | 'locale'>;

/** The assessments of the actor's agency, the newest Rakerda first. */
export async function listOwnAssessments(scope: Reader): Promise<readonly OwnAssessment[]> {
  const { db, instruments, actor, locale } = scope;
  const { agencyCode } = actor;
  if (agencyCode === null) return [];
  const places = await listRakerdaPlaces(scope);
  const assessments = await db
    .selectFrom('assessment')
    .selectAll('assessment')
    .select(targetOfAssessment().as('target'))
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
      const path = assessmentPath(place.row.id, assessment.instrument_code, agencyCode);
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
        target: assessment.target,
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
  readonly instruments: readonly InstrumentProgress[];
  readonly mayCompare: boolean;
  readonly mayDownload: boolean;
}

/** The same for one of its instruments. */
export interface InstrumentProgress {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  readonly counts: Readonly<Record<AssessmentState, number>>;
  /** Mean of the indices the actor may read, in hundredths; null where there are none. */
  readonly mean: number | null;
  /** Some of those are not completely answered. */
  readonly provisional: boolean;
}

/** Every Rakerda the actor may read, with its progress. For those who read drafts: counts tell drafts apart. */
export async function listProgress(scope: Reader): Promise<readonly RakerdaProgress[]> {
  const list: RakerdaProgress[] = [];
  for (const place of await listRakerdaPlaces(scope)) {
    const assessments = await scope.db
      .selectFrom('assessment')
      .select(['agency_code', 'instrument_code', 'state', 'levels', 'answered'])
      .where('rakerda_id', '=', place.row.id)
      .execute();
    const pinned = await loadPinned(scope, place.row.id);
    list.push({
      rakerda: rakerdaFacts(place.row),
      instruments: pinned.map((instrument) =>
        progressOf(
          scope,
          place,
          instrument,
          assessments.filter((row) => row.instrument_code === instrument.code),
        ),
      ),
      mayCompare: may(scope.actor, 'comparison.read', place),
      mayDownload: may(scope.actor, 'release.download', place),
    });
  }
  return list;
}

function progressOf(
  { actor, locale }: Reader,
  place: RakerdaPlace,
  instrument: Instrument,
  assessments: readonly Pick<AssessmentRow, 'agency_code' | 'state' | 'levels' | 'answered'>[],
): InstrumentProgress {
  const counts = { draft: 0, submitted: 0, approved: 0 };
  for (const { state } of assessments) counts[state] += 1;
  const seen = assessments.filter((row) => maySeeFigures(actor, place, row.agency_code, row.state));
  return {
    code: instrument.code,
    name: localize(instrument.shortName, locale),
    total: assessments.length,
    counts,
    mean: meanHundredths(seen.map(({ levels }) => wholeIndex(instrument, parseLevels(levels)))),
    provisional: seen.some(({ answered }) => answered < indicatorsOf(instrument).length),
  };
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

/** The same, loaded. */
export async function loadPinned(
  { db, instruments }: Pick<Scope, 'db' | 'instruments'>,
  rakerdaId: string,
): Promise<readonly Instrument[]> {
  return (await listPinned(db, rakerdaId)).map(({ code, version }) => instruments.get(code, version));
}

export interface InstrumentChoice {
  readonly code: string;
  /** `code@version`. */
  readonly value: string;
  readonly name: string;
  readonly version: string;
  readonly repealed: boolean;
  readonly note: string;
}

/** The newest version of every instrument, those in force first. */
export async function listInstrumentChoices({
  db,
  instruments,
  locale,
}: Pick<Scope, 'db' | 'instruments' | 'locale'>): Promise<readonly InstrumentChoice[]> {
  const rows = await db.selectFrom('instrument').select(['code', 'version']).orderBy('code').execute();
  const newest = new Map<string, string>();
  for (const { code, version } of rows) {
    const known = newest.get(code);
    if (known === undefined || isNewer(version, known)) newest.set(code, version);
  }
  return [...newest]
    .map(([code, version]): InstrumentChoice => {
      const { name, regulation } = instruments.get(code, version);
      return {
        code,
        value: `${code}@${version}`,
        name: localize(name, locale),
        version,
        repealed: regulation.status === 'repealed',
        note: localize(regulation.note, locale),
      };
    })
    .sort((a, b) => Number(a.repealed) - Number(b.repealed));
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

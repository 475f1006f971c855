/** What the start page reads. Who may read what is asked of the policy, row by row. */
import type { AssessmentRow, AssessmentState } from '#db/schema';
import type { Scope } from '~/accounts/requestScope.server';
import { parseLevels } from '~/assessment';
import {
  type Average,
  averageOf,
  indicatorsOf,
  type Instrument,
  localize,
  score,
  wholeRange,
} from '~/instrument';
import { assessmentPath } from '~/paths';
import { isUnderWay, may, maySeeFigures, stepsOpenTo } from '~/policy';
import { type NextStep, nextStep, nextStepPath } from './nextStep';
import type { RakerdaPlace } from '~/rakerda/meetingScope.server';
import {
  listRakerdaPlaces,
  loadPinned,
  type RakerdaFacts,
  rakerdaFacts,
} from '~/rakerda/rakerdaFacts.server';
import { targetOfAssessment } from '~/rakerda/targets.server';

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
  /** The Rakerda measures topics besides. */
  readonly hasTopics: boolean;
  /** How many sheets of topics wait for the reader to decide on them. */
  readonly topicsWaiting: number;
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
  const measuring = await db.selectFrom('rakerda_topic').select('rakerda_id').distinct().execute();
  const withTopics = new Set(measuring.map((row) => row.rakerda_id));
  const waiting = await db
    .selectFrom('topic_sheet')
    .select((eb) => ['rakerda_id', eb.fn.countAll<number>().as('sheets')])
    .where('agency_code', '=', agencyCode)
    .where('state', '=', 'submitted')
    .groupBy('rakerda_id')
    .execute();
  const waitingIn = new Map(waiting.map((row) => [row.rakerda_id, row.sheets]));
  const found: OwnAssessment[] = [];
  for (const place of places) {
    if (!may(actor, 'assessment.read', { ...place, agencyCode })) continue;
    const mayDecide = stepsOpenTo(actor, { ...place, agencyCode }, place.row.state, 'submitted').includes(
      'approve',
    );
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
        hasTopics: withTopics.has(place.row.id),
        topicsWaiting: mayDecide ? (waitingIn.get(place.row.id) ?? 0) : 0,
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
  /** Of the agencies whose figures the actor may read. */
  readonly average: Average;
}

/** Every Rakerda the actor may read, with its progress. For those who read drafts: counts tell drafts apart. */
export async function listProgress(scope: Reader): Promise<readonly RakerdaProgress[]> {
  const list: RakerdaProgress[] = [];
  for (const place of await listRakerdaPlaces(scope)) {
    const assessments = await scope.db
      .selectFrom('assessment')
      .select(['agency_code', 'instrument_code', 'state', 'levels'])
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
  assessments: readonly Pick<AssessmentRow, 'agency_code' | 'state' | 'levels'>[],
): InstrumentProgress {
  const counts = { draft: 0, submitted: 0, approved: 0 };
  for (const { state } of assessments) counts[state] += 1;
  const seen = assessments.filter((row) => maySeeFigures(actor, place, row.agency_code, row.state));
  return {
    code: instrument.code,
    name: localize(instrument.shortName, locale),
    total: assessments.length,
    counts,
    average: averageOf(seen.map(({ levels }) => wholeRange(instrument, parseLevels(levels)))),
  };
}

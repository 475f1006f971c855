/** Answers the planner's question on the server, where the criteria are. */
import { redirect } from '@remix-run/node';
import {
  findIndicator,
  type Instrument,
  type Levels,
  type Locale,
  localize,
  type PlanGoal,
  planRises,
  predicateFor,
  type Rise,
  scaleLevelName,
  standingLevels,
  storedLevel,
  targetForPredicate,
  wholeIndex,
} from '~/instrument';
import { allows, may } from '~/policy';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import {
  checkPlan,
  isLongSpelling,
  OWN_GOAL,
  type PlanChoice,
  type PlanProblem,
  planSchema,
  planSearch,
  type PlanValues,
  RAKERDA_GOAL,
  readPlanValues,
} from './planForm';
import { nextPredicate } from './resultReading';
import { resultWords } from './resultWords';
import { readPlace, type ResultPlace } from './result.read.server';

/** What one rise asks for, worded. */
export interface RiseView extends Rise {
  readonly name: string;
  readonly fromName: string;
  /** The levels on the way, the last one is where it ends. */
  readonly steps: readonly {
    readonly level: number;
    readonly name: string;
    readonly criterion: string;
    readonly evidence: readonly string[];
  }[];
}

export type PlanView =
  | {
      readonly kind: 'reached';
      readonly cost: number;
      readonly hundredths: number;
      readonly predicate: string;
      readonly rises: readonly RiseView[];
    }
  | { readonly kind: 'already' }
  | { readonly kind: 'impossible'; readonly bestHundredths: number; readonly bestPredicate: string };

export interface PlannerData extends ResultPlace {
  /** May promise the steps: the form of a commitment is open to the reader now. */
  readonly mayCommit: boolean;
  readonly values: PlanValues;
  readonly problems: readonly PlanProblem[];
  /** Goal that is preselected where none was chosen. */
  readonly goal: string;
  /** Null where the question has a problem. */
  readonly plan: { readonly goalHundredths: number; readonly view: PlanView } | null;
  /** Levels tried out per indicator number. */
  readonly simulated: Readonly<Record<number, number>>;
}

/** The page of the planner. */
export async function readPlannerPage(scope: AssessmentScope, url: URL) {
  const planner = await readPlanner(scope, url);
  return { planner, title: resultWords[scope.locale].planner.pageTitle({ agency: planner.agency.name }) };
}

/** Answers the question in the page's address. Throws a redirect to the short spelling of the same question. */
export async function readPlanner(scope: AssessmentScope, url: URL): Promise<PlannerData> {
  const { actor, instrument, locale, place } = scope;
  const shared = {
    ...(await readPlace(scope)),
    mayCommit: may(actor, 'commitment.write', place) && allows(place.row.state, 'commitments'),
  };
  const { levels, targetHundredths } = shared;
  const values = readPlanValues(url.searchParams);
  const suggested = suggestedGoal(instrument, levels, targetHundredths);
  const checked = checkPlan(planSchema(instrument, targetHundredths !== null), values);
  if ('problems' in checked) {
    return {
      ...shared,
      values,
      problems: checked.problems,
      goal: values.goal || (values.index === '' ? suggested : OWN_GOAL),
      plan: null,
      simulated: {},
    };
  }
  const choice = { ...checked.choice, simulated: changesOnly(instrument, levels, checked.choice.simulated) };
  if (isLongSpelling(url.searchParams)) {
    const search = planSearch(values, choice);
    throw redirect(search === '' ? url.pathname : `${url.pathname}?${search}`);
  }
  const goal = goalOf(instrument, choice, suggested, targetHundredths);
  return {
    ...shared,
    values,
    problems: [],
    goal: values.goal || (choice.goal.kind === 'own' ? OWN_GOAL : suggested),
    plan: {
      goalHundredths: goal.targetHundredths,
      view: answer(instrument, levels, goal, choice, locale),
    },
    simulated: choice.simulated,
  };
}

/** The next predicate; at the top the Rakerda's target, or the top itself. */
function suggestedGoal(instrument: Instrument, levels: Levels, target: number | null): string {
  const next = nextPredicate(instrument, wholeIndex(instrument, levels));
  return next?.code ?? (target === null ? (instrument.predicates[0]?.code ?? '') : RAKERDA_GOAL);
}

function goalOf(
  instrument: Instrument,
  { goal }: PlanChoice,
  suggested: string,
  target: number | null,
): PlanGoal {
  if (goal.kind === 'own') return { targetHundredths: goal.hundredths };
  if (goal.kind === 'predicate') return targetForPredicate(instrument, goal.code);
  if (target !== null && (goal.kind === 'rakerda' || suggested === RAKERDA_GOAL))
    return { targetHundredths: target };
  return targetForPredicate(instrument, suggested);
}

/** Only what differs from where the answers stand: the rest is not a simulation. */
function changesOnly(
  instrument: Instrument,
  levels: Levels,
  simulated: PlanChoice['simulated'],
): PlanChoice['simulated'] {
  const standing = standingLevels(instrument, levels);
  return Object.fromEntries(
    Object.entries(simulated).filter(([no, level]) => standing[Number(no) - 1] !== level),
  );
}

function answer(
  instrument: Instrument,
  levels: Levels,
  goal: PlanGoal,
  { effort, locked }: PlanChoice,
  locale: Locale,
): PlanView {
  const plan = planRises(instrument, levels, { ...goal, effort, locked });
  switch (plan.kind) {
    case 'already':
      return { kind: 'already' };
    case 'impossible':
      return {
        kind: 'impossible',
        bestHundredths: plan.best.hundredths,
        bestPredicate: localize(predicateFor(instrument, plan.best).name, locale),
      };
    case 'reached':
      return {
        kind: 'reached',
        cost: plan.cost,
        hundredths: plan.resulting.hundredths,
        predicate: localize(plan.predicate.name, locale),
        rises: plan.rises.map((rise) => riseView(instrument, rise, locale)),
      };
  }
}

function riseView(instrument: Instrument, rise: Rise, locale: Locale): RiseView {
  const indicator = findIndicator(instrument, rise.no);
  if (!indicator) throw new RangeError(`the planner raised indicator ${rise.no}, which does not exist`);
  const stored = (level: number) => storedLevel(instrument.level, level);
  return {
    ...rise,
    name: localize(indicator.name, locale),
    fromName: scaleLevelName(instrument, indicator.scale, rise.from, locale),
    steps: indicator.criteria
      .filter(({ level }) => stored(level) > rise.from && stored(level) <= rise.to)
      .map(({ level, text, evidence }) => ({
        level,
        name: scaleLevelName(instrument, indicator.scale, stored(level), locale),
        criterion: localize(text, locale),
        evidence: evidence.map((proof) => localize(proof, locale)),
      })),
  };
}

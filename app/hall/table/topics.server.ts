/** Reads the topics of a Rakerda, as far as whoever asks may see them. A kind of topic is one reader. */
import { z } from 'zod';
import type { Db } from '#db/database';
import type { AssessmentState, RakerdaRow } from '#db/schema';
import { countByAgency } from '~/hall/commitments/index.server';
import { dayOf } from '~/i18n/zonedTime';
import {
  compareQuantities,
  indexQuantity,
  type Instrument,
  type LocalizedText,
  maturityOutcome,
  type Quantity,
  wholeIndex,
} from '~/instrument';
import { assessmentPath, topicPath } from '~/paths';
import { maySeeFigures } from '~/policy';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { findRakerdaPlace, type MeetingScope } from '~/rakerda/meetingScope.server';
import { loadPinned } from '~/rakerda/rakerdaFacts.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { findYearBefore } from '~/rakerda/yearBefore.server';
import { topicOutcomes, type TopicOutcomes } from '~/topics/index.server';
import { inBoth } from './tableWords';
import type { Cell, TableAgency, Topic } from './topic';
import { listParticipants } from '~/rakerda/participants.server';

type Sees = (agencyCode: string, state: AssessmentState) => boolean;

/** What a table is read with, and for whom. */
export interface TableSource {
  readonly db: Db;
  readonly instruments: InstrumentLibrary;
  readonly rakerda: RakerdaRow;
  /** Whose figures they may see here. */
  readonly sees: Sees;
  /** The same in an earlier Rakerda. */
  seesIn(rakerdaId: string): Promise<Sees>;
}

/** The table for one person. */
export function sourceFor({
  db,
  instruments,
  actor,
  place,
}: Pick<MeetingScope, 'db' | 'instruments' | 'actor' | 'place'>): TableSource {
  return {
    db,
    instruments,
    rakerda: place.row,
    sees: (agencyCode, state) => maySeeFigures(actor, place, agencyCode, state),
    async seesIn(rakerdaId) {
      const there = await findRakerdaPlace(db, actor, rakerdaId);
      return (agencyCode, state) => maySeeFigures(actor, there, agencyCode, state);
    },
  };
}

/** The table for the hall's screen, which shows what whoever holds the remote decided. */
export function sourceForHall(given: Pick<TableSource, 'db' | 'instruments' | 'rakerda'>): TableSource {
  const sees = () => true;
  return { ...given, sees, seesIn: () => Promise.resolve(sees) };
}

type TopicReader = (source: TableSource) => Promise<readonly Topic[]>;

/** In the order of the columns. */
const READERS: readonly TopicReader[] = [readMaturity, readMeasured, readCommitments];

export interface Table {
  readonly agencies: readonly TableAgency[];
  readonly topics: readonly Topic[];
}

/** Every agency of the Rakerda, by code, and every topic. */
export async function readTable(source: TableSource): Promise<Table> {
  const agencies = await listParticipants(source.db, source.rakerda.id);
  const topics: Topic[] = [];
  for (const read of READERS) topics.push(...(await read(source)));
  return { agencies, topics };
}

/** One topic for each instrument that the Rakerda has pinned. */
async function readMaturity(source: TableSource): Promise<readonly Topic[]> {
  const pinned = await loadPinned(source, source.rakerda.id);
  const topics: Topic[] = [];
  for (const instrument of pinned) {
    const before = await readBefore(source, instrument);
    const cells = await readCells(source, instrument, before?.figures ?? new Map());
    topics.push({
      key: instrument.code,
      name: instrument.shortName,
      measure: inBoth((words) =>
        words.index({ from: String(instrument.level.min), to: String(instrument.level.max) }),
      ),
      isProposal: false,
      isLowerBetter: false,
      bands: [...instrument.predicates].reverse(),
      yearBefore: before?.year ?? null,
      pathOf: (agencyCode) => assessmentPath(source.rakerda.id, instrument.code, agencyCode),
      target: commonOf(cells),
      cells,
    });
  }
  return topics;
}

/** The target that every agency with one has. */
function commonOf(cells: ReadonlyMap<string, Cell>): Topic['target'] {
  const targets = [...cells.values()].flatMap((cell) => (cell.isOpen && cell.target ? [cell.target] : []));
  const [first] = targets;
  return first && targets.every(({ goal }) => compareQuantities(goal, first.goal) === 0) ? first : null;
}

const levelsOfAll = z.array(z.array(z.int().nullable()));

/** One parse for all rows: hundreds of small ones cost more than everything that is computed from them. */
function parseAll(rows: readonly { readonly levels: string }[]) {
  return levelsOfAll.parse(JSON.parse(`[${rows.map(({ levels }) => levels).join(',')}]`));
}

async function readCells(
  { db, rakerda, sees }: TableSource,
  instrument: Instrument,
  before: ReadonlyMap<string, Quantity>,
): Promise<ReadonlyMap<string, Cell>> {
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code as code', 'state', 'levels', targetOfAssessment().as('target')])
    .where('rakerda_id', '=', rakerda.id)
    .where('instrument_code', '=', instrument.code)
    .execute();
  const levels = parseAll(rows);
  return new Map(
    rows.map(({ code, state, target }, place): [string, Cell] => {
      if (!sees(code, state)) return [code, { isOpen: false }];
      const outcome = maturityOutcome(instrument, levels[place] ?? [], state === 'approved');
      const goal = target === null ? null : indexQuantity({ numerator: target, denominator: 100 });
      return [
        code,
        {
          isOpen: true,
          outcome,
          before: before.get(code) ?? null,
          target: goal && { goal, now: outcome.headline, figure: null },
        },
      ];
    }),
  );
}

/** What was approved in the year before, as far as it may be seen. */
async function readBefore(
  source: TableSource,
  { code: instrumentCode }: Instrument,
): Promise<{ readonly year: number; readonly figures: ReadonlyMap<string, Quantity> } | null> {
  const { db, instruments, rakerda } = source;
  const earlier = await findYearBefore(db, rakerda, instrumentCode);
  if (!earlier) return null;
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code as code', 'instrument_version as version', 'levels'])
    .where('rakerda_id', '=', earlier.id)
    .where('instrument_code', '=', instrumentCode)
    .where('state', '=', 'approved')
    .execute();
  const sees = await source.seesIn(earlier.id);
  const levels = parseAll(rows);
  const figures = new Map<string, Quantity>();
  rows.forEach(({ code, version }, place) => {
    const stored = levels[place];
    // A figure with holes is no year to be measured against.
    if (!stored || stored.includes(null) || !sees(code, 'approved')) return;
    figures.set(code, indexQuantity(wholeIndex(instruments.get(instrumentCode, version), stored)));
  });
  return { year: earlier.year, figures };
}

/** One topic for each that the Rakerda measures in figures: its headline measure. */
async function readMeasured(source: TableSource): Promise<readonly Topic[]> {
  const { rakerda, sees } = source;
  const topics = await topicOutcomes(source, rakerda.id);
  if (topics.length === 0) return [];
  const before = await readMeasuredBefore(source);
  return topics.map(({ code, shortName, headline, bands, goal, agencies }): Topic => {
    const earlier = before?.figures.get(code);
    const target = goal && { goal: goal.goal, figure: goal.isHeadline ? null : goal.figure };
    return {
      key: code,
      name: shortName,
      measure: measureText(headline),
      isProposal: headline.confidence !== 'sourced',
      isLowerBetter: headline.direction === 'lower',
      bands,
      yearBefore: earlier ? (before?.year ?? null) : null,
      pathOf: (agencyCode) => topicPath(rakerda.id, code, { agencyCode }),
      target,
      cells: new Map(
        agencies.map(({ agencyCode, state, outcome, towards }): [string, Cell] => [
          agencyCode,
          sees(agencyCode, state)
            ? {
                isOpen: true,
                outcome,
                before: earlier?.get(agencyCode) ?? null,
                target: target && { ...target, now: towards },
              }
            : { isOpen: false },
        ]),
      ),
    };
  });
}

function measureText({ name, unitName }: TopicOutcomes['headline']): LocalizedText {
  return unitName === null ? name : inBoth((_, locale) => `${name[locale]}, ${unitName[locale]}`);
}

/** Complete, approved headlines of the Rakerda that this one was copied from, by topic and agency. */
async function readMeasuredBefore(source: TableSource): Promise<{
  readonly year: number;
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, Quantity>>;
} | null> {
  const { db, rakerda } = source;
  if (rakerda.previous_id === null) return null;
  const previous = await db
    .selectFrom('rakerda')
    .select(['id', 'year'])
    .where('id', '=', rakerda.previous_id)
    .executeTakeFirst();
  if (!previous) return null;
  const sees = await source.seesIn(previous.id);
  const topics = await topicOutcomes(source, previous.id);
  return {
    year: previous.year,
    figures: new Map(
      topics.map(({ code, agencies }) => [
        code,
        new Map(
          agencies.flatMap(({ agencyCode, state, outcome: { headline, filled, total } }) =>
            headline !== null && filled === total && state === 'approved' && sees(agencyCode, state)
              ? [[agencyCode, headline] as const]
              : [],
          ),
        ),
      ]),
    ),
  };
}

/** What was promised and what of it is done: open to everybody in the Rakerda. */
async function readCommitments({ db, rakerda }: TableSource): Promise<readonly Topic[]> {
  const counts = await countByAgency(db, rakerda.id, dayOf(Date.now(), rakerda.time_zone));
  if (counts.size === 0) return [];
  return [
    {
      key: 'komitmen',
      name: inBoth((words) => words.commitments),
      measure: inBoth((words) => words.done),
      isProposal: false,
      isLowerBetter: false,
      bands: [],
      target: null,
      yearBefore: null,
      pathOf: null,
      cells: new Map(
        [...counts].map(([code, { done, total, late, dropped }]): [string, Cell] => [
          code,
          {
            isOpen: true,
            outcome: {
              headline: {
                numerator: done,
                denominator: total,
                unit: 'ratio',
                decimals: 0,
                direction: 'higher',
              },
              band: null,
              ceiling: null,
              filled: total,
              total,
              remarks: [
                ...(late > 0 ? [inBoth((words) => words.late({ count: String(late) }))] : []),
                ...(dropped > 0 ? [inBoth((words) => words.dropped({ count: String(dropped) }))] : []),
              ],
            },
            before: null,
            target: null,
          },
        ]),
      ),
    },
  ];
}

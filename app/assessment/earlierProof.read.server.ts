/**
 * What an agency proved before of what a topic asks now: its answers in the instruments that the topic names as
 * predecessors. They are read where they stand, with the rights of there, and nothing is carried over.
 */
import type { Db } from '#db/database';
import { type Instrument, findIndicator, localize, scaleLevelName, shownLevel } from '~/instrument';
import { kindOf, type Source, type Topic } from '~/instrument/topic';
import { assessmentPath } from '~/paths';
import { may } from '~/policy';
import { type MeetingScope, placeOf, selectPlaces } from '~/rakerda/meetingScope.server';
import type { Evidence } from './answers.server';

/** One answer of before. */
export interface ProvenAnswer {
  readonly year: number;
  readonly rakerdaName: string;
  /** As people say it; null where it was left open. */
  readonly level: number | null;
  readonly levelName: string | null;
  readonly justification: string;
  readonly evidence: readonly Evidence[];
  /** Where it stands. */
  readonly to: string;
}

/** An indicator that spoke of the same. */
export interface ProvenIndicator {
  readonly no: number;
  readonly name: string;
  /** Null where the agency answered it in no Rakerda that the reader may look into. */
  readonly answer: ProvenAnswer | null;
}

export interface EarlierProof {
  /** Short names of the instruments. */
  readonly of: readonly string[];
  readonly source: { readonly confidence: Source['confidence']; readonly note: string | null };
  readonly pairs: readonly {
    readonly about: string;
    /** Codes of what it is about; empty where it is the whole open part. */
    readonly codes: readonly string[];
    readonly instrument: string;
    readonly indicators: readonly ProvenIndicator[];
  }[];
}

/** The open part of one agency's sheet. */
export interface OpenPart {
  readonly topic: Topic;
  readonly part: string | null;
  readonly agencyCode: string;
}

/** @returns null where the topic names no predecessor of what is open, and for who reads no more of it than figures */
export async function readEarlierProof(
  scope: MeetingScope,
  { topic, part, agencyCode }: OpenPart,
): Promise<EarlierProof | null> {
  const { actor, locale, place } = scope;
  const { predecessors } = kindOf(topic);
  const pairs = predecessors?.on(part) ?? [];
  if (!predecessors || pairs.length === 0) return null;
  if (!may(actor, 'assessment.read', { ...place, agencyCode })) return null;
  const answers = await findAnswers(scope, agencyCode, pairs);
  const known = await newestOf(scope, [...new Set(pairs.map(({ instrument }) => instrument))]);
  const { confidence, note } = predecessors.source;
  return {
    of: [...known.values()].map(({ shortName }) => localize(shortName, locale)),
    source: { confidence, note: note ? localize(note, locale) : null },
    pairs: pairs.flatMap(({ about, codes, instrument: code, indicators }) => {
      const instrument = known.get(code);
      if (!instrument) return [];
      return {
        about: localize(about, locale),
        codes,
        instrument: localize(instrument.shortName, locale),
        indicators: indicators.flatMap((no) => {
          const indicator = findIndicator(instrument, no);
          if (!indicator) return [];
          return { no, name: localize(indicator.name, locale), answer: answers.get(`${code} ${no}`) ?? null };
        }),
      };
    }),
  };
}

/** For the names of what nobody answered; a version that this process was not told of is passed over. */
async function newestOf(
  { db, instruments }: Pick<MeetingScope, 'db' | 'instruments'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Instrument>> {
  const rows = await db
    .selectFrom('instrument')
    .select(['code', 'version'])
    .where('code', 'in', codes)
    .orderBy('added_at')
    .execute();
  // Versions rise: the one that was added last is the newest.
  return new Map(
    rows.flatMap(({ code, version }) =>
      instruments.isTopic(code, version) === false ? [[code, instruments.get(code, version)] as const] : [],
    ),
  );
}

/**
 * `spbe-2020 11` → the agency's newest answer that has a document, or else its newest: of this Rakerda or an earlier year,
 * where the reader may read its answers.
 */
async function findAnswers(
  { actor, db, instruments, locale, place }: MeetingScope,
  agencyCode: string,
  wanted: readonly { readonly instrument: string; readonly indicators: readonly number[] }[],
): Promise<ReadonlyMap<string, ProvenAnswer>> {
  const codes = [...new Set(wanted.map(({ instrument }) => instrument))];
  const found = await selectPlaces(db, actor)
    .innerJoin('assessment', 'assessment.rakerda_id', 'rakerda.id')
    .select(['assessment.id as assessment_id', 'instrument_code', 'instrument_version'])
    .where('assessment.agency_code', '=', agencyCode)
    .where('assessment.instrument_code', 'in', codes)
    .where('rakerda.year', '<=', place.row.year)
    .where('rakerda.is_demo', '=', place.row.is_demo)
    .orderBy('rakerda.year', 'desc')
    .orderBy('rakerda.starts_on', 'desc')
    .execute();
  const open = found.flatMap(({ assessment_id: id, instrument_code: code, instrument_version, ...row }) => {
    const there = placeOf(row);
    if (!may(actor, 'assessment.read', { ...there, agencyCode })) return [];
    return [{ id, code, instrument: instruments.get(code, instrument_version), row: there.row }];
  });
  const numbers = [...new Set(wanted.flatMap(({ indicators }) => indicators))];
  const written = await readWritten(
    db,
    open.map(({ id }) => id),
    numbers,
  );
  const answers = new Map<string, ProvenAnswer>();
  for (const { id, code, instrument, row } of open)
    for (const no of numbers) {
      const key = `${code} ${no}`;
      const answer = written.get(`${id} ${no}`);
      const indicator = findIndicator(instrument, no);
      if (!answer || !indicator) continue;
      const { level, justification, evidence } = answer;
      if (level === null && justification === '' && evidence.length === 0) continue;
      const before = answers.get(key);
      // They come from the newest: an older one stands in only with the document that the newer ones lack.
      if (before && (before.evidence.length > 0 || evidence.length === 0)) continue;
      answers.set(key, {
        year: row.year,
        rakerdaName: row.name,
        level: level === null ? null : shownLevel(instrument.level, level),
        levelName: level === null ? null : scaleLevelName(instrument, indicator.scale, level, locale),
        justification,
        evidence,
        to: assessmentPath(row.id, code, agencyCode, no),
      });
    }
  return answers;
}

interface Written {
  readonly level: number | null;
  readonly justification: string;
  readonly evidence: Evidence[];
}

/** Assessment and indicator → what was answered. */
async function readWritten(
  db: Db,
  assessments: readonly string[],
  numbers: readonly number[],
): Promise<ReadonlyMap<string, Written>> {
  if (assessments.length === 0) return new Map();
  const [answers, evidence] = await Promise.all([
    db
      .selectFrom('answer')
      .select(['assessment_id', 'indicator_no', 'level', 'justification'])
      .where('assessment_id', 'in', assessments)
      .where('indicator_no', 'in', numbers)
      .execute(),
    db
      .selectFrom('evidence')
      .select(['assessment_id', 'indicator_no', 'url', 'caption'])
      .where('assessment_id', 'in', assessments)
      .where('indicator_no', 'in', numbers)
      .orderBy('position')
      .execute(),
  ]);
  const written = new Map<string, Written>(
    answers.map(({ assessment_id: id, indicator_no: no, level, justification }) => [
      `${id} ${no}`,
      { level, justification, evidence: [] },
    ]),
  );
  for (const { assessment_id: id, indicator_no: no, url, caption } of evidence)
    written.get(`${id} ${no}`)?.evidence.push({ url, caption });
  return written;
}

/** All answers of an assessment at once, as lists of them show and judge them. */
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema';
import { indicatorsOf, type Instrument, type Levels } from '~/instrument';
import { type Earlier, findEarlier } from './earlier.server';
import { type Gap, gapsOf } from './gaps';
import { readMarks } from './marks.server';

export interface Evidence {
  readonly url: string;
  readonly caption: string;
}

export interface ListedAnswer {
  readonly no: number;
  /** Stored level; null where unanswered. */
  readonly level: number | null;
  /** Stored level of the earlier year. */
  readonly earlierLevel: number | null;
  /** Which service is meant; empty where it was not named. */
  readonly service: string;
  readonly justification: string;
  readonly evidence: readonly Evidence[];
  readonly discuss: boolean;
  readonly gaps: readonly Gap[];
  /** What the head wrote to it when returning. */
  readonly headNote: string | null;
  /** Taken over from the earlier year and not confirmed yet. */
  readonly isTakenOver: boolean;
}

/** Every indicator of the instrument in its order, answered or not, and the earlier assessment it is held against. */
export async function listAnswers(
  db: Kysely<Database>,
  assessmentId: string,
  instrument: Instrument,
  levels: Levels,
): Promise<{ readonly answers: readonly ListedAnswer[]; readonly earlier: Earlier | null }> {
  const [texts, earlier, marks] = await Promise.all([
    readTexts(db, assessmentId),
    findEarlier(db, assessmentId),
    readMarks(db, assessmentId),
  ]);
  const answers = indicatorsOf(instrument).map(({ no }, position): ListedAnswer => {
    const text = texts.get(no);
    const answer = {
      level: levels[position] ?? null,
      earlierLevel: earlier?.levels[position] ?? null,
      justification: text?.justification ?? '',
      evidence: text?.evidence ?? [],
    };
    return {
      no,
      ...answer,
      service: text?.service ?? '',
      discuss: text?.discuss ?? false,
      gaps: gapsOf(answer, instrument.level),
      headNote: marks.notes.get(no) ?? null,
      isTakenOver: text !== undefined && marks.takenOver.get(no) === text.version,
    };
  });
  return { answers, earlier };
}

interface AnswerTexts {
  readonly service: string;
  readonly justification: string;
  readonly discuss: boolean;
  readonly version: number;
  readonly evidence: Evidence[];
}

/** Indicator → what people wrote to it; no entry where there is no answer. */
export async function readTexts(
  db: Kysely<Database>,
  assessmentId: string,
): Promise<ReadonlyMap<number, AnswerTexts>> {
  const [answers, evidence] = await Promise.all([
    db
      .selectFrom('answer')
      .select(['indicator_no', 'service', 'justification', 'discuss', 'version'])
      .where('assessment_id', '=', assessmentId)
      .execute(),
    db
      .selectFrom('evidence')
      .select(['indicator_no', 'url', 'caption'])
      .where('assessment_id', '=', assessmentId)
      .orderBy('indicator_no')
      .orderBy('position')
      .execute(),
  ]);
  const texts = new Map<number, AnswerTexts>();
  for (const row of answers) {
    texts.set(row.indicator_no, {
      service: row.service,
      justification: row.justification,
      discuss: row.discuss === 1,
      version: row.version,
      evidence: [],
    });
  }
  for (const { indicator_no: no, url, caption } of evidence) texts.get(no)?.evidence.push({ url, caption });
  return texts;
}

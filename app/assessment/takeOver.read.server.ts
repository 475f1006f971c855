/** What can be taken over from the earlier year, and what was and waits to be confirmed. */
import { indicatorsOf, localize } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { shownOrNull } from './assessment.read.server';
import { listAnswers, readTexts } from './answers.server';
import { earlierPathOf } from './earlier.server';
import { parseLevels } from './levels';
import { addition, type Texts } from './takeOver.server';

/**
 * How the level of now stands to the one of then: what is unanswered or unchanged is proposed, what has changed is offered,
 * because its texts will have to change too.
 */
export type TakeOverCase = 'empty' | 'same' | 'changed';

/** Levels as people say them. */
interface TakeOverRow {
  readonly no: number;
  readonly name: string;
  readonly level: number | null;
  readonly earlierLevel: number | null;
  readonly relation: TakeOverCase;
  readonly isTakenOver: boolean;
  readonly texts: Texts;
}

export interface TakeOverView {
  readonly year: number;
  /** Where the reader opens the earlier assessment; null where it is closed to them. */
  readonly path: string | null;
  /** What the earlier year would add. */
  readonly offered: readonly TakeOverRow[];
  /** What was taken over and stands there now. */
  readonly unconfirmed: readonly TakeOverRow[];
}

export async function readTakeOver(scope: AssessmentScope): Promise<TakeOverView | null> {
  const { db, place, instrument, locale } = scope;
  const { assessment } = place;
  const { answers, earlier } = await listAnswers(
    db,
    assessment.id,
    instrument,
    parseLevels(assessment.levels),
  );
  if (earlier === null) return null;
  const before = await readTexts(db, earlier.assessmentId);
  const indicators = indicatorsOf(instrument);
  const listed = answers.map((answer, position) => {
    const { no, level, earlierLevel, isTakenOver } = answer;
    const indicator = indicators[position];
    const relation: TakeOverCase = level === null ? 'empty' : level === earlierLevel ? 'same' : 'changed';
    return {
      no,
      name: indicator ? localize(indicator.name, locale) : '',
      level: shownOrNull(instrument, level),
      earlierLevel: shownOrNull(instrument, earlierLevel),
      relation,
      isTakenOver,
      now: { justification: answer.justification, evidence: answer.evidence },
      added: addition(answer, before.get(no)),
    };
  });
  return {
    year: earlier.year,
    path: await earlierPathOf(scope, earlier),
    offered: listed.flatMap(({ added, now: _now, ...rest }) =>
      added === null ? [] : [{ ...rest, texts: added }],
    ),
    unconfirmed: listed.flatMap(({ added: _added, now, ...rest }) =>
      rest.isTakenOver ? [{ ...rest, texts: now }] : [],
    ),
  };
}

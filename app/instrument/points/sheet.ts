/** A page of a sheet as it was sent: a choice for each of its questions. */
import type { FigureProblem, JudgedSheet, Typed } from '../topicKind';
import { type AnyQuestion, choicesOf, pagesOf, questionsOn } from './answers';
import type { Points } from './schema';

/** Every question of the page; of all pages where none is named. */
export function questionsOfPart(points: Points, part: string | null): readonly AnyQuestion[] {
  return pagesOf(points)
    .filter(({ code, by }) => (part === null ? by === 'section' : code === part))
    .flatMap(questionsOn);
}

/** A question that nothing was sent of stays as it is; one that was sent empty is emptied, as by a spreadsheet. */
export function judgePoints(points: Points, part: string | null, typed: Typed): JudgedSheet {
  const figures: Record<string, number | null> = {};
  const problems: Record<string, FigureProblem> = {};
  for (const question of questionsOfPart(points, part)) {
    const { code } = question;
    const text = typed[code];
    if (text === undefined) continue;
    const chosen = choicesOf(question).find((choice) => String(choice) === text);
    if (chosen === undefined && text !== '') problems[code] = { kind: 'notNumber' };
    else figures[code] = chosen ?? null;
  }
  return Object.keys(problems).length === 0 ? { ok: true, figures } : { ok: false, problems };
}

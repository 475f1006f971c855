/** One number for one thing: however much of a sheet is filled in, every place counts its questions alike. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Locale, parseAnyInstrument } from '~/instrument';
import { questionsUnder, reviewOf } from '~/instrument/reviews';
import { emptyFigures, type Figures, isTopic, kindOf, type Topic } from '~/instrument/topic';
import { countedText, countText, shownText } from './questionCount';
import { type ChangedFigure, wordReview } from './sheetReview';
import { countQuestions } from './sheetReviewForm';

const FOLDER = new URL('../../../seeds/instruments/', import.meta.url);
const TOPICS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => parseAnyInstrument(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))))
  .filter(isTopic);

const worded = (topic: Topic, figures: Figures, locale: Locale = 'id') =>
  wordReview({
    ...{ topic, figures, locale, earlier: null, filter: 'semua' },
    changes: new Map<string, ChangedFigure>(),
  });

/** Some of its fields, each with something that can stand there. */
const someOf = (topic: Topic) => {
  const { codes, asked } = kindOf(topic);
  return fc
    .array(fc.record({ at: fc.nat(codes.length - 1), value: fc.nat(2) }), { maxLength: 400 })
    .map((typed): Figures => ({
      ...emptyFigures(topic),
      ...Object.fromEntries(
        typed.flatMap(({ at, value }) => {
          const code = codes[at] ?? '';
          const choices = asked(code)?.choices ?? [];
          return choices.length === 0 || choices.includes(value) ? [[code, value]] : [];
        }),
      ),
    }));
};

describe.each(TOPICS)('$code', (topic) => {
  it('asks for as many questions, whatever stands there', () => {
    const { asked } = countQuestions(questionsUnder(reviewOf(topic, emptyFigures(topic)).nodes));
    fc.assert(
      fc.property(someOf(topic), (figures) => {
        expect(countQuestions(questionsUnder(reviewOf(topic, figures).nodes)).asked).toBe(asked);
      }),
      { numRuns: 20 },
    );
  });

  it('has the number of completeness on its review, its filter and its parts', () => {
    fc.assert(
      fc.property(someOf(topic), (figures) => {
        const { filled, total } = kindOf(topic).outcome(figures);
        const { counted, counts, gaps, rows, sections } = worded(topic, figures);
        const parts = sections.map(({ questions }) => countQuestions(questions).asked);
        const all = counts.find(({ filter }) => filter === 'semua')?.asked;
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
        // What counts indicators is made of more fields than that, and says another noun.
        if (counted.several !== rows.several) return;
        expect(all).toBe(total);
        expect(gaps.unanswered + gaps.incomplete).toBe(total - filled);
      }),
      { numRuns: 20 },
    );
  });
});

it('tells those that nobody must answer apart, in both languages', () => {
  const rows = { one: 'field', several: 'fields' };
  expect(countText({ asked: 13, extra: 1 }, 'id')).toBe('13 + 1');
  expect(countText({ asked: 1200, extra: 0 }, 'id')).toBe('1.200');
  expect(countedText({ asked: 1, extra: 2 }, rows, 'en')).toBe('1 field + 2 extra');
  expect(countedText({ asked: 0, extra: 27 }, rows, 'en')).toBe('27 extra');
  const review = {
    rows,
    counts: [
      { filter: 'semua', asked: 13, extra: 1 },
      { filter: 'belum', asked: 4, extra: 0 },
    ],
  } as const;
  expect(shownText(review, 'semua', 'en')).toBe(
    'Shown: 13 of 13 fields, and 1 extra, which nobody must fill in.',
  );
  expect(shownText(review, 'belum', 'en')).toBe('Shown: 4 of 13 fields.');
});

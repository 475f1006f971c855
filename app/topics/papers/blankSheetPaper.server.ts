/** What a sheet asks, on paper to be filled in by pen: nothing of what was answered. */
import { type Locale, localize } from '~/instrument';
import { type ReviewNode, reviewOf, type ReviewQuestion } from '~/instrument/reviews';
import { emptyFigures, kindOf, type Topic } from '~/instrument/topic';
import { reviewFrameWords } from '~/rakerda/reviewFrameWords';
import { type PaperFacts, paperFrame } from './sheetReviewPaper.server';
import { sheetReviewWords } from '../review/sheetReviewWords';
import { topicWords } from '../topicWords';

/** A question with its choices to tick, or a line to write a number on. */
export interface BlankQuestion {
  readonly name: string;
  readonly note: string;
  readonly choices: readonly string[];
  readonly unit: string;
  /** Where nothing is to be written, why. */
  readonly counted: string;
}

export interface BlankSection {
  readonly name: string;
  readonly questions: readonly BlankQuestion[];
}

export interface BlankSheetWork extends PaperFacts {
  readonly topic: string;
  readonly period: string;
  readonly sections: readonly BlankSection[];
  readonly notes: readonly string[];
}

export function blankSections(topic: Topic, locale: Locale): readonly BlankSection[] {
  return sectionsIn(reviewOf(topic, emptyFigures(topic)).nodes, [], { topic, locale });
}

interface Asked {
  readonly topic: Topic;
  readonly locale: Locale;
}

function sectionsIn(
  nodes: readonly ReviewNode[],
  above: readonly string[],
  asked: Asked,
): readonly BlankSection[] {
  return nodes.flatMap(({ name, questions, nodes: below }) => {
    const own = localize(name, asked.locale);
    const path = above.includes(own) ? above : [...above, own];
    const section = { name: path.join(' · '), questions: questions.map((one) => blankQuestion(one, asked)) };
    return [...(questions.length > 0 ? [section] : []), ...sectionsIn(below, path, asked)];
  });
}

function blankQuestion(question: ReviewQuestion, { topic, locale }: Asked): BlankQuestion {
  const { code, name, note, unit, isOptional, register } = question;
  const kind = kindOf(topic);
  return {
    name: localize(name, locale),
    note: note ? localize(note, locale) : isOptional ? sheetReviewWords[locale].mayStayEmpty : '',
    choices: (kind.asked(code)?.choices ?? []).map((choice) => kind.say(code, choice, locale)),
    // Nothing is written where rows are counted: a unit would stand there alone.
    unit: unit && register === null ? localize(unit, locale) : '',
    counted: register === null ? '' : sheetReviewWords[locale].blank.counted,
  };
}

export type BlankSheetPaper = ReturnType<typeof blankSheetPaper>;

export function blankSheetPaper(work: BlankSheetWork) {
  const words = sheetReviewWords[work.locale];
  const { paper } = reviewFrameWords[work.locale];
  return {
    ...paperFrame(work, {
      documentTitle: words.blank.documentTitle({ topic: work.topic }),
      title: words.blank.title,
    }),
    instrument: work.topic,
    // It holds no data to be taken for real ones.
    demoNotice: null,
    facts: [
      [words.paper.period, work.period],
      [words.paper.regulation, work.regulation],
    ],
    lead: words.blank.lead,
    sections: work.sections,
    notes: work.notes,
    // Whoever holds the pen signs; the head decides on the page.
    signature: {
      role: words.blank.filledBy,
      institution: work.agency,
      date: paper.date,
      name: paper.name,
      nip: paper.nip,
    },
    words: {
      question: words.paper.question,
      answer: words.blank.answer,
      notes: topicWords[work.locale].sheet.notes,
    },
  };
}

/** Every question of a sheet with what stands there: what it lacks, what changed since it was returned, the year before. */
import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { REVIEW_GAPS } from '~/instrument/review';
import { registerPath, topicPath } from '~/paths';
import { FEW_IN_REVIEW, ReviewPart, ReviewParts } from '~/rakerda';
import { Badge } from '~/ui';
import { countedText } from './questionCount';
import type { ReviewedQuestion, ReviewedSection } from './sheetReview';
import type { SheetReviewPage } from './sheetReview.read.server';
import { countQuestions } from './sheetReviewForm';
import { sheetReviewWords } from './sheetReviewWords';
import { topicWords } from '../topicWords';

export function ReviewSections({ page }: { page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const { sections } = page.sheet.review;
  if (sections.length === 0) return <p>{words.nothing}</p>;
  const shown = sections.reduce((sum, { questions }) => sum + questions.length, 0);
  const isFolded = shown > FEW_IN_REVIEW;
  return (
    <ReviewParts isFolded={isFolded}>
      {sections.map((section, at) => (
        <Fragment key={section.code}>
          {section.above === '' || section.above === sections[at - 1]?.above ? null : (
            <p className="pt-2 font-medium text-muted print:break-after-avoid">{section.above}</p>
          )}
          <Section section={section} isOpen={!isFolded} page={page} />
        </Fragment>
      ))}
    </ReviewParts>
  );
}

const LINK = 'inline-flex min-h-11 items-center text-brand underline underline-offset-2';

function Section(props: { section: ReviewedSection; isOpen: boolean; page: SheetReviewPage }) {
  const { section, page } = props;
  const words = useSection(sheetReviewWords);
  const sheetWords = useSection(topicWords).sheet;
  const locale = useLocale();
  const { rakerda, sheet } = page;
  const { code: agencyCode } = sheet.agency;
  const part = section.part === null ? '' : `?bagian=${section.part}`;
  const mayFill = page.mayWrite && section.questions.some(({ gap }) => gap !== null);
  return (
    <ReviewPart
      id={`isian-${section.code}`}
      level={3}
      name={section.name}
      isOpen={props.isOpen}
      figure={section.figure}
      says={countedText(countQuestions(section.questions), sheet.review.rows, locale)}
      marks={<Marks section={section} />}
    >
      <dl className="divide-y divide-line">
        {section.questions.map((question) => (
          <Question key={question.code} question={question} page={page} />
        ))}
      </dl>
      {mayFill || section.registers.length > 0 ? (
        <p className="flex flex-wrap gap-x-6 print:hidden">
          {mayFill ? (
            <Link
              to={`${topicPath(rakerda.id, sheet.topic.code, { agencyCode })}${part}`}
              aria-label={`${words.fillIn}: ${section.name}`}
              className={LINK}
            >
              {words.fillIn}
            </Link>
          ) : null}
          {section.registers.map(({ code, name }) => (
            <Link
              key={code}
              to={registerPath(rakerda.id, { topic: sheet.topic.code, agencyCode, register: code })}
              className={LINK}
            >
              {sheetWords.openRegister({ register: name })}
            </Link>
          ))}
        </p>
      ) : null}
    </ReviewPart>
  );
}

/** What whoever reads it looks for first: what is missing, and what changed since it went back. */
function Marks({ section }: { section: ReviewedSection }) {
  const words = useSection(sheetReviewWords);
  const format = useFormat();
  const { gaps, changed } = section;
  return (
    <>
      {changed > 0 ? <Badge tone="brand">{words.changedIn({ count: format.number(changed) })}</Badge> : null}
      {REVIEW_GAPS.filter((gap) => gaps[gap] > 0).map((gap) => (
        <Badge key={gap} tone="accent">
          {words.gapIn[gap]({ count: format.number(gaps[gap]) })}
        </Badge>
      ))}
    </>
  );
}

function Question({ question, page }: { question: ReviewedQuestion; page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const topicText = useSection(topicWords);
  const sheetWords = topicText.sheet;
  const format = useFormat();
  const { code, name, value, gap, note, isOptional, isCounted, earlier, changed, confidence } = question;
  const { earlierYear } = page.sheet;
  const hints = [
    note,
    isCounted ? sheetWords.counted : '',
    isOptional && !isCounted && value === '' ? words.mayStayEmpty : '',
    earlierYear !== null && earlier !== ''
      ? words.earlier({ year: String(earlierYear), value: earlier })
      : '',
    changed
      ? words.before({
          value: changed.before === '' ? words.beforeEmpty : changed.before,
          by: changed.by ?? sheetWords.system,
          time: format.dateTime(changed.at, page.rakerda.timeZone),
        })
      : '',
    // In words: as a mark it would stand beside nearly every value, and drown what is missing.
    confidence === 'sourced' ? '' : topicText.confidence[confidence],
  ].filter((hint) => hint !== '');
  return (
    <div
      data-question={code}
      className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2 print:break-inside-avoid"
    >
      <dt className="min-w-0 flex-[1_1_10rem] sm:flex-[1_1_16rem] break-words">
        {name}
        {hints.length > 0 ? <span className="block text-sm text-muted">{hints.join(' · ')}</span> : null}
      </dt>
      <dd className="ml-auto flex max-w-full flex-wrap items-baseline justify-end gap-x-2 gap-y-1">
        {changed ? <Badge tone="brand">{words.changed}</Badge> : null}
        {gap === null ? null : <Badge tone="accent">{words.gap[gap]}</Badge>}
        <span translate="no" className="font-semibold break-words tabular-nums">
          {value === '' ? '–' : value}
        </span>
      </dd>
    </div>
  );
}

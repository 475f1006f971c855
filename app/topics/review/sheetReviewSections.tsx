/** Every question of a sheet with what stands there: what it lacks, what changed since it was returned, the year before. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { registerPath, topicPath } from '~/paths';
import { Badge, Card } from '~/ui';
import { Confidence } from '../confidence';
import type { ReviewedQuestion, ReviewedSection } from './sheetReview';
import type { SheetReviewPage } from './sheetReview.read.server';
import { sheetReviewWords } from './sheetReviewWords';
import { topicWords } from '../topicWords';

export function ReviewSections({ page }: { page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const { sections } = page.sheet.review;
  if (sections.length === 0) return <p>{words.nothing}</p>;
  return (
    <div className="space-y-4">
      {sections.map((section) => (
        <Section key={section.code} section={section} page={page} />
      ))}
    </div>
  );
}

const LINK = 'inline-flex min-h-11 items-center text-brand underline underline-offset-2';

function Section({ section, page }: { section: ReviewedSection; page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const sheetWords = useSection(topicWords).sheet;
  const { rakerda, sheet } = page;
  const { code: agencyCode } = sheet.agency;
  const id = `isian-${section.code}`;
  const part = section.part === null ? '' : `?bagian=${section.part}`;
  const mayFill = page.mayWrite && section.questions.some(({ gap }) => gap !== null);
  return (
    <Card aria-labelledby={id} className="print:break-inside-auto">
      <h3 id={id} className="text-lg print:break-after-avoid">
        {section.above === '' ? null : (
          <span className="block text-sm font-normal text-muted">{section.above}</span>
        )}
        {section.name}
      </h3>
      <dl className="mt-2 divide-y divide-line">
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
    </Card>
  );
}

function Question({ question, page }: { question: ReviewedQuestion; page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const sheetWords = useSection(topicWords).sheet;
  const format = useFormat();
  const { code, name, value, gap, note, isOptional, isCounted, earlier, changed, confidence } = question;
  const { earlierYear } = page.sheet;
  const hints = [
    note,
    isCounted ? sheetWords.counted : '',
    isOptional && !isCounted && value === '' ? sheetWords.mayStayEmpty : '',
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
  ].filter((hint) => hint !== '');
  return (
    <div
      data-question={code}
      className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2 print:break-inside-avoid"
    >
      <dt className="min-w-0 flex-[1_1_16rem] break-words">
        {name}
        {hints.length > 0 ? <span className="block text-sm text-muted">{hints.join(' · ')}</span> : null}
      </dt>
      <dd className="ml-auto flex max-w-full flex-wrap items-baseline justify-end gap-x-2 gap-y-1">
        <Confidence of={{ source: { confidence } }} />
        {changed ? <Badge tone="brand">{words.changed}</Badge> : null}
        {gap === null ? null : <Badge tone="accent">{words.gap[gap]}</Badge>}
        <span translate="no" className="font-semibold break-words tabular-nums">
          {value === '' ? '–' : value}
        </span>
      </dd>
    </div>
  );
}

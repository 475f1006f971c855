/** One agency's sheet of one topic on one page: read through, printed, and decided on. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import { REVIEW_GAPS } from '~/instrument/review';
import { rakerdaPath, sheetFilePath, topicPath } from '~/paths';
import { approvalWords, MeetingHeader, ReviewFilters, reviewFrameWords } from '~/rakerda';
import { Alert, ButtonLink, FileLink } from '~/ui';
import { countText, shownText } from './questionCount';
import type { StepAnswer } from './sheetReview.post.server';
import type { SheetReviewPage } from './sheetReview.read.server';
import { ReviewMeasures, ReviewNodes, ReviewStrip } from './sheetReviewFigures';
import { FILTER_OF_GAP, SHEET_FILTERS, type SheetFilter } from './sheetReviewForm';
import { ReviewSections } from './sheetReviewSections';
import { sheetReviewWords } from './sheetReviewWords';
import { SheetState } from '../sheetState';
import { SheetSteps } from '../sheetSteps';
import { topicWords } from '../topicWords';

export function SheetReviewScreen(props: {
  page: SheetReviewPage;
  answer: StepAnswer | undefined;
  live: ReactNode;
}) {
  const { page, answer } = props;
  const words = useSection(sheetReviewWords);
  const topicText = useSection(topicWords);
  const { rakerda, sheet, version } = page;
  const { agency, review, topic } = sheet;
  const told: Readonly<Record<string, string>> = topicText.sheet.done;
  const message = answer ? undefined : told[page.message ?? ''];
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={words.title}
        crumbs={[
          { to: rakerdaPath(rakerda.id, 'topics'), label: topicText.title },
          { to: topicPath(rakerda.id, topic.code), label: topic.shortName },
          { to: topicPath(rakerda.id, topic.code, { agencyCode: agency.code }), label: agency.name },
        ]}
        lead={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{words.lead({ topic: topic.shortName, agency: agency.name })}</span>
            <SheetState state={sheet.way.state} isBegun={page.version > 0} />
            <Saved page={page} />
            {props.live}
          </div>
        }
      />
      <div className="space-y-6">
        <div id="pesan" className="space-y-3 empty:hidden">
          {message === undefined ? null : <Alert tone="success">{message}</Alert>}
          {answer ? <Alert tone="danger">{topicText.sheet.refused[answer.reason]}</Alert> : null}
          <LastReturn page={page} />
        </div>
        <ReviewStrip review={review} />
        <Gaps page={page} />
        {sheet.way.steps.length > 0 ? (
          <p className="print:hidden">
            <Link
              to="#pengajuan"
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
            >
              {words.toDecision}
            </Link>
          </p>
        ) : null}
        <ReviewNodes nodes={review.nodes} />
        <ReviewMeasures review={review} />
        <section aria-labelledby="isian" className="space-y-4">
          <h2 id="isian" className="text-xl">
            {words.answers}
          </h2>
          <Filters page={page} />
          <ReviewSections page={page} />
        </section>
        {sheet.notes.length > 0 ? (
          <Alert title={topicText.sheet.notes}>
            <ul className="list-disc space-y-1 pl-5">
              {sheet.notes.map((note) => (
                <li key={note} className="max-w-prose">
                  {note}
                </li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <SheetSteps
          // What was typed into a step belongs to the sheet as it was seen.
          key={version}
          page={page}
          refused={answer ?? null}
        />
        <p className="print:hidden">
          <ButtonLink to={topicPath(rakerda.id, topic.code, { agencyCode: agency.code })}>
            {words.toSheet}
          </ButtonLink>
        </p>
      </div>
    </>
  );
}

function Saved({ page }: { page: SheetReviewPage }) {
  const words = useSection(topicWords).sheet;
  const format = useFormat();
  const { saved } = page.sheet;
  if (!saved) return <span>{words.neverSaved}</span>;
  const time = format.dateTime(saved.at, page.rakerda.timeZone);
  return (
    <span>
      {saved.by === null ? words.lastSavedDemo({ time }) : words.lastSaved({ time, name: saved.by })}
    </span>
  );
}

/** What the head asked for, and how much was changed since. */
function LastReturn({ page }: { page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const topicText = useSection(topicWords).sheet;
  const { returnNote } = useSection(approvalWords);
  const format = useFormat();
  const locale = useLocale();
  const { returned, review } = page.sheet;
  if (!returned) return null;
  const time = format.dateTime(returned.at, page.rakerda.timeZone);
  const changed = review.counts.find(({ filter }) => filter === 'berubah');
  return (
    <Alert tone={page.sheet.way.state === 'draft' ? 'warning' : 'info'} title={returnNote}>
      <p className="max-w-prose break-words whitespace-pre-line">{returned.note}</p>
      <p className="text-sm text-muted">{words.returned({ name: returned.by ?? topicText.system, time })}</p>
      {changed ? (
        <p>
          <FilterLink page={page} filter="berubah">
            {words.changed}: {countText(changed, locale)}
          </FilterLink>
        </p>
      ) : null}
    </Alert>
  );
}

function Gaps({ page }: { page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const frame = useSection(reviewFrameWords);
  const format = useFormat();
  const { gaps, rows } = page.sheet.review;
  const found = REVIEW_GAPS.filter((gap) => gaps[gap] > 0);
  if (found.length === 0) return null;
  return (
    <Alert tone="warning" title={frame.gapsTitle}>
      <ul className="list-disc pl-5">
        {found.map((gap) => (
          <li key={gap}>
            <FilterLink page={page} filter={FILTER_OF_GAP[gap]}>
              {words.gapLine[gap]({
                count:
                  gap === 'unanswered'
                    ? counted(format.number(gaps[gap]), rows.one, rows.several)
                    : format.number(gaps[gap]),
              })}
            </FilterLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function FilterLink(props: { page: SheetReviewPage; filter: SheetFilter; children: ReactNode }) {
  const { rakerda, sheet } = props.page;
  const path = sheetFilePath(rakerda.id, sheet.topic.code, sheet.agency.code, 'review');
  return (
    <Link
      to={`${path}?saring=${props.filter}#isian`}
      className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
    >
      {props.children}
    </Link>
  );
}

function Filters({ page }: { page: SheetReviewPage }) {
  const words = useSection(sheetReviewWords);
  const frame = useSection(reviewFrameWords);
  const locale = useLocale();
  const { rakerda, sheet } = page;
  const { filter, review } = sheet;
  const name = (of: SheetFilter) => {
    const meaning = SHEET_FILTERS[of];
    if (meaning === 'all') return frame.all;
    return meaning === 'changed' ? words.changed : words.gap[meaning];
  };
  const path = (file: 'reviewPaper' | 'blank') =>
    sheetFilePath(rakerda.id, sheet.topic.code, sheet.agency.code, file);
  return (
    <div className="space-y-3">
      <ReviewFilters
        // The address may be changed by a link above it.
        key={filter}
        filters={review.counts.map((count) => ({
          value: count.filter,
          name: name(count.filter),
          count: countText(count, locale),
        }))}
        current={filter}
        shown={shownText(review, filter, locale)}
      />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
        <FileLink href={`${path('reviewPaper')}?saring=${filter}`}>{frame.pdf}</FileLink>
        <span className="text-sm text-muted">{words.pdfHint}</span>
      </p>
    </div>
  );
}

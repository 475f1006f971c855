/** All answers on one sheet, to be judged, printed, and returned with notes. */
import { useFormat, useSection } from '~/i18n';
import { FEW_IN_REVIEW, reviewFrameWords, ReviewFilters, ReviewPart, ReviewParts } from '~/rakerda';
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  FileLink,
  KeptForm,
  TextAreaField,
} from '~/ui';
import { assessmentWords } from './assessmentWords';
import { GAPS } from './gaps';
import type { ReviewSheet } from './review.read.server';
import { ReviewedAnswerRow } from './reviewedAnswer';
import {
  REVIEW_FILTERS,
  type ReviewErrorKey,
  type ReviewFilter,
  shows,
  type TypedReturn,
} from './reviewForm';
import { reviewWords } from './reviewWords';
import { ScoreStrip } from './scoreStrip';

export interface ReviewRefused {
  readonly typed: TypedReturn;
  readonly errors: Readonly<Partial<Record<string, ReviewErrorKey>>>;
  /** Nothing is wrong with what was typed: it came too late. */
  readonly late: 'wrongState' | 'closed' | null;
}

export function ReviewScreen(props: {
  sheet: ReviewSheet;
  filter: ReviewFilter;
  base: string;
  refused: ReviewRefused | null;
}) {
  const { sheet, filter, base, refused } = props;
  const words = useSection(reviewWords);
  const frame = useSection(reviewFrameWords);
  const assessmentText = useSection(assessmentWords);
  const mayReturn = sheet.steps.includes('return');
  const list = <Answers sheet={sheet} filter={filter} base={base} refused={refused} withNotes={mayReturn} />;
  return (
    <div className="space-y-6">
      {refused ? <Refused refused={refused} /> : null}
      <ScoreStrip standing={sheet.standing} />
      <Filters sheet={sheet} filter={filter} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
        <FileLink href={`${base}/telaah.pdf?saring=${filter}`}>{frame.pdf}</FileLink>
        <span className="text-sm text-muted">{words.pdfHint}</span>
      </p>
      {mayReturn ? (
        <KeptForm method="post" kept="telaah" className="space-y-6" noValidate>
          {list}
          <Card aria-labelledby="return-title" className="space-y-4 print:hidden">
            <h2 id="return-title" className="text-xl">
              {words.returnTitle}
            </h2>
            <p>{words.returnLead}</p>
            <TextAreaField
              id="note"
              name="note"
              label={words.returnLabel}
              required
              defaultValue={refused?.typed.note ?? ''}
              error={refused?.errors.note && words[refused.errors.note]}
            />
            <Button tone="secondary">{words.return}</Button>
          </Card>
        </KeptForm>
      ) : (
        list
      )}
      {sheet.steps.includes('approve') ? (
        <Card aria-labelledby="approve-title" className="space-y-3 print:hidden">
          <h2 id="approve-title" className="text-xl">
            {words.approveTitle}
          </h2>
          <p>{words.approveLead}</p>
          <ButtonLink tone="primary" to={`${base}/status`}>
            {words.toApproval}
          </ButtonLink>
        </Card>
      ) : (
        <p className="print:hidden">
          <ButtonLink to={`${base}/status`}>{assessmentText.seeStatus}</ButtonLink>
        </p>
      )}
    </div>
  );
}

function Refused({ refused }: { refused: ReviewRefused }) {
  const words = useSection(reviewWords);
  const assessmentText = useSection(assessmentWords);
  if (refused.late) return <Alert tone="danger">{assessmentText.workflow[refused.late]}</Alert>;
  const errors = Object.entries(refused.errors).flatMap(([field, error]) => {
    if (error === undefined) return [];
    const no = field.startsWith('notes.') ? field.slice('notes.'.length) : null;
    return no === null
      ? [{ id: 'note', message: words[error] }]
      : [{ id: `note-${no}`, message: words.noteTooLongAt({ no }) }];
  });
  return <ErrorSummary errors={errors} />;
}

function Filters({ sheet, filter }: { sheet: ReviewSheet; filter: ReviewFilter }) {
  const words = useSection(reviewWords);
  const frame = useSection(reviewFrameWords);
  const format = useFormat();
  const shown = sheet.counts.find((one) => one.filter === filter)?.count ?? 0;
  const name = (of: ReviewFilter) => {
    const meaning = REVIEW_FILTERS[of];
    if (meaning === 'all') return frame.all;
    return meaning === 'anyGap' ? words.anyGap : words.gap[meaning];
  };
  return (
    <ReviewFilters
      filters={sheet.counts
        .filter(
          ({ filter: one, count }) => count > 0 || one === filter || one === 'semua' || one === 'kurang',
        )
        .map(({ filter: value, count }) => ({ value, name: name(value), count: format.number(count) }))}
      current={filter}
      shown={words.shown({
        count: format.number(shown),
        total: format.number(sheet.standing.total),
      })}
    />
  );
}

/** Every answer stays in the page, so that a note that was typed outlives a change of the filter. */
function Answers(props: {
  sheet: ReviewSheet;
  filter: ReviewFilter;
  base: string;
  refused: ReviewRefused | null;
  withNotes: boolean;
}) {
  const { sheet, filter, refused } = props;
  const words = useSection(reviewWords);
  const format = useFormat();
  const errorAt = (no: number) => refused?.errors[`notes.${String(no)}`];
  const isShown = (answer: ReviewSheet['aspects'][number]['answers'][number]) =>
    errorAt(answer.no) !== undefined || shows(filter, answer.gaps);
  const aspects = sheet.aspects.map((aspect) => ({ ...aspect, shown: aspect.answers.filter(isShown) }));
  const isFolded = aspects.reduce((sum, { shown }) => sum + shown.length, 0) > FEW_IN_REVIEW;
  return (
    <ReviewParts isFolded={isFolded}>
      {aspects.some(({ shown }) => shown.length > 0) ? null : <p>{words.nothing}</p>}
      {aspects.map(({ shown, ...aspect }) => (
        <ReviewPart
          key={aspect.no}
          id={`aspek-${String(aspect.no)}`}
          level={2}
          name={`${String(aspect.no)}. ${aspect.name}`}
          isOpen={!isFolded || shown.some(({ no }) => errorAt(no) !== undefined)}
          figure={format.figure(aspect.index)}
          says={words.indicators({ count: format.number(shown.length) })}
          marks={<Gaps answers={aspect.answers} />}
          hidden={shown.length === 0}
        >
          <ol className="divide-y divide-line">
            {aspect.answers.map((answer) => {
              const error = errorAt(answer.no);
              return (
                <li
                  key={answer.no}
                  hidden={!isShown(answer)}
                  className="py-4 last:pb-1 print:break-inside-avoid"
                >
                  <ReviewedAnswerRow
                    answer={answer}
                    lowest={sheet.lowest}
                    earlier={sheet.earlier}
                    to={`${props.base}/isi/${String(answer.no)}`}
                  />
                  {props.withNotes ? (
                    <div className="mt-3 print:hidden">
                      <TextAreaField
                        id={`note-${String(answer.no)}`}
                        name={`notes.${String(answer.no)}`}
                        label={words.noteTo({ no: String(answer.no) })}
                        rows={2}
                        defaultValue={refused?.typed.notes[String(answer.no)] ?? ''}
                        error={error && words[error]}
                      />
                    </div>
                  ) : null}
                </li>
              );
            })}
          </ol>
        </ReviewPart>
      ))}
    </ReviewParts>
  );
}

/** What is missing in an aspect, and in how many of its answers. */
function Gaps({ answers }: { answers: ReviewSheet['aspects'][number]['answers'] }) {
  const words = useSection(reviewWords);
  const format = useFormat();
  return GAPS.map((gap) => {
    const count = answers.filter(({ gaps }) => gaps.includes(gap)).length;
    return count === 0 ? null : (
      <Badge key={gap} tone="accent">
        {words.gapIn[gap]({ count: format.number(count) })}
      </Badge>
    );
  });
}

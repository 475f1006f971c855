/** One answer of the review sheet, as it is read and printed. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { Badge, LevelMark } from '~/ui';
import { assessmentWords } from './assessmentWords';
import { EarlierLevel } from './earlierLevel';
import type { ReviewedAnswer, ReviewSheet } from './review.read.server';
import { reviewWords } from './reviewWords';

export function ReviewedAnswerRow(props: {
  answer: ReviewedAnswer;
  /** The level that an unanswered indicator counts as. */
  lowest: number;
  earlier: ReviewSheet['earlier'];
  to: string;
}) {
  const { answer, earlier } = props;
  const words = useSection(reviewWords);
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  return (
    <>
      <div className="flex items-start gap-3">
        <LevelMark level={answer.level} />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">
            <Link to={props.to} className="inline-block min-h-6 py-1 text-brand underline underline-offset-2">
              {answer.no}. {answer.name}
            </Link>
          </h3>
          {answer.service === '' ? null : <p className="break-words">{answer.service}</p>}
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <span>{answer.levelName ?? words.countedAsLowest({ level: format.number(props.lowest) })}</span>
            {earlier !== null && answer.earlierLevel !== null ? (
              <EarlierLevel
                year={earlier.year}
                level={answer.earlierLevel}
                to={earlier.path && `${earlier.path}/${String(answer.no)}`}
              />
            ) : null}
            {answer.gaps.map((gap) => (
              <Badge key={gap} tone="accent">
                {words.gap[gap]}
              </Badge>
            ))}
            {answer.isTakenOver ? <Badge>{assessmentText.takenOver}</Badge> : null}
          </p>
        </div>
      </div>
      <dl className="mt-3 grid gap-x-6 gap-y-2 lg:grid-cols-2">
        {answer.level === null && answer.justification === '' ? null : (
          <Fact term={words.justification}>
            <p className="break-words whitespace-pre-line">
              {answer.justification === '' ? words.none : answer.justification}
            </p>
          </Fact>
        )}
        {answer.level === null && answer.evidence.length === 0 ? null : (
          <Fact term={words.evidence}>
            {answer.evidence.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <EvidenceLinks evidence={answer.evidence} />
            )}
          </Fact>
        )}
        {answer.headNote === null ? null : (
          <Fact term={assessmentText.headNote}>
            <p className="break-words whitespace-pre-line">{answer.headNote}</p>
          </Fact>
        )}
      </dl>
    </>
  );
}

/** The links with their captions; the addresses are written out, because paper cannot be clicked. */
export function EvidenceLinks({ evidence }: { evidence: ReviewedAnswer['evidence'] }) {
  return (
    <ul className="list-disc pl-5">
      {evidence.map(({ url, caption }, place) => (
        <li key={place} className="break-words">
          {caption === '' ? null : `${caption} – `}
          <a
            href={url}
            target="_blank"
            rel="noreferrer nofollow"
            className="inline-block min-h-6 break-all text-brand underline"
          >
            {url}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm font-medium">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

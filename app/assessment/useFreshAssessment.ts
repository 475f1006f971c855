/** Keeps the open page of an assessment up to date with what others – and other tabs – do to it. */
import { useCallback } from 'react';
import { type LiveEvent, rakerdaStream, useLive, useLiveRevalidation } from '~/live';
import type { AssessmentHeaderData } from './assessmentHeader';

type Which = Pick<AssessmentHeaderData, 'assessmentId' | 'rakerda'>;

/** For pages that only show: what happens is read with the whole page, `asOf` being the newest event it stands on. */
export function useFreshAssessment({ rakerda, assessmentId }: Which, asOf: number): void {
  const concerns = useCallback(
    (event: LiveEvent) => isOfAnswer(event, assessmentId) || isOfStanding(event, assessmentId),
    [assessmentId],
  );
  useLiveRevalidation(rakerda.id, asOf, concerns);
}

/**
 * For the page of one indicator, which must not be drawn anew under who writes there.
 * @param onNews with the version of the answer that was saved; null where it may have been closed or opened
 */
export function useNewsOf(
  { rakerda, assessmentId }: Which,
  no: number,
  asOf: number,
  onNews: (version: number | null) => void,
): void {
  useLive({
    stream: rakerdaStream(rakerda.id),
    since: asOf,
    onEvent: (event) => {
      if (isOfStanding(event, assessmentId)) onNews(null);
      else if (isOfAnswer(event, assessmentId) && event.indicator === no) onNews(event.version);
    },
  });
}

type AnswerNews = Extract<LiveEvent, { type: 'level' | 'answer' }>;

function isOfAnswer(event: LiveEvent, assessmentId: string): event is AnswerNews {
  return (event.type === 'level' || event.type === 'answer') && event.assessmentId === assessmentId;
}

/** Whether answers are taken, and who may see them. */
function isOfStanding(event: LiveEvent, assessmentId: string): boolean {
  return event.type === 'state'
    ? event.assessmentId === assessmentId
    : event.type === 'hint' && event.about === 'rakerda';
}

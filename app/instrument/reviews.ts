/**
 * How a sheet of each kind is read through. Apart from `kinds.ts`: browsers carry what that names, and are handed a review
 * in words.
 */
import { once } from './once';
import type { Topic } from './kinds';
import { ladderReview } from './ladder/review';
import { metricsReview } from './metrics/review';
import { pointsReview } from './points/review';
import type { SheetReview } from './review';
import type { Figures } from './topicKind';

export { questionsUnder, REVIEW_GAPS } from './review';
export type { ReviewGap, ReviewMeasure, ReviewNode, ReviewQuestion, SheetReview } from './review';

const reader = once((topic: Topic): ((figures: Figures) => SheetReview) => {
  switch (topic.kind) {
    case 'metrics':
      return (figures) => metricsReview(topic, figures);
    case 'ladder':
      return (figures) => ladderReview(topic, figures);
    case 'points':
      return (figures) => pointsReview(topic, figures);
  }
});

export function reviewOf(topic: Topic, figures: Figures): SheetReview {
  return reader(topic)(figures);
}

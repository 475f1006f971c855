/** Approving: what is missing is named, and asked about once. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { reviewFrameWords } from '~/rakerda';
import { Alert, Button, ButtonLink, KeptForm } from '~/ui';
import { assessmentWords } from './assessmentWords';
import { GAPS } from './gaps';
import { FILTER_OF_GAP } from './reviewForm';
import { reviewWords } from './reviewWords';
import type { WorkflowView } from './workflow.read.server';

export function ApproveStep(props: {
  view: WorkflowView;
  base: string;
  /** The head pressed once already and has been told of the gaps. */
  isAsked: boolean;
}) {
  const { view, base, isAsked } = props;
  const words = useSection(assessmentWords).workflow;
  const reviewText = useSection(reviewWords);
  const frame = useSection(reviewFrameWords);
  const format = useFormat();
  const gaps = GAPS.filter((gap) => view.gaps[gap] > 0);
  return (
    <KeptForm method="post" className="space-y-4">
      <input type="hidden" name="step" value="approve" />
      {isAsked ? <input type="hidden" name="gapsConfirmed" value="on" /> : null}
      {gaps.length > 0 ? (
        <Alert tone="warning" title={frame.gapsTitle}>
          <p>
            {reviewText.gapsAnswered({
              answered: format.number(view.standing.answered),
              total: format.number(view.standing.total),
            })}
          </p>
          <ul className="list-disc pl-5">
            {gaps.map((gap) => (
              <li key={gap}>
                <Link
                  to={`${base}/telaah?saring=${FILTER_OF_GAP[gap]}`}
                  className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
                >
                  {reviewText.gapLine[gap]({ count: format.number(view.gaps[gap]) })}
                </Link>
              </li>
            ))}
          </ul>
          {isAsked ? <p className="mt-2 font-semibold">{reviewText.gapsQuestion}</p> : null}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button>{isAsked ? reviewText.approveAnyway : words.approve}</Button>
        <ButtonLink to={`${base}/telaah`}>{words.reviewAnswers}</ButtonLink>
      </div>
    </KeptForm>
  );
}

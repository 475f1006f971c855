/** The parts of a sheet that is read through: a long one is folded, and each part says what stands in it before it is opened. */
import { type ReactNode, useRef, useState } from 'react';
import { useSection } from '~/i18n';
import { Button } from '~/ui';
import { reviewFrameWords } from './reviewFrameWords';

/** More than these are not read through in one go on a phone: they stand folded. */
export const FEW_IN_REVIEW = 20;

/** All parts, with a button that opens or folds them; without scripts each opens by itself, and on paper all stand open. */
export function ReviewParts({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  const words = useSection(reviewFrameWords);
  const parts = useRef<HTMLDivElement>(null);
  const [opens, setOpens] = useState(true);
  const turn = () => {
    for (const part of parts.current?.querySelectorAll('details') ?? []) part.open = opens;
    setOpens(!opens);
  };
  return (
    <div ref={parts} className="space-y-3">
      {isFolded ? (
        <p className="noscript:hidden print:hidden">
          <Button type="button" tone="quiet" onClick={turn}>
            {opens ? words.openAll : words.foldAll}
          </Button>
        </p>
      ) : null}
      {children}
    </div>
  );
}

export function ReviewPart(props: {
  id: string;
  level: 2 | 3;
  name: string;
  isOpen: boolean;
  /** What it comes to; empty where it has no figure of its own. */
  figure: string;
  /** How much stands in it. */
  says: string;
  /** What is missing in it or has changed. */
  marks: ReactNode;
  /** Nothing in it is shown now. */
  hidden?: boolean;
  children: ReactNode;
}) {
  const { id, figure } = props;
  const Heading = `h${props.level}` as const;
  return (
    <section aria-labelledby={id} hidden={props.hidden}>
      <details
        open={props.isOpen}
        className="group/part rounded-xl border border-line bg-surface shadow-sm print:shadow-none print:[&::details-content]:[content-visibility:visible]"
      >
        <summary className="flex min-h-11 list-none items-baseline gap-x-3 px-4 py-3 sm:px-6 [&::-webkit-details-marker]:hidden">
          <span
            aria-hidden="true"
            className="shrink-0 text-sm text-muted group-open/part:rotate-90 print:hidden"
          >
            ▶
          </span>
          <span className="min-w-0 flex-1">
            <Heading id={id} className="text-lg break-words print:break-after-avoid">
              {props.name}
            </Heading>
            <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <span translate="no" className="tabular-nums">
                {props.says}
              </span>
              {props.marks}
            </span>
          </span>
          {figure === '' ? null : (
            <span translate="no" className="shrink-0 text-lg font-semibold tabular-nums">
              {figure}
            </span>
          )}
        </summary>
        <div className="border-t border-line px-4 pt-1 pb-3 sm:px-6">{props.children}</div>
      </details>
    </section>
  );
}

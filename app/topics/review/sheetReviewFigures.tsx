/** What a sheet comes to, to be read through: the headline, its parts, every measure with its formula, what does not add up. */
import { useFormat, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import { REMARK } from '~/rakerda/remarkSign';
import { Badge, Card } from '~/ui';
import { Confidence } from '../confidence';
import type { ReviewedMeasure, ReviewedNode, WordedReview } from './sheetReview';
import { sheetReviewWords } from './sheetReviewWords';
import { topicWords } from '../topicWords';

export function ReviewStrip({ review }: { review: WordedReview }) {
  const words = useSection(sheetReviewWords);
  const format = useFormat();
  const { headline, ceiling, filled, total, counted: noun, remarks } = review;
  const complete = words.complete({
    filled: format.number(filled),
    total: counted(format.number(total), noun.one, noun.several),
  });
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 rounded-xl border border-line bg-surface p-4">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <span className="text-sm text-muted">{headline.name}</span>
          {headline.figure === '' ? (
            <span className="text-muted">{words.noFigure}</span>
          ) : (
            <span data-headline="" translate="no" className="text-3xl font-bold tabular-nums">
              {headline.figure}
            </span>
          )}
          {headline.band === '' ? null : <Badge tone="brand">{headline.band}</Badge>}
        </p>
        <div className="min-w-48 flex-1">
          <progress className="bar block" max={total} value={filled} aria-label={complete} />
          <p
            translate="no"
            className="flex flex-wrap justify-between gap-x-4 text-sm text-muted tabular-nums"
          >
            <span>{complete}</span>
            {ceiling === '' ? null : <span>{words.upTo({ figure: ceiling })}</span>}
          </p>
        </div>
      </div>
      {remarks.map((remark) => (
        <p key={remark} translate="no" className="text-sm font-medium">
          <span aria-hidden="true">{REMARK} </span>
          {remark}
        </p>
      ))}
    </div>
  );
}

export function ReviewNodes({ nodes }: { nodes: readonly ReviewedNode[] }) {
  const words = useSection(sheetReviewWords);
  return (
    <Card aria-labelledby="bagian" className="space-y-3 print:break-inside-auto">
      <h2 id="bagian" className="text-xl">
        {words.parts}
      </h2>
      <ul className="gap-x-10 lg:columns-2">
        {nodes.map((node) => (
          <li key={node.code} className="border-t border-line py-2">
            <NodeLine node={node} isTop />
            {node.nodes.length > 0 ? (
              <ul className="mt-1 space-y-1 pl-4">
                {node.nodes.map((below) => (
                  <li key={below.code} className="break-inside-avoid">
                    <NodeLine node={below} isTop={false} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NodeLine({ node, isTop }: { node: ReviewedNode; isTop: boolean }) {
  const words = useSection(sheetReviewWords);
  const format = useFormat();
  const isDone = node.filled === node.total;
  // Of one thing it is enough to say that it is open.
  const isOne = node.total === 1;
  const count = words.filledOf({ filled: format.number(node.filled), total: format.number(node.total) });
  const filled = isOne ? words.gap.unanswered : count;
  const says = [...(isDone && !(isOne && node.figure !== '') ? [count] : []), ...node.remarks];
  return (
    <div data-node={node.code} className="break-inside-avoid">
      <p className="flex items-baseline justify-between gap-3">
        <span className={`min-w-0 break-words ${isTop ? 'font-medium' : 'text-sm'}`}>{node.name}</span>
        <span translate="no" className={`shrink-0 tabular-nums ${isTop ? 'font-semibold' : 'text-sm'}`}>
          {node.figure}
        </span>
      </p>
      <p translate="no" className="text-sm text-muted tabular-nums">
        {isDone ? null : <span className="font-medium text-accent">{filled}</span>}
        {isDone ? says.join(' · ') : says.map((one) => ` · ${one}`)}
      </p>
    </div>
  );
}

export function ReviewMeasures({ review }: { review: WordedReview }) {
  const words = useSection(topicWords).sheet;
  const { measures, differences } = review;
  return (
    <Card aria-labelledby="ukuran" className="space-y-4 print:break-inside-auto">
      <h2 id="ukuran" className="text-xl">
        {words.measures}
      </h2>
      <dl className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        {measures.map((measure) => (
          <MeasureEntry key={measure.code} measure={measure} />
        ))}
      </dl>
      {differences.length > 0 ? (
        <div className="max-w-xl">
          <h3 className="font-semibold">{words.checks}</h3>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {differences.map(({ code, name, difference, said }) => (
              <div key={code} data-check={code} className="contents">
                <dt>{name}</dt>
                <dd
                  translate="no"
                  className={`text-right tabular-nums ${difference ? 'font-bold text-accent' : 'text-muted'}`}
                >
                  {said}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </Card>
  );
}

function MeasureEntry({ measure }: { measure: ReviewedMeasure }) {
  const words = useSection(topicWords).sheet;
  const { name, isHeadline, confidence, figure, why, formula, numbers } = measure;
  return (
    <div data-measure={measure.code} className="min-w-0 print:break-inside-avoid">
      <dt className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        {name}
        {isHeadline ? <Badge tone="brand">{words.headline}</Badge> : null}
        <Confidence of={{ source: { confidence } }} />
      </dt>
      <dd>
        {figure === '' ? (
          <span className="block text-muted">{why}</span>
        ) : (
          <span translate="no" className="block text-xl font-bold tabular-nums">
            {figure}
          </span>
        )}
        <span className="block text-sm break-words text-muted">{formula}</span>
        {numbers === '' ? null : (
          <span translate="no" className="block text-sm break-words tabular-nums">
            = {numbers}
          </span>
        )}
      </dd>
    </div>
  );
}

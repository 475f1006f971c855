/** What the figures of a sheet come to: every measure with its formula in words and numbers, and what does not add up. */
import { useLocale, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import { localize, nounIn, type Quantity, writeNumber } from '~/instrument';
import {
  completenessOf,
  formulaText,
  type MeasureResult,
  measuresOf,
  type Metrics,
  unaccountedOf,
} from '~/instrument/metrics';
import { type Figures, kindOf, type TopicColumn } from '~/instrument/topic';
import { figureText, useSpoken } from '~/rakerda/topicTargetText';
import { Badge, Card } from '~/ui';
import { Confidence } from './confidence';
import { topicWords } from './topicWords';

/** A figure with what it counts: `95,72%`, `4,0 hari kerja`. */
export function useMeasureText(): (measure: TopicColumn, quantity: Quantity) => string {
  const spoken = useSpoken();
  return ({ unit, unitName }, quantity) => figureText({ unit, unitName: unitName ?? null }, quantity, spoken);
}

export function MeasureList({ topic, figures }: { topic: Metrics; figures: Figures }) {
  const words = useSection(topicWords);
  const locale = useLocale();
  const measures = measuresOf(topic, figures);
  const headline = measures.filter(({ measure }) => measure.code === topic.headline);
  const rest = measures.filter(({ measure }) => measure.code !== topic.headline);
  const { filled, total } = completenessOf(topic, figures);
  const noun = nounIn(kindOf(topic).counted, locale);
  const number = (value: number) => writeNumber(value, 0, locale);
  return (
    <Card aria-labelledby="ukuran" className="space-y-4">
      <header>
        <h2 id="ukuran" className="text-xl">
          {words.sheet.measures}
        </h2>
        <p className="text-sm text-muted">{words.sheet.measuresLead}</p>
      </header>
      <dl className="space-y-4" data-measures="">
        {[...headline, ...rest].map((result, place) => (
          <MeasureEntry
            key={result.measure.code}
            topic={topic}
            figures={figures}
            result={result}
            isHeadline={place === 0}
          />
        ))}
      </dl>
      <Differences topic={topic} figures={figures} />
      <div>
        <h3 className="font-semibold">{words.sheet.complete}</h3>
        <progress className="bar" max={total} value={filled} aria-label={words.sheet.complete} />
        <p translate="no" className="text-sm text-muted tabular-nums">
          {words.filled({ filled: number(filled), total: counted(number(total), noun.one, noun.several) })}
        </p>
      </div>
    </Card>
  );
}

function MeasureEntry(props: {
  topic: Metrics;
  figures: Figures;
  result: MeasureResult;
  isHeadline: boolean;
}) {
  const { topic, figures, result, isHeadline } = props;
  const { measure, quantity, because } = result;
  const words = useSection(topicWords);
  const locale = useLocale();
  const say = useMeasureText();
  const formula = formulaText(topic, measure, figures, locale);
  return (
    <div data-measure={measure.code} className="border-t border-line pt-3 first:border-0 first:pt-0">
      <dt className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={isHeadline ? 'text-lg font-semibold' : 'font-medium'}>
          {localize(measure.name, locale)}
        </span>
        {isHeadline ? <Badge tone="brand">{words.sheet.headline}</Badge> : null}
        <Confidence of={measure} />
      </dt>
      <dd>
        {quantity ? (
          <span
            translate="no"
            className={`block font-bold tabular-nums ${isHeadline ? 'text-4xl' : 'text-2xl'}`}
          >
            {say(measure, quantity)}
          </span>
        ) : (
          <span className="block text-muted">{words.sheet[because ?? 'missing']}</span>
        )}
        <span className="block text-sm text-muted">
          {formula.words} · {words.sheet.direction[measure.direction]}
        </span>
        {formula.numbers === '…' ? null : (
          <span translate="no" className="block text-sm tabular-nums">
            = {formula.numbers}
          </span>
        )}
      </dd>
    </div>
  );
}

/** Parts against their wholes: what nobody accounts for is shown, never hidden. */
function Differences({ topic, figures }: { topic: Metrics; figures: Figures }) {
  const words = useSection(topicWords);
  const locale = useLocale();
  const all = unaccountedOf(topic, figures);
  if (all.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{words.sheet.checks}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {all.map(({ check, difference }) => (
          <div key={check.code} data-check={check.code} className="contents">
            <dt>{localize(check.name, locale)}</dt>
            <dd
              translate="no"
              className={`text-right tabular-nums ${difference ? 'font-bold text-accent' : 'text-muted'}`}
            >
              {difference === null
                ? '…'
                : difference === 0
                  ? words.sheet.allCounted
                  : writeNumber(difference, 0, locale)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The figure everybody looks for first, and what it is measured against. */
import { Link } from '@remix-run/react';
import { formatQuantity, useFormat, useSection, useText, useLocale } from '~/i18n';
import { indexQuantity, isAtEdge, type OutlinePredicate, type Score } from '~/instrument';
import { Badge, Card } from '~/ui';
import { addressOf, Movement } from './figures';
import { IndexScale } from './indexScale';
import { type Averages, isProvisional } from './resultReading';
import type { ResultData } from './result.read.server';
import { resultWords } from './resultWords';
import { Tile } from './tile';

export function Headline(props: {
  result: ResultData;
  scored: Score<OutlinePredicate>;
  averages: Averages | null;
}) {
  const { result, scored, averages } = props;
  const text = useText();
  const resultText = useSection(resultWords);
  const format = useFormat();
  const index = scored.whole.index.hundredths;
  const ceiling = scored.whole.ceiling.hundredths;
  const provisional = isProvisional(scored);
  // What is approved no longer moves: what was left unanswered stays so.
  const isOpen = provisional && result.state !== 'approved';
  const answered = text.answeredOf({
    answered: format.number(scored.completeness.answered),
    total: format.number(scored.completeness.total),
  });
  const exactly = formatQuantity({ ...indexQuantity(scored.whole.index), decimals: 4 }, useLocale());
  return (
    <Card
      aria-labelledby="indeks"
      className="grid grid-cols-1 gap-6 lg:grid-cols-[auto_minmax(0,1fr)] lg:gap-10"
    >
      <div className="space-y-2">
        <h2 id="indeks" className="text-base text-muted">
          {resultText.headline}
        </h2>
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span
            data-testid="index"
            translate="no"
            className="text-6xl leading-none font-bold tracking-tight tabular-nums 2xl:text-7xl"
          >
            {format.figure(index)}
          </span>
          <span className="text-2xl font-semibold text-brand">{scored.predicate.name}</span>
        </p>
        {isAtEdge(result.instrument, scored.whole.index) ? (
          <p className="max-w-md text-sm">{resultText.atEdge({ index: exactly })}</p>
        ) : null}
        <div className="max-w-xs space-y-1">
          <progress
            className="bar block"
            max={scored.completeness.total}
            value={scored.completeness.answered}
            aria-label={answered}
          />
          <p className="text-sm text-muted">{answered}</p>
        </div>
        {isOpen ? (
          <div className="max-w-md space-y-1 text-sm">
            <p>
              <Badge tone="accent">{text.provisional}</Badge>
            </p>
            <p>{text.provisionalHint}</p>
            <p>
              {resultText.canReach({
                low: format.figure(index),
                high: format.figure(ceiling),
                predicate:
                  scored.predicate.code === scored.ceilingPredicate.code
                    ? scored.predicate.name
                    : `${scored.predicate.name} – ${scored.ceilingPredicate.name}`,
              })}
            </p>
          </div>
        ) : provisional ? (
          <p className="max-w-md text-sm">
            {resultText.approvedWithGaps({
              count: format.number(scored.completeness.total - scored.completeness.answered),
            })}
          </p>
        ) : null}
      </div>
      <div className="min-w-0 space-y-5">
        <IndexScale
          instrument={result.instrument}
          index={index}
          predicate={scored.predicate.name}
          ceiling={isOpen ? ceiling : index}
          target={result.targetHundredths}
        />
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
          <TargetTile index={index} target={result.targetHundredths} />
          <EarlierTile index={index} provisional={provisional} result={result} />
          <Tile
            term={resultText.average}
            value={averages === null ? '–' : format.figure(averages.whole)}
            note={
              averages === null ? null : (
                <>
                  {/* Only complete figures are set against the average. */}
                  {provisional
                    ? null
                    : `${
                        averages.whole === index
                          ? resultText.onAverage
                          : averages.whole < index
                            ? resultText.aboveAverage({ by: format.figure(index - averages.whole) })
                            : resultText.belowAverage({ by: format.figure(averages.whole - index) })
                      } · `}
                  {resultText.averageOf({
                    complete: format.number(result.peers.count),
                    agencies: format.number(result.peers.agencies),
                  })}
                </>
              )
            }
          />
        </dl>
      </div>
    </Card>
  );
}

function TargetTile({ index, target }: { index: number; target: number | null }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  if (target === null) return <Tile term={resultText.target} value="–" note={resultText.noTarget} />;
  return (
    <Tile
      term={resultText.target}
      value={format.figure(target)}
      note={
        index === target ? (
          resultText.targetReached
        ) : index > target ? (
          <span className="font-medium text-success">
            <span aria-hidden="true">✓ </span>
            {resultText.targetAhead({ by: format.figure(index - target) })}
          </span>
        ) : (
          resultText.targetShort({ by: format.figure(target - index) })
        )
      }
    />
  );
}

function EarlierTile(props: { index: number; provisional: boolean; result: ResultData }) {
  const { index, provisional, result } = props;
  const resultText = useSection(resultWords);
  const format = useFormat();
  const { earlier } = result;
  if (earlier === null) {
    return <Tile term={resultText.noLastYear} value="–" note={resultText.noLastYearValue} />;
  }
  const there = addressOf({ ...result, rakerda: { id: earlier.rakerdaId } }).result;
  return (
    <Tile
      term={resultText.lastYear({ year: String(earlier.year) })}
      value={format.figure(earlier.hundredths)}
      note={
        <>
          <Movement by={index - earlier.hundredths} provisional={provisional || !earlier.complete} />
          <br />
          <Link to={there} className="inline-block py-2 text-brand underline underline-offset-2">
            {resultText.seeLastYear}
          </Link>
        </>
      }
    />
  );
}

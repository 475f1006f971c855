import { useSection, useText } from '~/i18n';
import { lazy, Suspense } from 'react';
import { useHydrated } from '~/ui';
import type { ChartProps } from './charts';
import type { Series } from './chartData';
import { BarSample, SeriesSample } from './series';
import { comparisonWords } from './comparisonWords';

const Chart = lazy(() => import('./charts'));

/**
 * A chart with its legend. The drawing comes after the page has become alive; its place is kept, so that nothing
 * jumps, and without scripts a sentence stands there instead.
 */
export function LazyChart(props: ChartProps & { label: string; height: string }) {
  const { label, height, ...chart } = props;
  const text = useText();
  const isHydrated = useHydrated();
  return (
    <figure className="space-y-3">
      <Legend kind={props.kind} series={props.series} id={props.id} />
      <p className="hidden text-muted noscript:block">{text.chartNeedsScript}</p>
      <div role="img" aria-label={label} className={`w-full noscript:hidden ${height}`}>
        {isHydrated ? (
          <Suspense fallback={null}>
            <Chart {...chart} />
          </Suspense>
        ) : null}
      </div>
    </figure>
  );
}

function Legend({ kind, series, id }: { kind: ChartProps['kind']; series: readonly Series[]; id: string }) {
  const text = useSection(comparisonWords);
  return (
    <ul aria-label={text.chart.legend} className="flex flex-wrap gap-x-5 gap-y-1">
      {series.map(({ code, label }, position) => (
        <li key={code} className="flex items-center gap-2">
          {kind === 'radar' ? (
            <SeriesSample position={position} />
          ) : (
            <BarSample prefix={`${id}-${String(position)}`} position={position} />
          )}
          {label}
        </li>
      ))}
    </ul>
  );
}

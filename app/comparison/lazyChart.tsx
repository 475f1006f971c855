import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useSection, useText } from '~/i18n';
import type { Series } from './chartData';
import type { ChartProps } from './charts';
import { comparisonWords } from './comparisonWords';
import { MarkSample, SeriesSample } from './series';

const fetchDrawing = () => import('./charts');
const Chart = lazy(fetchDrawing);

/** How far below the window a chart is already drawn: it stands there when somebody scrolls to it. */
const NEAR = '600px';
/** Windows from which people print, and what they print holds every chart; a phone is spared the fetch. */
const WIDE = '(min-width: 64rem)';
const IDLE_MS = 4000;

/**
 * A chart with its legend. What draws it is fetched when the chart comes near the window; its place is kept, so that
 * nothing jumps, and without scripts a sentence stands there instead.
 */
export function LazyChart(
  props: ChartProps & {
    label: string;
    /** As high as the drawing, which fills it. */
    place: ReactNode;
  },
) {
  const { label, place, ...chart } = props;
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useNear(frame);
  return (
    <figure className="space-y-3">
      <Legend kind={props.kind} series={props.series} />
      <p className="hidden text-muted noscript:block">{text.chartNeedsScript}</p>
      <div
        ref={frame}
        data-chart={props.kind}
        className={`relative w-full noscript:hidden ${isNear ? '' : 'print:hidden'}`}
      >
        {place}
        {isNear ? (
          // Drawn for the window; on paper it shrinks to the sheet.
          <div
            role="img"
            aria-label={label}
            className="absolute inset-0 print:[&_.recharts-responsive-container_*:has(.recharts-surface)]:w-full! print:[&_.recharts-surface]:h-auto! print:[&_.recharts-surface]:w-full!"
          >
            <Suspense fallback={null}>
              <Chart {...chart} />
            </Suspense>
          </div>
        ) : null}
      </div>
    </figure>
  );
}

/** Whether an element has come near the window, or has stood in a wide one for a while; it stays so. */
function useNear(element: React.RefObject<Element>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current || isNear) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    seen.observe(current);
    const idle = window.setTimeout(() => {
      if (!matchMedia(WIDE).matches) return;
      // Nobody has asked for it yet: where it cannot be fetched, nothing is lost.
      fetchDrawing().then(
        () => setNear(true),
        () => undefined,
      );
    }, IDLE_MS);
    return () => {
      seen.disconnect();
      window.clearTimeout(idle);
    };
  }, [element, isNear]);
  return isNear;
}

function Legend({ kind, series }: { kind: ChartProps['kind']; series: readonly Series[] }) {
  const text = useSection(comparisonWords);
  const Sample = kind === 'radar' ? SeriesSample : MarkSample;
  return (
    <ul aria-label={text.chart.legend} className="flex flex-wrap gap-x-5 gap-y-1">
      {series.map(({ code, label }, position) => (
        <li key={code} className="flex items-center gap-2">
          <Sample position={position} />
          {label}
        </li>
      ))}
    </ul>
  );
}

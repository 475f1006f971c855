import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { AspectCards } from './aspectCards';
import { CellTable, MedianRow } from './cellTable';
import { Frame, Nothing } from './sceneFrame';
import { levelsOn } from '~/ui/indexAxis';
import { LevelKey } from './sceneLevels';
import { Complete, Unfinished } from './sceneMarks';
import { pathOf, type Point, pointAt, polygon, radiusOf, seriesLook } from './radarShape';
import { AgencyName } from './sceneRows';
import { axisLines } from './aspectColumns';
import { shortAspect } from './shortAspect';
import { useChosenPage, useMarkOf, useStage, useWords } from './stage';
import { radarWords } from './radarWords';
import { OpenKey } from './unfinishedKey';

/**
 * The chosen agencies over one another, one axis per aspect. In the hall the drawing and the table of its values take
 * turns; a phone shows one above the other.
 */
export function Radar(scene: SceneOf<'radar'>) {
  const { size } = useStage();
  const words = useSection(radarWords);
  const page = useChosenPage(2);
  if (scene.series.length === 0) {
    return (
      <Frame title={words.title}>
        <Nothing>{words.choose}</Nothing>
      </Frame>
    );
  }
  return (
    <Frame
      title={size === 'hall' && page === 1 ? words.values : words.title}
      paged={{ page, pages: 2 }}
      footer={
        <div className="flex flex-wrap items-center gap-x-6">
          <Complete of={scene.average} hasMean={false} />
          {size === 'phone' || page === 1 ? <LevelKey /> : null}
          <OpenKey of={scene.series.find(({ isComplete }) => !isComplete)} />
        </div>
      }
    >
      {size === 'phone' || page === 0 ? (
        <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:items-center hall:justify-around hall:gap-6 hall:space-y-0 wide:hall:flex-row">
          <Drawing {...scene} />
          <Legend {...scene} />
        </div>
      ) : null}
      {size === 'hall' && page === 1 ? <Values {...scene} /> : null}
      {size === 'phone' ? (
        <AspectCards
          rows={scene.series.map(({ agency, index, values }) => ({ agency, index, cells: values }))}
          columns={scene.axes.map((name, axis) => ({ no: axis + 1, name }))}
        />
      ) : null}
    </Frame>
  );
}

function Drawing({ axes, series, median, bottom, top }: SceneOf<'radar'>) {
  const { size } = useStage();
  const markOf = useMarkOf();
  const text = useWords();
  const words = useSection(radarWords);
  const names = series.map(({ agency }) => markOf(agency).name ?? text.hiddenName).join(', ');
  const rings = levelsOn({ bottom, top });
  const hasFocus = series.some(({ agency }) => markOf(agency).isFocused);
  // What is drawn last lies on top: that is whom the hall looks at.
  const inFront = series
    .map((one, position) => ({ ...one, position }))
    .sort((a, b) => Number(markOf(a.agency).isFocused) - Number(markOf(b.agency).isFocused));
  return (
    <div
      role="img"
      aria-label={words.label({ agencies: names })}
      className="p-8 hall:shrink-0 hall:px-52 hall:py-0"
    >
      <div className="relative mx-auto aspect-square max-w-80 hall:size-76 hall:max-w-none wide:hall:size-100">
        <svg
          aria-hidden="true"
          viewBox="-100 -100 200 200"
          className="absolute inset-0 size-full overflow-visible"
        >
          {rings.map((ring) => (
            <path
              key={ring}
              d={pathOf(axes.map((_, axis) => pointAt(axis, axes.length, radiusOf(ring, bottom, top))))}
              fill="none"
              strokeWidth="0.6"
              className="stroke-line-strong opacity-60"
            />
          ))}
          {axes.map((name, axis) => {
            const end = pointAt(axis, axes.length, 100);
            return (
              <line
                key={name}
                x2={end.x}
                y2={end.y}
                strokeWidth="0.4"
                className="stroke-line-strong opacity-60"
              />
            );
          })}
          {median.length > 0 ? (
            <path
              d={pathOf(polygon(median, bottom, top))}
              strokeWidth="1.6"
              strokeDasharray="1.4 2.2"
              className="fill-ink/10 stroke-ink"
            />
          ) : null}
          {inFront.map(({ agency, values, position }) => (
            <SeriesShape
              key={markOf(agency).key}
              points={polygon(values, bottom, top)}
              position={position}
              standing={hasFocus ? (markOf(agency).isFocused ? 'front' : 'back') : 'even'}
            />
          ))}
        </svg>
        {/* Words and numbers in a drawing of their own without a view box: their size is the screen's, not the drawing's. */}
        <svg aria-hidden="true" width="100%" height="100%" className="absolute inset-0 overflow-visible">
          {axes.map((name, axis) =>
            size === 'hall' ? (
              <AxisName key={name} name={name} at={pointAt(axis, axes.length, 107)} />
            ) : (
              <Label key={name} at={pointAt(axis, axes.length, 112)} className="text-lg fill-brand font-bold">
                {axis + 1}
              </Label>
            ),
          )}
          {rings.map((ring) => (
            <Label
              key={ring}
              at={pointAt(0.5, axes.length, radiusOf(ring, bottom, top))}
              className="text-base fill-muted"
            >
              {ring / 100}
            </Label>
          ))}
        </svg>
      </div>
    </div>
  );
}

function Label({
  at,
  className,
  children,
}: {
  readonly at: Point;
  readonly className: string;
  readonly children: number;
}) {
  return (
    <text
      x={`${String(50 + at.x / 2)}%`}
      y={`${String(50 + at.y / 2)}%`}
      textAnchor="middle"
      dominantBaseline="central"
      className={className}
    >
      {children}
    </text>
  );
}

/** Above and below the drawing there is more room for a line than beside it. */
const LINE = { between: 20, beside: 13 } as const;
/** Of the height of a letter. */
const LINE_HEIGHT = 1.25;

/** The name of an axis at its end, away from the drawing, in as many lines as there is room for. */
function AxisName({ name, at }: { readonly name: string; readonly at: Point }) {
  const isBetween = Math.abs(at.x) < 1;
  const lines = axisLines(name, isBetween ? LINE.between : LINE.beside);
  // Above the drawing the last line stands on the axis, below it the first one hangs from it.
  const above = isBetween ? (at.y < 0 ? lines.length - 1 : 0) : (lines.length - 1) / 2;
  const x = `${String(50 + at.x / 2)}%`;
  return (
    <text
      y={`${String(50 + at.y / 2)}%`}
      textAnchor={isBetween ? 'middle' : at.x > 0 ? 'start' : 'end'}
      className="fill-ink text-sm font-semibold"
    >
      {lines.map((line, place) => (
        <tspan
          key={line}
          x={x}
          dy={`${String(place > 0 ? LINE_HEIGHT : (isBetween ? (at.y < 0 ? 0 : 0.8) : 0.35) - above * LINE_HEIGHT)}em`}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** An agency in the drawing: alike with the others, the one that is looked at, or behind it. */
type Standing = 'even' | 'front' | 'back';

const WIDTH: Readonly<Record<Standing, number>> = { even: 2.6, front: 4, back: 1.6 };
const MARK: Readonly<Record<Standing, number>> = { even: 1.25, front: 1.5, back: 0.9 };

function SeriesShape(props: {
  readonly points: readonly Point[];
  readonly position: number;
  readonly standing: Standing;
}) {
  const { standing } = props;
  const look = seriesLook(props.position);
  return (
    <g data-standing={standing}>
      <path
        d={pathOf(props.points)}
        strokeWidth={WIDTH[standing]}
        strokeDasharray={standing === 'front' ? undefined : look.dash}
        fillOpacity={standing === 'front' ? 0.18 : 0}
        className={`${look.stroke} ${look.fill}`}
      />
      {props.points.map(({ x, y }, axis) => (
        <path
          key={axis}
          d={look.mark}
          transform={`translate(${String(x)} ${String(y)}) scale(${String(MARK[standing])})`}
          strokeWidth="0.6"
          className={`${look.fill} stroke-canvas`}
        />
      ))}
    </g>
  );
}

/** A line with its mark, as the drawing has it. */
function Sample({ position }: { readonly position: number }) {
  const look = seriesLook(position);
  return (
    <svg aria-hidden="true" viewBox="-16 -6 32 12" width="2.4em" height="0.9em" className="shrink-0">
      <line x1="-16" x2="16" strokeWidth="1.8" strokeDasharray={look.dash} className={look.stroke} />
      <path d={look.mark} className={look.fill} />
    </svg>
  );
}

function Legend({ axes, series, median, average }: SceneOf<'radar'>) {
  const { size } = useStage();
  const markOf = useMarkOf();
  const text = useWords();
  const format = useFormat();
  return (
    <div className="space-y-4 hall:min-w-0 wide:hall:flex-1">
      {/* On a projector of 4:3 the names have no room beside the drawing, but below it. */}
      <ul className="flex flex-col gap-1 hall:grid hall:grid-cols-2 hall:gap-x-8 wide:hall:flex">
        {series.map(({ agency, index, answered, total, isComplete }, position) => (
          <li
            key={markOf(agency).key}
            className={`flex items-center gap-3 rounded-md ${markOf(agency).isFocused ? 'bg-accent-soft outline-2 outline-accent' : ''}`}
          >
            <Sample position={position} />
            <AgencyName agency={agency} className="grow hall:whitespace-normal!" />
            <span translate="no" className="font-bold whitespace-nowrap tabular-nums">
              {isComplete ? format.figure(index) : <Unfinished filled={answered} total={total} />}
            </span>
          </li>
        ))}
        {median.length > 0 ? (
          <li className="flex items-center gap-3 text-muted">
            <svg aria-hidden="true" viewBox="-16 -6 32 12" width="2.4em" height="0.9em" className="shrink-0">
              <rect x="-16" y="-6" width="32" height="12" className="fill-ink/10" />
              <line x1="-16" x2="16" strokeWidth="1.8" strokeDasharray="1.4 2.2" className="stroke-ink" />
            </svg>
            {text.medianOf({ complete: format.number(average.complete) })}
          </li>
        ) : null}
      </ul>
      {size === 'hall' ? null : (
        <ol className="border-t border-line pt-3">
          {axes.map((name, axis) => (
            <li key={name} className="flex gap-2">
              <span className="font-bold text-brand">{axis + 1}</span>
              {shortAspect(name)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** The same values as figures: one row per agency, in the colours of their levels. */
function Values({ axes, series, median, average }: SceneOf<'radar'>) {
  const markOf = useMarkOf();
  const text = useWords();
  const words = useSection(radarWords);
  const format = useFormat();
  const cells = (values: readonly number[]) =>
    axes.map((_, axis) => {
      const value = values[axis] ?? 0;
      return { figure: format.figure(value), shade: value };
    });
  return (
    <CellTable
      title={words.values}
      columns={axes.map((name, key) => ({ key, name }))}
      corner={<span className="block text-right">{text.aspect}</span>}
      open={text.open}
      longest={series.length}
      rows={series.map(({ agency, values }, position) => {
        const { key, isFocused, isOwn } = markOf(agency);
        return {
          key,
          name: (
            <span className="flex items-center gap-2">
              <Sample position={position} />
              <AgencyName agency={agency} />
            </span>
          ),
          isFocused,
          isOwn,
          isBelowRule: false,
          cells: cells(values),
        };
      })}
      foot={
        median.length === 0 ? null : (
          <MedianRow
            complete={average.complete}
            columns={axes.map((_, key) => ({ key }))}
            cells={cells(median).map(({ figure }) => figure)}
            last={null}
          />
        )
      }
    />
  );
}

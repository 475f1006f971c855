/**
 * The common road, indicator by indicator: each step begins where the one before ended, from no rise of a level to all of
 * them. It is drawn on the rises and not on an index: a mean on its way would meet a target that is each agency's own.
 * SVG percentages: no scripts, no style attributes.
 */
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { share } from './sceneBars';
import { shortAspect } from './shortAspect';
import { useStage, useWords } from './stage';
import { roadWords } from './roadWords';

/** So many indicators are named in the hall, and on a projector of 4:3, where every line above takes two. */
const NAMED = { wide: 4, narrow: 3 };
/** A longer name takes two lines, which have room in smaller letters. */
const LONG = 30;

/** Of the hall's two ways to draw the end of the list, the one that there is room for. */
const ONLY = { wide: 'hall:hidden wide:hall:grid', narrow: 'hall:grid wide:hall:hidden' } as const;

interface Step {
  /** Null for what all the others come to. */
  readonly no: number | null;
  readonly name: string;
  readonly agencies: number | null;
  readonly from: number;
  readonly rises: number;
}

/** The first steps by name, and the others as one. */
function stepsOf(
  { indicators, steps, totalRises }: SceneOf<'road'>,
  most: number,
  others: (count: number) => string,
): readonly Step[] {
  let from = 0;
  const named = indicators.slice(0, most).map(({ no, name, agencies, rises }) => {
    const step = { no, name: shortAspect(name), agencies, from, rises };
    from += rises;
    return step;
  });
  const more = steps - named.length;
  if (more <= 0) return named;
  return [...named, { no: null, name: others(more), agencies: null, from, rises: totalRises - from }];
}

export function RoadSteps(scene: SceneOf<'road'>) {
  const { size } = useStage();
  const words = useSection(roadWords);
  const format = useFormat();
  const others = (count: number) => words.others({ count: format.number(count) });
  const isHall = size === 'hall';
  const all = stepsOf(scene, isHall ? NAMED.wide : scene.indicators.length, others);
  const first = isHall ? all.slice(0, NAMED.narrow) : all;
  const narrow = isHall ? stepsOf(scene, NAMED.narrow, others).slice(first.length) : [];
  const rises = format.number(scene.totalRises);
  return (
    <section className="space-y-2 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:space-y-0">
      <ol className="space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:auto-rows-[minmax(0,1fr)] hall:grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)_auto] hall:grid-rows-[auto] hall:gap-x-4 hall:space-y-0">
        <li className="hall:col-span-full hall:grid hall:grid-cols-subgrid">
          <h2 className="font-semibold hall:col-span-2">
            {words.lead({ steps: format.number(scene.steps) })}
          </h2>
          <p translate="no" className="flex items-end justify-between text-sm text-muted tabular-nums">
            <span>0</span>
            <span>{words.axis({ rises })}</span>
          </p>
        </li>
        {first.map((step) => (
          <StepRow key={step.no ?? 'others'} step={step} total={scene.totalRises} />
        ))}
        {narrow.map((step) => (
          <StepRow key={step.name} step={step} total={scene.totalRises} only="narrow" />
        ))}
        {all.slice(first.length).map((step) => (
          <StepRow key={step.no ?? 'others'} step={step} total={scene.totalRises} only="wide" />
        ))}
      </ol>
    </section>
  );
}

function StepRow(props: { readonly step: Step; readonly total: number; readonly only?: keyof typeof ONLY }) {
  const { step, total, only } = props;
  const text = useWords();
  const words = useSection(roadWords);
  const format = useFormat();
  const { no, name, agencies, from, rises } = step;
  return (
    <li
      className={`flex flex-wrap items-center gap-x-3 rounded-lg border border-line p-3 hall:col-span-full ${only ? ONLY[only] : 'hall:grid'} hall:min-h-0 hall:grid-cols-subgrid hall:grid-rows-[minmax(0,1fr)] hall:rounded-none hall:border-0 hall:border-t hall:p-0`}
    >
      <span translate="no" className="font-bold whitespace-nowrap text-brand tabular-nums">
        {no === null ? null : words.indicator({ no: format.number(no) })}
      </span>
      <span
        className={`min-w-0 grow font-semibold hall:line-clamp-2 hall:text-sm/(--hall-line) ${name.length > LONG ? '' : 'wide:hall:text-base/(--hall-line)'}`}
      >
        {name}
      </span>
      <svg
        aria-hidden="true"
        width="100%"
        height="100%"
        className="order-last block h-4 hall:order-none hall:h-full"
      >
        <rect y="26%" width="100%" height="48%" className="fill-sunken stroke-line" />
        <rect
          data-grow="bar"
          x={share(from, total)}
          y="26%"
          width={share(rises, total)}
          height="48%"
          strokeWidth="0.06em"
          className={`origin-left [transform-box:fill-box] ${no === null ? 'fill-brand-soft stroke-brand' : 'fill-brand'}`}
        />
      </svg>
      <span
        translate="no"
        className="whitespace-nowrap tabular-nums hall:text-right hall:text-sm wide:hall:text-base"
      >
        {agencies === null ? null : (
          <span className="text-muted">{text.agencies({ count: format.number(agencies) })} · </span>
        )}
        <span className="font-bold">{words.rises({ count: format.number(rises) })}</span>
      </span>
    </li>
  );
}

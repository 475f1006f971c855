/** Every aspect among the peers, what costs the index most first; drawn and in figures, without scripts too. */
import { type ReactNode, useMemo } from 'react';
import { shortAgencyName, useFormat, useSection } from '~/i18n';
import {
  isComplete,
  type InstrumentOutline,
  peerStrip,
  type PeerSums,
  type Score,
  shareHundredths,
  type StripRow,
} from '~/instrument';
import { axisOf, levelsOn, placeOn } from '~/ui/indexAxis';
import { useSigned } from './figures';
import { MOST_DOTS, PeerMarks } from './peerMarks';
import { stripWords } from './stripWords';

const COLUMNS =
  'lg:grid-cols-[15rem_minmax(0,1fr)_6rem_5rem_6rem] xl:grid-cols-[20rem_minmax(0,1fr)_7rem_6rem_6rem]';

/** The aspects in the order of what they cost. */
export function Strip(props: {
  instrument: InstrumentOutline;
  scored: Score;
  before: Score | null;
  others: PeerSums;
  target: number | null;
  beforeYear: number | null;
  agency: string;
}) {
  const { instrument, scored, before, others, target, beforeYear, agency } = props;
  const words = useSection(stripWords);
  const format = useFormat();
  const strip = useMemo(() => peerStrip(scored, before, others), [scored, before, others]);
  const aspects = new Map(instrument.domains.flatMap((domain) => domain.aspects.map((one) => [one.no, one])));
  const axis = axisOf(instrument);
  const most = Math.max(0, ...strip.rows.flatMap(({ peers }) => peers.map(({ count }) => count)));
  const isWhole = isComplete(scored.completeness);
  const [first] = strip.rows;
  const short = shortAgencyName(agency);
  const title =
    !isWhole || !first?.effect
      ? words.title
      : first.effect.numerator < 0
        ? words.holdsBack({ aspect: aspects.get(first.no)?.name ?? '', agency: short })
        : words.noneBelow({ agency: short });
  return (
    <>
      <div>
        <h2 id="profil" className="text-xl">
          {title}
        </h2>
        <p className="max-w-prose text-sm text-muted">
          {others.count === 0 ? words.leadAlone : words.lead({ others: format.number(others.count) })}{' '}
          {isWhole || others.count === 0 ? null : words.open}
        </p>
      </div>
      <div>
        <div aria-hidden="true" className={`hidden gap-x-4 text-sm text-muted lg:grid ${COLUMNS}`}>
          <Ticks axis={axis} className="col-start-2 px-4" />
          {others.count === 0 ? null : (
            <>
              <span>{words.place}</span>
              <span className="text-right">{words.gap}</span>
              <span className="text-right">{words.effect}</span>
            </>
          )}
        </div>
        <ol aria-label={words.list} className="border-b border-line">
          {strip.rows.map((row) => (
            <li
              key={row.no}
              data-aspect={row.no}
              className={`grid grid-cols-1 items-center gap-x-4 border-t border-line py-2 lg:py-0 print:break-inside-avoid ${COLUMNS}`}
            >
              <div>
                <h3 className="text-base font-semibold">{aspects.get(row.no)?.name}</h3>
                <p translate="no" className="text-sm text-muted">
                  {words.weight({ weight: `${format.figure(shareHundredths(instrument, row.own.weight))}%` })}
                </p>
              </div>
              <div className="px-4">
                <PeerMarks axis={axis} row={row} target={target} most={most} />
              </div>
              <StripFigures row={row} ranked={strip.ranked} beforeYear={beforeYear} />
            </li>
          ))}
        </ol>
      </div>
      <Key
        own={short}
        hasPeers={others.count > 0}
        isPiled={most > MOST_DOTS}
        ranked={strip.ranked}
        beforeYear={strip.rows.some((row) => row.before !== null && isComplete(row.own)) ? beforeYear : null}
        hasOpen={strip.rows.some(({ own }) => !isComplete(own))}
        target={target}
      />
    </>
  );
}

function Ticks({ axis, className }: { axis: ReturnType<typeof axisOf>; className: string }) {
  const format = useFormat();
  return (
    <div className={className}>
      <svg width="100%" height="20" className="block overflow-visible">
        {levelsOn(axis).map((level) => (
          <text
            key={level}
            x={placeOn(axis, level)}
            y="14"
            textAnchor="middle"
            className="fill-muted text-sm tabular-nums"
          >
            {format.number(level / 100)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** What the marks of a row say, in figures: columns where there is room, a line under the drawing on a phone. */
function StripFigures(props: { row: StripRow; ranked: number; beforeYear: number | null }) {
  const { row, ranked, beforeYear } = props;
  const words = useSection(stripWords);
  const format = useFormat();
  const signed = useSigned();
  const { index, ceiling } = row.own;
  return (
    <dl
      translate="no"
      className="flex flex-wrap gap-x-4 gap-y-1 text-sm tabular-nums lg:contents lg:text-base"
    >
      <div className="sr-only">
        <dt>{words.value}</dt>
        <dd>
          {isComplete(row.own)
            ? format.figure(index.hundredths)
            : `${words.unfinished}: ${words.range({ low: format.figure(index.hundredths), high: format.figure(ceiling.hundredths) })}`}
        </dd>
        {row.before === null || beforeYear === null ? null : (
          <>
            <dt>{words.before({ year: String(beforeYear) })}</dt>
            <dd>{format.figure(row.before)}</dd>
          </>
        )}
        {row.median === null ? null : (
          <>
            <dt>{words.median}</dt>
            <dd>{format.figure(row.median)}</dd>
          </>
        )}
      </div>
      {row.median === null ? null : row.gap === null ? (
        <Fact term={words.place} wide>
          <span className="text-muted">
            {words.unfinished} ({format.number(row.own.answered)}/{format.number(row.own.total)})
          </span>
        </Fact>
      ) : (
        <>
          <Fact term={words.place}>
            {row.rank === null
              ? '–'
              : words.placeOf({ rank: format.number(row.rank), ranked: format.number(ranked) })}
          </Fact>
          <Fact term={words.gap} right>
            <span className={row.gap < 0 ? 'font-semibold text-danger' : ''}>{signed(row.gap)}</span>
          </Fact>
          <Fact term={words.effect} right>
            <span className="font-bold">{row.effect === null ? '–' : signed(row.effect.hundredths)}</span>
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact(props: { term: string; right?: boolean; wide?: boolean; children: ReactNode }) {
  return (
    <div
      className={`flex gap-1 ${props.right ? 'lg:justify-end lg:text-right' : ''} ${props.wide ? 'lg:col-span-3' : ''}`}
    >
      <dt className={props.wide ? 'sr-only' : 'text-muted lg:sr-only'}>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Key(props: {
  own: string;
  hasPeers: boolean;
  isPiled: boolean;
  ranked: number;
  beforeYear: number | null;
  hasOpen: boolean;
  target: number | null;
}) {
  const words = useSection(stripWords);
  const format = useFormat();
  return (
    <ul aria-label={words.key} className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <KeyItem label={words.keyOwn({ agency: props.own })}>
        <circle cx="13" cy="8" r="7" className="fill-brand" />
      </KeyItem>
      {props.hasPeers ? (
        <>
          <KeyItem label={words.keyPeers}>
            {props.isPiled ? (
              <rect x="10" width="6" height="16" rx="3" className="fill-muted" fillOpacity="0.45" />
            ) : (
              <circle cx="13" cy="8" r="4" className="fill-muted" fillOpacity="0.45" />
            )}
          </KeyItem>
          <KeyItem label={words.keyMedian({ ranked: format.number(props.ranked) })}>
            <line x1="13" x2="13" y2="16" strokeWidth="3" className="stroke-ink" />
          </KeyItem>
        </>
      ) : null}
      {props.beforeYear === null ? null : (
        <KeyItem label={words.keyBefore({ year: String(props.beforeYear) })}>
          <line x1="6" x2="26" y1="8" y2="8" strokeWidth="3" className="stroke-brand" />
          <circle cx="6" cy="8" r="4.5" strokeWidth="2.5" className="fill-surface stroke-ink" />
        </KeyItem>
      )}
      {props.hasOpen ? (
        <KeyItem label={words.keyOpen}>
          <line
            x1="7"
            x2="26"
            y1="8"
            y2="8"
            strokeWidth="4"
            strokeDasharray="0.1 8"
            strokeLinecap="round"
            className="stroke-muted"
          />
          <circle
            cx="7"
            cy="8"
            r="5.5"
            strokeWidth="2.5"
            strokeDasharray="5 3"
            className="fill-surface stroke-muted"
          />
        </KeyItem>
      ) : null}
      {props.target === null ? null : (
        <KeyItem label={words.keyTarget({ target: format.figure(props.target) })}>
          <line x1="13" x2="13" y2="16" strokeWidth="2" strokeDasharray="5 4" className="stroke-accent" />
        </KeyItem>
      )}
    </ul>
  );
}

function KeyItem({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" width="26" height="16" className="shrink-0 overflow-visible">
        {children}
      </svg>
      {label}
    </li>
  );
}

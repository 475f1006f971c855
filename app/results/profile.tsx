/**
 * Domains and aspects: the strip that sets every aspect among the peers, and for who wants them the same figures as a table
 * and as a radar. The radar and what draws it are fetched when they are asked for.
 */
import { lazy, Suspense, useState } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import {
  isComplete,
  type InstrumentOutline,
  type NodeScore,
  type PeerSums,
  type Score,
  shareHundredths,
} from '~/instrument';
import { Card, useHydrated, Sideways } from '~/ui';
import { axisOf, placeOn } from '~/ui/indexAxis';
import { Movement, useSigned } from './figures';
import type { RadarNode, RadarSeries } from './radar';
import type { Averages } from './resultReading';
import { resultWords } from './resultWords';
import { Strip } from './strip';
import { stripWords } from './stripWords';

export const loadCharts = () => import('./radar');
const Radar = lazy(loadCharts);

export interface ProfileProps {
  readonly instrument: InstrumentOutline;
  readonly scored: Score;
  readonly before: Score | null;
  readonly averages: Averages | null;
  readonly others: PeerSums;
  readonly target: number | null;
  readonly beforeYear: number | null;
  readonly agency: string;
}

interface ProfileRow {
  readonly key: string;
  readonly name: string;
  readonly kind: 'whole' | 'domain' | 'aspect';
  readonly node: NodeScore;
  readonly average: number | null;
  readonly before: number | null;
}

/** Without scripts there is no button to open it with: it stands open where the browser can do that, and on paper. */
const UNFOLDED =
  'noscript:[&::details-content]:[content-visibility:visible] print:[&::details-content]:[content-visibility:visible]';
const FOLD = 'inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-2';

export function Profile(props: ProfileProps) {
  const resultText = useSection(resultWords);
  const words = useSection(stripWords);
  const [isRadarOpen, openRadar] = useState(false);
  return (
    <Card aria-labelledby="profil" className="space-y-4">
      <Strip {...props} />
      <div>
        <details className={UNFOLDED}>
          <summary className={FOLD}>{words.asTable}</summary>
          <p className="max-w-prose pb-2 text-sm text-muted">
            {props.averages === null ? resultText.noAverageHint : resultText.averageHint}
          </p>
          <ProfileTable {...props} />
        </details>
        <details
          className="noscript:hidden print:hidden"
          onToggle={({ currentTarget }) => openRadar(currentTarget.open)}
        >
          <summary className={FOLD}>{words.asRadar}</summary>
          {isRadarOpen ? <RadarOf {...props} /> : null}
        </details>
      </div>
    </Card>
  );
}

/** The radar, which needs a library of its own. */
function RadarOf({ instrument, scored, before, averages, target, beforeYear, agency }: ProfileProps) {
  const text = useText();
  const resultText = useSection(resultWords);
  const format = useFormat();
  const isHydrated = useHydrated();
  const series: RadarSeries[] = [
    { key: 'own', name: agency },
    ...(averages === null ? [] : [{ key: 'average' as const, name: resultText.average }]),
    ...(target === null
      ? []
      : [{ key: 'target' as const, name: `${resultText.target} ${format.figure(target)}` }]),
    ...(before === null || beforeYear === null
      ? []
      : [{ key: 'before' as const, name: resultText.lastYear({ year: String(beforeYear) }) }]),
  ];
  const nodes = instrument.domains
    .flatMap((domain) => domain.aspects)
    .map(({ no, name }, place): RadarNode => ({
      short: resultText.aspectShort({ no: String(no) }),
      name,
      own: scored.aspects[place]?.index.hundredths ?? 0,
      average: averages?.aspects[place] ?? null,
      target,
      before: before?.aspects[place]?.index.hundredths ?? null,
    }));
  const waiting = (
    <p className="flex min-h-24 items-center justify-center rounded-lg bg-sunken p-4 text-center text-muted">
      {text.loading}
    </p>
  );
  return isHydrated ? (
    <Suspense fallback={waiting}>
      <Radar
        title={resultText.radarTitle}
        low={instrument.level.min * 100}
        high={instrument.level.max * 100}
        series={series}
        aspects={nodes}
      />
    </Suspense>
  ) : (
    waiting
  );
}

function ProfileTable({ instrument, scored, before, averages, beforeYear }: ProfileProps) {
  const text = useText();
  const resultText = useSection(resultWords);
  const format = useFormat();
  const signed = useSigned();
  const rows: ProfileRow[] = [
    {
      key: 'whole',
      name: resultText.nodeWhole,
      kind: 'whole',
      node: scored.whole,
      average: averages?.whole ?? null,
      before: before?.whole.index.hundredths ?? null,
    },
  ];
  for (const domain of scored.domains) {
    const named = instrument.domains[domain.no - 1];
    rows.push({
      key: `d${domain.no}`,
      name: resultText.domainName({ no: String(domain.no), name: named?.name ?? '' }),
      kind: 'domain',
      node: domain,
      average: averages?.domains[domain.no - 1] ?? null,
      before: before?.domains[domain.no - 1]?.index.hundredths ?? null,
    });
    for (const aspect of scored.aspects.filter(({ domainNo }) => domainNo === domain.no)) {
      rows.push({
        key: `a${aspect.no}`,
        name: resultText.aspectName({
          no: String(aspect.no),
          name: named?.aspects.find(({ no }) => no === aspect.no)?.name ?? '',
        }),
        kind: 'aspect',
        node: aspect,
        average: averages?.aspects[aspect.no - 1] ?? null,
        before: before?.aspects[aspect.no - 1]?.index.hundredths ?? null,
      });
    }
  }
  const axis = axisOf(instrument);
  const wasComplete = before !== null && isComplete(before.completeness);
  return (
    <Sideways label={resultText.profileTable} className="-mx-4 px-4 sm:mx-0 sm:px-0">
      <table className="w-full text-left">
        <caption className="sr-only">{resultText.profileTable}</caption>
        <thead className="text-sm text-muted">
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2 pr-3 font-semibold">
              {text.domain} / {text.aspect}
            </th>
            <th scope="col" className="px-3 text-right font-semibold">
              {text.weight}
            </th>
            <th scope="col" className="px-3 text-right font-semibold">
              {resultText.answered}
            </th>
            <th scope="col" className="px-3 text-right font-semibold">
              {text.index}
            </th>
            {averages === null ? null : (
              <>
                <th scope="col" className="px-3 text-right font-semibold">
                  {resultText.average}
                </th>
                <th scope="col" className="px-3 text-right font-semibold">
                  {resultText.difference}
                </th>
              </>
            )}
            {before === null || beforeYear === null ? null : (
              <th scope="col" className="pl-3 text-right font-semibold">
                {resultText.lastYear({ year: String(beforeYear) })}
              </th>
            )}
          </tr>
        </thead>
        <tbody translate="no" className="tabular-nums">
          {rows.map(({ key, name, kind, node, average, before: earlier }) => (
            <tr
              key={key}
              className={`border-b border-line ${kind === 'aspect' ? '' : 'bg-sunken font-semibold'}`}
            >
              <th
                scope="row"
                className={`min-w-52 py-2 pr-3 ${kind === 'aspect' ? 'pl-6 font-normal' : 'pl-2 font-semibold'}`}
              >
                {name}
                <svg aria-hidden="true" width="100%" height="6" className="mt-1 block max-w-xs">
                  <rect width="100%" height="6" rx="3" className="fill-line" />
                  <rect
                    width={placeOn(axis, node.index.hundredths)}
                    height="6"
                    rx="3"
                    className="fill-brand"
                  />
                </svg>
              </th>
              <td className="px-3 text-right">{format.figure(shareHundredths(instrument, node.weight))}%</td>
              <td className="px-3 text-right whitespace-nowrap">
                {format.number(node.answered)}/{format.number(node.total)}
              </td>
              <td className="px-3 text-right">
                {format.figure(node.index.hundredths)}
                {node.answered < node.total ? (
                  <span className="block text-xs font-normal text-muted">{text.provisional}</span>
                ) : null}
              </td>
              {average === null ? null : (
                <>
                  <td className="px-3 text-right">{format.figure(average)}</td>
                  <td className="px-3 text-right">
                    {isComplete(node) ? signed(node.index.hundredths - average) : '–'}
                  </td>
                </>
              )}
              {earlier === null ? null : (
                <td className="pl-3 text-right">
                  {format.figure(earlier)}
                  <span className="block text-xs whitespace-nowrap">
                    <Movement
                      by={node.index.hundredths - earlier}
                      provisional={!isComplete(node) || !wasComplete}
                    />
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

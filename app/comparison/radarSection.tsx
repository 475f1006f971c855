import { useState } from 'react';
import { shortAgencyName, useFormat, useSection } from '~/i18n';
import { aspectGroups, aspectsOf, needsShortNames, type ScoredAgency, seriesOf } from './chartData';
import { LazyChart } from './lazyChart';
import { FOLD, Section } from './comparisonSection';
import { NodeTable, ShortNames } from './nodeTable';
import type { Shown } from './shownAgencies';
import { comparisonWords } from './comparisonWords';

/** The radar alone, where only this section is wanted; else {@link RadarFold} stands below the dots. */
export function RadarSection({ drawn, ...shown }: Shown & { drawn: readonly ScoredAgency[] }) {
  const words = useSection(comparisonWords);
  return (
    <Section shown={shown} section="radar" lead={words.radarLead} csv={['aspek']}>
      <RadarFold {...shown} drawn={drawn} />
      <NodeTable {...shown} by="aspek" anchor="radar" agencies={drawn} />
    </Section>
  );
}

/** The chosen agencies over one another, one axis per aspect: drawn for who opens it. */
export function RadarFold({ drawn, ...shown }: Shown & { drawn: readonly ScoredAgency[] }) {
  const words = useSection(comparisonWords);
  const format = useFormat();
  const { instrument } = shown.view;
  const [isOpen, setOpen] = useState(shown.view.section === 'radar');
  const short = (no: number) => words.chart.aspectShort({ no: String(no) });
  return (
    <details
      id={shown.view.section === null ? 'radar' : undefined}
      open={isOpen}
      className="scroll-mt-20 open:basis-full noscript:hidden print:hidden"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={FOLD}>{words.chart.openRadar}</summary>
      {isOpen ? (
        <>
          <LazyChart
            kind="radar"
            label={words.chart.radar({
              agencies: drawn.map(({ name }) => shortAgencyName(name)).join(', '),
            })}
            place={<div className="h-80 sm:h-[34rem] 2xl:h-[44rem]" />}
            series={seriesOf(drawn, words.provisionalMark)}
            groups={aspectGroups(instrument, drawn, short)}
            range={instrument.level}
            formatLevel={(value) => format.figure(Math.round(value * 100))}
          />
          <ShortNames
            names={aspectsOf(instrument).map(({ no, name }) => ({ short: short(no), name }))}
            className={needsShortNames(aspectsOf(instrument).length) ? '' : 'md:hidden'}
          />
        </>
      ) : null}
    </details>
  );
}

import { shortAgencyName, useFormat, useSection, useText } from '~/i18n';
import { axisOf, bandsOn } from '~/ui/indexAxis';
import { distinctTargets, plotRows, type ScoredAgency, seriesOf } from './chartData';
import { FOLD, Section, UNFOLDED } from './comparisonSection';
import { comparisonWords } from './comparisonWords';
import { LazyChart } from './lazyChart';
import { NodeTable } from './nodeTable';
import { heightOf } from './plotSizes';
import { RadarFold } from './radarSection';
import type { Shown } from './shownAgencies';

/** More target lines than this hide what is behind them; the ranking's table holds every target. */
const MOST_TARGETS = 3;

/** Index, domains and aspects as one plot of dots, and the same as tables that sort. */
export function PlotSection({
  drawn,
  inTable,
  ...shown
}: Shown & { drawn: readonly ScoredAgency[]; inTable: readonly ScoredAgency[] }) {
  const text = useText();
  const words = useSection(comparisonWords);
  const format = useFormat();
  const { instrument } = shown.view;
  const rows = plotRows(instrument, drawn, text.index);
  const targets = distinctTargets(drawn);
  const height = (size: 'narrow' | 'usual' | 'large') => heightOf(size, rows.length, drawn.length);
  return (
    <Section shown={shown} section="aspek" lead={words.plotLead} csv={['domain', 'aspek']}>
      <LazyChart
        kind="plot"
        label={words.chart.plot({ agencies: drawn.map(({ name }) => shortAgencyName(name)).join(', ') })}
        place={
          // Heights as attributes: a page without scripts takes no styles of elements.
          <>
            <svg aria-hidden="true" width="1" height={height('narrow')} className="block md:hidden" />
            <svg
              aria-hidden="true"
              width="1"
              height={height('usual')}
              className="hidden md:block 2xl:hidden"
            />
            <svg aria-hidden="true" width="1" height={height('large')} className="hidden 2xl:block" />
          </>
        }
        series={seriesOf(drawn, words.provisionalMark)}
        moved={drawn.map(({ code }) => shown.moved.has(code))}
        rows={rows}
        range={instrument.level}
        bands={bandsOn(axisOf(instrument))}
        targets={(targets.length <= MOST_TARGETS ? targets : []).map((target) => ({
          value: target / 100,
          label: words.chart.target({ target: format.figure(target) }),
        }))}
        formatLevel={(value) => format.figure(Math.round(value * 100))}
      />
      <div className="flex flex-wrap gap-x-8">
        <details className={UNFOLDED}>
          <summary className={FOLD}>{text.tableTwin}</summary>
          <div className="min-w-0 space-y-4">
            <NodeTable {...shown} by="domain" agencies={inTable} />
            <NodeTable {...shown} by="aspek" agencies={inTable} />
          </div>
        </details>
        {shown.view.section === null ? <RadarFold {...shown} drawn={drawn} /> : null}
      </div>
    </Section>
  );
}

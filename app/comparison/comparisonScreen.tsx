/** The comparison page: what is compared, a summary, and the sections. */
import { useSearchParams } from '@remix-run/react';
import { Fragment, useMemo } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { score } from '~/instrument';
import { LiveMarker } from '~/live';
import { instrumentPath, publishedPath, rakerdaPath } from '~/paths';
import { Alert, ButtonLink, DemoMark, PageHeader } from '~/ui';
import { unpackLevels } from './comparedAgency';
import { Announcer } from './announcer';
import { ChoicePanel } from './choicePanel';
import type { ScoredAgency } from './chartData';
import { HeatMap } from './comparisonHeatMap';
import { PlotSection } from './plotSection';
import { RadarSection } from './radarSection';
import { type RankedAgency, rankAgencies, sortAgencies } from './ranking';
import { RankingSection } from './rankingSection';
import { type SectionKey, SECTIONS } from './sections';
import { SectionNav } from './sectionNav';
import { SummaryTiles } from './summaryTiles';
import { useLiveComparison } from './useLiveComparison';
import type { ComparisonView } from './comparison.read.server';
import { comparisonWords } from './comparisonWords';

export function ComparisonScreen({ view }: { view: ComparisonView }) {
  const text = useText();
  const comparisonText = useSection(comparisonWords);
  const format = useFormat();
  const [search] = useSearchParams();
  const { instrument, choice, sort, wide } = view;
  const live = useLiveComparison(view);
  const { ranked, summary } = useMemo(
    () => rankAgencies(instrument, live.agencies),
    [instrument, live.agencies],
  );
  const sorted = useMemo(() => sortAgencies(instrument, ranked, sort), [instrument, ranked, sort]);
  const scored = (agency: RankedAgency): ScoredAgency => ({
    ...agency,
    score: score(instrument, unpackLevels(agency.levels)),
  });
  const byCode = new Map(ranked.map((agency) => [agency.code, agency]));
  // Drawn in the order of the choice: an agency keeps its colour while figures move.
  const drawn = choice.drawn.flatMap((code) => byCode.get(code) ?? []).map(scored);
  const drawnCodes = new Set(choice.drawn);
  const inTables = sorted.filter((agency) => view.showAll || drawnCodes.has(agency.code)).map(scored);
  const base = instrumentPath(view.rakerda.id, instrument.code);
  const shown = { view, search, moved: live.moved, base };
  const sections: Readonly<Record<SectionKey, React.ReactNode>> = {
    aspek: <PlotSection {...shown} drawn={drawn} inTable={inTables} />,
    radar: <RadarSection {...shown} drawn={drawn} />,
    peta: <HeatMap {...shown} agencies={inTables} />,
    peringkat: <RankingSection {...shown} rows={wide?.rows ?? sorted} summary={wide?.summary ?? summary} />,
  };
  const choicePanel = <ChoicePanel view={view} ranked={ranked} search={search} />;
  const isEmpty = (wide?.summary ?? summary).agencies === 0;
  // Marks of agencies that have answered nothing would all lie on each other.
  const isUnanswered = !isEmpty && (wide?.rows ?? ranked).every(({ answered }) => answered === 0);

  return (
    <>
      <PageHeader
        mark={view.rakerda.isDemo ? <DemoMark /> : null}
        title={comparisonText.title}
        lead={comparisonText.lead({ rakerda: view.rakerda.name, instrument: instrument.shortName })}
        crumbs={[
          { to: '/', label: text.home },
          { to: rakerdaPath(view.rakerda.id), label: view.rakerda.name },
        ]}
        actions={
          <>
            {view.isPublished ? (
              <ButtonLink tone="quiet" to={publishedPath()}>
                {comparisonText.published}
              </ButtonLink>
            ) : null}
            <LiveMarker state={live.connection} />
          </>
        }
      />
      <Announcer instrument={instrument} agencies={ranked} moved={live.moved} />
      <div className="space-y-6">
        {view.hidden > 0 ? (
          <Alert>
            <p>
              {isEmpty
                ? comparisonText.hiddenAll
                : comparisonText.hidden({ count: format.number(view.hidden) })}
            </p>
          </Alert>
        ) : null}
        {isUnanswered ? <Alert>{comparisonText.unanswered}</Alert> : null}
        {isEmpty ? null : isUnanswered && view.section === null ? (
          sections.peringkat
        ) : (
          <>
            {view.section === null ? <SummaryTiles summary={wide?.summary ?? summary} /> : null}
            <SectionNav section={view.section} search={search} />
            {SECTIONS.filter((section) =>
              // The radar has no place of its own on the whole page: it unfolds below the dots.
              view.section === null ? section !== 'radar' : view.section === section,
            ).map((section) => (
              <Fragment key={section}>
                <div id={section} className="scroll-mt-20">
                  {sections[section]}
                </div>
                {/* The ranking is of all; what is chosen matters for what comes after it. */}
                {view.section === null && section === 'peringkat' ? choicePanel : null}
              </Fragment>
            ))}
            <p className="text-sm text-muted 2xl:text-base">{comparisonText.provisionalNote}</p>
            {/* On a projector the one section comes first. */}
            {view.section === null ? null : choicePanel}
          </>
        )}
      </div>
    </>
  );
}

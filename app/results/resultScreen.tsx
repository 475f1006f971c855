/** The result of one agency. All figures are worked out here from the levels it is given. */
import { useSection, useText } from '~/i18n';
import { useSearchParams } from '@remix-run/react';
import { type ReactNode, useMemo } from 'react';
import { type NodeScore, score } from '~/instrument';
import { sheetPath } from '~/paths';
import { type OwnResult, PublishedTrend } from '~/published';
import { AssessmentTabs } from '~/rakerda';
import { StateBadge } from '~/rakerda/stateBadge';
import { ButtonLink, DemoMark, FileLink, PageHeader } from '~/ui';
import { AgreedLevels } from './agreed';
import { ExtremeLists } from './extremeLists';
import { addressOf } from './figures';
import { Headline } from './resultHeadline';
import { IndicatorTable } from './indicatorTable';
import { Lift } from './lift';
import { Profile } from './profile';
import { averagesOf, indicatorRows, parseSort, sortRows } from './resultReading';
import type { ResultData } from './result.read.server';
import { resultWords } from './resultWords';

export function ResultScreen({ result, live }: { result: ResultData; live: ReactNode }) {
  const text = useText();
  const [params] = useSearchParams();
  const { instrument, levels, flagged, services, peers, earlier } = result;
  const scored = useMemo(() => score(instrument, levels), [instrument, levels]);
  const before = useMemo(
    () => (earlier?.levels ? score(instrument, earlier.levels) : null),
    [instrument, earlier],
  );
  // One agency is no average: its own figures would only be repeated.
  const averages = useMemo(
    () => (peers.count > (levels.includes(null) ? 0 : 1) ? averagesOf(instrument, peers) : null),
    [instrument, levels, peers],
  );
  const rows = useMemo(
    () => indicatorRows(instrument, { levels, before: earlier?.levels ?? null, averages, flagged, services }),
    [instrument, levels, earlier, averages, flagged, services],
  );
  const sort = parseSort(params.get('urut'));
  const address = addressOf(result);
  const place = result.mayReadAssessment ? result : null;
  return (
    <>
      <PageHeader
        mark={result.rakerda.isDemo ? <DemoMark /> : null}
        title={result.agency.name}
        crumbs={[
          { to: '/', label: text.home },
          { to: address.rakerda, label: result.rakerda.name },
        ]}
        lead={
          <p className="flex flex-wrap items-center gap-2">
            <StateBadge state={result.state} {...scored.completeness} />
            {live}
            <span>
              {instrument.name} ({instrument.regulation.citation})
            </span>
          </p>
        }
        actions={<Actions result={result} />}
      />
      <AssessmentTabs base={address.result} current="result" mayRead={result.mayReadAssessment} />
      <div className="space-y-6">
        <About result={result} />
        <Headline result={result} scored={scored} averages={averages} />
        <div className="grid grid-cols-1 gap-6 lg:grid-cols-3">
          <Lift result={result} scored={scored} />
          <ExtremeLists rows={rows} range={instrument.level} place={place} />
        </div>
        <Profile
          instrument={instrument}
          scored={scored}
          before={before}
          averages={averages}
          others={result.others}
          target={result.targetHundredths}
          beforeYear={earlier?.year ?? null}
          agency={result.agency.name}
        />
        <PublishedTrend
          instrument={instrument}
          published={result.published}
          own={ownResults(result, scored.whole)}
        />
        <AgreedLevels instrument={instrument} agreed={result.agreed} place={place} />
        <IndicatorTable
          instrument={instrument}
          rows={sortRows(rows, sort)}
          sort={sort}
          index={scored.whole.index}
          beforeYear={earlier?.levels ? earlier.year : null}
          hasAverage={averages !== null}
          place={place}
        />
      </div>
    </>
  );
}

/** This year's index and the one before, as the agency judged itself. */
function ownResults(result: ResultData, whole: NodeScore): readonly OwnResult[] {
  const { isDemo, year } = result.rakerda;
  const part = whole.answered === whole.total ? null : `${String(whole.answered)}/${String(whole.total)}`;
  const { earlier } = result;
  return [
    { year, index: whole.index.hundredths, part, isDemo },
    ...(earlier?.complete ? [{ year: earlier.year, index: earlier.hundredths, part: null, isDemo }] : []),
  ];
}

function Actions({ result }: { result: ResultData }) {
  const resultText = useSection(resultWords);
  const address = addressOf(result);
  return (
    <nav aria-label={resultText.pages} className="flex flex-wrap gap-2">
      {result.mayFill ? (
        <ButtonLink tone={result.state === 'draft' ? 'primary' : 'secondary'} to={`${address.result}/isi`}>
          {resultText.fill}
        </ButtonLink>
      ) : null}
      <ButtonLink to={address.compare}>{resultText.compare}</ButtonLink>
      <ButtonLink to={sheetPath(result.rakerda.id, result.agency.code)}>{resultText.sheet}</ButtonLink>
      <FileLink href={`${address.result}/hasil.pdf`}>{resultText.pdf}</FileLink>
    </nav>
  );
}

/** Which rules the figures follow; said at once where they are repealed. */
function About({ result }: { result: ResultData }) {
  const resultText = useSection(resultWords);
  const { regulation } = result.instrument;
  return (
    <details className="rounded-lg border border-line bg-surface px-4 text-sm">
      <summary className="min-h-11 py-2.5 font-medium">
        {regulation.repealedBy === null
          ? resultText.aboutInstrument
          : resultText.repealed({ citation: regulation.citation, by: regulation.repealedBy })}
      </summary>
      <div className="max-w-prose space-y-2 pb-3 text-muted">
        <p>{regulation.title}</p>
        <p>{regulation.note}</p>
      </div>
    </details>
  );
}

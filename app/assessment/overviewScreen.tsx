/** The list of indicators: how far the agency is, and the way to the next one. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { Badge, Button, ButtonLink, Card, FilterForm, LevelMark } from '~/ui';
import { filterOverview, type OverviewFilter } from './overviewFilter';
import type { Overview, OverviewRow } from './assessment.read.server';
import { ScoreStrip } from './scoreStrip';
import { assessmentWords } from './assessmentWords';

export function OverviewScreen(props: {
  overview: Overview;
  /** Indicators of which something typed on this device is not on the server yet. */
  unsent: ReadonlySet<number>;
  filter: OverviewFilter;
  base: string;
  mayWrite: boolean;
}) {
  const { overview, filter, base, mayWrite } = props;
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const shown = filterOverview(overview.domains, filter);
  const count = shown.flatMap((domain) => domain.aspects).flatMap((aspect) => aspect.indicators).length;
  const filtered = filter.saring !== 'semua' || filter.cari !== '';
  const first = overview.domains
    .flatMap((domain) => domain.aspects)
    .flatMap((aspect) => aspect.indicators)
    .find((indicator) => indicator.level === null);
  return (
    <div className="space-y-6">
      <ScoreStrip standing={overview.standing} />
      {mayWrite ? (
        <div className="flex flex-wrap gap-2 print:hidden">
          {first ? (
            <ButtonLink tone="primary" to={`${base}/isi/${String(first.no)}`}>
              {overview.standing.answered === 0
                ? assessmentText.startHere
                : assessmentText.continueAt({ no: format.number(first.no) })}
            </ButtonLink>
          ) : (
            <ButtonLink tone="primary" to={`${base}/status`}>
              {assessmentText.goSubmit}
            </ButtonLink>
          )}
          {first ? (
            <ButtonLink to={`${base}/status`}>{assessmentText.goSubmit}</ButtonLink>
          ) : (
            <p className="self-center text-muted">{assessmentText.allAnswered}</p>
          )}
          {overview.earlierYear === null ? null : (
            <ButtonLink to={`${base}/ambil-alih`}>{assessmentText.takeOverTitle}</ButtonLink>
          )}
          <ButtonLink to={`${base}/impor`}>{assessmentText.importTitle}</ButtonLink>
        </div>
      ) : null}

      <FilterForm
        className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
        role="search"
        button={<Button tone="secondary">{assessmentText.show}</Button>}
      >
        <fieldset>
          <legend className="font-medium">{assessmentText.filterLegend}</legend>
          <div className="flex flex-wrap gap-x-4">
            {(
              [
                ['semua', assessmentText.filterAll],
                ['belum', assessmentText.filterUnanswered],
                ['pleno', assessmentText.filterFlagged],
              ] as const
            ).map(([value, label]) => (
              <label key={value} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="saring"
                  value={value}
                  defaultChecked={filter.saring === value}
                  className="size-5 accent-brand"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="w-full sm:w-80">
          <label htmlFor="cari" className="block font-medium">
            {assessmentText.searchLabel}
          </label>
          <input
            id="cari"
            name="cari"
            type="search"
            defaultValue={filter.cari}
            placeholder={assessmentText.searchHint}
            className="min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3"
          />
        </div>
        {filtered ? (
          <p className="flex min-h-11 items-center gap-3" role="status" translate="no">
            {assessmentText.matches({ count: format.number(count) })}
            <Link to={`${base}/isi`} className="text-brand underline">
              {assessmentText.clearFilter}
            </Link>
          </p>
        ) : null}
      </FilterForm>

      {shown.length === 0 ? <p>{assessmentText.nothingFound}</p> : null}
      {shown.map((domain) => (
        <Card
          key={domain.no}
          aria-labelledby={`domain-${String(domain.no)}`}
          className="print:break-inside-auto! print:border-0 print:p-0"
        >
          <h2 id={`domain-${String(domain.no)}`} className="text-xl">
            <span className="text-muted">
              {text.domain} {domain.no}.
            </span>{' '}
            {domain.name}
          </h2>
          {domain.aspects.map((aspect) => (
            <section
              key={aspect.no}
              className="mt-5 print:mt-2"
              aria-labelledby={`aspek-${String(aspect.no)}`}
            >
              <h3
                id={`aspek-${String(aspect.no)}`}
                className="flex flex-wrap justify-between gap-x-4 text-lg print:break-after-avoid"
              >
                <span>
                  <span className="text-muted">
                    {text.aspect} {aspect.no}.
                  </span>{' '}
                  {aspect.name}
                </span>
                {filtered ? null : (
                  <span className="text-base font-normal text-muted">
                    {assessmentText.aspectProgress({
                      answered: format.number(aspect.indicators.filter(({ level }) => level !== null).length),
                      total: format.number(aspect.indicators.length),
                    })}
                  </span>
                )}
              </h3>
              <ol className="mt-2 grid gap-x-8 xl:grid-cols-2 print:mt-0 print:grid-cols-2">
                {aspect.indicators.map((indicator) => (
                  <IndicatorRow
                    key={indicator.no}
                    indicator={indicator}
                    to={`${base}/isi/${String(indicator.no)}`}
                    earlierYear={overview.earlierYear}
                    isUnsent={props.unsent.has(indicator.no)}
                  />
                ))}
              </ol>
            </section>
          ))}
        </Card>
      ))}
    </div>
  );
}

function IndicatorRow(props: {
  indicator: OverviewRow;
  to: string;
  earlierYear: number | null;
  isUnsent: boolean;
}) {
  const { indicator } = props;
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  return (
    <li className="border-t border-line print:break-inside-avoid print:text-sm">
      <Link
        to={props.to}
        className="flex min-h-14 items-center gap-3 rounded-lg px-1 py-2 print:min-h-0 print:py-0.5 no-underline hover:bg-sunken"
      >
        <span translate="no" className="w-8 shrink-0 text-right text-muted tabular-nums">
          {indicator.no}
        </span>
        <LevelMark level={indicator.level} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{indicator.name}</span>
          <span className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
            <span>{indicator.levelName ?? text.unanswered}</span>
            {indicator.level === null ? null : (
              <>
                <span>
                  {indicator.evidence === 0
                    ? assessmentText.noEvidence
                    : assessmentText.evidenceCount({ count: format.number(indicator.evidence) })}
                </span>
                {indicator.justified ? null : <span>{assessmentText.noJustification}</span>}
              </>
            )}
            {props.earlierYear !== null && indicator.earlierLevel !== null ? (
              <span>
                {assessmentText.lastYear({
                  year: String(props.earlierYear),
                  level: format.number(indicator.earlierLevel),
                })}
              </span>
            ) : null}
            {props.isUnsent ? <Badge tone="accent">{assessmentText.unsent}</Badge> : null}
            {indicator.isTakenOver ? <Badge>{assessmentText.takenOver}</Badge> : null}
            {indicator.discuss ? <Badge tone="accent">{assessmentText.flagged}</Badge> : null}
          </span>
          {indicator.headNote === null ? null : (
            <span className="mt-1 block border-l-4 border-accent pl-2 break-words whitespace-pre-line">
              <span className="block text-sm font-semibold">{assessmentText.headNote}</span>
              {indicator.headNote}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

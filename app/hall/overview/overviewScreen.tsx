/** One Rakerda at a glance: what it is, how far everybody has come, what goes to the plenary. */
import { Link, useSearchParams } from '@remix-run/react';
import { TopicStates } from '~/topics';
import type { TopicStateCount } from '~/topics/index.server';
import type { ReactNode } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { type RakerdaPage, instrumentPath, rakerdaPath } from '~/paths';
import { Alert, ButtonLink, DemoMark, ListPages, type ListPart, ListSearch, PageHeader } from '~/ui';
import type { LateCount } from '~/assessment/index.server';
import { AgencyTable } from './agencyTable';
import { type ManageData, ManageSection, Saved } from './managePanel';
import type { ManageRefusal } from './manageRefusal';
import type { FlaggedIndicator, Order, OverviewRow, Summary } from './overviewRows';
import { Flagged } from './flaggedList';
import { LateCounts } from './lateCounts';
import { StepCard } from './stepCard';
import { RakerdaNav } from '~/rakerda/rakerdaNav';
import { setUpWords } from '~/rakerda/setUpWords';
import { manageWords } from './manageWords';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { overviewWords } from './overviewWords';

export interface InstrumentFacts {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly indicators: number;
  /** Set where the regulation behind it is no longer in force. */
  readonly repealed: {
    readonly citation: string;
    readonly by: string | null;
    readonly note: string;
  } | null;
}

export interface OverviewProps {
  readonly rakerda: RakerdaFacts;
  readonly instrument: InstrumentFacts;
  readonly others: readonly { readonly code: string; readonly name: string }[];
  /** The agencies on this page of the list. */
  readonly part: ListPart<OverviewRow>;
  readonly order: Order | null;
  readonly topics: readonly TopicStateCount[];
  readonly summary: Summary;
  /** What waits for the reader's decision; empty for those who decide nothing. */
  readonly late: readonly LateCount[];
  readonly flagged: readonly FlaggedIndicator[];
  /** The reader reads drafts of one agency only: the own one. */
  readonly readsOwnOnly: boolean;
  /** Where the reader fills in, at this stage. */
  readonly ownAgency: string | null;
  readonly mayCompare: boolean;
  readonly mayDownload: boolean;
  readonly mayManageAccounts: boolean;
  /** Null for those who may not manage the Rakerda. */
  readonly manage: ManageData | null;
  readonly message: string | null;
  readonly pages: readonly RakerdaPage[];
  /** Last year's, where the reader may open it. */
  readonly previous: { readonly id: string; readonly name: string } | null;
  readonly mayCopy: boolean;
}

export function OverviewScreen(
  props: OverviewProps & { refusal: ManageRefusal | undefined; live: ReactNode },
) {
  const { rakerda, instrument, manage } = props;
  const text = useText();
  const format = useFormat();
  const words = useSection(overviewWords).overview;
  const [params] = useSearchParams();
  const kept = Object.fromEntries(
    ['instrumen', 'urut', 'arah'].flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return (
    <div className="space-y-6">
      <div>
        <PageHeader
          title={rakerda.name}
          mark={rakerda.isDemo ? <DemoMark /> : null}
          crumbs={[{ to: '/', label: text.home }]}
          lead={
            <p className="flex flex-wrap items-center gap-x-3">
              {format.dayRange(rakerda.startsOn, rakerda.endsOn)} · {rakerda.place}
              {props.live}
            </p>
          }
          actions={
            <>
              {props.mayCompare ? (
                <ButtonLink tone="quiet" to={instrumentPath(rakerda.id, instrument.code, 'comparison')}>
                  {words.compare}
                </ButtonLink>
              ) : null}
              {props.mayDownload ? (
                <ButtonLink tone="quiet" to={instrumentPath(rakerda.id, instrument.code, 'release')}>
                  {words.release}
                </ButtonLink>
              ) : null}
            </>
          }
        />
        <RakerdaNav rakerda={rakerda} may={props.pages} current="overview" withoutStep />
        {manage && props.message === 'dibuat' ? (
          <Created rakerdaId={rakerda.id} stage={rakerda.state} mayManageAccounts={props.mayManageAccounts} />
        ) : null}
        <StepCard
          rakerda={rakerda}
          may={props.pages}
          own={
            props.ownAgency === null ? null : { instrumentCode: instrument.code, agencyCode: props.ownAgency }
          }
          openMatters={manage?.openMatters ?? null}
          saved={<Saved message={props.message} of="tahap" />}
          refusal={props.refusal}
        />
        <LateCounts rakerdaId={rakerda.id} late={props.late} />
        <Tiles summary={props.summary} />
      </div>
      <div className="grid items-start gap-x-6 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="instansi" className="min-w-0 space-y-2">
          <div className="flex flex-wrap items-center justify-between gap-x-6">
            <h2 id="instansi" className="text-xl">
              {words.agenciesTitle}
            </h2>
            <Instruments instrument={instrument} others={props.others} />
          </div>
          <HiddenNote hidden={props.summary.hidden} />
          {props.part.isLong ? (
            <>
              {manage ? (
                <p className="print:hidden">
                  <a href="#kelola" className="inline-flex min-h-11 items-center text-brand underline">
                    {words.toManage}
                  </a>
                </p>
              ) : null}
              <ListSearch part={props.part} path={rakerdaPath(rakerda.id)} kept={kept} anchor="instansi" />
            </>
          ) : null}
          <AgencyTable
            rows={props.part.items}
            order={props.order}
            indicators={instrument.indicators}
            timeZone={rakerda.timeZone}
          />
          <ListPages part={props.part} path={rakerdaPath(rakerda.id)} kept={kept} anchor="instansi" />
        </section>
        <Flagged flagged={props.flagged} ownOnly={props.readsOwnOnly} />
      </div>
      <TopicStates rakerdaId={rakerda.id} topics={props.topics} />
      <About rakerda={rakerda} instrument={instrument} previous={props.previous} />
      {manage ? (
        <ManageSection
          manage={manage}
          stage={rakerda.state}
          message={props.message}
          refusal={props.refusal}
          copy={
            props.mayCopy ? `/rakerda/baru?${new URLSearchParams({ salin: rakerda.id }).toString()}` : null
          }
        />
      ) : null}
    </div>
  );
}

/** Which instrument the figures are of, where the Rakerda has several. */
function Instruments({ instrument, others }: Pick<OverviewProps, 'instrument' | 'others'>) {
  const words = useSection(overviewWords).overview;
  if (others.length === 0) return null;
  const all = [{ code: instrument.code, name: instrument.shortName }, ...others];
  return (
    <nav aria-label={words.otherInstruments} className="print:hidden">
      <ul className="flex flex-wrap">
        {all
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map(({ code, name }) => (
            <li key={code}>
              <Link
                to={`?${new URLSearchParams({ instrumen: code }).toString()}`}
                preventScrollReset
                aria-current={code === instrument.code ? 'true' : undefined}
                className={`flex min-h-11 items-center border-b-4 px-3 no-underline ${
                  code === instrument.code
                    ? 'border-brand font-semibold text-brand-strong'
                    : 'border-transparent text-ink hover:border-line-strong'
                }`}
              >
                {name}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function HiddenNote({ hidden }: { hidden: number }) {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  if (hidden === 0) return null;
  return (
    <p className="max-w-prose text-muted">
      {overviewText.overview.hiddenNote({ count: format.number(hidden) })}
    </p>
  );
}

function Created(props: { rakerdaId: string; stage: RakerdaFacts['state']; mayManageAccounts: boolean }) {
  const words = useSection(manageWords).created;
  const link = 'text-brand underline underline-offset-2';
  return (
    <div className="mb-6">
      <Alert tone="success" title={words.title}>
        <p>{words.lead}</p>
        <ol className="list-decimal space-y-1 pl-6">
          <li>
            <Link to={rakerdaPath(props.rakerdaId, 'cards')} className={link}>
              {words.cards}
            </Link>
          </li>
          <li>
            <Link to={rakerdaPath(props.rakerdaId, 'agenda')} className={link}>
              {words.agenda}
            </Link>
          </li>
          <li>
            <a href="#anggota" className={link}>
              {words.members}
            </a>
          </li>
          <li>
            <a href="#target" className={link}>
              {words.targets}
            </a>
          </li>
          {props.stage === 'preparation' ? (
            <li>
              <a href="#tahap" className={link}>
                {words.open}
              </a>
            </li>
          ) : null}
          <li>
            {props.mayManageAccounts ? (
              <Link to="/akun/baru" className={link}>
                {words.accounts}
              </Link>
            ) : (
              words.askAccounts
            )}
          </li>
        </ol>
      </Alert>
    </div>
  );
}

/** The plain facts, behind the figures: whoever is here knows most of them. */
function About(props: Pick<OverviewProps, 'rakerda' | 'instrument' | 'previous'>) {
  const { rakerda, instrument } = props;
  const format = useFormat();
  const words = useSection(overviewWords).overview;
  const zones: Readonly<Record<string, string>> = useSection(setUpWords).form.timeZones;
  const facts = [
    [words.dates, format.dayRange(rakerda.startsOn, rakerda.endsOn)],
    [words.place, rakerda.place],
    [words.host, rakerda.host],
    [words.zone, zones[rakerda.timeZone] ?? rakerda.timeZone],
    [words.instrument, instrument.name],
  ];
  return (
    <section aria-labelledby="tentang" className="space-y-3">
      <h2 id="tentang" className="text-xl">
        {words.about}
      </h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:gap-x-8 lg:grid-cols-3">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
        {props.previous ? (
          <div>
            <dt className="text-sm text-muted">{words.previous}</dt>
            <dd className="font-medium">
              <Link to={rakerdaPath(props.previous.id)} className="text-brand underline underline-offset-2">
                {props.previous.name}
              </Link>
            </dd>
          </div>
        ) : null}
      </dl>
      {instrument.repealed ? (
        <Alert
          tone="warning"
          title={
            instrument.repealed.by === null
              ? words.repealedPlain({ citation: instrument.repealed.citation })
              : words.repealed({ citation: instrument.repealed.citation, by: instrument.repealed.by })
          }
        >
          <p className="max-w-prose">{instrument.repealed.note}</p>
        </Alert>
      ) : null}
    </section>
  );
}

function Tiles({ summary }: { summary: Summary }) {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.overview;
  const tiles = [
    {
      label: words.approved,
      value: words.approvedOf({
        approved: format.number(summary.approved),
        total: format.number(summary.agencies),
      }),
      hint: words.approvedHint,
    },
    {
      label: words.answered,
      value: summary.answerable === 0 ? '–' : format.percent(summary.answered, summary.answerable),
      hint:
        summary.answerable === 0
          ? words.nothingVisible
          : words.answeredHint({
              answered: format.number(summary.answered),
              total: format.number(summary.answerable),
              count: format.number(summary.agencies - summary.hidden),
            }),
    },
    {
      label: words.mean,
      value: summary.mean === null ? '–' : format.figure(summary.mean),
      hint:
        summary.mean === null
          ? words.nothingComplete
          : words.meanOf({
              complete: format.number(summary.complete),
              agencies: format.number(summary.visible),
            }),
    },
  ];
  return (
    <section aria-labelledby="sekilas">
      <h2 id="sekilas" className="sr-only">
        {words.tilesTitle}
      </h2>
      <dl className="grid gap-3 sm:grid-cols-3">
        {tiles.map((tile) => (
          <div key={tile.label} className="rounded-xl border border-line bg-surface px-4 py-2">
            <dt className="text-sm text-muted">{tile.label}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-3">
              <span translate="no" className="text-2xl font-bold whitespace-nowrap tabular-nums">
                {tile.value}
              </span>
              <span className="min-w-0 flex-1 basis-32 text-sm leading-snug text-muted">{tile.hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One Rakerda at a glance: what it is, how far everybody has come, what goes to the plenary. */
import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { type RakerdaPage, instrumentPath, rakerdaPath } from '~/paths';
import { Alert, ButtonLink, DemoMark, ListPages, type ListPart, ListSearch, PageHeader } from '~/ui';
import type { LateCount } from '~/assessment/index.server';
import { AgencyTable } from './agencyTable';
import { type ManageData, ManageSection } from './managePanel';
import type { ManageRefusal } from './manageRefusal';
import type { FlaggedIndicator, Order, OverviewRow, Summary } from './overviewRows';
import { Flagged } from './flaggedList';
import { HallLinks } from './hallLinks';
import { LateCounts } from './lateCounts';
import { StageBadge } from './progressMarks';
import { RakerdaNav } from '~/rakerda/rakerdaNav';
import { setUpWords } from '~/rakerda/setUpWords';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { overviewWords } from './overviewWords';

export interface InstrumentFacts {
  readonly code: string;
  readonly name: string;
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
  readonly summary: Summary;
  /** What waits for the reader's decision; empty for those who decide nothing. */
  readonly late: readonly LateCount[];
  readonly flagged: readonly FlaggedIndicator[];
  /** The reader reads drafts of one agency only: the own one. */
  readonly readsOwnOnly: boolean;
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
  const overviewText = useSection(overviewWords);
  const words = overviewText.overview;
  const leadsHall = props.pages.includes('remote');
  const [params] = useSearchParams();
  const kept = Object.fromEntries(
    ['instrumen', 'urut', 'arah'].flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return (
    <div className="space-y-8">
      <div>
        {rakerda.isDemo ? <DemoMark /> : null}
        <PageHeader
          title={rakerda.name}
          crumbs={[{ to: '/', label: text.home }]}
          lead={
            <p className="flex flex-wrap items-center gap-2">
              <StageBadge state={rakerda.state} />
              {props.live}
            </p>
          }
          actions={
            <>
              {props.mayCompare ? (
                <ButtonLink
                  tone={leadsHall ? 'secondary' : 'primary'}
                  to={instrumentPath(rakerda.id, instrument.code, 'comparison')}
                >
                  {words.compare}
                </ButtonLink>
              ) : null}
              {props.mayDownload ? (
                <ButtonLink
                  tone={leadsHall ? 'quiet' : 'secondary'}
                  to={instrumentPath(rakerda.id, instrument.code, 'release')}
                >
                  {words.release}
                </ButtonLink>
              ) : null}
              {props.mayCopy ? (
                <ButtonLink
                  tone="quiet"
                  to={`/rakerda/baru?${new URLSearchParams({ salin: rakerda.id }).toString()}`}
                >
                  {words.copy}
                </ButtonLink>
              ) : null}
            </>
          }
        />
        <RakerdaNav rakerda={rakerda} may={props.pages} current="overview" />
        {manage && props.message === 'dibuat' ? (
          <Created rakerdaId={rakerda.id} stage={rakerda.state} mayManageAccounts={props.mayManageAccounts} />
        ) : null}
        <LateCounts rakerdaId={rakerda.id} late={props.late} />
        {leadsHall ? (
          <div className="mb-8">
            <HallLinks rakerda={rakerda} may={props.pages} managesStage={manage !== null} />
          </div>
        ) : null}
        <Facts rakerda={rakerda} instrument={instrument} others={props.others} previous={props.previous} />
      </div>
      <Tiles summary={props.summary} />
      <section aria-labelledby="instansi" className="space-y-3">
        <h2 id="instansi" className="text-xl">
          {words.agenciesTitle}
        </h2>
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
      {manage ? (
        <ManageSection
          manage={manage}
          stage={rakerda.state}
          message={props.message}
          refusal={props.refusal}
        />
      ) : null}
    </div>
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
  const words = useSection(setUpWords).created;
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

function Facts(props: Pick<OverviewProps, 'rakerda' | 'instrument' | 'others' | 'previous'>) {
  const { rakerda, instrument, others } = props;
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.overview;
  const zones: Readonly<Record<string, string>> = useSection(setUpWords).form.timeZones;
  const facts = [
    [words.dates, format.dayRange(rakerda.startsOn, rakerda.endsOn)],
    [words.place, rakerda.place],
    [words.host, rakerda.host],
    [words.zone, zones[rakerda.timeZone] ?? rakerda.timeZone],
    [words.instrument, instrument.name],
  ];
  return (
    <div className="space-y-4">
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
      {others.length > 0 ? (
        <nav aria-label={words.otherInstruments} className="flex flex-wrap gap-2">
          {others.map((other) => (
            <ButtonLink key={other.code} to={`?${new URLSearchParams({ instrumen: other.code }).toString()}`}>
              {other.name}
            </ButtonLink>
          ))}
        </nav>
      ) : null}
    </div>
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
      <dl className="grid gap-4 sm:grid-cols-3">
        {tiles.map((tile) => (
          <div key={tile.label} className="rounded-xl border border-line bg-surface p-4">
            <dt className="text-muted">{tile.label}</dt>
            <dd>
              <span translate="no" className="block text-3xl font-bold tabular-nums">
                {tile.value}
              </span>
              <span className="block text-sm text-muted">{tile.hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

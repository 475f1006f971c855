/** The facilitator's live monitor: how far every agency is, who is connected, who is stuck and why. */
import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { MeetingHeader } from '~/rakerda';
import { TopicStates } from '~/topics';
import { Alert, Button, ButtonLink, FilterForm } from '~/ui';
import type { MessageRefusal } from './messageForm';
import { AgencyPanel, StuckPanel } from './messagePanel';
import { ORDERS } from './monitor';
import { MonitorTable } from './monitorTable';
import type { MonitorPage } from './monitorPage';
import { useAddress } from './useAddress';
import { monitorWords } from './monitorWords';

export function MonitorScreen(props: {
  page: MonitorPage;
  now: number;
  live: ReactNode;
  refusal: MessageRefusal | null;
}) {
  const { page, now } = props;
  const say = useSection(monitorWords);
  const [params] = useSearchParams();
  const address = useAddress();
  const others = page.instruments.filter((instrument) => !instrument.current);
  const sent = Number(params.get('terkirim') ?? '0');
  return (
    <div className="space-y-4">
      <div>
        <MeetingHeader
          frame={page}
          current="monitor"
          title={say.title}
          actions={
            <>
              {props.live}
              {others.length > 0 ? (
                <nav aria-label={say.instruments} className="flex flex-wrap gap-2">
                  {others.map((other) => (
                    <ButtonLink
                      key={other.code}
                      to={address({ instrumen: other.code, buka: null, hal: null })}
                    >
                      {other.name}
                    </ButtonLink>
                  ))}
                </nav>
              ) : null}
            </>
          }
        />
        <TilesRow page={page} />
      </div>
      {page.isOpen ? null : <Alert>{say.notOpen}</Alert>}
      <Toolbar page={page} />
      {page.open ? (
        <AgencyPanel
          key={page.open.row.agencyCode}
          page={page}
          open={page.open}
          refusal={props.refusal?.agencyCode === page.open.row.agencyCode ? props.refusal : null}
          sent={sent}
        />
      ) : null}
      {page.wish.open === 'macet' && page.mayWrite ? (
        <StuckPanel
          page={page}
          refusal={props.refusal?.agencyCode === null ? props.refusal : null}
          sent={sent}
        />
      ) : null}
      {page.table.rows.length === 0 ? (
        <p className="py-4">
          {page.wish.stuckOnly && page.wish.search === '' ? say.nobodyStuck : say.nothingFound}
        </p>
      ) : (
        <MonitorTable page={page} now={now} />
      )}
      <Pager page={page} />
      <TopicStates rakerdaId={page.rakerda.id} topics={page.topics} />
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center font-medium text-brand">▾ {say.legend}</summary>
        <ol className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
          {page.aspects.map((aspect) => (
            <li key={aspect.no}>{say.columns.aspect({ no: String(aspect.no), name: aspect.name })}</li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function TilesRow({ page }: { page: MonitorPage }) {
  const say = useSection(monitorWords);
  const format = useFormat();
  const { tiles } = page;
  const of = (count: number) =>
    say.tiles.of({ count: format.number(count), total: format.number(tiles.agencies) });
  const shown = [
    { label: say.tiles.connected, value: of(tiles.connected), isAlarm: false },
    { label: say.tiles.stuck, value: format.number(tiles.stuck), isAlarm: tiles.stuck > 0 },
    { label: say.tiles.answered, value: format.percent(tiles.answered, tiles.answerable), isAlarm: false },
    { label: say.tiles.submitted, value: of(tiles.submitted), isAlarm: false },
    { label: say.tiles.approved, value: of(tiles.approved), isAlarm: false },
  ];
  return (
    <section aria-labelledby="sekilas">
      <h2 id="sekilas" className="sr-only">
        {say.tiles.title}
      </h2>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
        {shown.map((tile) => (
          <div
            key={tile.label}
            className={`flex items-baseline justify-between gap-x-2 rounded-lg border px-3 py-1 max-sm:flex-col ${
              tile.isAlarm ? 'border-accent bg-accent-soft' : 'border-line bg-surface'
            }`}
          >
            <dt className={tile.isAlarm ? 'font-medium text-accent' : 'text-muted'}>
              {tile.isAlarm ? <span aria-hidden="true">⚠ </span> : null}
              {tile.label}
            </dt>
            <dd translate="no" className="text-xl font-bold whitespace-nowrap tabular-nums">
              {tile.value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Toolbar({ page }: { page: MonitorPage }) {
  const say = useSection(monitorWords);
  const text = useText();
  const format = useFormat();
  const [params] = useSearchParams();
  const address = useAddress();
  const { wish, tiles } = page;
  const chip = (isCurrent: boolean) =>
    `inline-flex min-h-11 items-center rounded-lg border px-3 no-underline ${
      isCurrent
        ? 'border-brand bg-brand-soft font-semibold text-brand-strong'
        : 'border-line-strong bg-surface text-ink hover:bg-sunken'
    }`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav aria-label={say.orderBy} className="flex flex-wrap items-center gap-2">
        <span aria-hidden="true" className="text-muted">
          {say.orderBy}
        </span>
        {ORDERS.map((order) => (
          <Link
            key={order}
            to={address({ urut: order, hal: null })}
            preventScrollReset
            aria-current={wish.order === order ? 'true' : undefined}
            className={chip(wish.order === order)}
          >
            {say.orders[order]}
          </Link>
        ))}
      </nav>
      <Link
        to={address({ saring: wish.stuckOnly ? null : 'macet', hal: null })}
        preventScrollReset
        className={chip(wish.stuckOnly)}
      >
        {wish.stuckOnly ? say.everyone : say.stuckOnly}
      </Link>
      <FilterForm
        role="search"
        className="flex flex-wrap items-center gap-2"
        button={<Button tone="secondary">{text.search}</Button>}
      >
        {[...params]
          .filter(([name]) => ['instrumen', 'urut', 'saring'].includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input
          type="search"
          name="cari"
          defaultValue={wish.search}
          aria-label={say.search}
          placeholder={say.search}
          className="min-h-11 w-44 rounded-lg border border-line-strong bg-surface px-3 placeholder:text-muted"
        />
        {page.table.found < tiles.agencies ? (
          <span className="text-sm text-muted">
            {say.found({ count: format.number(page.table.found), total: format.number(tiles.agencies) })}
          </span>
        ) : null}
      </FilterForm>
      {page.mayWrite && tiles.stuck > 0 ? (
        <ButtonLink to={`${address({ buka: 'macet' })}#pesan`} className="lg:ml-auto">
          {say.writeToStuck({ count: format.number(tiles.stuck) })}
        </ButtonLink>
      ) : null}
    </div>
  );
}

function Pager({ page }: { page: MonitorPage }) {
  const say = useSection(monitorWords);
  const format = useFormat();
  const address = useAddress();
  const { table } = page;
  if (table.pages < 2) return null;
  return (
    <nav aria-label={say.pages.label} className="flex flex-wrap items-center gap-3">
      {table.page > 1 ? (
        <ButtonLink to={address({ hal: String(table.page - 1) })} rel="prev">
          {say.pages.previous}
        </ButtonLink>
      ) : null}
      <span>{say.pages.at({ page: format.number(table.page), pages: format.number(table.pages) })}</span>
      {table.page < table.pages ? (
        <ButtonLink to={address({ hal: String(table.page + 1) })} rel="next">
          {say.pages.next}
        </ButtonLink>
      ) : null}
    </nav>
  );
}

/** Agencies × aspects. The narrow columns that steer come first, so that a phone shows them without scrolling far. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { StateBadge } from '~/rakerda/stateBadge';
import { Sideways } from '~/ui';
import { type MonitorRow, type Stuck, whyStuck } from './monitor';
import type { MonitorPage } from './monitorPage';
import { useAddress } from './useAddress';
import { monitorWords } from './monitorWords';

const head = 'px-2 py-1.5 text-sm font-semibold whitespace-nowrap';

export function MonitorTable({ page, now }: { page: MonitorPage; now: number }) {
  const say = useSection(monitorWords);
  const text = useText();
  const { columns } = say;
  return (
    <Sideways label={say.caption} framed>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{say.caption}</caption>
        <thead className="border-b border-line bg-sunken">
          <tr>
            <th scope="col" className={`${head} sm:sticky sm:left-0 sm:bg-sunken`}>
              {text.agency}
            </th>
            <th scope="col" className={head}>
              {columns.total}
            </th>
            <th scope="col" className={head} title={columns.screensHint}>
              {columns.screens}
            </th>
            <th scope="col" className={head}>
              {columns.message}
            </th>
            <th scope="col" className={head}>
              {columns.state}
            </th>
            <th scope="col" className={`${head} text-right`} title={columns.flagsHint}>
              {columns.flags}
            </th>
            <th scope="col" className={head}>
              {columns.activity}
            </th>
            {page.aspects.map((aspect) => (
              <th
                key={aspect.no}
                scope="col"
                title={columns.aspect({ no: String(aspect.no), name: aspect.name })}
                className={head}
              >
                <span aria-hidden="true">{columns.aspectShort({ no: String(aspect.no) })}</span>
                <span className="sr-only">
                  {columns.aspect({ no: String(aspect.no), name: aspect.name })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.table.rows.map((row) => (
            <Row key={row.agencyCode} row={row} page={page} now={now} />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Row({ row, page, now }: { row: MonitorRow; page: MonitorPage; now: number }) {
  const say = useSection(monitorWords);
  const format = useFormat();
  const address = useAddress();
  const stuck = whyStuck(row, page.isOpen, now);
  const isOpen = page.open?.row.agencyCode === row.agencyCode;
  const openTo = `${address({ buka: row.agencyCode })}#pesan`;
  const link = 'inline-flex items-center text-brand underline underline-offset-2';
  return (
    <tr className={`border-b border-line last:border-0 ${isOpen ? 'bg-brand-soft' : ''}`}>
      <th
        scope="row"
        className={`min-w-36 px-2 leading-tight sm:min-w-52 font-medium sm:sticky sm:left-0 ${isOpen ? 'bg-brand-soft' : 'bg-surface'}`}
      >
        <Link to={row.path} className={`${link} min-h-6`}>
          {row.agencyName}
        </Link>
        {stuck ? <StuckMark stuck={stuck} /> : null}
      </th>
      <td className="px-2">
        <Part answered={row.answered} total={row.total} />
      </td>
      <td translate="no" className="px-2 tabular-nums">
        {row.screens > 0 ? (
          <>
            <span aria-hidden="true" className="font-semibold text-success">
              ● {format.number(row.screens)}
            </span>
            <span className="sr-only">{say.screens({ count: format.number(row.screens) })}</span>
          </>
        ) : (
          <>
            <span aria-hidden="true" className="text-muted">
              ○ 0
            </span>
            <span className="sr-only">{say.notConnected}</span>
          </>
        )}
      </td>
      <td className="px-2 whitespace-nowrap">
        <Link
          to={openTo}
          aria-label={
            page.mayWrite ? say.writeTo({ name: row.agencyName }) : say.openOf({ name: row.agencyName })
          }
          className={`${link} min-h-11`}
        >
          {page.mayWrite ? say.write : say.see}
        </Link>
        {row.unread > 0 ? (
          <span className="ml-2 text-sm text-muted" title={say.unread({ count: format.number(row.unread) })}>
            <span aria-hidden="true">✉ {format.number(row.unread)}</span>
            <span className="sr-only">{say.unread({ count: format.number(row.unread) })}</span>
          </span>
        ) : null}
      </td>
      <td className="px-2">
        <StateBadge {...row} />
      </td>
      <td translate="no" className="px-2 text-right tabular-nums">
        {row.flags > 0 ? (
          <Link
            to={openTo}
            aria-label={`${say.columns.flagsHint}, ${row.agencyName}: ${format.number(row.flags)}`}
            className={`${link} min-h-11 min-w-6 justify-end`}
          >
            {format.number(row.flags)}
          </Link>
        ) : (
          <span className="text-muted">0</span>
        )}
      </td>
      <td className="px-2 text-sm leading-tight whitespace-nowrap">
        <Activity at={row.lastActivity} now={now} timeZone={page.rakerda.timeZone} />
      </td>
      {page.aspects.map((aspect, position) => (
        <td key={aspect.no} className="px-2">
          <Part answered={row.aspects[position] ?? 0} total={aspect.total} />
        </td>
      ))}
    </tr>
  );
}

/** A small bar and its figures; the figures say everything. */
function Part({ answered, total }: { answered: number; total: number }) {
  const say = useSection(monitorWords);
  const format = useFormat();
  const isComplete = answered >= total;
  return (
    <div className="min-w-11">
      <span
        translate="no"
        className={`text-sm leading-tight tabular-nums ${isComplete ? 'font-semibold text-success' : answered === 0 ? 'text-muted' : ''}`}
      >
        {say.part({ answered: format.number(answered), total: format.number(total) })}
      </span>
      <progress aria-hidden="true" className="bar block h-1.5!" max={total} value={answered} />
    </div>
  );
}

function StuckMark({ stuck }: { stuck: Stuck }) {
  const say = useSection(monitorWords).stuck;
  const format = useFormat();
  return (
    <span className="block pb-1 text-xs font-medium text-accent">
      <span aria-hidden="true">⚠ </span>
      <span className="sr-only">{say.mark}: </span>
      {stuck.kind === 'silent' ? silence(stuck.minutes) : say[stuck.kind]}
    </span>
  );

  function silence(minutes: number): string {
    if (minutes < 120) return say.silent({ minutes: format.number(minutes) });
    return minutes < 1440
      ? say.silentHours({ hours: format.number(Math.floor(minutes / 60)) })
      : say.silentLong;
  }
}

/** How long ago, and when exactly; days that are past are said as dates. */
function Activity(props: { at: string | null; now: number; timeZone: string }) {
  const say = useSection(monitorWords);
  const format = useFormat();
  if (props.at === null) return <span className="text-muted">{say.noActivity}</span>;
  const minutes = Math.max(0, Math.floor((props.now - Date.parse(props.at)) / 60_000));
  const relative =
    minutes < 1
      ? say.justNow
      : minutes < 60
        ? say.minutesAgo({ count: format.number(minutes) })
        : minutes < 1440
          ? say.hoursAgo({ count: format.number(Math.floor(minutes / 60)) })
          : format.date(props.at, props.timeZone);
  return (
    <time dateTime={props.at} title={format.dateTime(props.at, props.timeZone)}>
      {relative}
      <span className="block text-xs text-muted">{format.time(props.at, props.timeZone)}</span>
    </time>
  );
}

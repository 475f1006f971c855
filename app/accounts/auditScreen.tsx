/** The record of everything that happened, in words. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import type { Locale } from '~/instrument';
import { zoneName } from '~/i18n/zonedTime';
import { Badge, Button, ButtonLink, FilterForm, PageHeader, SelectField, TextField, Sideways } from '~/ui';
import type { AuditEntry, AuditPage } from './audit.server';
import { auditPageWords } from './auditPageWords';
import { auditWords, type EventWords } from './auditWords';

/** By any stored type: a row of a newer version of the product has no words here. */
const EVENT_WORDS: Readonly<Record<Locale, Readonly<Partial<Record<string, EventWords>>>>> = auditWords;

export function AuditScreen(props: AuditPage) {
  const words = useSection(auditPageWords);
  const clock = { zone: zoneName(props.timeZone) };
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <AuditFilterForm {...props} />
      <p className="mb-4 text-sm text-muted">
        {props.isZoneOfRakerda ? words.zoneOfRakerda(clock) : words.zoneOfNone(clock)}
      </p>
      {props.entries.length === 0 ? (
        <p role="status" translate="no" className="py-6 text-muted">
          {words.none}
        </p>
      ) : (
        <AuditTable entries={props.entries} timeZone={props.timeZone} />
      )}
      <AuditPages {...props} />
    </>
  );
}

function AuditFilterForm({ types, rakerda, search }: AuditPage) {
  const eventWords = useSection(EVENT_WORDS);
  const words = useSection(auditPageWords);
  return (
    <FilterForm
      role="search"
      className="mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5"
      button={<Button tone="secondary">{words.filter}</Button>}
    >
      <SelectField id="jenis" name="jenis" label={words.typeLabel} defaultValue={search.jenis}>
        <option value="">{words.anyType}</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {eventWords[type]?.title ?? type}
          </option>
        ))}
      </SelectField>
      <TextField id="akun" name="akun" type="search" label={words.accountLabel} defaultValue={search.akun} />
      <SelectField id="rakerda" name="rakerda" label={words.rakerdaLabel} defaultValue={search.rakerda}>
        <option value="">{words.anyRakerda}</option>
        {rakerda.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </SelectField>
      <TextField id="dari" name="dari" type="date" label={words.fromLabel} defaultValue={search.dari} />
      <TextField
        id="sampai"
        name="sampai"
        type="date"
        label={words.untilLabel}
        defaultValue={search.sampai}
      />
      <div className="sm:col-span-2 lg:col-span-5">
        <ButtonLink tone="quiet" to="/jejak" reloadDocument>
          {words.clear}
        </ButtonLink>
      </div>
    </FilterForm>
  );
}

function AuditTable({ entries, timeZone }: Pick<AuditPage, 'entries' | 'timeZone'>) {
  const text = useText();
  const format = useFormat();
  const words = useSection(auditPageWords);
  const caption = words.caption({ zone: zoneName(timeZone) });
  const head = 'px-3 py-2 font-semibold whitespace-nowrap';
  return (
    <Sideways label={caption} framed>
      <table className="w-full min-w-3xl text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line-strong bg-sunken">
          <tr>
            {[words.when, words.what, words.who, words.where, words.detail].map((label) => (
              <th key={label} scope="col" className={head}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq} className="border-b border-line align-top last:border-0">
              <td className="w-36 px-3 py-2 sm:whitespace-nowrap">
                <time dateTime={entry.at}>{format.dateTime(entry.at, timeZone)}</time>
                <span translate="no" className="block text-sm text-muted tabular-nums">
                  {words.number({ seq: String(entry.seq) })}
                </span>
              </td>
              <th scope="row" className="px-3 py-2 font-medium max-sm:w-48">
                <EventWords entry={entry} />
              </th>
              <td className="px-3 py-2">
                {entry.actorName ?? words.system}
                {entry.actorUsername ? (
                  <span className="block text-sm text-muted">{entry.actorUsername}</span>
                ) : null}
              </td>
              <td className="px-3 py-2 text-sm">
                {entry.agencyName ? <span className="block">{entry.agencyName}</span> : null}
                {entry.rakerdaName ? <span className="block text-muted">{entry.rakerdaName}</span> : null}
                {entry.isDemo ? <Badge tone="accent">{text.demo}</Badge> : null}
                {entry.agencyName || entry.rakerdaName ? null : '–'}
              </td>
              <td className="px-3 py-1">
                <Detail entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function EventWords({ entry }: { entry: AuditEntry }) {
  const eventWords = useSection(EVENT_WORDS);
  const format = useFormat();
  const known = eventWords[entry.type];
  if (!known) return <>{entry.type}</>;
  const { facts } = entry;
  return (
    <>
      {known.says({
        name: facts.name,
        username: facts.username,
        agency: entry.agencyName ?? '',
        indicator: entry.indicatorNo === null ? '' : format.number(entry.indicatorNo),
        level: facts.level === null ? '' : format.number(facts.level),
        count: format.number(facts.count),
      })}
    </>
  );
}

function Detail({ entry }: { entry: AuditEntry }) {
  const words = useSection(auditPageWords);
  const hasPayload = entry.payload !== '{}';
  return (
    <details>
      <summary className="flex min-h-11 items-center text-sm font-medium text-brand underline">
        {words.detail}
      </summary>
      <div className="max-w-sm space-y-1 pb-2 text-sm">
        <p>
          <span className="text-muted">{entry.type}</span>
        </p>
        {entry.requestId ? (
          <p>
            {words.request}: <span className="font-mono">{entry.requestId}</span>
          </p>
        ) : null}
        {hasPayload ? (
          <pre className="rounded bg-sunken p-2 font-mono text-xs break-words whitespace-pre-wrap">
            {JSON.stringify(JSON.parse(entry.payload), null, 2)}
          </pre>
        ) : (
          <p className="text-muted">{words.noDetail}</p>
        )}
      </div>
    </details>
  );
}

function AuditPages({ entries, hasMore, search }: AuditPage) {
  const words = useSection(auditPageWords);
  const last = entries.at(-1);
  const to = (before: string) => {
    const params = new URLSearchParams(
      Object.entries({ ...search, sebelum: before }).filter(([, value]) => value !== ''),
    );
    return `/jejak?${params.toString()}`;
  };
  if (!hasMore && search.sebelum === '') return null;
  return (
    <nav aria-label={words.pages} className="mt-4 flex flex-wrap items-center gap-4">
      {search.sebelum !== '' ? (
        <Link to={to('')} className="inline-flex min-h-11 items-center text-brand underline">
          {words.newest}
        </Link>
      ) : null}
      {hasMore && last ? <ButtonLink to={to(String(last.seq))}>{words.older}</ButtonLink> : null}
    </nav>
  );
}

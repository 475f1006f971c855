/** Every change of an assessment, newest first, as a list that reads without scripts. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { Alert, Button, ButtonLink, Card, FilterForm, KeptForm, SelectField } from '~/ui';
import type { AnswerField } from './answerChanges';
import type { History, HistoryEntry } from './history.read.server';
import { historyWords } from './historyWords';
import { restoreValue, seenName } from './restoreForm';
import type { RestoreResult } from './restoreField.server';
import { assessmentWords } from './assessmentWords';

/** What came of putting a version back. */
export type Restored =
  | { readonly kind: 'restored'; readonly no: number; readonly field: AnswerField }
  | { readonly kind: Exclude<RestoreResult['kind'], 'restored'> };

export function HistoryScreen(props: {
  entries: readonly HistoryEntry[];
  older: number | null;
  versions: History['versions'];
  restored: Restored | null;
  isNewest: boolean;
  indicators: readonly { readonly no: number; readonly name: string }[];
  indicatorNo: number | null;
  timeZone: string;
}) {
  const assessmentText = useSection(assessmentWords);
  const words = useSection(historyWords);
  const query = props.indicatorNo === null ? '' : `indikator=${String(props.indicatorNo)}&`;
  return (
    <div className="max-w-4xl space-y-4">
      <FilterForm
        className="flex flex-wrap items-end gap-3 print:hidden"
        button={<Button tone="secondary">{assessmentText.show}</Button>}
      >
        <div className="min-w-0 flex-1 sm:max-w-md">
          <SelectField
            id="indikator"
            name="indikator"
            label={words.filterIndicator}
            defaultValue={props.indicatorNo ?? ''}
          >
            <option value="">{words.allIndicators}</option>
            {props.indicators.map((indicator) => (
              <option key={indicator.no} value={indicator.no}>
                {indicator.no}. {indicator.name}
              </option>
            ))}
          </SelectField>
        </div>
      </FilterForm>
      {props.restored ? <RestoredNotice restored={props.restored} /> : null}
      {props.entries.length === 0 ? <p>{words.empty}</p> : null}
      <KeptForm method="post">
        {Object.entries(props.versions).map(([no, version]) => (
          <input key={no} type="hidden" name={seenName(Number(no))} value={version} />
        ))}
        <ol className="space-y-3">
          {props.entries.map((entry) => (
            <li key={entry.seq}>
              <Entry
                entry={entry}
                mayRestore={props.versions[entry.indicator?.no ?? 0] !== undefined}
                timeZone={props.timeZone}
              />
            </li>
          ))}
        </ol>
      </KeptForm>
      <div className="flex flex-wrap gap-2">
        {props.older === null ? null : (
          <ButtonLink to={`?${query}sebelum=${String(props.older)}`}>{words.older}</ButtonLink>
        )}
        {props.isNewest ? null : (
          <Link to={`?${query}`} className="flex min-h-11 items-center text-brand underline">
            {words.newest}
          </Link>
        )}
      </div>
    </div>
  );
}

function RestoredNotice({ restored }: { restored: Restored }) {
  const words = useSection(historyWords);
  const format = useFormat();
  if (restored.kind !== 'restored') {
    const tone = restored.kind === 'same' ? 'info' : 'danger';
    return <Alert tone={tone}>{words.refused[restored.kind]}</Alert>;
  }
  const field = words.fields[restored.field];
  return <Alert tone="success">{words.restored({ field, no: format.number(restored.no) })}</Alert>;
}

function Entry({
  entry,
  mayRestore,
  timeZone,
}: {
  entry: HistoryEntry;
  mayRestore: boolean;
  timeZone: string;
}) {
  const format = useFormat();
  const words = useSection(historyWords);
  const { indicator } = entry;
  return (
    <Card className="sm:!p-4">
      <h2 className="font-semibold">
        {entry.indicator
          ? words.changedIndicator({ no: format.number(entry.indicator.no), name: entry.indicator.name })
          : eventName(words.events, entry.type)}
        {entry.indicator && entry.type in words.events ? ` – ${eventName(words.events, entry.type)}` : null}
      </h2>
      <p className="text-sm text-muted">
        {entry.actor ?? words.system} · <time dateTime={entry.at}>{format.dateTime(entry.at, timeZone)}</time>
      </p>
      {entry.type === 'answer.setAside' ? <p className="mt-2 font-medium">{words.notUsed}</p> : null}
      {entry.note ? <p className="mt-2 whitespace-pre-line">{entry.note}</p> : null}
      {entry.changes.length > 0 ? (
        <dl className="mt-2 space-y-2">
          {entry.changes.map((change) => (
            <div key={change.field} className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
              <dt className="text-sm font-medium">{words.fields[change.field]}</dt>
              <dd className="min-w-0">
                {/* A first answer replaces nothing: striking out an empty value would only be noise. */}
                {change.before === '' ? null : (
                  <del className="block text-muted break-words whitespace-pre-line">
                    <span className="sr-only">{words.before}: </span>
                    {change.before}
                  </del>
                )}
                <ins className="block break-words whitespace-pre-line no-underline">
                  {change.before === '' ? null : (
                    <>
                      <span aria-hidden="true">→ </span>
                      <span className="sr-only">{words.after}: </span>
                    </>
                  )}
                  {change.after === '' ? words.emptyValue : change.after}
                </ins>
                {mayRestore && indicator && change.isEarlier ? (
                  <Button
                    tone="quiet"
                    className="print:hidden"
                    name="restore"
                    value={restoreValue({ indicatorNo: indicator.no, field: change.field, from: entry.seq })}
                  >
                    {words.restore}
                    <span className="sr-only">
                      {': '}
                      {words.restoreOf({
                        field: words.fields[change.field],
                        no: format.number(indicator.no),
                        time: format.dateTime(entry.at, timeZone),
                      })}
                    </span>
                  </Button>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Card>
  );
}

function eventName(names: Readonly<Record<string, string>>, type: string): string {
  return names[type] ?? type;
}

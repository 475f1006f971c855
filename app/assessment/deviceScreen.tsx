/** What lies on this device and not on the server: to be read, sent, saved as a file, or removed. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { Alert, Button, buttonClass, Card, PageHeader, useHydrated } from '~/ui';
import { deviceWords } from './deviceWords';
import type { Entry } from './editingTypes';
import { historyWords } from './historyWords';
import { useWaitingForms } from './unsentForms';
import { useOutbox } from './useOutbox';
import { WaitingSheets } from './waitingSheets';

export function DeviceScreen({ account }: { account: string }) {
  const words = useSection(deviceWords);
  const isHydrated = useHydrated();
  const { outbox, view } = useOutbox(account);
  // What was set aside goes on the record only: nothing of it is missing anywhere.
  const entries = (view?.entries ?? []).filter(({ isAside }) => !isAside);
  const forms = useWaitingForms(account);
  const removeAll = () => {
    if (window.confirm(words.removeAllAsk)) outbox?.discard(entries.map(({ id }) => id));
  };
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader title={words.title} lead={words.lead} />
      {isHydrated ? null : <Alert>{words.scripts}</Alert>}
      {view && entries.length + forms.length === 0 ? (
        <p role="status" translate="no">
          {words.none}
        </p>
      ) : null}
      {outbox && entries.length > 0 ? (
        <>
          {view?.isStored === false ? <Alert tone="danger">{words.notOnDevice}</Alert> : null}
          <div className="flex flex-wrap gap-2">
            <Button type="button" onClick={outbox.wake}>
              {words.send}
            </Button>
            <a
              className={buttonClass()}
              download={words.fileName}
              href={`data:application/json;charset=utf-8,${encodeURIComponent(fileOf(entries))}`}
            >
              {words.save}
            </a>
            <Button type="button" tone="danger" onClick={removeAll}>
              {words.removeAll}
            </Button>
          </div>
          <ul className="space-y-3">
            {entries.map((entry) => (
              <li key={entry.id}>
                <Waiting entry={entry} onRemove={() => outbox.discard([entry.id])} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {forms.length > 0 ? <WaitingSheets account={account} forms={forms} /> : null}
    </div>
  );
}

function Waiting({ entry, onRemove }: { entry: Entry; onRemove: () => void }) {
  const words = useSection(deviceWords);
  const historyText = useSection(historyWords);
  const format = useFormat();
  const field = historyText.fields[entry.field];
  const no = entry.url.slice(entry.url.lastIndexOf('/') + 1);
  const typedAt = new Date(entry.typedAt ?? entry.at).toISOString();
  const text = textOf(entry);
  return (
    <Card className="space-y-1 sm:!p-4">
      <h2 className="font-semibold">
        <Link to={entry.url} className="inline-flex min-h-8 items-center text-brand underline">
          {words.indicator({ no })}
        </Link>
        {` – ${field}`}
      </h2>
      <p className="text-sm text-muted">
        {words.typed({ time: format.dateTime(typedAt, HOUSE_TIME_ZONE) })}; {words.state[stateOf(entry)]}
      </p>
      <p className="break-words whitespace-pre-line">{text === '' ? historyText.emptyValue : text}</p>
      <Button
        type="button"
        tone="quiet"
        onClick={() => {
          if (window.confirm(words.removeAsk({ field, no }))) onRemove();
        }}
      >
        {words.remove}
        <span className="sr-only">: {words.removeOf({ field, no })}</span>
      </Button>
    </Card>
  );
}

function stateOf({ question, refusal, send }: Entry) {
  if (refusal !== null) return 'refused';
  if (question !== null) return 'asked';
  return send === null ? 'invalid' : 'waiting';
}

/** A level as the device holds it; which words stand for it only the page of the indicator knows. */
function textOf({ field, values }: Entry): string {
  if (field === 'discuss') return values.discuss === true ? '✓' : '';
  if (field !== 'evidence') return values[field] ?? '';
  const rows = values.evidence ?? [];
  return rows.map(({ url, caption }) => [caption, url].filter((part) => part !== '').join(' – ')).join('\n');
}

function fileOf(entries: readonly Entry[]): string {
  const rows = entries.map(({ url, field, values, at, typedAt }) => {
    return { page: url, field, value: values[field], typedAt: new Date(typedAt ?? at).toISOString() };
  });
  return JSON.stringify(rows, null, 2);
}

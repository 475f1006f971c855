/** The editing machine on the page of an indicator: it is fetched once the page stands, and takes over what it finds. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type AnswerField, differingFields, FIELDS } from './answerChanges';
import { withEmptyRow } from './answerForm';
import type { Question } from './editingTypes';
import type { OpenedPage, Outbox } from './outbox';
import type { Standing } from './sendChange';
import type { AnswerFields } from './useAnswerFields';

const RETRY_MS = 3000;
const SILENT = () => () => undefined;

export interface EditingOptions extends OpenedPage {
  readonly account: string;
  /** What a form without scripts came back with, because somebody else had changed it. */
  readonly asked: ReadonlyMap<AnswerField, Question>;
  readonly fields: AnswerFields;
  readonly onStanding: (standing: Standing) => void;
}

/** Everything but `known` counts from the first render on; another indicator needs another `key`. */
export function useEditing(options: EditingOptions) {
  const { account, url, known, fields, asked } = options;
  const first = useRef(options);
  const isFilling = useRef(false);
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  // From the moment it takes over nothing that is typed may pass it by, not even before the page is drawn again.
  const started = useRef<Outbox | null>(null);
  const [ready] = useState(() => latch<Outbox>());
  const none = useCallback(() => null, []);
  const view = useSyncExternalStore(outbox?.subscribe ?? SILENT, outbox?.view ?? none, none);

  useEffect(() => {
    let isLeft = false;
    let opened: Outbox | undefined;
    let retry: number | undefined;
    const start = async () => {
      const { outboxOf } = await import('./outbox');
      opened = outboxOf(account);
      await opened.ready;
      if (isLeft) return;
      takeOver(opened, first.current);
      started.current = opened;
      ready.open(opened);
      setOutbox(opened);
    };
    const tryToStart = () => {
      start().catch(() => {
        if (!isLeft) retry = window.setTimeout(tryToStart, RETRY_MS);
      });
    };
    tryToStart();
    return () => {
      isLeft = true;
      window.clearTimeout(retry);
      opened?.close(url);
      started.current = null;
      setOutbox(null);
    };
  }, [account, url, ready]);

  useEffect(() => outbox?.theirs(url, known), [outbox, url, known]);

  const type = useCallback(
    (name: string, now = false) => {
      const field = fieldOf(name);
      if (!field || isFilling.current) return;
      started.current?.typed(field, fields.values(), now || field === 'level' || field === 'discuss');
    },
    [fields],
  );
  useEffect(() => fields.hear((name) => type(name)), [fields, type]);

  // What was left on this device, and what others have saved, appears where nobody is writing.
  const shown = view?.url === url ? view.values : null;
  useEffect(() => {
    if (!shown) return;
    isFilling.current = true;
    for (const field of differingFields(fields.values(), shown)) {
      if (field === 'evidence') fields.setRows(withEmptyRow(shown).evidence);
      else fields.set(field, shown[field] ?? '');
    }
    isFilling.current = false;
  }, [fields, shown]);

  return {
    outbox,
    /** The outbox once it is there: what is asked for before waits for it. */
    ready: ready.opened,
    view: view?.url === url ? view : null,
    type,
    questions: view?.questions ?? asked,
  };
}

/** Something to wait for, and the way to say that it is there. */
function latch<Value>(): { readonly opened: Promise<Value>; readonly open: (value: Value) => void } {
  let open: (value: Value) => void = () => undefined;
  const opened = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

export function fieldOf(name: string): AnswerField | undefined {
  return FIELDS.find((field) => name === field || name.startsWith(`${field}.`));
}

/** What was entered before the machine was there counts as typed now. */
function takeOver(outbox: Outbox, { url, known, range, asked, fields, onStanding }: EditingOptions): void {
  const values = fields.values();
  outbox.open({ url, known, range }, asked, values, onStanding);
  for (const field of differingFields(values, known.values)) {
    if (!asked.has(field)) outbox.typed(field, values, false);
  }
}

/**
 * Saves what is typed by itself: one save at a time, the newest values last, again and again while the network is away.
 * What the server does not have yet is kept as a draft on this device.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AnswerFormValues } from './answerForm';
import { draftStore } from './draft';
import { type SaveResponse, saveResponseSchema, type TheirAnswer } from './saveResponse';

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'conflict'; readonly theirs: TheirAnswer; readonly theirName: string };

export interface AutosaveOptions {
  readonly url: string;
  /** Unique per account, assessment and indicator. */
  readonly draftName: string;
  readonly version: number;
  /** Whether the values may be sent; false leaves them as a draft. */
  isValid(values: AnswerFormValues): Promise<boolean>;
  onStanding(standing: Extract<SaveResponse, { kind: 'saved' }>['standing']): void;
}

const TYPING_PAUSE_MS = 700;
const RETRY_MS = 3000;

export function useAutosave(options: AutosaveOptions) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const latest = useRef(options);
  latest.current = options;
  const draft = useMemo(() => draftStore(options.draftName), [options.draftName]);

  const version = useRef(options.version);
  const pending = useRef<AnswerFormValues | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const retry = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Sends until nothing is pending. True when the server has everything. */
  const drain = useCallback(async (): Promise<boolean> => {
    while (pending.current) {
      const values = pending.current;
      if (!(await latest.current.isValid(values))) {
        setState({ kind: 'invalid' });
        return false;
      }
      setState({ kind: 'saving' });
      const response = await send(latest.current.url, values, version.current);
      const newer = pending.current !== values;
      switch (response.kind) {
        case 'saved':
        case 'unchanged':
          version.current = response.version;
          if (response.kind === 'saved') latest.current.onStanding(response.standing);
          if (!newer) {
            pending.current = null;
            draft.clear();
            setState({ kind: 'saved', at: new Date().toISOString() });
          }
          break;
        case 'conflict':
          setState(response);
          return false;
        case 'invalid':
        case 'locked':
        case 'forbidden':
          setState(response);
          return false;
        case 'signedOut':
        case 'offline':
        case 'failed':
          setState(response);
          retry.current = setTimeout(() => void flushRef.current(), RETRY_MS);
          return false;
      }
    }
    return true;
  }, [draft]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(pause.current);
    clearTimeout(retry.current);
    running.current ??= drain().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [drain]);
  const flushRef = useRef(flush);
  flushRef.current = flush;

  /** Notes new values; `now` sends them without waiting for a pause in typing. */
  const change = useCallback(
    (values: AnswerFormValues, now: boolean) => {
      pending.current = values;
      draft.write(values);
      setState((current) =>
        current.kind === 'conflict' || current.kind === 'locked' ? current : { kind: 'dirty' },
      );
      clearTimeout(pause.current);
      pause.current = setTimeout(() => void flush(), now ? 0 : TYPING_PAUSE_MS);
    },
    [draft, flush],
  );

  /** Settles a conflict in favour of the given values on top of the version that was shown. */
  const settle = useCallback(
    (onVersion: number, values: AnswerFormValues | null) => {
      version.current = onVersion;
      pending.current = values;
      if (values === null) {
        draft.clear();
        setState({ kind: 'saved', at: new Date().toISOString() });
      } else void flush();
    },
    [draft, flush],
  );

  useEffect(() => {
    const wake = () => {
      if (pending.current) void flushRef.current();
    };
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    return () => {
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      clearTimeout(retry.current);
      wake();
    };
  }, []);

  return { state, change, flush, settle, draft };
}

async function send(
  url: string,
  values: AnswerFormValues,
  version: number,
): Promise<SaveResponse | { readonly kind: 'offline' } | { readonly kind: 'failed' }> {
  const body = new FormData();
  body.set('version', String(version));
  body.set('level', values.level ?? '');
  body.set('justification', values.justification);
  body.set('note', values.note);
  body.set('personInCharge', values.personInCharge);
  if (values.discuss) body.set('discuss', 'on');
  values.evidence.forEach((row, index) => {
    body.set(`evidence.${String(index)}.url`, row.url);
    body.set(`evidence.${String(index)}.caption`, row.caption);
  });
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', body, keepalive: true });
  } catch {
    return { kind: 'offline' };
  }
  try {
    return saveResponseSchema.parse(await response.json());
  } catch {
    return { kind: 'failed' };
  }
}

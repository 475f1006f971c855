/** Sends what the buttons of the remote say, one after the other, and does not give up while the server is away. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { askServer, retryPause } from '~/ui/askServer';
import { NO_ORDERS, ownVersionFor, withOrder } from './ownOrders';
import { parseRemote, type RemoteView } from './remote';

/** A command that could not be sent for so long would surprise everybody. */
const PATIENCE_MS = 60_000;

export type Notice = 'stale' | 'tooMany' | 'unknownAgency' | 'locked' | 'refused';

/** What an answer can say besides that it is done. */
const SAID = ['stale', 'tooMany', 'unknownAgency', 'locked'] as const;

export interface Commands {
  readonly send: (form: FormData) => void;
  /** Something is on its way. */
  readonly isSending: boolean;
  readonly notice: Notice | null;
}

interface Waiting {
  readonly form: FormData;
  readonly since: number;
}

/**
 * @param address takes the forms and answers with the remote as it stands then
 * @param accept is handed that answer
 */
export function useCommands(address: string, accept: (view: RemoteView) => void): Commands {
  const [isSending, setIsSending] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const queue = useRef<Waiting[]>([]);
  const isBusy = useRef(false);
  const isGone = useRef(false);
  /** A second tap on the same button is no news, and another button follows what was pressed before it. */
  const own = useRef(NO_ORDERS);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const work = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setIsSending(true);
    let failures = 0;
    for (let next = queue.current[0]; next && !isGone.current; next = queue.current[0]) {
      const follows = ownVersionFor(own.current, next.form);
      if (follows !== null) next.form.set('seen', String(follows));
      const answer = await post(address, next.form);
      failures = answer === 'away' ? failures + 1 : 0;
      if (answer === 'away' && Date.now() - next.since < PATIENCE_MS) {
        const pause = retryPause(failures);
        await new Promise((resolve) => window.setTimeout(resolve, pause));
        continue;
      }
      queue.current.shift();
      if (answer === 'away') continue;
      if (answer === 'refused') {
        setNotice('refused');
        continue;
      }
      const { version } = answer.view.behind;
      const isNews = answer.kind !== 'stale' || version !== own.current.to;
      if (answer.kind === 'done') own.current = withOrder(own.current, next.form, version);
      setNotice(answer.kind === 'done' || !isNews ? null : answer.kind);
      accept(answer.view);
    }
    isBusy.current = false;
    setIsSending(false);
  }, [address, accept]);

  const send = useCallback(
    (form: FormData) => {
      queue.current.push({ form, since: Date.now() });
      void work();
    },
    [work],
  );
  return { send, isSending, notice };
}

type Answer =
  'away' | 'refused' | { readonly kind: 'done' | Exclude<Notice, 'refused'>; readonly view: RemoteView };

async function post(address: string, form: FormData): Promise<Answer> {
  const options = { method: 'POST', body: form, headers: { Accept: 'application/json' } };
  return askServer(address, options, async (response): Promise<Answer> => {
    if (response.status >= 500) return 'away';
    if (
      response.redirected ||
      response.status === 401 ||
      response.status === 403 ||
      response.status === 404
    ) {
      return 'refused';
    }
    const body: unknown = await response.json();
    const view = typeof body === 'object' && body !== null && 'view' in body ? parseRemote(body.view) : null;
    const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : null;
    if (!view) return 'refused';
    return { view, kind: SAID.find((one) => one === kind) ?? 'done' };
  }).catch(() => 'away');
}

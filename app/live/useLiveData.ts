/**
 * For screens that must never fall over: keeps data fetched from an address fresh, and keeps the last good data on the
 * screen while the network or the server is away.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { askServer, retryPause } from '~/ui/askServer';
import type { LiveEvent } from './liveEvents';
import type { LiveState } from './line';
import { useLive } from './useLive';

/** Figures are fetched at most this often; what the remote or a vote did is fetched at once. */
const PAUSE_MS = 400;

export interface LiveData<T> {
  readonly data: T;
  readonly connection: LiveState;
  /** The server refuses the address now: the link or the sign-in is no longer valid. */
  readonly isRefused: boolean;
  /** Takes data that came on another way, the answer to a command for example. */
  readonly accept: (fresh: T) => void;
}

/**
 * @param options.address gives the data as JSON
 * @param options.parse reads it; null where it is not understood (a newer server), which keeps the old data
 * @param options.initial what the page's loader brought
 * @param options.asOf the newest event that some data stands on; data never goes back
 * @param options.concerns whether an event changes the data
 */
export function useLiveData<T>(options: {
  readonly address: string;
  readonly stream: string;
  readonly initial: T;
  readonly parse: (value: unknown) => T | null;
  readonly asOf: (data: T) => number;
  readonly concerns: (event: LiveEvent) => boolean;
}): LiveData<T> {
  const [fetched, setFetched] = useState<T | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  /** How often in a row nothing could be fetched. */
  const [failures, setFailures] = useState(0);
  const current = useRef(options);
  const timer = useRef<number | undefined>(undefined);
  const isFetching = useRef(false);
  /** How often data was asked for; a rise during a fetch means that its answer may be old. */
  const wanted = useRef(0);
  const lastFetch = useRef(0);
  useEffect(() => {
    current.current = options;
  });

  const accept = useCallback((fresh: T) => {
    const { asOf } = current.current;
    setFetched((known) => (known !== null && asOf(known) > asOf(fresh) ? known : fresh));
  }, []);

  const fetchNow = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    wanted.current += 1;
    if (isFetching.current) return;
    isFetching.current = true;
    const asked = wanted.current;
    lastFetch.current = Date.now();
    const { address, parse } = current.current;
    const options = { cache: 'no-store', headers: { Accept: 'application/json' } } as const;
    const isAway = await askServer(address, options, async (response) => {
      setIsRefused(response.status === 403 || response.status === 404 || response.redirected);
      if (response.ok && !response.redirected) {
        const fresh = parse(await response.json());
        if (fresh !== null) accept(fresh);
      }
      return response.status >= 500;
    }).catch(() => true);
    isFetching.current = false;
    setFailures((before) => (isAway ? before + 1 : 0));
    if (!isAway && wanted.current > asked) timer.current = window.setTimeout(() => void fetchNow(), 0);
  }, [accept]);
  useEffect(() => {
    if (failures === 0) return undefined;
    const again = window.setTimeout(() => void fetchNow(), retryPause(failures));
    return () => window.clearTimeout(again);
  }, [failures, fetchNow]);

  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (!current.current.concerns(event)) return;
      if (event.type === 'projector' || event.type === 'vote') void fetchNow();
      else {
        timer.current ??= window.setTimeout(
          () => void fetchNow(),
          Math.max(0, lastFetch.current + PAUSE_MS - Date.now()),
        );
      }
    },
    [fetchNow],
  );
  const data =
    fetched !== null && options.asOf(fetched) >= options.asOf(options.initial) ? fetched : options.initial;
  const connection = useLive({
    stream: options.stream,
    since: options.asOf(data),
    followsScreen: true,
    onEvent,
  });
  const wasLost = useRef(false);
  useEffect(() => {
    if (connection === 'lost') wasLost.current = true;
    if ((connection !== 'open' && connection !== 'asking') || !wasLost.current) return;
    wasLost.current = false;
    void fetchNow();
  }, [connection, fetchNow]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { data, connection: failures > 0 ? 'lost' : connection, isRefused, accept };
}

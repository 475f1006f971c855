/** For pages whose figures come from their loader: asks it again when something happens in the Rakerda. */
import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isServerThere, retryPause } from '~/ui/askServer';
import type { LiveState } from './line';
import type { LiveEvent } from './liveEvents';
import { rakerdaStream, useLive } from './useLive';

/** However much happens, the loader is asked at most this often. */
const PAUSE_MS = 1500;

/** What most pages show: levels, states, and the Rakerda itself. */
export function isAboutFigures(event: LiveEvent): boolean {
  return (
    event.type === 'level' || event.type === 'state' || (event.type === 'hint' && event.about === 'rakerda')
  );
}

/**
 * Keeps a page's loader data fresh while it is open.
 * @param since sequence number that the loader's data stands on
 * @param concerns whether an event changes what the page shows; the figures where left out. Keep it the same function.
 * @param pauseMs the loader is asked at most this often
 * @returns how the connection stands, for the live marker
 */
export function useLiveRevalidation(
  rakerdaId: string,
  since: number,
  concerns: (event: LiveEvent) => boolean = isAboutFigures,
  pauseMs: number = PAUSE_MS,
): LiveState {
  const { revalidate } = useRevalidator();
  const asked = useRef(0);
  const waiting = useRef<number | undefined>(undefined);
  const isGone = useRef(false);
  /** Something happened that the page could not fetch yet. */
  const [isBehind, setIsBehind] = useState(false);

  const ask = useCallback(
    (inMs: number, failures = 0) => {
      waiting.current = window.setTimeout(() => {
        // A loader asked while the server is away would take the page down with it.
        void isServerThere().then((isThere) => {
          if (isGone.current) return;
          setIsBehind(!isThere);
          if (!isThere) return ask(retryPause(failures + 1), failures + 1);
          waiting.current = undefined;
          asked.current = Date.now();
          revalidate();
        });
      }, inMs);
    },
    [revalidate],
  );
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (waiting.current !== undefined || !concerns(event)) return;
      ask(Math.max(0, asked.current + pauseMs - Date.now()));
    },
    [ask, concerns, pauseMs],
  );
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      window.clearTimeout(waiting.current);
    };
  }, []);
  const connection = useLive({ stream: rakerdaStream(rakerdaId), since, onEvent });
  return isBehind ? 'lost' : connection;
}

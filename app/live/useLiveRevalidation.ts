/** For pages whose figures come from their loader: asks it again when something happens in the Rakerda. */
import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import type { LiveEvent } from './events';
import { type LiveState, useLive } from './useLive';

/** However much happens, the loader is asked at most this often. */
const PAUSE_MS = 1500;

/**
 * Keeps a page's loader data fresh while it is open.
 * @param since sequence number that the loader's data stands on
 * @returns how the connection stands, for the live marker
 */
export function useLiveRevalidation(rakerdaId: string, since: number): LiveState {
  const { revalidate } = useRevalidator();
  const asked = useRef(0);
  const waiting = useRef<number | undefined>(undefined);

  const onEvent = useCallback(
    (_event: LiveEvent) => {
      if (waiting.current !== undefined) return;
      const pause = Math.max(0, asked.current + PAUSE_MS - Date.now());
      waiting.current = window.setTimeout(() => {
        waiting.current = undefined;
        asked.current = Date.now();
        revalidate();
      }, pause);
    },
    [revalidate],
  );
  useEffect(() => () => window.clearTimeout(waiting.current), []);
  return useLive({ rakerdaId, since, onEvent });
}

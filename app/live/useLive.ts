/** The browser's end of the live stream. */
import { useEffect, useRef, useState } from 'react';
import { rakerdaPath } from '~/paths';
import { useAccount } from '~/ui';
import type { LiveState } from './line';
import { listen } from './liveConnection';
import type { LiveEvent } from './liveEvents';

/** The stream of a Rakerda for those who are signed in. */
export function rakerdaStream(rakerdaId: string): string {
  return rakerdaPath(rakerdaId, 'stream');
}

/**
 * Calls back with everything that happens after `since`, in order, each event once. The browser reconnects and resumes
 * by itself.
 * @param options.stream address of the stream, see {@link rakerdaStream}; null to listen to nothing
 * @param options.since sequence number that the page's own data stands on; a newer one after a reload moves it forward
 * @param options.followsScreen the page shows what the hall sees: it is told of every change of an answer
 * @returns how the connection stands, for the live marker
 */
export function useLive(options: {
  readonly stream: string | null;
  readonly since: number;
  readonly followsScreen?: boolean;
  readonly onEvent: (event: LiveEvent) => void;
}): LiveState {
  const { stream, since, followsScreen = false } = options;
  const account = useAccount();
  const [state, setState] = useState<LiveState>('connecting');
  const onEvent = useRef(options.onEvent);
  const last = useRef({ stream, seq: since });
  useEffect(() => {
    onEvent.current = options.onEvent;
    const seq = last.current.stream === stream ? Math.max(last.current.seq, since) : since;
    last.current = { stream, seq };
  });
  // Declared after the effect above, so that it starts from where the page's data stands.
  useEffect(() => {
    if (stream === null) return undefined;
    return listen(stream, account, {
      since: () => last.current.seq,
      followsScreen,
      onEvent: (event) => {
        if (event.type !== 'presence') {
          if (event.seq <= last.current.seq) return;
          last.current = { stream, seq: event.seq };
        }
        onEvent.current(event);
      },
      onState: setState,
    });
  }, [stream, account, followsScreen]);
  return state;
}

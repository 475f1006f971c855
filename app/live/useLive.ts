/** The browser's end of the live stream. */
import { useEffect, useRef, useState } from 'react';
import { LIVE_EVENT_TYPES, type LiveEvent, parseLiveEvent } from './events';

export type LiveState = 'connecting' | 'open' | 'lost';

/** A page nobody looks at gives its connection back after this long: browsers allow six per server. */
const HIDDEN_MS = 30_000;
/** First and longest pause after the browser itself gave up (signed out, server away behind a proxy). */
const RETRY_MS = { first: 3000, longest: 60_000 };

/**
 * Calls back with everything that happens in the Rakerda after `since`, in order, each event once.
 * The browser reconnects and resumes by itself.
 * @param since sequence number that the page's own data stands on; a newer one after a reload moves it forward
 * @returns how the connection stands, for {@link LiveMarker}
 */
export function useLive(options: {
  readonly rakerdaId: string;
  readonly since: number;
  readonly onEvent: (event: LiveEvent) => void;
}): LiveState {
  const { rakerdaId, since } = options;
  const [state, setState] = useState<LiveState>('connecting');
  const onEvent = useRef(options.onEvent);
  const last = useRef({ rakerdaId, seq: since });
  useEffect(() => {
    onEvent.current = options.onEvent;
    const seq = last.current.rakerdaId === rakerdaId ? Math.max(last.current.seq, since) : since;
    last.current = { rakerdaId, seq };
  });
  // Declared after the effect above, so that it starts from where the page's data stands.
  useEffect(
    () =>
      connect(
        () => `/rakerda/${encodeURIComponent(rakerdaId)}/langsung?sejak=${String(last.current.seq)}`,
        (event) => {
          if (event.seq <= last.current.seq) return;
          last.current = { rakerdaId, seq: event.seq };
          onEvent.current(event);
        },
        setState,
      ),
    [rakerdaId],
  );
  return state;
}

function connect(
  address: () => string,
  onEvent: (event: LiveEvent) => void,
  onState: (state: LiveState) => void,
): () => void {
  let source: EventSource | null = null;
  let retry: number | undefined;
  let hide: number | undefined;
  let pause = RETRY_MS.first;

  const close = () => {
    window.clearTimeout(retry);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    const opened = new EventSource(address());
    source = opened;
    opened.onopen = () => {
      pause = RETRY_MS.first;
      onState('open');
    };
    opened.onerror = () => {
      onState('lost');
      if (opened.readyState !== EventSource.CLOSED) return;
      close();
      retry = window.setTimeout(open, pause);
      pause = Math.min(pause * 2, RETRY_MS.longest);
    };
    for (const type of LIVE_EVENT_TYPES) {
      opened.addEventListener(type, (message) => {
        const event = parseLiveEvent(String(message.data));
        if (event) onEvent(event);
      });
    }
  };
  const onVisibility = () => {
    window.clearTimeout(hide);
    if (document.visibilityState === 'hidden') {
      hide = window.setTimeout(close, HIDDEN_MS);
    } else if (!source) {
      onState('connecting');
      open();
    }
  };

  open();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.clearTimeout(hide);
    close();
  };
}

/** Keeps a comparison moving: applies what happens, marks who moved, and says so. */
import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type LiveEvent, type LiveState, rakerdaStream, useLive } from '~/live';
import type { ComparedAgency } from './comparedAgency';
import { applyEvents, type FigureEvent } from './applyEvents';

/** How long an agency stays marked. */
const MARK_MS = 5000;
/** Shortest pause between two reloads: an unknown agency, and a ranking too large to be kept in the browser. */
const RELOAD_MS = { known: 1000, wide: 5000 };
/** More remembered events than this are folded into fresh data. */
const REMEMBERED = 300;

export interface LiveComparison {
  readonly agencies: readonly ComparedAgency[];
  /** Codes of the agencies that moved in the last seconds. */
  readonly moved: ReadonlySet<string>;
  readonly connection: LiveState;
}

const NOBODY: ReadonlySet<string> = new Set();

export function useLiveComparison(view: {
  readonly rakerda: { readonly id: string };
  readonly agencies: readonly ComparedAgency[];
  readonly asOf: number;
  readonly wide: unknown;
}): LiveComparison {
  const [events, setEvents] = useState<readonly FigureEvent[]>([]);
  const [moved, setMoved] = useState(NOBODY);
  /** When the Rakerda itself was last changed: who takes part may be others. */
  const [changedAt, setChangedAt] = useState(0);
  const asOf = useRef(view.asOf);
  const fading = useRef(new Map<string, number>());
  useEffect(() => {
    asOf.current = view.asOf;
  }, [view.asOf]);

  const onEvent = useCallback((event: LiveEvent) => {
    if (event.type === 'hint' && event.about === 'rakerda') setChangedAt(event.seq);
    if (event.type !== 'level' && event.type !== 'state') return;
    setEvents((known) => [...known.filter((older) => older.seq > asOf.current), event]);
    setMoved((codes) => new Set(codes).add(event.agency));
    window.clearTimeout(fading.current.get(event.agency));
    fading.current.set(
      event.agency,
      window.setTimeout(() => {
        fading.current.delete(event.agency);
        setMoved((codes) => new Set([...codes].filter((code) => code !== event.agency)));
      }, MARK_MS),
    );
  }, []);
  useEffect(() => {
    const timers = fading.current;
    return () => {
      for (const timer of timers.values()) window.clearTimeout(timer);
    };
  }, []);

  const connection = useLive({ stream: rakerdaStream(view.rakerda.id), since: view.asOf, onEvent });
  const applied = useMemo(
    () => applyEvents(view.agencies, events, view.asOf),
    [view.agencies, view.asOf, events],
  );
  const isWide = view.wide !== null;
  const hasNews = events.some((event) => event.seq > view.asOf);
  useReload(
    // Without a connection a reload would fail and take the page with it.
    connection === 'open' &&
      (applied.needsReload || changedAt > view.asOf || (isWide && hasNews) || events.length > REMEMBERED),
    isWide ? RELOAD_MS.wide : RELOAD_MS.known,
    view.asOf,
  );
  return { agencies: applied.agencies, moved, connection };
}

/** Loads the page's data again while it is wanted, never twice within `pauseMs`. */
function useReload(isWanted: boolean, pauseMs: number, asOf: number): void {
  const { revalidate, state } = useRevalidator();
  const last = useRef(0);
  useEffect(() => {
    if (!isWanted || state !== 'idle') return;
    const timer = window.setTimeout(
      () => {
        last.current = Date.now();
        revalidate();
      },
      Math.max(0, last.current + pauseMs - Date.now()),
    );
    return () => window.clearTimeout(timer);
  }, [isWanted, pauseMs, asOf, state, revalidate]);
}

/** Keeps the monitor fresh: screens that come and go at once, the rest from the loader, at most once a second. */
import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { type LiveEvent, type LiveState, rakerdaStream, useLive, useLiveRevalidation } from '~/live';
import type { MonitorRow } from './monitor';
import type { MonitorPage } from './monitorPage';

const PAUSE_MS = 1000;
const TICK_MS = 10_000;

function isAboutMonitor(event: LiveEvent): boolean {
  return (
    event.type === 'level' ||
    event.type === 'state' ||
    event.type === 'message' ||
    event.type === 'presence' ||
    (event.type === 'hint' && event.about === 'rakerda')
  );
}

/** @returns the page with the screens as they are now, its clock, and how the connection stands */
export function useLiveMonitor(page: MonitorPage): { page: MonitorPage; now: number; live: LiveState } {
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutMonitor, PAUSE_MS);
  const [heard, setHeard] = useState<{ since: number; screens: Readonly<Record<string, number>> }>({
    since: 0,
    screens: {},
  });
  useLive({
    stream: rakerdaStream(page.rakerda.id),
    since: page.asOf,
    onEvent: (event) => {
      if (event.type !== 'presence') return;
      setHeard((before) => ({
        since: page.now,
        screens: { ...(before.since === page.now && before.screens), [event.agency]: event.screens },
      }));
    },
  });
  // Screens that came or went while nobody listened are told by no event.
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (live === 'open') revalidate();
  }, [live, revalidate]);
  return {
    page: heard.since === page.now ? withScreens(page, heard.screens) : page,
    now: useClock(page.now),
    live,
  };
}

function withScreens(page: MonitorPage, heard: Readonly<Record<string, number>>): MonitorPage {
  const screens = { ...page.screens, ...heard };
  const fresh = (row: MonitorRow): MonitorRow => ({ ...row, screens: screens[row.agencyCode] ?? 0 });
  return {
    ...page,
    screens,
    tiles: { ...page.tiles, connected: Object.values(screens).filter((count) => count > 0).length },
    table: { ...page.table, rows: page.table.rows.map(fresh) },
    open: page.open && { ...page.open, row: fresh(page.open.row) },
  };
}

/** The server's clock, going on in the browser: a laptop whose own clock is wrong must not call anybody stuck. */
function useClock(serverNow: number): number {
  const [tick, setTick] = useState({ from: serverNow, passed: 0 });
  useEffect(() => {
    const start = performance.now();
    const timer = window.setInterval(
      () => setTick({ from: serverNow, passed: performance.now() - start }),
      TICK_MS,
    );
    return () => window.clearInterval(timer);
  }, [serverNow]);
  return serverNow + (tick.from === serverNow ? tick.passed : 0);
}

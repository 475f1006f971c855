/** Which screens of the hall are open, by what they say. Kept in memory: after a restart each says it again in seconds. */
import { randomBytes } from 'node:crypto';
import type { Db } from '#db/database';
import { findProjector } from './projectorRow.server';
import type { ScreenScope } from './picture.server';
import type { Screen } from './scene';
import { pageCount } from './scenePages';
import { chosenPage } from './scenes/scenePaging';
import { type KnownScreen, PLAIN_ID, reportIn, type ScreenReport, screenId, SILENT_MS } from './screenReport';

/** The link is public: whoever holds it must not fill the memory. */
const MOST_SCREENS = 20;
/** A lost screen is named for so long; then it was switched off. */
const FORGET_MS = 10 * 60_000;
/** A new scene takes a screen this long at most, where nothing is wrong. */
const FOLLOW_MS = 6000;

interface Heard {
  readonly report: ScreenReport;
  readonly heardAt: number;
  /** Since when it shows this scene. */
  readonly since: number;
  /** Since when it has not shown what the remote decided; null where it does. */
  readonly behindSince: number | null;
}

export class ScreenReports {
  private readonly halls = new Map<string, Map<string, Heard>>();

  /** @param now the clock, for tests */
  constructor(private readonly now: () => number = Date.now) {}

  /** @param version what the remote decided last */
  hear(rakerdaId: string, report: ScreenReport, version: number): void {
    const hall = this.halls.get(rakerdaId) ?? new Map<string, Heard>();
    this.halls.set(rakerdaId, hall);
    const now = this.now();
    const known = hall.get(report.id);
    if (!known) makeRoom(hall);
    hall.set(report.id, {
      report,
      heardAt: now,
      since: known?.report.scene === report.scene ? known.since : now,
      behindSince: report.version < version ? (known?.behindSince ?? now) : null,
    });
  }

  /** The screen was closed, as a person closes it. */
  leave(rakerdaId: string, id: string): void {
    this.halls.get(rakerdaId)?.delete(id);
  }

  /** The screens of a hall, those that were opened first at the front. */
  of(rakerdaId: string): readonly KnownScreen[] {
    const hall = this.halls.get(rakerdaId);
    if (!hall) return [];
    const now = this.now();
    for (const [id, { heardAt }] of hall) if (now - heardAt > FORGET_MS) hall.delete(id);
    if (hall.size === 0) this.halls.delete(rakerdaId);
    return [...hall].map(([id, heard]) => {
      const { scene, page, pages } = heard.report;
      const state = stateOf(heard, now);
      const since = new Date(state === 'lost' ? heard.heardAt : heard.since).toISOString();
      return { id, scene, page, pages, state, since };
    });
  }
}

function stateOf({ report, heardAt, behindSince }: Heard, now: number): KnownScreen['state'] {
  if (now - heardAt > SILENT_MS) return 'lost';
  if (behindSince !== null && now - behindSince > FOLLOW_MS) return 'behind';
  return report.face;
}

function makeRoom(hall: Map<string, Heard>): void {
  if (hall.size < MOST_SCREENS) return;
  const [oldest] = [...hall].sort(([, a], [, b]) => a.heardAt - b.heardAt);
  if (oldest) hall.delete(oldest[0]);
}

const reports = new WeakMap<Db, ScreenReports>();

function reportsOf(db: Db): ScreenReports {
  const known = reports.get(db) ?? new ScreenReports();
  reports.set(db, known);
  return known;
}

/** Takes down what a screen says in the address of its question. */
export async function hearScreen({ db, request, place }: ScreenScope): Promise<void> {
  const query = new URL(request.url).searchParams;
  const report = reportIn(query);
  if (!report) return;
  if (query.get('tutup') === '1') {
    reportsOf(db).leave(place.row.id, report.id);
    return;
  }
  const stored = await findProjector(db, place.row.id);
  reportsOf(db).hear(place.row.id, report, stored?.state.version ?? 0);
}

/**
 * A screen without scripts fetches its whole page every few seconds, under a name that its first page gave it: what it is
 * sent stands on it a moment later, so the question is its report. A page that is opened by the bare link says nothing:
 * where scripts run it reports itself.
 * @param screen what it is sent
 * @returns the name under which it asks the next time
 */
export function hearPlainScreen({ db, request, place }: ScreenScope, screen: Screen): string {
  const asked = screenId.safeParse(new URL(request.url).searchParams.get(PLAIN_ID));
  if (!asked.success) return randomBytes(12).toString('base64url');
  reportsOf(db).hear(place.row.id, reportOf(asked.data, screen), screen.version);
  return asked.data;
}

/** What stands on a screen that only draws what it is sent. */
function reportOf(id: string, screen: Screen): ScreenReport {
  const { content } = screen.picture;
  const pages = pageCount(content, screen.rakerda.timeZone);
  const past = screen.turnsSince === null ? 0 : Date.parse(screen.turnsSince);
  return {
    id,
    scene: content.scene,
    page: chosenPage(screen.page, Date.parse(screen.serverTime) - past, pages) + 1,
    pages,
    version: screen.version,
    face: screen.isBlank ? 'blank' : screen.isFrozen ? 'frozen' : 'shown',
  };
}

export function listScreens({ db, place }: Pick<ScreenScope, 'db' | 'place'>): readonly KnownScreen[] {
  return reportsOf(db).of(place.row.id);
}

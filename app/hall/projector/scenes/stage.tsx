/** What every part of a scene knows: the screen, whose size it is drawn for, and the server's clock. */
import { useSearchParams } from '@remix-run/react';
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useSection } from '~/i18n';
import { type ListPart, partOf } from '~/ui/listPart';
import type { AgencyMark, Screen } from '../scene';
import { chosenPage, pagesOf, PHONE_ROWS } from './scenePaging';
import { sceneWords } from './sceneWords';

export type Size = 'hall' | 'phone';

interface StageProps {
  readonly screen: Screen;
  readonly size: Size;
  /** Stands beside the clock: it has room of its own there and covers nothing. */
  readonly corner?: ReactNode;
  /** Below which address the arms of the Rakerda are found; left out where they are not drawn. */
  readonly armsBase?: string | undefined;
  /** A miniature beside other things: it does not move, and is no page of its own. */
  readonly isStill?: boolean;
}

interface Stage extends StageProps {
  /** Nothing moves. */
  readonly isCalm: boolean;
  /** Whether a scene stood here before: the first one is there with the page, and does not come in. */
  readonly hasDrawn: RefObject<boolean>;
}

const StageContext = createContext<Stage | null>(null);

export function StageProvider({
  screen,
  size,
  corner,
  armsBase,
  isStill = false,
  children,
}: StageProps & { readonly children: ReactNode }) {
  const hasDrawn = useRef(false);
  useEffect(() => {
    hasDrawn.current = true;
  }, []);
  const isCalm = isStill || screen.motion === 'calm';
  return (
    <StageContext.Provider value={{ screen, size, corner, armsBase, isStill, isCalm, hasDrawn }}>
      {children}
    </StageContext.Provider>
  );
}

export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('StageProvider is missing');
  return stage;
}

export function useWords() {
  return useSection(sceneWords);
}

/** A row names an agency by its place; a place that is not there is drawn like a hidden name. */
export function useMarkOf(): (agency: number) => AgencyMark {
  const { agencies } = useStage().screen.picture;
  return (agency) =>
    agencies[agency] ?? { key: `?${String(agency)}`, name: null, isOwn: false, isFocused: false };
}

/**
 * Something read from the server's clock, looked at every second. The laptop's own clock only counts the time since
 * the screen came. The first value is the one of the server's HTML.
 */
export function useClock<Value extends string | number>(read: (now: number) => Value): Value {
  const { serverTime } = useStage().screen;
  const [now, setNow] = useState(() => Date.parse(serverTime));
  useEffect(() => {
    const difference = Date.parse(serverTime) - Date.now();
    const tick = () => setNow(Date.now() + difference);
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 1000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [serverTime]);
  return read(now);
}

/** The page that stands: the remote's, else the one whose turn it is since the scene began. */
export function useChosenPage(pages: number): number {
  const { page, turnsSince } = useStage().screen;
  const start = turnsSince === null ? 0 : Date.parse(turnsSince);
  return useClock((now) => chosenPage(page, now - start, pages));
}

export interface Paged<Row> {
  /** The rows to draw: one page in the hall, a part of a long list on a phone. */
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  /** The picture of all agencies stands (hall: instead of rows, as the first page; phone: above them). */
  readonly showsOverview: boolean;
  /** Most rows that a page of this scene has: pages keep the same row height. */
  readonly longest: number;
  /** What a phone shows of a list; null in the hall. */
  readonly part: ListPart<unknown> | null;
}

/**
 * The rows of a scene that are drawn: in the hall a page of them, turned by the remote where it names one, else by the
 * clock; on a phone, of a long list, a part that its reader turns and searches, the own agency first.
 */
export function usePaged<Row extends { readonly agency: number }>(
  rows: readonly Row[],
  most: number,
  hasOverview = false,
): Paged<Row> {
  const { size } = useStage();
  const pages = rows.length === 0 && hasOverview ? [] : pagesOf(rows, most);
  const count = pages.length + (hasOverview ? 1 : 0);
  const page = useChosenPage(count);
  const part = usePhonePart(rows);
  const longest = Math.max(0, ...pages.map(({ length }) => length));
  if (size === 'phone') {
    return {
      rows: part.items.map(({ row }) => row),
      page: 0,
      pages: 1,
      showsOverview: hasOverview && part.page === 1 && part.search === '',
      longest,
      part,
    };
  }
  const place = hasOverview ? page - 1 : page;
  return {
    rows: pages[place] ?? [],
    page,
    pages: count,
    showsOverview: hasOverview && page === 0,
    longest,
    part: null,
  };
}

function usePhonePart<Row extends { readonly agency: number }>(rows: readonly Row[]) {
  const markOf = useMarkOf();
  const [asked] = useSearchParams();
  const named = rows.map((row) => ({ row, agencyName: markOf(row.agency).name ?? '' }));
  const isOwn = ({ row }: { readonly row: Row }) => markOf(row.agency).isOwn;
  const ordered =
    rows.length > PHONE_ROWS ? [...named.filter(isOwn), ...named.filter((one) => !isOwn(one))] : named;
  const part = partOf(ordered, asked, PHONE_ROWS);
  return { ...part, isLong: rows.length > PHONE_ROWS };
}

import { useLocation } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import { useFormat, useSection } from '~/i18n';
import { ListPages, ListSearch } from '~/ui';
import { nameAlone, nameBeside } from './eventName';
import { headlineOf } from './headlines';
import { headlineWords } from './headlineWords';
import type { Paged } from './stage';
import { useClock, useMarkOf, useStage, useWords } from './stage';
import { useMotion } from './useMotion';

/** Where a turned page of a long list begins. */
const PHONE_ID = 'adegan-ponsel';

/** What a longer sentence is set in, so that it mostly has room in one line: first on the narrower screens. */
function sizeOf(sentence: string): string {
  if (sentence.length <= 40) return 'text-2xl/(--hall-line)';
  if (sentence.length <= 48) return 'text-xl/(--hall-line) wide:text-2xl/(--hall-line)';
  return sentence.length <= 56
    ? 'text-lg/(--hall-line) wide:text-2xl/(--hall-line)'
    : 'text-lg/(--hall-line) wide:text-xl/(--hall-line)';
}

interface FrameProps {
  /** What the scene is called: the small line, where its figures have something to say. */
  readonly title: string;
  readonly paged?: Pick<Paged<unknown>, 'page' | 'pages'> & Partial<Pick<Paged<unknown>, 'part'>>;
  /** Changes where another picture stands on the same page. */
  readonly drawing?: string;
  /** The picture fills the screen to its last line: the name of the Rakerda takes no second one. */
  readonly isDense?: boolean;
  /** One quiet line under the picture. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** What is around every scene: which Rakerda, what time, whether the figures are invented, and what is shown. */
export function Frame(props: FrameProps) {
  return useStage().size === 'hall' ? <HallFrame {...props} /> : <PhoneFrame {...props} />;
}

function HallFrame({ title, paged, drawing = '', isDense = false, footer, children }: FrameProps) {
  const { screen, corner, isStill, isCalm } = useStage();
  const Main = isStill ? 'div' : 'main';
  const Heading = isStill ? 'p' : 'h1';
  const { rakerda, picture } = screen;
  const headline = useHeadline();
  const beside = nameBeside(rakerda.name, title, {
    isDemo: rakerda.isDemo,
    hasPages: paged !== undefined && paged.pages > 1,
    isDense,
  });
  const root = useRef<HTMLDivElement>(null);
  useMotion(root, `${String(paged?.page ?? 0)} ${drawing}`);
  return (
    <div
      ref={root}
      data-motion={isCalm ? 'calm' : 'full'}
      data-scene={isStill ? undefined : picture.content.scene}
      data-page={(paged?.page ?? 0) + 1}
      data-pages={paged?.pages ?? 1}
      className="hall flex h-full w-full flex-col gap-2 overflow-hidden bg-canvas px-6 pt-3 pb-2 text-ink"
    >
      <header>
        <div className="flex items-start justify-between gap-6 text-sm text-muted">
          <p className="flex min-w-0 items-start gap-3">
            {headline === null ? null : <span className="line-clamp-2 font-semibold text-ink">{title}</span>}
            {headline === null ? (
              <span className="line-clamp-2 text-balance">{nameAlone(rakerda.name)}</span>
            ) : beside === null ? null : (
              // On a projector of 4:3 there is no room for it beside the scene's own name.
              <span
                className={`hidden min-w-[6em] flex-1 text-balance ${isDense ? 'wide:line-clamp-1' : 'wide:line-clamp-2'}`}
              >
                · {beside}
              </span>
            )}
          </p>
          <p className="flex shrink-0 items-center gap-4">
            {corner}
            {paged && paged.pages > 1 ? <PageSign {...paged} /> : null}
            <DemoSign />
            <Clock />
          </p>
        </div>
        <Heading
          data-enter
          data-headline
          className={`line-clamp-2 font-bold text-brand ${sizeOf(headline ?? title)}`}
        >
          {headline ?? title}
        </Heading>
      </header>
      <Main data-enter className="flex min-h-0 flex-1 flex-col">
        {children}
      </Main>
      {footer ? <footer className="text-sm text-muted">{footer}</footer> : null}
    </div>
  );
}

function PhoneFrame({ title, paged, footer, children }: FrameProps) {
  const { screen } = useStage();
  const { pathname } = useLocation();
  const part = paged?.part?.isLong ? paged.part : null;
  const headline = useHeadline();
  const root = useRef<HTMLElement>(null);
  // On a phone a turned page or another scene just stands there: its reader scrolls.
  useMotion(root, '');
  return (
    <section ref={root} data-motion={screen.motion} id={PHONE_ID} className="space-y-4">
      <header className="space-y-1">
        <DemoSign />
        {headline === null ? null : <p className="font-semibold text-muted">{title}</p>}
        <h2 data-headline className="text-2xl font-bold text-brand-strong">
          {headline ?? title}
        </h2>
      </header>
      <OwnLeftOut />
      {part ? <ListSearch part={part} path={pathname} anchor={PHONE_ID} /> : null}
      {children}
      {part ? <ListPages part={part} path={pathname} anchor={PHONE_ID} /> : null}
      {footer ? <footer className="text-sm text-muted">{footer}</footer> : null}
    </section>
  );
}

/** Who has no row for want of a figure is told so: nobody should look through a list for themselves in vain. */
function OwnLeftOut() {
  const name = useStage().screen.picture.ownLeftOut;
  const text = useWords();
  if (name === undefined) return null;
  return (
    <p
      data-own-left-out
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-brand-soft p-3 outline-2 -outline-offset-2 outline-brand"
    >
      <span className="font-semibold">{name}</span>
      <OwnSign />
      <span className="ml-auto text-muted">{text.noFigure}</span>
    </p>
  );
}

/** Marks the viewer's own agency. */
export function OwnSign() {
  const text = useWords();
  return (
    <span className="rounded-md bg-brand px-2 text-sm font-bold whitespace-nowrap text-on-brand">
      {text.you}
    </span>
  );
}

/** What the facilitator wrote, else what the figures say, as far as this viewer may know; null where that is nothing yet. */
function useHeadline(): string | null {
  const { picture, headline } = useStage().screen;
  const { content } = picture;
  const markOf = useMarkOf();
  const words = useSection(headlineWords);
  const format = useFormat();
  const told = headlineOf(content, {
    words,
    nameOf: (agency) => markOf(agency).name,
    figure: format.figure,
    number: format.number,
  });
  return headline ?? told;
}

export function DemoSign() {
  const { isDemo } = useStage().screen.rakerda;
  const text = useWords();
  if (!isDemo) return null;
  return (
    <strong className="inline-block rounded-md border border-accent bg-accent-soft px-2 font-bold whitespace-nowrap text-accent">
      {text.demo}
    </strong>
  );
}

export function Clock() {
  const { timeZone } = useStage().screen.rakerda;
  const format = useFormat();
  const time = useClock((now) => format.time(new Date(now).toISOString(), timeZone));
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums">
      {time}
    </span>
  );
}

function PageSign({ page, pages }: { readonly page: number; readonly pages: number }) {
  const text = useWords();
  const format = useFormat();
  return (
    <span translate="no" className="font-semibold whitespace-nowrap text-ink tabular-nums">
      {text.pageOf({ page: format.number(page + 1), pages: format.number(pages) })}
    </span>
  );
}

/** Where nobody has a figure: of how many there is none, and nothing else. */
export function NothingOf({ without }: { readonly without: number }) {
  const text = useWords();
  const format = useFormat();
  return (
    <Nothing>{without === 0 ? text.nothing : text.nothingOf({ agencies: format.number(without) })}</Nothing>
  );
}

/** A sentence where a picture would be. */
export function Nothing({ children }: { readonly children: string }) {
  return (
    <p className="text-lg text-muted hall:flex hall:flex-1 hall:items-center hall:justify-center hall:text-3xl">
      {children}
    </p>
  );
}

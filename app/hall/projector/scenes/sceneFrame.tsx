import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat } from '~/i18n';
import { ListPages, ListSearch } from '~/ui';
import type { Paged } from './stage';
import { useClock, useStage, useWords } from './stage';

/** Where a turned page of a long list begins. */
const PHONE_ID = 'adegan-ponsel';

interface FrameProps {
  /** Says what is being shown. */
  readonly title: string;
  readonly paged?: Pick<Paged<unknown>, 'page' | 'pages'> & Partial<Pick<Paged<unknown>, 'part'>>;
  /** One quiet line under the picture. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** What is around every scene: which Rakerda, what time, whether the figures are invented, and what is shown. */
export function Frame(props: FrameProps) {
  return useStage().size === 'hall' ? <HallFrame {...props} /> : <PhoneFrame {...props} />;
}

function HallFrame({ title, paged, footer, children }: FrameProps) {
  const { screen, corner } = useStage();
  const { rakerda, picture } = screen;
  return (
    <div
      data-scene={picture.content.scene}
      data-page={(paged?.page ?? 0) + 1}
      data-pages={paged?.pages ?? 1}
      className="hall flex h-dvh w-full flex-col gap-2 overflow-hidden bg-canvas px-6 pt-3 pb-2 text-ink"
    >
      <header>
        <div className="flex items-start justify-between gap-6 text-sm text-muted">
          <p className="line-clamp-2">{rakerda.name}</p>
          <p className="flex shrink-0 items-center gap-4">
            {corner}
            <DemoSign />
            <Clock />
          </p>
        </div>
        <div className="flex items-center justify-between gap-6">
          <h1 className="line-clamp-2 text-2xl/(--hall-line) font-bold text-brand">{title}</h1>
          {paged && paged.pages > 1 ? <PageSign {...paged} /> : null}
        </div>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">{children}</main>
      {footer ? <footer className="text-sm text-muted">{footer}</footer> : null}
    </div>
  );
}

function PhoneFrame({ title, paged, footer, children }: FrameProps) {
  const { pathname } = useLocation();
  const part = paged?.part?.isLong ? paged.part : null;
  return (
    <section id={PHONE_ID} className="space-y-4">
      <header className="space-y-1">
        <DemoSign />
        <h2 className="text-2xl font-bold text-brand-strong">{title}</h2>
      </header>
      {part ? <ListSearch part={part} path={pathname} /> : null}
      {children}
      {part ? <ListPages part={part} path={pathname} anchor={PHONE_ID} /> : null}
      {footer ? <footer className="text-sm text-muted">{footer}</footer> : null}
    </section>
  );
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
  const words = { page: format.number(page + 1), pages: format.number(pages) };
  return (
    <p translate="no" className="shrink-0 text-xl font-semibold text-muted tabular-nums">
      <span aria-hidden="true">
        {words.page}/{words.pages}
      </span>
      <span className="sr-only">{text.pageOf(words)}</span>
    </p>
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

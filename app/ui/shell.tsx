/** The frame around every page: skip link, product name, navigation, language and theme. */
import { Link, NavLink, useLocation } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import { useLocale, useText } from '~/i18n';
import type { Theme } from '~/i18n/locale.server';
import { Badge } from './badge';
import { dropAllKept } from './keptInput';
import { useClosingMenus, useFocusAfterMove } from './shellBehaviour';

export interface ShellActor {
  readonly name: string;
  readonly roleLabel: string;
  readonly agencyName: string | null;
}

export interface ShellLink {
  readonly to: string;
  readonly label: string;
}

export function Shell(props: {
  actor: ShellActor | null;
  links: readonly ShellLink[];
  theme: Theme;
  /** Stands under the header of every page. */
  notice?: ReactNode;
  children: ReactNode;
}) {
  const text = useText();
  const main = useRef<HTMLElement>(null);
  useClosingMenus();
  useFocusAfterMove(main);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#isi"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-lg focus:bg-surface focus:p-3"
      >
        {text.skipToContent}
      </a>
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1 sm:gap-x-6 sm:px-6 sm:py-2">
          <Link
            to="/"
            className="flex min-h-11 items-center gap-2 font-bold text-ink no-underline sm:text-lg"
          >
            <img src="/icon.svg" alt="" width="28" height="28" />
            {/* Beside links and menus a phone has no room for it; the sign says it too. */}
            <span className={props.links.length > 0 ? 'max-sm:sr-only' : ''}>{text.productName}</span>
          </Link>
          {props.links.length > 0 ? (
            // More than one link has a line of its own on a phone, below: a third would take the page's own place.
            <nav
              aria-label={text.mainNavigation}
              className={
                props.links.length > 1
                  ? 'max-sm:order-last max-sm:-mx-1.5 max-sm:basis-full max-sm:text-sm'
                  : ''
              }
            >
              <ul className="flex flex-wrap sm:gap-x-1">
                {props.links.map((link) => (
                  <li key={link.to}>
                    <NavLink
                      to={link.to}
                      end={link.to === '/'}
                      className={({ isActive }) =>
                        `flex min-h-11 items-center rounded-lg px-1.5 font-medium no-underline hover:bg-sunken sm:px-3 ${isActive ? 'text-brand underline decoration-2 underline-offset-8' : 'text-ink'}`
                      }
                    >
                      {link.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          <div className="ml-auto flex flex-wrap items-center sm:gap-x-2">
            <PreferenceForms theme={props.theme} />
            {props.actor ? <AccountMenu actor={props.actor} /> : null}
            {props.actor ? null : (
              <Link to="/masuk" className="flex min-h-11 items-center px-2 font-semibold text-brand sm:px-3">
                {text.signIn}
              </Link>
            )}
          </div>
        </div>
      </header>
      {props.notice}
      <main
        id="isi"
        ref={main}
        tabIndex={-1}
        className="mx-auto w-full max-w-[110rem] flex-1 px-4 py-3 outline-none sm:px-6 sm:py-4 print:p-0"
      >
        {props.children}
      </main>
      <footer className="border-t border-line px-4 py-4 text-center text-sm text-muted print:hidden">
        {text.productName} – {text.tagline} ·{' '}
        <Link to="/bantuan" className="inline-flex min-h-8 items-center font-medium text-brand underline">
          {text.help}
        </Link>
      </footer>
    </div>
  );
}

/** Plain forms with a full page load: the language of every script on the page changes with it. */
function PreferenceForms({ theme }: { theme: Theme }) {
  const text = useText();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const other = locale === 'id' ? 'en' : 'id';
  return (
    <>
      <form method="post" action="/preferensi">
        <input type="hidden" name="kembali" value={pathname + search} />
        <button
          name="bahasa"
          value={other}
          lang={other}
          className="min-h-11 rounded-lg px-3 text-sm font-medium text-brand hover:bg-sunken"
        >
          {/* On a phone the header has room for the code only. */}
          <span aria-hidden="true" className="sm:hidden">
            {other.toUpperCase()}
          </span>
          <span className="max-sm:sr-only">{text.otherLanguage}</span>
        </button>
      </form>
      <details className="relative" name="shell-menu">
        <summary className="flex min-h-11 list-none items-center gap-1 rounded-lg px-3 text-sm font-medium text-brand hover:bg-sunken">
          <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 sm:hidden">
            <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
            <path d="M10 2a8 8 0 0 1 0 16z" fill="currentColor" />
          </svg>
          <span className="max-sm:sr-only">{text.theme}</span>
          <MenuArrow />
        </summary>
        <form
          method="post"
          action="/preferensi"
          className="absolute right-0 z-40 w-48 rounded-lg border border-line bg-surface p-1 shadow-lg"
        >
          <input type="hidden" name="kembali" value={pathname + search} />
          {(['system', 'light', 'dark'] as const).map((value) => (
            <button
              key={value}
              name="tema"
              value={value}
              aria-pressed={theme === value}
              className="flex min-h-11 w-full items-center gap-2 rounded-md px-3 text-left hover:bg-sunken"
            >
              <span aria-hidden="true" className="w-4">
                {theme === value ? '✓' : ''}
              </span>
              {{ system: text.themeSystem, light: text.themeLight, dark: text.themeDark }[value]}
            </button>
          ))}
        </form>
      </details>
    </>
  );
}

function AccountMenu({ actor }: { actor: ShellActor }) {
  const text = useText();
  return (
    <details className="relative" name="shell-menu">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-3 hover:bg-sunken">
        <span
          aria-hidden="true"
          className="flex size-8 items-center justify-center rounded-full bg-brand text-sm font-bold text-on-brand"
        >
          {actor.name.slice(0, 1).toUpperCase()}
        </span>
        <span className="max-w-40 truncate text-sm font-medium max-sm:sr-only lg:max-w-80">{actor.name}</span>
        <MenuArrow />
      </summary>
      <div className="absolute right-0 z-40 w-64 rounded-lg border border-line bg-surface p-2 shadow-lg">
        <p className="px-2 pt-1 font-semibold">{actor.name}</p>
        <p className="px-2 pb-2 text-sm text-muted">
          {actor.roleLabel}
          {actor.agencyName ? ` – ${actor.agencyName}` : ''}
        </p>
        <Link
          to="/kata-sandi"
          className="flex min-h-11 items-center rounded-md px-2 no-underline hover:bg-sunken"
        >
          {text.myAccount}
        </Link>
        <form method="post" action="/keluar" onSubmit={dropAllKept}>
          <button className="flex min-h-11 w-full items-center rounded-md px-2 text-left hover:bg-sunken">
            {text.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

function MenuArrow() {
  return (
    <span aria-hidden="true" className="text-xs">
      ▾
    </span>
  );
}

/** Marks figures that are invented for demonstration. Every screen that shows one carries it. */
export function DemoMark({ short = false }: { short?: boolean }) {
  const text = useText();
  return (
    <div className="mb-3 flex w-fit items-center gap-2 rounded-lg border border-accent bg-accent-soft px-2 py-0.5 text-sm">
      <Badge tone="accent">{text.demo}</Badge>
      <span className={short ? '' : 'sm:hidden'}>{text.demoShort}</span>
      {short ? null : <span className="max-sm:hidden">{text.demoNotice}</span>}
    </div>
  );
}

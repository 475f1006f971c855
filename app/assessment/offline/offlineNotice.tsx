/**
 * On every page of who may answer: fetches what is needed without a network while there is one, says when there is none,
 * and stops whatever would leave the tab for the browser's own error page.
 */
import { useLocation, useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocale, useSection } from '~/i18n';
import { useOutbox } from '../useOutbox';
import { askNow, isAway, onConnection, serverLost } from './connection';
import { offlineWords } from './offlineWords';
import { type Filled, placeOf } from './pages';
import type { OpenShelf } from './shelf';

/** The first visit comes first. */
const AFTER_MS = 3000;
const AGAIN_MS = 20_000;
const never = () => false;

/** @param frame what the frame around every page was given: a tab that is opened without a network needs it too */
export function OfflineNotice({ account, frame }: { account: string; frame: unknown }) {
  const words = useSection(offlineWords);
  const { pathname } = useLocation();
  const { view } = useOutbox(account);
  const away = useSyncExternalStore(onConnection, isAway, never);
  const filled = useShelf(account, placeOf(pathname)?.base ?? null, frame);
  const ready = filled === 'filled';
  const scripts = useScripts(ready);
  const refused = useGuard(away, pathname);
  const isWaiting = view !== null && (view.unsent.size > 0 || view.late.includes(pathname));
  useFreshPages(away, isWaiting);

  const isLost = view?.link === 'offline';
  useEffect(() => {
    if (isLost) serverLost();
  }, [isLost]);
  useEffect(() => {
    window.addEventListener('offline', serverLost);
    window.addEventListener('online', askNow);
    return () => {
      window.removeEventListener('offline', serverLost);
      window.removeEventListener('online', askNow);
    };
  }, []);

  const place = placeOf(pathname);
  return (
    <div
      role="status"
      translate="no"
      data-testid="offline"
      data-ready={ready ? '' : undefined}
      data-kept={scripts === 'kept' ? '' : undefined}
      className="print:hidden"
    >
      {filled === 'newer' || scripts === 'newer' ? (
        <p className="flex flex-wrap items-center gap-x-3 border-b border-accent bg-accent-soft px-4 py-1 text-sm sm:px-6">
          <strong>{words.newer}</strong>
          <a href={pathname} className="inline-flex min-h-6 items-center text-brand underline">
            {words.reload}
          </a>
        </p>
      ) : null}
      {away ? (
        <div className="border-b border-accent bg-accent-soft px-4 py-1 text-sm sm:px-6">
          <p>
            <strong>{words.away}</strong>{' '}
            {/* A sheet says for itself what it shows and what becomes of it. */}
            {place?.kind === 'sheet' ? null : [place && ready ? words.pages : '', words.kept].join(' ')}{' '}
            <strong>{ready && scripts === 'kept' ? words.mayClose : words.doNotClose}</strong>
          </p>
          {refused ? <p className="font-semibold">{words.needsServer}</p> : null}
        </div>
      ) : place?.kind === 'list' ? (
        // It has its place from the start: nothing moves when it is said.
        <p className={`px-4 py-1 text-sm text-muted sm:px-6 ${ready ? '' : 'invisible'}`}>✓ {words.ready}</p>
      ) : null}
    </div>
  );
}

/**
 * Has the scripts kept beyond this tab, where the browser allows that. Only this release's own are of use to this page;
 * once a newer one has taken over there is a new page to be had.
 */
function useScripts(isDue: boolean): 'kept' | 'newer' | null {
  const [scripts, setScripts] = useState<'kept' | 'newer' | null>(null);
  useEffect(() => {
    if (!isDue) return undefined;
    let isLeft = false;
    let stop = () => undefined;
    const start = async () => {
      const { keepScripts } = await import('./keptScripts');
      if (isLeft) return;
      stop = keepScripts((release, isNewer) => {
        if (release === window.__remixManifest.version) setScripts('kept');
        else if (isNewer) setScripts('newer');
      });
    };
    start().catch(() => undefined);
    return () => {
      isLeft = true;
      stop();
    };
  }, [isDue]);
  return scripts;
}

/** Fetches the pages of the assessment that is open, and says what has become of it. */
function useShelf(account: string, base: string | null, frame: unknown): Filled | null {
  const locale = useLocale();
  const [shelf, setShelf] = useState<OpenShelf | null>(null);
  const [done, setDone] = useState<{ readonly base: string; readonly filled: Filled } | null>(null);
  const doneHere = done?.base === base ? done.filled : null;
  useEffect(() => {
    let isLeft = false;
    let opened: OpenShelf | null = null;
    const start = async () => {
      const [{ openShelf }, { outboxOf }] = await Promise.all([import('./shelf'), import('../outbox')]);
      const { version: release } = window.__remixManifest;
      opened = await openShelf({ account, release, locale }, outboxOf(account));
      if (isLeft) opened.close();
      else setShelf(opened);
    };
    // Where the device keeps nothing, or the network is gone already, the pages come from the server only.
    start().catch(() => undefined);
    return () => {
      isLeft = true;
      opened?.close();
      setShelf(null);
    };
  }, [account, locale]);
  useEffect(() => {
    void shelf?.keepFrame(frame).catch(() => undefined);
  }, [shelf, frame]);
  useEffect(() => {
    if (!shelf || base === null || doneHere !== null) return undefined;
    let timer: number;
    const tryAfter = (pause: number) => {
      timer = window.setTimeout(() => {
        shelf.fill(base).then(
          (filled) => setDone({ base, filled }),
          () => tryAfter(AGAIN_MS),
        );
      }, pause);
    };
    tryAfter(AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [shelf, base, doneHere]);
  return doneHere;
}

/**
 * Once the server is back the open page is read anew – but not before it has what was typed: the sign-in may be over, and
 * the page with the words must not be taken away for that.
 */
function useFreshPages(away: boolean, isWaiting: boolean): void {
  const { revalidate } = useRevalidator();
  const isDue = useRef(false);
  useEffect(() => {
    if (away) isDue.current = true;
    if (away || isWaiting || !isDue.current) return;
    isDue.current = false;
    revalidate();
  }, [away, isWaiting, revalidate]);
}

/** While the server is away, links and forms that only it can answer do nothing; true after one was pressed. */
function useGuard(away: boolean, pathname: string): boolean {
  const [refusedOn, setRefusedOn] = useState<string | null>(null);
  useEffect(() => {
    if (!away) return undefined;
    const refuse = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      setRefusedOn(window.location.pathname);
      // It may be back already: then the next press goes through.
      askNow();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return;
      const isHere = link.pathname === window.location.pathname && link.hash !== '';
      const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey || link.target === '_blank';
      if (isHere) return;
      if (isNewTab || !isKept(link.pathname)) refuse(event);
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      const { pathname: action } = new URL(form.action);
      // Other forms that post stay on their page by themselves and say that nobody answered.
      const isDocument = form.method === 'post' && WHOLE_PAGE.includes(action);
      const isQuestion = form.method === 'get' && placeOf(action)?.kind !== 'list';
      if (isDocument || isQuestion) refuse(event);
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('submit', onSubmit, true);
    return () => {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('submit', onSubmit, true);
      setRefusedOn(null);
    };
  }, [away]);
  return away && refusedOn === pathname;
}

/** Forms whose answer is a whole new document. */
const WHOLE_PAGE = ['/keluar', '/preferensi'];

/** Whether the device may have the page: of the assessment that is open, and no other. */
function isKept(path: string): boolean {
  const base = placeOf(path)?.base;
  return base !== undefined && base === placeOf(window.location.pathname)?.base;
}

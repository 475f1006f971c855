import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '~/i18n';
import { isServerThere, retryPause } from './askServer';
import { claimReload, isLostChunk } from './lostChunk';

/** What a person sees when a page cannot be shown: refused, not here, or our own fault with its number. */
export function RouteError() {
  const error = useRouteError();
  const text = useText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  // The network or the server went away while the page asked it something: fetch reports that as a TypeError.
  const isLost = isLostChunk(error);
  const isOffline = !isLost && error instanceof TypeError && FETCH_FAILED.test(error.message);
  const [isHopeless, setIsHopeless] = useState(false);
  const reload = useCallback(() => {
    if (!isLost || claimReload(sessionStorage, window.__remixManifest.version)) window.location.reload();
    else setIsHopeless(true);
  }, [isLost]);
  const isAway = (isOffline || isLost) && !isHopeless;
  useReloadWhenBack(isAway, reload);
  if (isAway) {
    return (
      <div className="mx-auto max-w-xl space-y-4 py-10 text-center" role="status" translate="no">
        <h1 className="text-3xl">{text.error.offlineTitle}</h1>
        <p>{text.error.offline}</p>
      </div>
    );
  }
  const [title, message] =
    status === 403
      ? [text.error.forbiddenTitle, text.error.forbidden]
      : status === 404 || status === 405
        ? [text.error.notFoundTitle, text.error.notFound]
        : status === 503
          ? [text.error.busyTitle, text.error.busy]
          : status === 507
            ? [text.error.fullTitle, text.error.full]
            : status === 413
              ? [text.error.tooLargeTitle, text.error.tooLarge]
              : status === 400 || status === 415
                ? [text.error.unreadableTitle, text.error.unreadable]
                : [text.error.title, text.error.unexpected];
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10 text-center">
      <h1 className="text-3xl">{title}</h1>
      <p>{message}</p>
      {status >= 500 ? <p className="font-mono text-lg">{requestIdOf(error)}</p> : null}
      <p>
        <Link to="/" className="font-semibold text-brand underline">
          {text.error.backHome}
        </Link>
      </p>
    </div>
  );
}

/** What Chromium, Firefox and Safari say when nobody answers. Other TypeErrors are our own bugs. */
const FETCH_FAILED = /failed to fetch|networkerror|load failed/i;

/** Asks whether the server is there again and then loads the page anew: nobody in a hall should have to click. */
function useReloadWhenBack(isAway: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isAway) return undefined;
    let timer: number;
    const waitAndAsk = (failures: number) => {
      timer = window.setTimeout(() => {
        void isServerThere().then((isThere) => (isThere ? reload() : waitAndAsk(failures + 1)));
      }, retryPause(failures));
    };
    waitAndAsk(1);
    return () => window.clearTimeout(timer);
  }, [isAway, reload]);
}

function requestIdOf(error: unknown): string {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  return typeof data === 'object' && data !== null && 'requestId' in data ? String(data.requestId) : '–';
}

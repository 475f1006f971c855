import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode, useEffect } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { LocaleProvider } from '~/i18n';
import { keepPageWhileAway, replayEarlyInput, useHydrated, watchEarlyInput } from '~/ui';

declare module 'react-dom/client' {
  // React draws into a whole document as well; its types only say so for one that it takes over.
  interface DO_NOT_USE_OR_YOU_WILL_BE_FIRED_EXPERIMENTAL_CREATE_ROOT_CONTAINERS {
    document: Document;
  }
}

// zod would compile its schemas with `new Function`, which the Content-Security-Policy forbids.
config({ jitless: true });

/** Stands after the page: by its second effect everything that is drawn anew where scripts run is in place. */
function EarlyInput() {
  const hydrated = useHydrated();
  useEffect(() => {
    if (hydrated) replayEarlyInput();
  }, [hydrated]);
  return null;
}

async function start() {
  watchEarlyInput();
  keepPageWhileAway();
  // A document without a page: the worker's, where no server answers.
  const isEmpty = !('__remixContext' in window);
  if (isEmpty && !(await (await import('~/assessment/offline/openFromDevice')).openFromDevice())) {
    replayEarlyInput();
    return;
  }
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id';
  const page = (
    <StrictMode>
      <LocaleProvider locale={locale}>
        <RemixBrowser />
        <EarlyInput />
      </LocaleProvider>
    </StrictMode>
  );
  startTransition(() => {
    if (isEmpty) createRoot(document).render(page);
    else hydrateRoot(document, page);
  });
}

void start();

import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { LocaleProvider } from '~/i18n';
import { replayEarlyInput, useHydrated, watchEarlyInput } from '~/ui';

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

function hydrate() {
  watchEarlyInput();
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id';
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <LocaleProvider locale={locale}>
          <RemixBrowser />
          <EarlyInput />
        </LocaleProvider>
      </StrictMode>,
    );
  });
}

hydrate();

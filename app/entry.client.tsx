import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { I18nProvider } from '~/i18n';
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

async function hydrate() {
  watchEarlyInput();
  // Only the reader's own language is fetched.
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id';
  const { catalogue } = locale === 'en' ? await import('~/i18n/en') : await import('~/i18n/id');
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider locale={locale} catalogue={catalogue}>
          <RemixBrowser />
          <EarlyInput />
        </I18nProvider>
      </StrictMode>,
    );
  });
}

void hydrate();

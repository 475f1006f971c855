import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { I18nProvider } from '~/i18n';

// zod would compile its schemas with `new Function`, which the Content-Security-Policy forbids.
config({ jitless: true });

async function hydrate() {
  // Only the reader's own language is fetched.
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id';
  const { catalogue } = locale === 'en' ? await import('~/i18n/en') : await import('~/i18n/id');
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider locale={locale} catalogue={catalogue}>
          <RemixBrowser />
        </I18nProvider>
      </StrictMode>,
    );
  });
}

void hydrate();

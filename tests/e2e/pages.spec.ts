import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { NOT_PAGES, PAGES } from './pages';

test('every route with a screen is among the pages whose accessibility is checked', () => {
  const source = readFileSync(new URL('../../app/routes.ts', import.meta.url), 'utf8');
  const routes = [
    ...source.matchAll(/(?:prefix|route|index)\((?:'([^']*)', )?'routes\/([a-z-]+)\.tsx?'\)/g),
  ].map((match) => ({
    last: (match[1] ?? '').split('/').at(-1) ?? '',
    module: match[2] ?? '',
  }));
  expect(routes.length).toBeGreaterThan(20);
  const paths = PAGES.map((page) => new URL(page.path, 'http://localhost').pathname);
  const missing = routes
    .filter(({ module }) => !NOT_PAGES.includes(module))
    // Addresses that end in a parameter are covered by their example; the others by their last word.
    .filter(({ last }) => last !== '' && last !== '*' && !last.startsWith(':'))
    .filter(({ last }) => !paths.some((path) => path.endsWith(`/${last}`)))
    .map(({ module }) => module);
  expect(missing).toEqual([]);
});

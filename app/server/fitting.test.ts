import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import addresses from '../routes';
import { fittingRoutes, pageOf, withRoutes } from './fitting';

type Routes = ServerBuild['routes'];

/** The product's addresses as a build holds them. */
const routes: Routes = {
  root: { id: 'root', path: '', module: { default: () => null } },
  ...Object.fromEntries(
    addresses.map(({ file, path, index }) => {
      const id = file.replace(/\.tsx?$/, '');
      return [id, { id, parentId: 'root', path, index, module: { default: () => null } }];
    }),
  ),
};
const build: Pick<ServerBuild, 'routes' | 'assets'> = {
  routes,
  assets: {
    version: '1',
    url: '/manifest.js',
    entry: { module: '/entry.js', imports: [] },
    routes: {},
  },
};
const fitting = fittingRoutes(routes);

/** What Remix chooses among routes, and what it reads in the address. */
function chosen(among: Routes, path: string) {
  const { root, ...others } = among;
  const children = Object.values(others).map(({ id, path, index }) => ({ id, path, index }));
  const tree = [{ id: root?.id, path: '', children: children.map((one) => ({ ...one })) }];
  return matchRoutes(tree as Parameters<typeof matchRoutes>[0], path)?.map(({ route, params }) => ({
    id: route.id,
    params,
  }));
}

const word = fc.constantFrom(
  'isi',
  'Isi',
  'cetak',
  'telaah',
  'topik',
  'spbe-2020',
  '63.01',
  'baru',
  '3',
  'x.data',
  '~a_b',
);
/** Addresses of the product with something in each place, and some that are nearly so. */
const someAddress = fc
  .tuple(
    fc.constantFrom(...addresses.map(({ path }) => path ?? '')),
    fc.array(word, { minLength: 6, maxLength: 6 }),
    fc.boolean(),
    fc.option(fc.tuple(fc.nat(6), word), { nil: null }),
    fc.constantFrom('', '/', '.data'),
  )
  .map(([path, words, isLong, changed, end]) => {
    const parts = path.split('/').flatMap((part, place) => {
      if (part.endsWith('?') && !isLong) return [];
      return part.startsWith(':') || part === '*' ? [words[place % words.length] ?? ''] : [part];
    });
    if (changed) parts[changed[0] % parts.length] = changed[1];
    return `/${parts.filter(Boolean).join('/')}${end}`.replace('//', '/');
  });

describe('the routes that an address fits', () => {
  it('are enough for Remix to choose the same one', () => {
    fc.assert(
      fc.property(someAddress, (address) => {
        const path = pageOf(address);
        const ids = fitting(path);
        expect(ids).not.toBeNull();
        expect(chosen(withRoutes(build, ids ?? []).routes, path)).toEqual(chosen(routes, path));
      }),
      { numRuns: 1000 },
    );
  });

  it('are few', () => {
    expect(fitting('/rakerda/r/spbe-2020/63.01/isi/3')).toEqual(['routes/indicator', 'routes/not-found']);
    expect(fitting('/')).toEqual(['routes/home', 'routes/not-found']);
    expect(fitting('/rakerda/r/topik/t/isi/telaah')).toEqual([
      'routes/topic-review',
      'routes/indicator',
      'routes/not-found',
    ]);
  });

  it.each(['/rakerda/a%2Fb', '//masuk', '/rakerda/../masuk', '/./masuk', '/rakerda/a b', '/masuk//'])(
    'are not said of an address that can be read in two ways: %s',
    (path) => {
      expect(fitting(path)).toBeNull();
    },
  );
});

it('a build of few routes keeps what they stand in, and names only them', () => {
  const few = withRoutes(build, ['routes/indicator']);
  expect(Object.keys(few.routes)).toEqual(['root', 'routes/indicator']);
});

it.each([
  ['/masuk.data', '/masuk'],
  ['/_root.data', '/'],
  ['/rakerda/a.data/agenda', '/rakerda/a.data/agenda'],
])('the page of %s is %s', (address, page) => {
  expect(pageOf(address)).toBe(page);
});

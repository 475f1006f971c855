/**
 * Which routes an address fits. Remix weighs all of the product's against each other, several times in a request, and makes
 * its tables for that anew each time. Here it is handed those that fit – one, and the one for what is not there – and weighs
 * these: what it chooses stays its own choice.
 */
import type { ServerBuild } from '@remix-run/node';

type Routes = Pick<ServerBuild, 'routes'>['routes'];

/** Nothing here can be written in two ways; what else there is (`%2f`, `//`, `/../`) Remix reads in its own. */
const PLAIN = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/;

/**
 * Finds the ids of the routes that an address fits, in the order of the build; null where that cannot be said of it.
 * @param routes of a build; each is one way of its own below the root
 */
export function fittingRoutes(routes: Routes): (path: string) => readonly string[] | null {
  const patterns = Object.values(routes)
    .filter(({ path = '', index = false }) => index || path !== '')
    .map(({ id }) => [id, patternOf(pathOf(routes, id))] as const);
  return (path) =>
    PLAIN.test(path) ? patterns.filter(([, pattern]) => pattern.test(path)).map(([id]) => id) : null;
}

/** The page that scripts ask the data of (`/masuk.data`), or the address itself. */
export function pageOf(path: string): string {
  return path.replace(/\.data$/, '').replace(/^\/_root$/, '/');
}

/** The whole path of a route: its own behind those it stands in. */
export function pathOf(routes: Routes, id: string): string {
  return branchOf(routes, id)
    .map(({ path }) => path ?? '')
    .filter(Boolean)
    .join('/');
}

/** A route behind those it stands in, the root first. */
function branchOf(routes: Routes, id: string): readonly Routes[string][] {
  const branch: Routes[string][] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? '']) branch.unshift(route);
  return branch;
}

/** As Remix reads a path: `:name` is one part, `?` may be missing, `*` is all the rest; capitals and a last slash are nothing. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').filter(Boolean);
  const pattern = parts.map((part) => {
    if (part === '*') return '(?:/.*)?';
    const bare = part.replace(/\?$/, '');
    const one = bare.startsWith(':') ? '/[^/]+' : `/${bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
    return bare === part ? one : `(?:${one})?`;
  });
  return new RegExp(`^${pattern.join('')}/?$`, 'i');
}

/** A build with no other routes than these and those they stand in. */
export function withRoutes<Of extends Pick<ServerBuild, 'routes' | 'assets'>>(
  build: Of,
  ids: readonly string[],
): Of {
  const kept = new Set(ids.flatMap((id) => branchOf(build.routes, id).map((route) => route.id)));
  const only = <Of>(all: Readonly<Record<string, Of>>): Record<string, Of> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}

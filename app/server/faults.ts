/**
 * Gives every unexpected failure of a loader or action its request id, so that what the person reads and what the
 * log says can be put together. Refusals and redirects pass untouched.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { isBusy } from '#db/database';

/** The same build with every loader and action wrapped. */
export function namingFaults(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    const { loader, action } = route.module;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: naming(loader) }),
        ...(action && { action: naming(action) }),
      },
    };
  }
  return { ...build, routes };
}

function naming<Args extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: Args) => unknown,
): (args: Args) => Promise<unknown> {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      if (isExpected(error) || args.request.signal.aborted) throw error;
      const { log, requestId } = args.context;
      if (isBusy(error)) {
        log.warn({ requestId, path: new URL(args.request.url).pathname }, 'the database is locked elsewhere');
        throw Response.json({ requestId }, { status: 503 });
      }
      log.error({ err: error, requestId, path: new URL(args.request.url).pathname }, 'unexpected error');
      throw Response.json({ requestId }, { status: 500 });
    }
  };
}

/** What our own code throws on purpose: a redirect, a Response, or `data(…)` with a status. */
function isExpected(error: unknown): boolean {
  if (error instanceof Response) return true;
  return (
    typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit'
  );
}

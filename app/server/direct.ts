/**
 * Routes that are answered without the router. It flattens and sorts all of the product's addresses anew for every
 * request, and a hall full of operators saves each second. The same action of the same module answers, with the same
 * guard around it and the same context; only the way to it is shorter.
 */
import type { ActionFunction, AppLoadContext, ServerBuild } from '@remix-run/node';
import express, { type Request as Asked, type Response as Answer, type Router } from 'express';

/** By their ids: routes without a screen whose action a page's own code calls. */
const DIRECT = ['routes/save-answer'];

/**
 * Takes the posts to the direct routes of a build; whatever else comes is passed on.
 * @param build with its actions guarded
 * @throws Error where a direct route is not in the build, or has a screen that only the router can draw
 */
export function answerDirectly(
  build: Pick<ServerBuild, 'routes'>,
  contextOf: (request: Asked, response: Answer) => AppLoadContext,
  direct: readonly string[] = DIRECT,
): Router {
  const router = express.Router();
  for (const id of direct) {
    const route = build.routes[id];
    const action = route?.module.action;
    const screen: unknown = route?.module.default;
    if (!route?.path || !action || screen !== undefined) throw new Error(`${id} cannot be answered directly`);
    router.post(`/${pathOf(build, id)}`, (request, response, next) => {
      answer(action, request, response, contextOf(request, response)).catch(next);
    });
  }
  return router;
}

/** The whole path of a route: its own behind those it stands in. */
function pathOf({ routes }: Pick<ServerBuild, 'routes'>, id: string): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? '']) parts.unshift(route.path ?? '');
  return parts.filter(Boolean).join('/');
}

async function answer(
  action: ActionFunction,
  asked: Asked,
  response: Answer,
  context: AppLoadContext,
): Promise<void> {
  const url = `${asked.protocol}://${asked.get('host') ?? ''}${asked.originalUrl}`;
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  // The guard adds the body, which was taken in before.
  const request = new Request(url, { method: asked.method, headers, signal: context.gone });
  const said = await responseOf(() => action({ request, params: asked.params, context }));
  response.status(said.status);
  said.headers.forEach((value, name) => {
    response.append(name, value);
  });
  response.end(Buffer.from(await said.arrayBuffer()));
}

/** An action may throw its answer as well as give it. */
async function responseOf(act: () => unknown): Promise<Response> {
  let said: unknown;
  try {
    said = await act();
  } catch (error) {
    said = error;
    if (!(error instanceof Response)) throw error;
  }
  if (!(said instanceof Response)) throw new Error('A direct route answers with a Response');
  return said;
}

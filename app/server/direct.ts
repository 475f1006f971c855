/**
 * Routes that are answered without the router, which a hall full of operators would ask each second. The same action of the
 * same module answers, with the same guard around it and the same context; only the way to it is shorter.
 */
import type { ActionFunction, ActionFunctionArgs, AppLoadContext, ServerBuild } from '@remix-run/node';
import express, { type Request as Asked, type Response as Answer, type Router } from 'express';
import { requestOf, send } from './exchange';
import { fittingRoutes, pageOf, pathOf } from './fitting';

type Build = Pick<ServerBuild, 'routes'>;

/** By their ids: routes without a screen, whatever they answer. */
const FILES = ['routes/save-answer'];
/** Pages whose form mostly sends on to another one. Only that is answered here; what is to be drawn, the router draws. */
const PAGES = ['routes/indicator'];

/** What is answered directly. */
export interface Direct {
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

const DIRECT: Direct = { files: FILES, pages: PAGES };

/**
 * The same build, in which the actions of the direct pages run once in a request: the router, asked after them, hears what
 * they said already.
 */
export function actingOnce<Of extends Build>(build: Of, pages: readonly string[] = PAGES): Of {
  const routes = { ...build.routes };
  for (const id of pages) {
    const route = routes[id];
    const action = route?.module.action;
    if (route && action) routes[id] = { ...route, module: { ...route.module, action: once(action) } };
  }
  return { ...build, routes };
}

/** A context is made for each request, and lives as long. */
function once(action: ActionFunction): ActionFunction {
  const said = new WeakMap<AppLoadContext, Promise<unknown>>();
  const act = async (args: ActionFunctionArgs): Promise<unknown> => action(args);
  return (args) => {
    const known = said.get(args.context) ?? act(args);
    said.set(args.context, known);
    return known;
  };
}

/**
 * Takes the posts to the direct routes of a build; whatever else comes is passed on.
 * @param build with its actions guarded, and those of pages acting once
 * @param contextOf the same context for the same request
 * @throws Error where a direct route is not in the build, or is named as what it is not
 */
export function answerDirectly(
  build: Build,
  contextOf: (request: Asked, response: Answer) => AppLoadContext,
  { files, pages }: Direct = DIRECT,
): Router {
  const router = express.Router();
  const fitting = fittingRoutes(build.routes);
  for (const id of [...files, ...pages]) {
    const route = build.routes[id];
    const action = route?.module.action;
    const screen: unknown = route?.module.default;
    const isPage = pages.includes(id);
    if (!route?.path || !action || (screen !== undefined) !== isPage)
      throw new Error(`${id} cannot be answered directly`);
    router.post(`/${pathOf(build.routes, id)}`, (request, response, next) => {
      // What scripts ask the data of, the router packs; where another route fits too, it says which one is meant.
      if (isPage && (pageOf(request.path) !== request.path || !isMeant(id, fitting(request.path))))
        return next();
      const args = argsOf(request, contextOf(request, response));
      const answered = isPage ? sendOn(action, args, response) : answer(action, args, response);
      answered.then((isAnswered) => {
        if (!isAnswered) next();
      }, next);
    });
  }
  return router;

  function isMeant(id: string, ids: readonly string[] | null): boolean {
    return ids?.filter((one) => !build.routes[one]?.path?.endsWith('*')).join() === id;
  }
}

function argsOf(asked: Asked, context: AppLoadContext): ActionFunctionArgs {
  // The guard adds the body, which was taken in before.
  return { request: requestOf(asked, context.gone), params: asked.params, context };
}

/** @throws Error where the action says anything but a response */
async function answer(action: ActionFunction, args: ActionFunctionArgs, response: Answer): Promise<true> {
  const said = await saidBy(() => action(args));
  if (!(said instanceof Response)) throw new Error('A direct route answers with a Response');
  await send(said, response);
  return true;
}

/** @returns whether the action sent the browser elsewhere; what else it said, and its faults, are left to be drawn */
async function sendOn(action: ActionFunction, args: ActionFunctionArgs, response: Answer): Promise<boolean> {
  const said = await saidBy(() => action(args)).catch(() => null);
  if (!(said instanceof Response) || !SENDS_ON.has(said.status)) return false;
  await send(said, response);
  return true;
}

const SENDS_ON = new Set([301, 302, 303, 307, 308]);

/** An action may throw its answer as well as give it. */
async function saidBy(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
}

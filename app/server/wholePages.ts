/**
 * Pages are answered past Remix's adapter for Express: it hands out whatever comes as a stream and asks the packer for all
 * it has after each piece, so that a page of one piece went to the thread that packs three times.
 */
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Request as Asked, RequestHandler, Response as Answer } from 'express';
import { requestOf, send } from './exchange';
import { pageOf } from './fitting';

/**
 * Draws pages that are asked for, and leaves the rest of what may be asked of their addresses to `others`: forms, and the
 * data that scripts ask for.
 * @param build of pages only, which leave as a whole (`entry.server.tsx`)
 */
export function answerWholePages(
  build: ServerBuild,
  mode: string,
  contextOf: (request: Asked, response: Answer) => AppLoadContext,
  others: RequestHandler,
): RequestHandler {
  const remix = createRequestHandler(build, mode);
  return (asked, answer, next) => {
    const isRead = asked.method === 'GET' || asked.method === 'HEAD';
    if (!isRead || pageOf(asked.path) !== asked.path) return others(asked, answer, next);
    const context = contextOf(asked, answer);
    remix(requestOf(asked, context.gone), context)
      .then((said) => send(said, answer))
      .catch(next);
  };
}

/** Whether each of these routes of a build has a screen. */
export function arePages({ routes }: Pick<ServerBuild, 'routes'>, ids: readonly string[]): boolean {
  return ids.every((id) => routes[id] && 'default' in routes[id].module);
}

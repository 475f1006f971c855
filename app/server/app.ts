/** The Express application around Remix: headers, origin check, log, health, static files. */
import { randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { readLocale } from '~/i18n/locale.server';
import { pathForLog } from '~/paths';
import { refuseUnreadable } from './addresses';
import { builtFiles, serveBuiltFiles } from './assets';
import { bodyOf, letAnswerBeSeen, takeBodies } from './bodies';
import type { Services } from './context';
import { actingOnce, answerDirectly } from './direct';
import { emptyPage } from './emptyPage';
import { guardingRoutes } from './faults';
import { fittingRoutes, pageOf, withRoutes } from './fitting';
import { goneSignal } from './gone';
import { health } from './health';
import { inLanguage, takesBoth } from './languages';
import { sendPlainPage } from './plainPage';
import { answerWholePages, arePages } from './wholePages';

export interface AppOptions {
  readonly services: Services;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middleware while developing; it serves the assets itself. */
  readonly devMiddleware?: express.RequestHandler;
  readonly mode: 'production' | 'development';
}

export function createApp({ services, build, devMiddleware, mode }: AppOptions): express.Express {
  const { config, log } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);

  if (!devMiddleware) app.use(serveBuiltFiles());
  app.use(requestFacts);
  app.use(requestLog(services));
  app.get('/healthz', health(services));
  app.use(securityHeaders(config.publicOrigin, mode));
  app.use(refuseUnreadable(config));
  app.use(originCheck(config.publicOrigin));
  const contexts = new WeakMap<Request, AppLoadContext>();
  /** One to a request, whichever way it takes. */
  const contextOf = (release: string) => (request: Request, response: Response) => {
    const known = contexts.get(request) ?? newContext(release, request, response);
    contexts.set(request, known);
    return known;
  };
  const newContext = (release: string, request: Request, response: Response): AppLoadContext => ({
    ...services,
    release,
    nonce: String(response.locals.nonce),
    requestId: String(response.locals.requestId),
    clientAddress: request.ip ?? 'unknown',
    secure: config.publicOrigin?.startsWith('https:') ?? request.secure,
    body: bodyOf(request),
    outgoing: { unsentBytes: () => response.writableLength, cut: () => response.destroy() },
    gone: goneSignal(request, response),
  });
  if (typeof build === 'function') {
    if (devMiddleware) app.use(devMiddleware);
    app.use(takeBodies());
    app.all(
      '*',
      answerByRoutes(
        async () => guardingRoutes(await build()),
        async (request, response) => contextOf((await build()).assets.version)(request, response),
      ),
    );
  } else {
    const guarded = actingOnce(guardingRoutes(build));
    const context = contextOf(build.assets.version);
    app.use(takeBodies());
    // Before answers are packed: these are so small that packing them costs more than it saves.
    app.use(answerDirectly(guarded, context));
    app.use(packed());
    app.get('/luring', emptyPage(build));
    const inBoth = answerByFitting(guarded, context);
    const names = builtFiles();
    const inOne = {
      id: answerByFitting(inLanguage(guarded, 'id', names), context),
      en: answerByFitting(inLanguage(guarded, 'en', names), context),
    };
    app.all('*', (request, response, next) => {
      if (takesBoth(request.path)) {
        inBoth(request, response, next);
        return;
      }
      const headers = new Headers({ Cookie: request.headers.cookie ?? '' });
      readLocale({ headers }).then((locale) => inOne[locale](request, response, next), next);
    });
  }

  /** The routes that an address fits stand in a build of their own, made when the first such address comes. */
  function answerByFitting(
    guarded: ServerBuild,
    contextOf: (request: Request, response: Response) => AppLoadContext,
  ): express.RequestHandler {
    const fitting = fittingRoutes(guarded.routes);
    const byAll = answerByRoutes(guarded, contextOf);
    const answerBy = (ids: readonly string[]) => {
      const few = withRoutes(guarded, ids);
      const byRemix = answerByRoutes(few, contextOf);
      return arePages(few, ids) ? answerWholePages(few, mode, contextOf, byRemix) : byRemix;
    };
    const made = new Map<string, express.RequestHandler>();
    return (request, response, next) => {
      const ids = fitting(pageOf(request.path));
      if (ids === null) return byAll(request, response, next);
      const name = ids.join();
      const answer = made.get(name) ?? answerBy(ids);
      made.set(name, answer);
      return answer(request, response, next);
    };
  }

  function answerByRoutes(
    guarded: AppOptions['build'],
    getLoadContext: GetLoadContextFunction,
  ): express.RequestHandler {
    const remix = createRequestHandler({ build: guarded, mode, getLoadContext });
    return (request, response, next) => {
      remix(request, response, next).catch(next);
    };
  }

  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    // Express itself refuses some addresses; the line of the request is all there is to say.
    const theirs = theirFault(error);
    if (theirs !== null) return sendPlainPage(response, 'unreadable', { status: theirs });
    log.error(
      { err: error, requestId: String(response.locals.requestId), url: pathForLog(request.path) },
      'request failed',
    );
    sendPlainPage(response, 'unexpected', { requestId: String(response.locals.requestId) });
  });
  return app;
}

/** An event stream must reach the reader at once, not when a compressor has enough of it. */
function packed(): express.RequestHandler {
  return compression({
    // Two steps below the default: a page is a twenty-fifth larger, for a third less work on each.
    level: 4,
    // One step above the default: a page is a twentieth smaller, for a millisecond.
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    filter: (request, response) =>
      !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
      compression.filter(request, response),
  });
}

/** The status of an error that Express made about what the request says, not about what we did with it; else null. */
function theirFault(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null;
}

function requestFacts(_request: Request, response: Response, next: NextFunction): void {
  response.locals.nonce = randomBytes(16).toString('base64');
  response.locals.requestId = randomUUID().slice(0, 13);
  response.setHeader('X-Request-Id', String(response.locals.requestId));
  next();
}

function requestLog({ log }: Services): express.RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    response.on('close', () => {
      if (request.path.startsWith('/assets/') || request.path === '/healthz') return;
      log.info(
        {
          requestId: String(response.locals.requestId),
          method: request.method,
          path: pathForLog(request.path),
          status: response.statusCode,
          ms: Math.round(Number(process.hrtime.bigint() - started) / 1e4) / 100,
        },
        'request',
      );
    });
    next();
  };
}

function securityHeaders(publicOrigin: string | undefined, mode: AppOptions['mode']): express.RequestHandler {
  const behindTls = publicOrigin?.startsWith('https:') ?? false;
  const development = mode === 'development';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        ...(behindTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: behindTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    // Over plain http in a hall's network the browser would ignore it and complain on every page.
    originAgentCluster: behindTls,
  });
}

function nonceOf(response: unknown): string {
  return typeof response === 'object' && response !== null && 'locals' in response
    ? String((response.locals as { nonce?: unknown }).nonce)
    : '';
}

/** A state change must come from our own pages: browsers name the origin of every form post and fetch. */
function originCheck(publicOrigin: string | undefined): express.RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
    const own = publicOrigin ?? `${request.protocol}://${request.get('host') ?? ''}`;
    if (request.get('origin') === own) return next();
    letAnswerBeSeen(request, response);
    response
      .status(403)
      .type('text')
      .send('Permintaan ditolak: asal permintaan tidak dikenal. / Request refused: unknown origin.');
  };
}

/** The Express application around Remix: headers, origin check, log, health, static files. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { serveBuiltFiles } from './assets';
import type { Services } from './context';
import { namingFaults } from './faults';
import { goneSignal } from './gone';

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
  app.get('/healthz', (_request, response) => {
    try {
      services.sqlite.prepare('select 1').get();
      response.type('text').send('ok');
    } catch (error) {
      log.error({ err: error }, 'health check failed');
      response.status(503).type('text').send('database unavailable');
    }
  });
  app.use(securityHeaders(config.publicOrigin, mode));
  app.use(originCheck(config.publicOrigin));
  // An event stream must reach the reader at once, not when a compressor has enough of it.
  app.use(
    compression({
      filter: (request, response) =>
        !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
        compression.filter(request, response),
    }),
  );

  if (devMiddleware) app.use(devMiddleware);

  const remix = createRequestHandler({
    build: typeof build === 'function' ? async () => namingFaults(await build()) : namingFaults(build),
    mode,
    getLoadContext: (request, response): AppLoadContext => ({
      ...services,
      nonce: String(response.locals.nonce),
      requestId: String(response.locals.requestId),
      clientAddress: request.ip ?? 'unknown',
      secure: config.publicOrigin?.startsWith('https:') ?? request.secure,
      outgoing: { unsentBytes: () => response.writableLength, cut: () => response.destroy() },
      gone: goneSignal(request, response),
    }),
  });
  app.all('*', (request, response, next) => {
    remix(request, response, next).catch(next);
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    log.error(
      { err: error, requestId: String(response.locals.requestId), url: request.path },
      'request failed',
    );
    response
      .status(500)
      .type('text')
      .send(`Terjadi kesalahan / Something went wrong – ${String(response.locals.requestId)}`);
  });
  return app;
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
          path: request.path,
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
    response
      .status(403)
      .type('text')
      .send('Permintaan ditolak: asal permintaan tidak dikenal. / Request refused: unknown origin.');
  };
}

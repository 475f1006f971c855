import { PassThrough } from 'node:stream';
import {
  createReadableStreamFromReadable,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { LocaleProvider } from '~/i18n';
import { readLocale } from '~/i18n/locale.server';
import { pathForLog } from '~/paths';
import { NonceProvider } from '~/ui/nonce';

const ABORT_AFTER_MS = 5000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const locale = await readLocale(request);
  // A page is somebody's own: no cache between them and us may keep it.
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  const waitForAll = isbot(request.headers.get('user-agent') ?? '');

  return new Promise((resolve, reject) => {
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <LocaleProvider locale={locale}>
        <NonceProvider value={loadContext.nonce}>
          <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
        </NonceProvider>
      </LocaleProvider>,
      {
        nonce: loadContext.nonce,
        [waitForAll ? 'onAllReady' : 'onShellReady']() {
          shellSent = true;
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError(error: unknown) {
          reject(error instanceof Error ? error : new Error(String(error)));
        },
        onError(error: unknown) {
          if (shellSent)
            loadContext.log.error({ err: error, requestId: loadContext.requestId }, 'render failed');
        },
      },
    );
    setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

/** What scripts ask a page for is as much somebody's own as the page. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  // A method or an address that is not there: the line of the request says so, and it is no fault of ours.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.log.error(
    { err: error, requestId: context.requestId, path: pathForLog(new URL(request.url).pathname) },
    'unexpected error',
  );
};

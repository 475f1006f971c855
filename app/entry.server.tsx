import { Writable } from 'node:stream';
import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
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
  const html = await drawn(
    <LocaleProvider locale={locale}>
      <NonceProvider value={loadContext.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
      </NonceProvider>
    </LocaleProvider>,
    loadContext,
  );
  return new Response(html, { headers, status });
}

/**
 * A page as a whole. No page waits for anything once its loaders have answered, so sending it in pieces shows nothing
 * earlier, and each piece would pass six streams and the packer by itself.
 */
function drawn(
  page: ReactElement,
  { nonce, log, requestId }: Pick<AppLoadContext, 'nonce' | 'log' | 'requestId'>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const whole = new Whole(resolve);
    let isFrameDrawn = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        isFrameDrawn = true;
      },
      onAllReady() {
        clearTimeout(late);
        pipe(whole);
      },
      onShellError(error: unknown) {
        clearTimeout(late);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
      onError(error: unknown) {
        if (isFrameDrawn) log.error({ err: error, requestId }, 'render failed');
      },
    });
    const late = setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

/** Keeps all it is given until the end. React waits for nothing here, so that none of the ways of a stream are needed. */
class Whole extends Writable {
  private readonly pieces: Uint8Array[] = [];

  constructor(private readonly done: (page: Uint8Array<ArrayBuffer>) => void) {
    super();
  }

  override write(piece: Uint8Array | string): boolean {
    this.pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    return true;
  }

  override end(): this {
    this.done(new Uint8Array(Buffer.concat(this.pieces)));
    return this;
  }
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

/**
 * Stands around every loader and action. An action is handed the body as it was taken in, or never begins where that
 * was refused. An unexpected failure gets its request id, so that what the person reads and what the log says can be
 * put together. Refusals and redirects pass untouched.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { cannotWrite, isBusy } from '#db/database';
import { recordRefusal } from '~/accounts/refusals.server';
import { readLocale } from '~/i18n/locale.server';
import { sharedWords } from '~/i18n';
import { isWorkRefused } from '~/work';
import { pathForLog } from '~/paths';
import type { BodyRefusal, TakenBody } from './bodies';
import { plainPage } from './plainPage';

/** The same build with every loader and action wrapped. */
export function guardingRoutes(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    const { loader, action } = route.module;
    const asks = 'default' in route.module ? 'page' : 'file';
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: naming(loader, asks, id) }),
        ...(action && { action: naming(receiving(action), asks, id) }),
      },
    };
  }
  return { ...build, routes };
}

function receiving(
  action: (args: ActionFunctionArgs) => unknown,
): (args: ActionFunctionArgs) => Promise<unknown> {
  return async (args) => action({ ...args, request: await withBody(args) });
}

/**
 * The request with the body that may be read. Throws the refusal as a response. A form is taken apart here: a second
 * request around the same bytes, and a stream to read them from, cost as much as all else that the guards do.
 */
async function withBody({ request, context }: ActionFunctionArgs): Promise<Request> {
  const { body } = context;
  const { url, method, signal } = request;
  switch (body.kind) {
    case 'none':
      return request;
    case 'refused':
      throw await refusal(request, body.status);
    case 'stream':
      if (!request.body) return request;
      return new Request(url, {
        method,
        headers: request.headers,
        body: bounded(request.body, body.limit),
        signal,
        duplex: 'half',
      });
    case 'form':
      request.formData = async () => {
        const form = await formOf(body);
        if (form === null) throw await refusal(request, 400);
        return form;
      };
      return request;
  }
}

/** The fields of a body that was taken in; null where it calls itself a form and is none. */
async function formOf({ bytes, contentType }: TakenBody & { kind: 'form' }): Promise<FormData | null> {
  if (!/^multipart\//i.test(contentType.trim())) {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(bytes.toString())) form.append(name, value);
    return form;
  }
  const headers = { 'Content-Type': contentType };
  return new Response(new Uint8Array(bytes), { headers }).formData().catch(() => null);
}

/** The words are for scripts that ask a route without a screen; a page shows its own for the status. */
async function refusal(request: Request, status: BodyRefusal['status']): Promise<Response> {
  const { error } = sharedWords[await readLocale(request)];
  return new Response(status === 413 ? error.tooLarge : error.unreadable, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/**
 * The same stream, failing past its limit. The source is left alone and never cancelled: that would cut the connection
 * before the answer is seen.
 */
function bounded(source: ReadableStream<Uint8Array>, limit: number): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let left = limit;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) {
        controller.close();
        return;
      }
      left -= value.byteLength;
      if (left < 0) controller.error(new Error(`the body is larger than ${limit} bytes`));
      else controller.enqueue(value);
    },
  });
}

/** The handler, with words for what it fails with. */
export function naming<Args extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: Args) => unknown,
  asks: 'page' | 'file',
  route: string,
): (args: Args) => Promise<unknown> {
  return async (args) => {
    try {
      const answer = await handler(args);
      if (isRefusal(answer)) await recordRefusal(args, route);
      return answer;
    } catch (error) {
      if (isRefusal(error)) await recordRefusal(args, route);
      if (isExpected(error) || args.request.signal.aborted) throw error;
      const { log, requestId } = args.context;
      if (isWorkRefused(error)) {
        // Who left reads no answer.
        if (error.why !== 'gone') log.warn({ requestId, why: error.why }, 'heavy work was refused');
        throw refusedWork(asks, requestId);
      }
      const path = pathForLog(new URL(args.request.url).pathname);
      if (isBusy(error)) {
        log.warn({ requestId, path }, 'the database is locked elsewhere');
        throw Response.json({ requestId }, { status: 503 });
      }
      if (cannotWrite(error)) {
        // One line and no stack: it is no fault of the code, and there may be many.
        log.error({ requestId, path, why: String(error) }, 'the database cannot be written');
        throw Response.json({ requestId }, { status: 507 });
      }
      log.error({ err: error, requestId, path }, 'unexpected error');
      throw Response.json({ requestId }, { status: 500 });
    }
  };
}

/** A file has no screen that could say it: its address answers with a page that asks again by itself. */
function refusedWork(asks: 'page' | 'file', requestId: string): Response {
  if (asks === 'page') return Response.json({ requestId }, { status: 503 });
  const { status, headers, body } = plainPage('queue', { requestId });
  return new Response(body, { status, headers });
}

/** An answer of our own that says that the account may not, thrown or given. */
function isRefusal(answer: unknown): boolean {
  if (answer instanceof Response) return answer.status === 403;
  if (!isExpected(answer) || typeof answer !== 'object' || answer === null || !('init' in answer))
    return false;
  const { init } = answer;
  return typeof init === 'object' && init !== null && 'status' in init && init.status === 403;
}

/** What our own code throws on purpose: a redirect, a Response, or `data(…)` with a status. */
function isExpected(error: unknown): boolean {
  if (error instanceof Response) return true;
  return (
    typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit'
  );
}

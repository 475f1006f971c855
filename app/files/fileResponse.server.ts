/**
 * Addresses that answer with a file, and with a refusal that is never mistaken for one. The server sets
 * `X-Content-Type-Options: nosniff` on every response; setting it here too would send it twice.
 */
import type { ReadStream } from 'node:fs';
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { sharedWords } from '~/i18n';
import { readLocale } from '~/i18n/locale.server';
import type { Locale } from '~/instrument';
import { typeOfFile } from './fileTypes';

const NO_STORE = 'private, no-store';

/** A file that is in memory as a whole. How its name ends says what it is. */
export interface MadeFile {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer> | string;
}

/** What an address says besides the Rakerda, instrument or agency that were opened already. */
export interface Asked {
  readonly params: LoaderFunctionArgs['params'];
  readonly url: URL;
}

type Open<Scope> = (args: LoaderFunctionArgs) => Promise<Scope>;
type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

/** The loader of a file to be saved. */
export function downloadLoader<Scope>(
  open: Open<Scope>,
  make: (scope: Scope, asked: Asked) => Promise<MadeFile>,
): Loader {
  return (args) => orRefused(args, async () => documentResponse(await make(await open(args), askedOf(args))));
}

/** The loader of a paper, which browsers show. Asking only for its headers makes none. */
export function paperLoader<Scope>(
  open: Open<Scope>,
  make: (scope: Scope, asked: Asked) => Promise<MadeFile>,
): Loader {
  return (args) =>
    orRefused(args, async () => {
      const scope = await open(args);
      if (args.request.method === 'HEAD') return headersOnly('.pdf');
      return documentResponse(await make(scope, askedOf(args)));
    });
}

function askedOf({ params, request }: LoaderFunctionArgs): Asked {
  return { params, url: new URL(request.url) };
}

/**
 * A thrown refusal (403, 404) as a short text in the reader's language: a file address has no page to show it on.
 * Redirects are passed on; anything else is thrown on.
 */
export async function orRefused(
  { request }: LoaderFunctionArgs,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return refusalResponse(error, await readLocale(request));
  }
}

/** For who asks only what kind of file it is: nothing is made, and nothing was downloaded. */
export function headersOnly(name: string): Response {
  return new Response(null, { headers: { 'Content-Type': typeOfFile(name) } });
}

/** Sends a file as a download while it is read from the disk. */
export function streamResponse(file: {
  readonly stream: ReadStream;
  readonly name: string;
  readonly bytes: number;
}): Response {
  return new Response(createReadableStreamFromReadable(file.stream), {
    headers: fileHeaders(file.name, file.bytes),
  });
}

/** Sends what is in memory. */
export function documentResponse({ name, body }: MadeFile): Response {
  return new Response(body, { headers: fileHeaders(name, Buffer.byteLength(body)) });
}

/** A paper is shown and saved under its name; what browsers cannot show is saved at once. */
function fileHeaders(name: string, bytes: number): HeadersInit {
  const type = typeOfFile(name);
  return {
    'Content-Type': type,
    'Content-Length': String(bytes),
    'Content-Disposition': `${type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'Cache-Control': NO_STORE,
  };
}

function refusalResponse(error: unknown, locale: Locale): Response {
  if (!(error instanceof Response)) throw error;
  if (error.status !== 403 && error.status !== 404) return error;
  const refused = sharedWords[locale].error;
  return new Response(error.status === 403 ? refused.forbidden : refused.notFound, {
    status: error.status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': NO_STORE },
  });
}

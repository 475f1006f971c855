/**
 * Turns a finished file into a response, and a refusal into one that is never mistaken for a file. The server sets
 * `X-Content-Type-Options: nosniff` on every response; setting it here too would send it twice.
 */
import type { ReadStream } from 'node:fs';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { sharedWords } from '~/i18n';
import type { Locale } from '~/instrument';

const NO_STORE = 'private, no-store';

interface FileFacts {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

function fileHeaders({ name, type, bytes }: FileFacts, disposition: 'attachment' | 'inline'): HeadersInit {
  return {
    'Content-Type': type,
    'Content-Length': String(bytes),
    'Content-Disposition': `${disposition}; filename="${name}"`,
    'Cache-Control': NO_STORE,
  };
}

/** Sends a file as a download while it is read from the disk. */
export function streamResponse(stream: ReadStream, facts: FileFacts): Response {
  return new Response(createReadableStreamFromReadable(stream), {
    headers: fileHeaders(facts, 'attachment'),
  });
}

/**
 * Sends a document that is already in memory. Browsers show what comes `inline` and save it under its name; what
 * they cannot show goes as an `attachment`.
 */
export function documentResponse(
  body: Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
  disposition: 'attachment' | 'inline' = 'inline',
): Response {
  return new Response(body, { headers: fileHeaders({ name, type, bytes: body.byteLength }, disposition) });
}

/**
 * A thrown refusal (403, 404) as a short text in the reader's language: a file address has no page to show it on.
 * Redirects are passed on; anything else is thrown on.
 */
export function refusalResponse(error: unknown, locale: Locale): Response {
  if (!(error instanceof Response)) throw error;
  if (error.status !== 403 && error.status !== 404) return error;
  const refused = sharedWords[locale].error;
  return new Response(error.status === 403 ? refused.forbidden : refused.notFound, {
    status: error.status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': NO_STORE },
  });
}

/**
 * What requests carry is taken in here, for every route and before Remix sees it: counted while it arrives, so that no
 * body, announced or not, costs more than its limit. Remix's own `request.formData()` knows no limit: it keeps
 * everything and takes it apart in one go, which stops the server for all and, past some size, ends the process.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request as ExpressRequest, RequestHandler } from 'express';
import getRawBody from 'raw-body';
import { IMPORT_LIMIT, IMPORT_WRAPPING } from '~/files/uploadedFile.server';
import { ARMS_LIMIT } from '~/hall/setUp/armsLimit.server';
import { DEFINITION_LIMIT } from '~/workshop/limits.server';
import { UPLOAD_LIMIT, UPLOAD_WRAPPING } from '~/hall/minutes/uploadedMinutes.server';

/** Most bytes of a form. Its texts are limited far below. */
export const FORM_LIMIT = 1024 * 1024;
/** Most fields of a form. The longest, a target for every agency of the country, has about 1,200. */
export const FIELD_LIMIT = 5000;
/** The routes that take a file read it themselves, piece by piece; the limit is then for everything around it too. */
const TAKE_A_FILE = [
  { path: /^\/periksa(\/[^/]*)?(\.data)?$/, limit: UPLOAD_LIMIT + UPLOAD_WRAPPING },
  {
    path: /^\/rakerda\/[^/]+\/(topik\/)?[^/]+\/[^/]+\/impor\/berkas(\.data)?$/,
    limit: IMPORT_LIMIT + IMPORT_WRAPPING,
  },
  { path: /^\/rakerda\/[^/]+\/ubah\/lambang(\.data)?$/, limit: ARMS_LIMIT + IMPORT_WRAPPING },
  { path: /^\/bengkel\/berkas(\.data)?$/, limit: DEFINITION_LIMIT + IMPORT_WRAPPING },
];
/**
 * Most bytes that are read and thrown away after a refusal: a browser reads the answer only once it has sent
 * everything, and a connection that is closed before that shows it nothing.
 */
const DISCARD_LIMIT = 256 * 1024 * 1024;

const URL_ENCODED = 'application/x-www-form-urlencoded';

/** A status from 400 on that says whose fault it is: 413 too much, 415 of a kind nobody reads here, 400 broken. */
export type BodyRefusal = { readonly kind: 'refused'; readonly status: 400 | 413 | 415 };

/** What became of the body of a request. */
export type TakenBody =
  | BodyRefusal
  /** It arrived whole and is a form. */
  | { readonly kind: 'form'; readonly bytes: Buffer; readonly contentType: string }
  /** It is left to the route, which may read so many bytes of it. */
  | { readonly kind: 'stream'; readonly limit: number }
  /** The method carries none. */
  | { readonly kind: 'none' };

/** The sender left in the middle: there is nobody to answer. */
type Taking = TakenBody | { readonly kind: 'gone' };

const NONE: TakenBody = { kind: 'none' };
const taken = new WeakMap<IncomingMessage, TakenBody>();

/** What `takeBodies` found; `none` where it was not asked. */
export function bodyOf(request: IncomingMessage): TakenBody {
  return taken.get(request) ?? NONE;
}

/**
 * Reads the body of every request that may carry one. It refuses nothing by itself: the action is told through
 * `bodyOf`, so that a refusal is drawn as every other fault of that page.
 */
export function takeBodies(): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const askForIt = () => {
      // The server listens to `checkContinue`: nothing is asked for that is refused anyway.
      if (request.get('expect')?.toLowerCase() === '100-continue') response.writeContinue();
    };
    takeBody(request, askForIt).then((body) => {
      if (body.kind === 'gone') return;
      taken.set(request, body);
      if (body.kind !== 'form') letAnswerBeSeen(request, response);
      next();
    }, next);
  };
}

/**
 * For an answer that may go out before the whole body came. Closing a connection on which something still arrives resets
 * it, and the answer is lost on its way: so the rest is read and thrown away first, also for those who asked to close.
 */
export function letAnswerBeSeen(request: IncomingMessage, response: ServerResponse): void {
  const isLast = !response.shouldKeepAlive;
  response.shouldKeepAlive = true;
  response.once('finish', () => {
    if (request.complete) {
      if (isLast) request.socket.destroySoon();
      return;
    }
    if (isLast) request.once('end', () => request.socket.destroySoon());
    // Not before: Remix's Express adapter listens to the request too, and would hold the stream back.
    discard(request);
  });
}

/** Reads on and keeps nothing; past `DISCARD_LIMIT` the connection is cut. */
function discard(request: IncomingMessage): void {
  let left = DISCARD_LIMIT;
  request.removeAllListeners('data');
  request.on('data', (piece: Buffer) => {
    left -= piece.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}

async function takeBody(request: ExpressRequest, askForIt: () => void): Promise<Taking> {
  const file = TAKE_A_FILE.find(({ path }) => path.test(request.path));
  // Nothing of ours packs what it sends, and a small packed body may unpack into anything.
  const packing = request.get('content-encoding') ?? 'identity';
  if (packing !== 'identity') return refused(415);
  if (file) {
    askForIt();
    return { kind: 'stream', limit: file.limit };
  }
  const announced = request.get('content-length');
  if (Number(announced ?? 0) > FORM_LIMIT) return refused(413);
  askForIt();
  let bytes: Buffer;
  try {
    bytes = await getRawBody(request, { length: announced, limit: FORM_LIMIT });
  } catch (error) {
    const type = typeOf(error);
    if (type === 'request.aborted') return { kind: 'gone' };
    return refused(type === 'entity.too.large' ? 413 : 400);
  }
  return asForm(bytes, request.get('content-type'));
}

function asForm(bytes: Buffer, contentType: string | undefined): TakenBody {
  // A form without fields is sent as nothing at all by some.
  if (bytes.length === 0) return { kind: 'form', bytes, contentType: URL_ENCODED };
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (contentType === undefined) return refused(415);
  if (type === URL_ENCODED) {
    const separators = count(bytes, '&', FIELD_LIMIT);
    return separators >= FIELD_LIMIT ? refused(413) : { kind: 'form', bytes, contentType };
  }
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (type !== 'multipart/form-data' || mark === undefined) return refused(415);
  // One boundary stands before each part and one after the last.
  const boundaries = count(bytes, `--${mark}`, FIELD_LIMIT + 2);
  return boundaries > FIELD_LIMIT + 1 ? refused(413) : { kind: 'form', bytes, contentType };
}

/** Occurrences of a text; stops counting at `enough`. */
function count(bytes: Buffer, text: string, enough: number): number {
  let found = 0;
  for (
    let at = bytes.indexOf(text);
    at !== -1 && found < enough;
    at = bytes.indexOf(text, at + text.length)
  ) {
    found += 1;
  }
  return found;
}

function refused(status: BodyRefusal['status']): BodyRefusal {
  return { kind: 'refused', status };
}

/** What `raw-body` calls its failure. */
function typeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
}

/** Takes the checksum of an uploaded file while it arrives: nothing is kept, neither on the disk nor in memory. */
import { createHash } from 'node:crypto';
import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from '@remix-run/node';

/** Largest file that is read. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;
/** Room for the wrapping of the form around the file. */
export const UPLOAD_WRAPPING = 64 * 1024;
/** The form has two fields; many more are nobody's mistake. */
const MOST_PARTS = 20;

export type Upload =
  | { readonly kind: 'read'; readonly sha256: string }
  | { readonly kind: 'noFile' | 'tooLarge' | 'unreadable' };

class TooLarge extends Error {}

/** The SHA-256 of the field `berkas` of a multipart form. */
export async function readUploadChecksum(request: Request): Promise<Upload> {
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data')) return { kind: 'noFile' };
  if (Number(request.headers.get('Content-Length') ?? 0) > UPLOAD_LIMIT + UPLOAD_WRAPPING) {
    return { kind: 'tooLarge' };
  }
  let total = 0;
  let parts = 0;
  let sha256: string | undefined;
  const read = async ({ name, filename, data }: UploadHandlerPart) => {
    parts += 1;
    if (parts > MOST_PARTS) throw new Error('too many parts');
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of data) {
      total += piece.byteLength;
      size += piece.byteLength;
      if (total > UPLOAD_LIMIT) throw new TooLarge();
      hash.update(piece);
    }
    if (name === 'berkas' && filename && size > 0) sha256 ??= hash.digest('hex');
    return undefined;
  };
  try {
    await parseMultipart(request, read);
  } catch (error) {
    return { kind: error instanceof TooLarge ? 'tooLarge' : 'unreadable' };
  }
  return sha256 === undefined ? { kind: 'noFile' } : { kind: 'read', sha256 };
}

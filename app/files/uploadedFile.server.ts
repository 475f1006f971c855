/** Takes a form with one file while it arrives, into memory and nowhere else. */
import { fileIn } from '~/text';

export type UploadRefusal = 'noFile' | 'tooLarge' | 'unreadable';

export type UploadedForm =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly form: FormData;
    }
  | { readonly kind: UploadRefusal };

/** Largest file that is imported. */
export const IMPORT_LIMIT = 10 * 1024 * 1024;
/** Room for the texts and the wrapping around the file. */
export const IMPORT_WRAPPING = 64 * 1024;
/** Many more fields are nobody's mistake. */
const MOST_PARTS = 40;

/**
 * Remix's own reader of such forms goes one call deeper for every line break of a file, and a table has one per row: Node's
 * takes a whole form apart in some milliseconds.
 * @param field the name of the field that holds the file
 */
export async function readUploadedForm(
  request: Request,
  field: string,
  limit = IMPORT_LIMIT,
): Promise<UploadedForm> {
  const contentType = request.headers.get('Content-Type') ?? '';
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || !request.body) return { kind: 'noFile' };
  const most = limit + IMPORT_WRAPPING;
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return { kind: 'tooLarge' };
  try {
    const body = await wholeBody(request.body, most);
    if (body === null) return { kind: 'tooLarge' };
    if (countOf(body, `--${mark}`) > MOST_PARTS + 1) return { kind: 'unreadable' };
    const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
    const file = fileIn(form, field);
    if (!file || file.size === 0) return { kind: 'noFile' };
    if (file.size > limit) return { kind: 'tooLarge' };
    return { kind: 'read', bytes: new Uint8Array(await file.arrayBuffer()), form };
  } catch {
    // Cut off on its way, or no form at all.
    return { kind: 'unreadable' };
  }
}

/** Null where more comes than may. */
async function wholeBody(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    total += next.value.byteLength;
    if (total > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(next.value);
  }
  return Buffer.concat(pieces);
}

function countOf(bytes: Buffer, text: string): number {
  let found = 0;
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + text.length)) found += 1;
  return found;
}

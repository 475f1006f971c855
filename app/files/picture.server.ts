/**
 * A picture as somebody sent it: what kind it is, how large, and only those of its parts that draw it. Where it was taken,
 * with what and by whom (EXIF, XMP, texts) stays behind, and so does whatever was hung on at its end. Pure.
 */
import type { PictureRefusal } from './pictureRefusal';

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface Picture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Pixels of a side. Fewer are a blur in the hall; more cost every screen the memory to unpack them. */
export const LEAST_SIDE = 96;
export const MOST_SIDE = 3000;

/** What cannot be read as the kind that it says it is. */
class Broken extends Error {}

interface Parts {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Buffer[];
  readonly refusal?: 'moving' | 'print';
}

/** The picture without what does not draw it, or why it is not taken. */
export function cleanPicture(sent: Uint8Array): Picture | PictureRefusal {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  const read = readerOf(bytes);
  if (!read) return looksLikeSvg(bytes) ? 'svg' : 'format';
  let parts: Parts;
  try {
    parts = read(bytes);
  } catch (error) {
    // Asked for bytes behind the end.
    if (error instanceof Broken || error instanceof RangeError) return 'broken';
    throw error;
  }
  const { type, width, height, pieces, refusal } = parts;
  if (refusal) return refusal;
  if (Math.min(width, height) < LEAST_SIDE) return 'small';
  if (Math.max(width, height) > MOST_SIDE) return 'large';
  return { type, width, height, bytes: Uint8Array.from(Buffer.concat(pieces)) };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function readerOf(bytes: Buffer): ((bytes: Buffer) => Parts) | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return readPng;
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return readJpeg;
  if (textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP') return readWebp;
  return null;
}

function looksLikeSvg(bytes: Buffer): boolean {
  return /<svg[\s>]/i.test(bytes.subarray(0, 4096).toString('latin1').replaceAll('\0', ''));
}

/** Four letters. */
function textAt(bytes: Buffer, at: number): string {
  return bytes.subarray(at, at + 4).toString('latin1');
}

/** @throws Broken where so much is not there */
function pieceAt(bytes: Buffer, from: number, length: number): Buffer {
  if (from + length > bytes.length) throw new Broken();
  return bytes.subarray(from, from + length);
}

const PNG_DRAWS: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);

function readPng(bytes: Buffer): Parts {
  const pieces: Buffer[] = [PNG];
  let hasData = false;
  for (let at = PNG.length; ;) {
    const length = bytes.readUInt32BE(at);
    const name = textAt(bytes, at + 4);
    const chunk = pieceAt(bytes, at, length + 12);
    if ((at === PNG.length) !== (name === 'IHDR')) throw new Broken();
    if (PNG_DRAWS.has(name)) pieces.push(chunk);
    hasData ||= name === 'IDAT';
    at += chunk.length;
    if (name === 'IEND') break;
  }
  const header = PNG.length + 8;
  if (!hasData) throw new Broken();
  return {
    type: 'image/png',
    width: bytes.readUInt32BE(header),
    height: bytes.readUInt32BE(header + 4),
    pieces,
  };
}

/** Tables, frames and scans; of the notes of programs only how colours are meant (`Adobe`). */
const JPEG_DRAWS: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xee]);
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const SCAN = 0xda;
const END = 0xd9;
/** A picture that builds up in steps has about ten. */
const MOST_SCANS = 100;

function readJpeg(bytes: Buffer): Parts {
  const pieces: Buffer[] = [pieceAt(bytes, 0, 2)];
  let frame: { readonly width: number; readonly height: number; readonly colours: number } | null = null;
  let scans = 0;
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) throw new Broken();
    const mark = bytes.readUInt8(at + 1);
    if (mark === END) {
      pieces.push(pieceAt(bytes, at, 2));
      break;
    }
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || mark < 0xc0 || (mark >= 0xd0 && mark <= 0xd8)) throw new Broken();
    const segment = pieceAt(bytes, at, length + 2);
    if (FRAMES.has(mark)) {
      if (frame) throw new Broken();
      frame = {
        height: segment.readUInt16BE(5),
        width: segment.readUInt16BE(7),
        colours: segment.readUInt8(9),
      };
    }
    const end = mark === SCAN ? endOfScan(bytes, at + segment.length) : at + segment.length;
    if (mark === SCAN) scans += 1;
    if (scans > MOST_SCANS) throw new Broken();
    if (JPEG_DRAWS.has(mark)) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  if (!frame || scans === 0) throw new Broken();
  const { width, height, colours } = frame;
  return {
    type: 'image/jpeg',
    width,
    height,
    pieces,
    // Four colours are inks: screens show them wrongly.
    ...(colours === 4 && { refusal: 'print' as const }),
  };
}

/** Where the next mark begins behind the data of a scan. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  throw new Broken();
}

const WEBP_DRAWS: ReadonlySet<string> = new Set(['ALPH', 'VP8 ', 'VP8L']);
const HAS_ALPHA = 0x10;
const MOVES = 0x02;

function readWebp(bytes: Buffer): Parts {
  const whole = pieceAt(bytes, 0, bytes.readUInt32LE(4) + 8);
  const pieces: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let moves = false;
  for (let at = 12; at < whole.length;) {
    const name = textAt(whole, at);
    const length = whole.readUInt32LE(at + 4);
    const data = pieceAt(whole, at + 8, length);
    // A chunk of odd length has a byte behind it.
    const chunk = pieceAt(whole, at, 8 + length + (length % 2));
    if (name === 'VP8X') {
      moves ||= (data.readUInt8(0) & MOVES) !== 0;
      // What was taken out is not announced either.
      const kept = Buffer.from(chunk);
      kept.writeUInt8(data.readUInt8(0) & HAS_ALPHA, 8);
      pieces.push(kept);
    }
    if (WEBP_DRAWS.has(name)) pieces.push(chunk);
    if (name === 'VP8 ')
      size = { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    if (name === 'VP8L') {
      const packed = data.readUInt32LE(1);
      size = { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    at += chunk.length;
  }
  if (moves) return { type: 'image/webp', width: 0, height: 0, pieces, refusal: 'moving' };
  if (!size) throw new Broken();
  const head = Buffer.from('RIFF....WEBP', 'latin1');
  head.writeUInt32LE(4 + pieces.reduce((sum, piece) => sum + piece.length, 0), 4);
  return { type: 'image/webp', ...size, pieces: [head, ...pieces] };
}

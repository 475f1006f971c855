/** Small pictures for tests, with things in them that nobody should get. The PNG can be drawn; of the others only the frame is right. */
import { crc32, deflateSync } from 'node:zlib';

interface Wanted {
  readonly width: number;
  readonly height: number;
  /** Stands where cameras and programs leave their notes. */
  readonly secret?: string;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey square; what is larger than can be drawn only says that it is. */
export function pngOf({ width, height, secret }: Wanted): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = width > 5000 ? Buffer.alloc(10) : Buffer.alloc((width + 1) * height, 0);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(secret === undefined
      ? []
      : [chunk('tEXt', Buffer.from(`Comment\0${secret}`)), chunk('eXIf', Buffer.from(secret))]),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(mark: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export function jpegOf({
  width,
  height,
  secret,
  colours = 3,
}: Wanted & { readonly colours?: number }): Buffer {
  const frame = Buffer.alloc(6 + colours * 3);
  frame.set([8], 0);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  frame.set([colours], 5);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(secret === undefined
      ? []
      : [segment(0xe1, Buffer.from(`Exif\0\0${secret}`)), segment(0xfe, Buffer.from(secret))]),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(19)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function riff(name: string, data: Uint8Array): Buffer {
  const head = Buffer.from(`${name}....`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function webpOf({
  width,
  height,
  secret,
  moves = false,
}: Wanted & { readonly moves?: boolean }): Buffer {
  const wide = Buffer.alloc(10);
  wide.set([moves ? 0x02 : 0x2c], 0);
  wide.writeUIntLE(width - 1, 4, 3);
  wide.writeUIntLE(height - 1, 7, 3);
  const picture = Buffer.alloc(20);
  picture.set([0, 0, 0, 0x9d, 0x01, 0x2a], 0);
  picture.writeUInt16LE(width, 6);
  picture.writeUInt16LE(height, 8);
  const notes =
    secret === undefined ? [] : [riff('EXIF', Buffer.from(secret)), riff('XMP ', Buffer.from(secret))];
  const chunks = Buffer.concat([riff('VP8X', wide), riff('VP8 ', picture), ...notes]);
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), chunks]));
}

export function gifOf(): Buffer {
  return Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');
}

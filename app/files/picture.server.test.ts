import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPicture, MOST_SIDE } from './picture.server';
import { PICTURE_REFUSALS } from './pictureRefusal';
import { gifOf, jpegOf, pngOf, webpOf } from '#tests/house/pictures';

const SECRET = 'Jl. Rahasia 1, -3.44, 114.83';
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

function taken(bytes: Uint8Array) {
  const picture = cleanPicture(bytes);
  if (typeof picture === 'string') throw new Error(picture);
  return picture;
}

describe('what is kept of a picture', () => {
  it.each([
    ['image/png', pngOf({ width: 120, height: 150, secret: SECRET })],
    ['image/jpeg', jpegOf({ width: 120, height: 150, secret: SECRET })],
    ['image/webp', webpOf({ width: 120, height: 150, secret: SECRET })],
  ])('is what draws it (%s)', (type, sent) => {
    expect(holds(sent, SECRET)).toBe(true);
    const picture = taken(sent);
    expect(picture).toMatchObject({ type, width: 120, height: 150 });
    expect(holds(picture.bytes, SECRET)).toBe(false);
    // Clean already: nothing more is taken away.
    expect(taken(picture.bytes)).toEqual(picture);
  });

  it.each([
    ['PNG', pngOf({ width: 120, height: 150 })],
    ['JPEG', jpegOf({ width: 120, height: 150 })],
    ['WebP', webpOf({ width: 120, height: 150 })],
  ])('is nothing of what hangs behind its end (%s)', (_name, sent) => {
    const script = '<script>alert(1)</script>';
    expect(holds(taken(Buffer.concat([sent, Buffer.from(script)])).bytes, script)).toBe(false);
  });
});

describe('what is not taken', () => {
  it.each([
    ['svg', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['format', gifOf()],
    ['format', Buffer.from('%PDF-1.7')],
    ['format', Buffer.from('<html><script>alert(1)</script>')],
    ['format', Buffer.alloc(0)],
    ['small', pngOf({ width: 95, height: 400 })],
    ['large', pngOf({ width: 200, height: MOST_SIDE + 1 })],
    // A few bytes that unpack into gigabytes.
    ['large', pngOf({ width: 0xffff_ffff, height: 0xffff_ffff })],
    ['print', jpegOf({ width: 120, height: 150, colours: 4 })],
    ['moving', webpOf({ width: 120, height: 150, moves: true })],
    ['broken', pngOf({ width: 120, height: 150 }).subarray(0, 60)],
    ['broken', jpegOf({ width: 120, height: 150 }).subarray(0, -4)],
    ['broken', webpOf({ width: 120, height: 150 }).subarray(0, -4)],
  ] as const)('%s', (why, sent) => {
    expect(cleanPicture(sent)).toBe(why);
  });

  it('throws at nothing, however it begins', () => {
    const starts = [pngOf, jpegOf, webpOf].map((of) => of({ width: 120, height: 150 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        (start, cut, changes) => {
          const bytes = Buffer.from(start.subarray(0, cut % (start.length + 1)));
          for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
          const picture = cleanPicture(bytes);
          if (typeof picture === 'string') expect(PICTURE_REFUSALS).toContain(picture);
          else expect(picture.bytes.byteLength).toBeLessThanOrEqual(bytes.length + 12);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

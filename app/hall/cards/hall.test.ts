import fc from 'fast-check';
import jsQR from 'jsqr';
import type { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { ALPHABET, joinLink, readCode, showCode } from './cardCode';
import { hallAddress } from './hallAddress.server';
import { qrPath } from './qr.server';

const ipv4 = (address: string, internal = false) => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4' as const,
  mac: '00:00:00:00:00:00',
  internal,
  cidr: null,
});
const NETWORKS: ReturnType<typeof networkInterfaces> = {
  lo: [ipv4('127.0.0.1', true)],
  docker0: [ipv4('172.17.0.1')],
  wlan0: [ipv4('192.168.1.20')],
};

describe('the address for the hall', () => {
  const at = (url: string, host = '127.0.0.1', publicOrigin?: string) =>
    hallAddress(new Request(url), { host, publicOrigin }, NETWORKS);

  test('is the public one, else the one the page was opened by', () => {
    expect(at('http://localhost:3000/x', '127.0.0.1', 'https://spbe.example.go.id')).toEqual({
      origin: 'https://spbe.example.go.id',
      isReachable: true,
    });
    expect(at('http://10.0.0.5:3000/x', '0.0.0.0').origin).toBe('http://10.0.0.5:3000');
  });

  test('is the computer’s address in the network where the page was opened on the computer itself', () => {
    for (const host of ['0.0.0.0', '::']) {
      expect(at('http://localhost:3000/x', host)).toEqual({
        origin: 'http://192.168.1.20:3000',
        isReachable: true,
      });
    }
  });

  test('cannot be reached where the server listens on this computer only, or there is no network', () => {
    expect(at('http://127.0.0.1:3000/x').isReachable).toBe(false);
    expect(at('http://[::1]:3000/x').isReachable).toBe(false);
    const alone = hallAddress(
      new Request('http://localhost:3000/'),
      { host: '0.0.0.0', publicOrigin: undefined },
      {},
    );
    expect(alone).toEqual({ origin: 'http://localhost:3000', isReachable: false });
  });
});

/** Draws the path as a scanner sees it: `scale` pixels a module. */
function draw({ path, size }: { path: string; size: number }, scale: number): Uint8ClampedArray {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left, top, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y += 1) {
      const start = (y * side + Number(left) * scale) * 4;
      for (let at = start; at < start + Number(width) * scale * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return pixels;
}

test('a QR code is read back as the address it was made of', () => {
  const link = joinLink('http://192.168.1.20:3000', 'K7MR24XP');
  const qr = qrPath(link);
  const side = qr.size * 4;
  expect(jsQR(draw(qr, 4), side, side)?.data).toBe(link);
});

describe('codes as people type them', () => {
  const code = fc.string({ unit: fc.constantFrom(...Array.from(ALPHABET)), minLength: 8, maxLength: 8 });

  test('a printed code is read whatever the case and the spaces', () => {
    fc.assert(
      fc.property(code, (value) => {
        expect(readCode(showCode(value))).toBe(value);
        expect(readCode(` ${value.toLowerCase().split('').join(' ')}\t`)).toBe(value);
      }),
    );
  });

  test('anything else is no code and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readCode(typed);
        if (read !== null) expect(read).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });
});

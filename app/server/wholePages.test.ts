import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../tests/house/house';
import { requestOf } from './exchange';
import { answerWholePages, arePages } from './wholePages';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A build with one page, which says its address; as much of one as Remix asks for. */
const PAGE = `<!DOCTYPE html><p>${'Kabupaten '.repeat(900)}</p>`;
const build: ServerBuild = {
  mode: 'production',
  entry: {
    module: {
      default: (request, status, headers) => {
        headers.set('Content-Type', 'text/html; charset=utf-8');
        headers.append('Set-Cookie', 'a=1');
        headers.append('Set-Cookie', 'b=2');
        headers.set('X-Address', request.url);
        return new Response(new TextEncoder().encode(PAGE), { status, headers });
      },
    },
  },
  routes: {
    root: { id: 'root', path: '', module: { default: () => null } },
    page: { id: 'page', parentId: 'root', path: 'halaman', module: { default: () => null, loader: () => 1 } },
    file: { id: 'file', parentId: 'root', path: 'berkas', module: { default: undefined, loader: () => 1 } },
  },
  assets: { version: '1', url: '/manifest.js', entry: { module: '/entry.js', imports: [] }, routes: {} },
  assetsBuildDirectory: '',
  publicPath: '/',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
  isSpaMode: false,
};

interface Said {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly pieces: readonly Buffer[];
}

describe('a page that is answered whole', () => {
  let server: Server;
  beforeAll(async () => {
    const { context } = house.args(new Request('http://127.0.0.1/'));
    const app = express();
    app.use(compression());
    app.use(
      answerWholePages(
        build,
        'production',
        () => context,
        (_request, response) => {
          response.send('others');
        },
      ),
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => server.close());

  function said(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Said> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const asked = ask({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, pieces }));
      });
      asked.on('error', reject);
      asked.end();
    });
  }
  const text = ({ pieces }: Said) => Buffer.concat(pieces).toString();

  it('says its headers, each cookie, and the address it was asked at', async () => {
    const page = await said('/halaman?a=%20b');
    expect(text(page)).toBe(PAGE);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': ['a=1', 'b=2'],
    });
    expect(page.headers['x-address']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/halaman\?a=%20b$/);
  });

  it('is packed where that is wanted', async () => {
    const page = await said('/halaman', 'GET', { 'Accept-Encoding': 'gzip' });
    expect(page.headers['content-encoding']).toBe('gzip');
    expect(Buffer.concat(page.pieces).length).toBeLessThan(PAGE.length / 10);
  });

  it('has no body where only its head is asked for', async () => {
    const page = await said('/halaman', 'HEAD');
    expect(page.status).toBe(200);
    expect(text(page)).toBe('');
  });

  it.each([
    ['a form', '/halaman', 'POST'],
    ['its data', '/halaman.data', 'GET'],
  ])('leaves %s to others', async (_what, path, method) => {
    expect(text(await said(path, method))).toBe('others');
  });
});

it('pages are told from files by what they draw', () => {
  expect(arePages(build, ['root', 'page'])).toBe(true);
  expect(arePages(build, ['page', 'gone'])).toBe(false);
});

describe('the address of a request', () => {
  /** What it is for a server that believes so many proxies. */
  async function addressAt(proxies: number, headers: Record<string, string>): Promise<string> {
    const app = express();
    app.set('trust proxy', proxies);
    app.get('*', (asked, answer) => {
      answer.send(requestOf(asked, new AbortController().signal).url);
    });
    const server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      return await new Promise<string>((resolve, reject) => {
        const asked = ask({ port, host: '127.0.0.1', path: '/a?b', headers }, (answer) => {
          answer.setEncoding('utf8').once('data', resolve);
        });
        asked.on('error', reject);
        asked.end();
      });
    } finally {
      server.close();
    }
  }

  it.each([
    ['its own', 0, { Host: 'aula.local:3000' }, 'http://aula.local:3000/a?b'],
    ['one of numbers', 0, { Host: '[::1]:3000' }, 'http://[::1]:3000/a?b'],
    [
      'what a proxy says that is believed',
      1,
      { Host: '127.0.0.1:3000', 'X-Forwarded-Host': 'rakerda.lan:8080', 'X-Forwarded-Proto': 'https' },
      'https://rakerda.lan:8080/a?b',
    ],
    [
      'not what a stranger says',
      0,
      { Host: 'aula.local:3000', 'X-Forwarded-Host': 'jahat.lan:1', 'X-Forwarded-Proto': 'https' },
      'http://aula.local:3000/a?b',
    ],
  ])('is %s', async (_what, proxies, headers, address) => {
    expect(await addressAt(proxies, headers)).toBe(address);
  });
});

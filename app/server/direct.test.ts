import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../tests/house/house';
import { answerDirectly } from './direct';

type Module = ServerBuild['routes'][string]['module'];

const root = { id: 'root', path: '', module: { default: () => null } };
const routesWith = (module: Module): Pick<ServerBuild, 'routes'> => ({
  routes: {
    root,
    parent: { id: 'parent', parentId: 'root', path: 'rakerda/:rakerda', module: root.module },
    save: { id: 'save', parentId: 'parent', path: 'isi/:nomor/simpan', module },
  },
});

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What a server says that answers one route directly and calls everything else "router". */
async function ask(
  action: NonNullable<Module['action']>,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const app = express();
  const { context } = house.args(new Request('http://127.0.0.1/'));
  app.use(answerDirectly(routesWith({ action, default: undefined }), () => context, ['save']));
  app.all('*', (_request, response) => {
    response.send('router');
  });
  app.use(((error: Error, _request, response, _next) => {
    response.status(500).send(error.message);
  }) satisfies express.ErrorRequestHandler);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', ...init });
    return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
  } finally {
    server.close();
  }
}

describe('a route that is answered directly', () => {
  it('is handed what the address and the request say', async () => {
    const answer = await ask(
      ({ params, request, context }) =>
        Response.json(
          {
            params,
            url: new URL(request.url).pathname,
            header: request.headers.get('x-uji'),
            known: 'db' in context,
          },
          { status: 201, headers: { 'Cache-Control': 'no-store' } },
        ),
      '/rakerda/kal%20sel/isi/7/simpan?a=1',
      { headers: { 'X-Uji': 'ya' } },
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      params: { rakerda: 'kal sel', nomor: '7' },
      url: '/rakerda/kal%20sel/isi/7/simpan',
      header: 'ya',
      known: true,
    });
  });

  it('answers with the response that its action throws', async () => {
    const answer = await ask(() => {
      throw Response.json({ reason: 'forbidden' }, { status: 403 });
    }, '/rakerda/a/isi/7/simpan');
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({ reason: 'forbidden' });
  });

  it.each([
    ['another address', '/rakerda/a/isi/7', 'POST'],
    ['another method', '/rakerda/a/isi/7/simpan', 'GET'],
  ])('leaves %s to the router', async (_what, path, method) => {
    const answer = await ask(() => new Response('direct'), path, { method });
    expect(await answer.text()).toBe('router');
  });

  it('leaves a fault to the server', async () => {
    const answer = await ask(() => Promise.reject(new Error('ours')), '/rakerda/a/isi/7/simpan');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('ours');
  });
});

it('a page is not answered directly, nor what is not there', () => {
  const { context } = house.args(new Request('http://127.0.0.1/'));
  const page = routesWith({ action: () => null, default: () => null });
  expect(() => answerDirectly(page, () => context, ['save'])).toThrow('save');
  expect(() => answerDirectly(page, () => context, ['gone'])).toThrow('gone');
});

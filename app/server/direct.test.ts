import type { AddressInfo } from 'node:net';
import { redirect, type ServerBuild } from '@remix-run/node';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../tests/house/house';
import { actingOnce, answerDirectly } from './direct';

type Module = ServerBuild['routes'][string]['module'];

const root = { id: 'root', path: '', module: { default: () => null } };
const routesWith = (module: Module, path = 'isi/:nomor/simpan'): Pick<ServerBuild, 'routes'> => ({
  routes: {
    root,
    parent: { id: 'parent', parentId: 'root', path: 'rakerda/:rakerda', module: root.module },
    save: { id: 'save', parentId: 'parent', path, module },
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
  const { context } = house.args(new Request('http://127.0.0.1/'));
  const direct = { files: ['save'], pages: [] };
  return askOf(
    answerDirectly(routesWith({ action, default: undefined }), () => context, direct),
    (_request, response) => void response.send('router'),
    path,
    init,
  );
}

async function askOf(
  direct: express.Router,
  router: express.RequestHandler,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const app = express();
  app.use(direct);
  app.all('*', router);
  app.use(((error: Error, _request, response, _next) => {
    response.status(500).send(error.message);
  }) satisfies express.ErrorRequestHandler);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      redirect: 'manual',
      ...init,
    });
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

describe('a page whose form is answered directly', () => {
  /** Asks it; the router calls the action too, as it does before it draws, and says what that said. */
  async function askPage(
    action: NonNullable<Module['action']>,
    path = '/rakerda/a/isi/7/simpan',
    pattern?: string,
  ) {
    let acted = 0;
    const counted: typeof action = (args) => {
      acted += 1;
      return action(args);
    };
    const build = actingOnce(routesWith({ action: counted, default: () => null }, pattern), ['save']);
    build.routes.other = { id: 'other', parentId: 'root', path: ':x/b/isi/:y/:z', module: root.module };
    const args = house.args(new Request('http://127.0.0.1/'));
    const answer = await askOf(
      answerDirectly(build, () => args.context, { files: [], pages: ['save'] }),
      (_request, response) => {
        const again = async () => build.routes.save?.module.action?.(args);
        again().then(
          (said) => response.json({ router: said }),
          (error: unknown) => response.json({ router: String(error) }),
        );
      },
      path,
    );
    return { answer, acted };
  }

  it('sends on, with all that the action gives along', async () => {
    const { answer, acted } = await askPage(() =>
      redirect('/rakerda/a/isi/8', { headers: { 'Set-Cookie': 'a=b' } }),
    );
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/rakerda/a/isi/8');
    expect(answer.headers.get('Set-Cookie')).toBe('a=b');
    expect(await answer.text()).toBe('');
    expect(acted).toBe(1);
  });

  it('sends on where the action throws its answer', async () => {
    const { answer } = await askPage(() => {
      throw redirect('/masuk');
    });
    expect(answer.headers.get('Location')).toBe('/masuk');
  });

  it('leaves what is to be drawn to the router, and acts once', async () => {
    const { answer, acted } = await askPage(() => ({ refused: true }));
    expect(await answer.json()).toEqual({ router: { refused: true } });
    expect(acted).toBe(1);
  });

  it('leaves faults to the router, and acts once', async () => {
    const { answer, acted } = await askPage(() => Promise.reject(new Error('ours')));
    expect(await answer.json()).toEqual({ router: 'Error: ours' });
    expect(acted).toBe(1);
  });

  it('is left to the router where scripts ask its data', async () => {
    const page = await askPage(() => redirect('/elsewhere'), '/rakerda/a/isi/7', 'isi/:nomor');
    expect(page.answer.status).toBe(302);
    const asked = await askPage(() => redirect('/elsewhere'), '/rakerda/a/isi/7.data', 'isi/:nomor');
    expect(asked.answer.status).toBe(200);
  });

  it('is left to the router where another route fits too', async () => {
    const { answer } = await askPage(() => redirect('/'), '/rakerda/b/isi/7/simpan');
    expect(answer.status).toBe(200);
  });
});

it('a page is not answered as a file, nor a file as a page, nor what is not there', () => {
  const { context } = house.args(new Request('http://127.0.0.1/'));
  const page = routesWith({ action: () => null, default: () => null });
  expect(() => answerDirectly(page, () => context, { files: ['save'], pages: [] })).toThrow('save');
  expect(() => answerDirectly(page, () => context, { files: ['gone'], pages: [] })).toThrow('gone');
  const file = routesWith({ action: () => null, default: undefined });
  expect(() => answerDirectly(file, () => context, { files: [], pages: ['save'] })).toThrow('save');
});

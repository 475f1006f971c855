import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from './editingTypes';
import { ANSWER_LIMIT_MS } from '~/ui/askServer';
import { newName, sendChange } from './sendChange';
import { EMPTY } from '#tests/house/answers';

const CHANGE: Entry = {
  id: 'a1b2c3d4',
  account: 'operator',
  tab: 'tab',
  url: '/isi/3',
  field: 'discuss',
  at: 0,
  version: 3,
  values: { discuss: true },
  send: { discuss: true },
  readyAt: 0,
  seq: 7,
  device: 'telepon-1',
  isAside: false,
  question: null,
  refusal: null,
};
const ask = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  ask.mockReset();
});

describe('one save on its way', () => {
  it('names itself, its device, its person, and the version it changes', async () => {
    const reply = { kind: 'unchanged', answer: { version: 3, values: EMPTY } };
    ask.mockResolvedValue(Response.json(reply));
    vi.setSystemTime(5000);
    expect(await sendChange({ ...CHANGE, at: 1000, typedAt: 3000 })).toEqual({ reply, standing: null });
    const [address, init] = ask.mock.calls[0] ?? [];
    expect(address).toBe('/isi/3/simpan');
    expect(init?.body instanceof FormData ? Object.fromEntries(init.body) : null).toEqual({
      changeId: 'a1b2c3d4',
      account: 'operator',
      device: 'telepon-1',
      seq: '7',
      version: '3',
      field: 'discuss',
      discuss: 'on',
      // How long ago it was typed: the device's clock may be wrong.
      age: '2000',
    });
  });

  it('is given up when nothing answers in time', async () => {
    ask.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const result = sendChange(CHANGE);
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS);
    expect(await result).toEqual({ trouble: 'offline' });
  });

  it('is given up when an answer begins and never ends', async () => {
    ask.mockImplementation((_, init) => {
      const body = new ReadableStream({
        start(controller) {
          init?.signal?.addEventListener('abort', () =>
            controller.error(new DOMException('aborted', 'AbortError')),
          );
        },
      });
      return Promise.resolve(new Response(body));
    });
    const result = sendChange(CHANGE);
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS);
    expect(await result).toEqual({ trouble: 'offline' });
  });

  it('fails when something else answers', async () => {
    ask.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await sendChange(CHANGE)).toEqual({ trouble: 'failed' });
  });

  it('takes no portal’s page for an answer', async () => {
    ask.mockResolvedValue(new Response('<h1>Selamat datang di Wi-Fi hotel</h1>', { status: 200 }));
    expect(await sendChange(CHANGE)).toEqual({ trouble: 'failed' });
  });

  it('gives every change a name that the server takes', () => {
    const names = Array.from({ length: 100 }, newName);
    expect(new Set(names).size).toBe(100);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
  });
});

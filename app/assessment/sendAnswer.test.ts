import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER_LIMIT_MS } from '~/ui/askServer';
import { newChangeId, sendAnswer } from './sendAnswer';
import { answer } from './testAnswers';

const CHANGE = { id: 'a1b2c3d4', version: 3, values: answer({ level: '2', discuss: true }) };
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
  it('names its change and the version it changes', async () => {
    ask.mockResolvedValue(Response.json({ kind: 'unchanged', version: 3 }));
    expect(await sendAnswer('/simpan', CHANGE)).toEqual({ kind: 'unchanged', version: 3 });
    const body = ask.mock.calls[0]?.[1]?.body;
    expect(body instanceof FormData ? Object.fromEntries(body) : null).toMatchObject({
      changeId: 'a1b2c3d4',
      version: '3',
      level: '2',
      discuss: 'on',
    });
  });

  it('is given up when nothing answers in time', async () => {
    ask.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const result = sendAnswer('/simpan', CHANGE);
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS);
    expect(await result).toEqual({ kind: 'offline' });
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
    const result = sendAnswer('/simpan', CHANGE);
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS);
    expect(await result).toEqual({ kind: 'offline' });
  });

  it('fails when something else answers', async () => {
    ask.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await sendAnswer('/simpan', CHANGE)).toEqual({ kind: 'failed' });
  });

  it('gives every change a name that the server takes', () => {
    const names = Array.from({ length: 100 }, newChangeId);
    expect(new Set(names).size).toBe(100);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
  });
});

import { afterEach, expect, it, vi } from 'vitest';
import { fetchFile } from './fetchFile';

const ADDRESS = 'https://rakerda.example/hasil.pdf';
const FILE = { headers: { 'Content-Disposition': 'inline; filename="hasil-63.01.pdf"' } };

function answering(...answers: readonly Response[]) {
  const left = [...answers];
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) => {
    asked.push(address);
    signal?.throwIfAborted();
    const answer = left.shift();
    if (!answer) return Promise.reject(new TypeError('Failed to fetch'));
    Object.defineProperty(answer, 'url', { value: answer.headers.get('x-url') ?? address });
    return Promise.resolve(answer);
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const waiting = new AbortController().signal;
const later = () => new Response('antre', { status: 503, headers: { 'Retry-After': '5' } });

it('gives the file with the name that the server says', async () => {
  answering(new Response('%PDF-', FILE));
  const file = await fetchFile(ADDRESS, waiting);
  expect(file).toMatchObject({ kind: 'file', name: 'hasil-63.01.pdf' });
  expect(file.kind === 'file' && (await file.bytes.text())).toBe('%PDF-');
});

it('asks again when the server says when', async () => {
  const asked = answering(later(), later(), new Response('%PDF-', FILE));
  const pauses: number[] = [];
  const file = await fetchFile(ADDRESS, waiting, (ms) => {
    pauses.push(ms);
    return Promise.resolve();
  });
  expect(file.kind).toBe('file');
  expect([asked.length, pauses]).toEqual([3, [5000, 5000]]);
});

it('leaves it to the browser where the server stays busy', async () => {
  const asked = answering(...Array.from({ length: 20 }, later));
  expect(await fetchFile(ADDRESS, waiting, () => Promise.resolve())).toEqual({
    kind: 'page',
    address: ADDRESS,
  });
  expect(asked).toHaveLength(10);
});

it.each([
  ['refused', new Response('tidak boleh', { status: 403 }), ADDRESS],
  [
    'led to another page',
    new Response('<html>', { headers: { 'x-url': 'https://rakerda.example/masuk' } }),
    'https://rakerda.example/masuk',
  ],
])('takes no page for a file: %s', async (_name, response, address) => {
  answering(response);
  expect(await fetchFile(ADDRESS, waiting)).toEqual({ kind: 'page', address });
});

it('is lost without a network, and asks nothing for a reader who has gone', async () => {
  const asked = answering();
  expect(await fetchFile(ADDRESS, waiting)).toEqual({ kind: 'lost' });
  const reader = new AbortController();
  answering(later());
  const left = await fetchFile(ADDRESS, reader.signal, () => {
    reader.abort();
    return Promise.resolve();
  });
  expect(left).toEqual({ kind: 'lost' });
  expect(asked).toHaveLength(1);
});

it('ends the request when the reader goes', async () => {
  const reader = new AbortController();
  vi.stubGlobal('fetch', (_address: string, { signal }: RequestInit) => {
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      reader.abort();
    });
  });
  expect(await fetchFile(ADDRESS, reader.signal)).toEqual({ kind: 'lost' });
});

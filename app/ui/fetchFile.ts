/** Fetches a file that the server makes on request: it may take a while, and may have to be asked for again. */
import { askServer } from './askServer';

export type FetchedFile =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Blob }
  /** There is no file: what there is instead is shown at this address. */
  | { readonly kind: 'page'; readonly address: string }
  /** It could not be asked, or nobody waits for it any more. */
  | { readonly kind: 'lost' };

/** Longer than the server itself waits for a file. */
const LIMIT_MS = 120_000;
const MOST_TRIES = 10;

/**
 * @param gone ends the asking; the server then stops making the file
 * @param pause waits so many milliseconds, or until `gone`
 */
export async function fetchFile(
  address: string,
  gone: AbortSignal,
  pause: (ms: number, gone: AbortSignal) => Promise<void> = wait,
): Promise<FetchedFile> {
  try {
    for (let tries = 1; !gone.aborted; tries += 1) {
      const answer = await askServer(address, { cache: 'no-store', signal: gone }, readAnswer, LIMIT_MS);
      if (answer.kind !== 'later') return answer;
      // The server says it with a page that asks again by itself.
      if (tries === MOST_TRIES) return { kind: 'page', address };
      await pause(answer.afterMs, gone);
    }
  } catch {
    // A network that went away, or a reader who did.
  }
  return { kind: 'lost' };
}

async function readAnswer(response: Response): Promise<FetchedFile | { kind: 'later'; afterMs: number }> {
  const after = Number(response.headers.get('Retry-After'));
  if (response.status === 503 && after > 0) return { kind: 'later', afterMs: after * 1000 };
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  if (!response.ok || name === undefined) return { kind: 'page', address: response.url };
  return { kind: 'file', name, bytes: await response.blob() };
}

function wait(ms: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    gone.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What Express is asked, as the Fetch API has it, and the answer the other way: for what is answered past Remix's adapter. */
import type { Request as Asked, Response as Answer } from 'express';

/**
 * The request without its body, which was taken in before.
 * @param signal aborts when whoever asks is gone
 */
export function requestOf(asked: Asked, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const url = `${asked.protocol}://${hostOf(asked)}${asked.originalUrl}`;
  return new Request(url, { method: asked.method, headers, signal });
}

/** The name that Express believes, with the port that was named with it; Remix's adapter takes the same. */
function hostOf(asked: Asked): string {
  const named = [asked.get('x-forwarded-host')?.split(',')[0]?.trim(), asked.get('host')];
  return named.find((host) => host?.startsWith(asked.hostname)) ?? asked.hostname;
}

/** Sends an answer in one piece. Not for what comes bit by bit. */
export async function send(said: Response, answer: Answer): Promise<void> {
  answer.status(said.status);
  said.headers.forEach((value, name) => {
    answer.append(name, value);
  });
  answer.end(said.body === null ? undefined : Buffer.from(await said.arrayBuffer()));
}

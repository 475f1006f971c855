import type { Config } from '~/server/config';

/** Where people sign in, as they type it: behind a proxy the public address, else the one this request came to. */
export function signInAddress(request: Request, config: Pick<Config, 'publicOrigin'>): string {
  return `${config.publicOrigin ?? new URL(request.url).origin}/masuk`;
}

/**
 * A document without a page: what the service worker keeps, and hands out where nobody answers. It says which scripts
 * start, and nothing of anybody; what they draw comes from the device (`app/assessment/offline/openFromDevice.tsx`).
 */
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

export function emptyPage({ assets, future }: ServerBuild): RequestHandler {
  const document = [
    '<!doctype html><html lang="id"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Rakerda SPBE</title>',
    `<script type="application/json" id="rakerda-future">${JSON.stringify(future)}</script>`,
    `<script src="${assets.url}"></script>`,
    `<script type="module" src="${assets.entry.module}"></script>`,
    '</head><body></body></html>',
  ].join('');
  return (_request, response) => {
    // It is kept for long: no nonce may be in force for as long as that. All its scripts are files.
    const policy = String(response.getHeader('Content-Security-Policy')).replace(/ 'nonce-[^']*'/, '');
    response
      .setHeader('Content-Security-Policy', policy)
      .setHeader('Cache-Control', 'no-cache')
      .type('html')
      .send(document);
  };
}

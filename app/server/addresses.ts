/** Requests whose address, host or method nothing behind here could read are answered before they reach it. */
import type { RequestHandler } from 'express';
import { sendPlainPage } from './plainPage';

/** Remix answers those it does not know with 405; the Fetch API, which it speaks, cannot even name the others. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * @param isBehindProxy whether `X-Forwarded-Host` is to be believed. Where it is not, it is taken away: Remix's Express
 *   adapter and its origin check read it without asking.
 */
export function refuseUnreadable(isBehindProxy: boolean): RequestHandler {
  return (request, response, next) => {
    if (!isBehindProxy) delete request.headers['x-forwarded-host'];
    if (!METHODS.has(request.method)) return sendPlainPage(response, 'notAllowed');
    const hosts = [request.headers.host, request.get('x-forwarded-host')?.split(',')[0]?.trim()];
    if (hosts.every(isHost) && isPath(request.originalUrl)) return next();
    sendPlainPage(response, 'unreadable');
  };
}

function isHost(host: string | undefined): boolean {
  // A client of HTTP/1.0 names none.
  return host === undefined || (/^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`));
}

function isPath(address: string): boolean {
  if (!address.startsWith('/')) return false;
  const [path = '', query] = address.split('?', 2);
  // The way Remix asked for data before; every use of it would be logged as a fault.
  if (query !== undefined && new URLSearchParams(query).has('_data')) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Requests whose address, host or method nothing behind here could read are answered before they reach it. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { RequestHandler } from 'express';
import type { Config } from './config';
import { sendPlainPage } from './plainPage';

/** Remix answers those it does not know with 405; the Fetch API, which it speaks, cannot even name the others. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * With a public address that one counts, whatever name a proxy passes on. Without, only names that nobody outside can
 * give to this machine are believed: cards and links are made from them, and a page of elsewhere must not pass for ours.
 */
export function refuseUnreadable({
  publicOrigin,
  trustProxy,
}: Pick<Config, 'publicOrigin' | 'trustProxy'>): RequestHandler {
  const publicHost = publicOrigin === undefined ? null : new URL(publicOrigin).host;
  /** What the last request that passed named as hosts: nearly all name the same, and reading a name is slow. */
  let believed: string | null = null;
  return (request, response, next) => {
    // Remix's Express adapter and its origin check read both without asking.
    if (publicHost !== null) request.headers.host = publicHost;
    if (publicHost !== null || trustProxy === 0) delete request.headers['x-forwarded-host'];
    if (!METHODS.has(request.method)) return sendPlainPage(response, 'notAllowed');
    const hosts = [request.headers.host, request.get('x-forwarded-host')?.split(',')[0]?.trim()].filter(
      (host) => host !== undefined,
    );
    const isBelieved = hosts.join() === believed;
    if ((!isBelieved && !hosts.every(isHost)) || !isPath(request.originalUrl))
      return sendPlainPage(response, 'unreadable');
    if (!isBelieved && publicHost === null && !hosts.every(isOwnName))
      return sendPlainPage(response, 'misdirected');
    believed = hosts.join();
    next();
  };
}

function isHost(host: string): boolean {
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`);
}

/** Endings that no public name has. */
const LOCAL = /(^|\.)(localhost|local|lan|internal|home\.arpa)$/;

/** A number, the machine's own name, or one that only the network around it knows. */
function isOwnName(host: string): boolean {
  const name = new URL(`http://${host}`).hostname.toLowerCase();
  const address = name.replace(/^\[|\]$/g, '');
  return isIP(address) !== 0 || !name.includes('.') || LOCAL.test(name) || name === hostname().toLowerCase();
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

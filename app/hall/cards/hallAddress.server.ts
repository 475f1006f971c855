/** Under which address the phones in the hall find this server. */
import { networkInterfaces } from 'node:os';
import type { Config } from '~/server/config';

export interface HallAddress {
  /** `http://192.168.1.20:3000` */
  readonly origin: string;
  /** False where only this computer can open it. */
  readonly isReachable: boolean;
}

type Interfaces = ReturnType<typeof networkInterfaces>;

/** Networks of virtual machines, containers and tunnels: no phone is in them. */
const VIRTUAL = /^(docker|br-|veth|vmnet|vboxnet|virbr|vethernet|tun|tap|utun|tailscale|wg)/i;

/**
 * The address to print: the public one where it is set, else the one this request came to, and where that leads only to
 * this computer, its address in the network — if the server listens there.
 * @param interfaces the computer's own networks; given by tests
 */
export function hallAddress(
  request: Request,
  config: Pick<Config, 'publicOrigin' | 'host'>,
  interfaces: Interfaces = networkInterfaces(),
): HallAddress {
  const own = new URL(config.publicOrigin ?? request.url);
  if (!isLoopback(own.hostname)) return { origin: own.origin, isReachable: true };
  const address = config.publicOrigin === undefined && listensToAll(config.host) && inNetwork(interfaces);
  if (!address) return { origin: own.origin, isReachable: false };
  return { origin: `${own.protocol}//${address}${own.port === '' ? '' : `:${own.port}`}`, isReachable: true };
}

function inNetwork(interfaces: Interfaces): string | undefined {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(
        ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
      )
      .map(({ address }) => ({ address, isVirtual: VIRTUAL.test(name) })),
  );
  return (found.find(({ isVirtual }) => !isVirtual) ?? found[0])?.address;
}

function listensToAll(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname.startsWith('127.') ||
    hostname === '[::1]' ||
    hostname === '0.0.0.0'
  );
}

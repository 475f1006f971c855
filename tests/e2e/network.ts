/**
 * A network of one's own to the product, which can be cut. The browser's own "offline" is lifted when a page closes: what
 * a page sends in its last moment arrives after all, as on no network that is really down.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Network {
  readonly origin: string;
  /** Whatever is open breaks off, and nothing new gets through. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function networkTo(product: { readonly origin: string }): Promise<Network> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((browser) => {
    if (isCut) {
      browser.destroy();
      return;
    }
    const { hostname, port } = new URL(product.origin);
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [browser, far],
      [far, browser],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const breakOff = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    cut: () => {
      isCut = true;
      breakOff();
    },
    mend: () => {
      isCut = false;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        breakOff();
      }),
  };
}

/** Serves, says where and how to sign in, and stops cleanly: no new requests, running ones finish, then the database closes. */
import { createServer } from 'node:http';
import type { Express } from 'express';
import type { RunningServices } from './services';

/** Open event streams never end by themselves; after this long they are cut so that a stop stays a stop. */
const GRACE_MS = 3000;

export async function listen(
  app: Express,
  running: RunningServices,
  alsoClose: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { config, log } = running.services;
  const server = createServer(app);
  server.on('checkContinue', app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  announce(
    running,
    config.publicOrigin ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${String(port)}`,
  );

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    running.services.feed.close();
    server.close(() => {
      void alsoClose()
        .then(() => running.close())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            log.error({ err: error }, 'stopping failed');
            process.exit(1);
          },
        );
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
}

/** Written to the terminal and not to the log: it holds a password that must not be kept. */
function announce({ services, seeded }: RunningServices, url: string): void {
  const lines = ['', `  Rakerda SPBE: ${url}`, ''];
  if (seeded.administrator) {
    lines.push(
      '  Administrator baru (ditampilkan sekali ini saja) / New administrator (shown this once):',
      `    ${seeded.administrator.username}  ${seeded.administrator.password}`,
      '',
    );
  }
  if (services.config.demo) {
    lines.push('  Akun contoh dapat dipilih di halaman masuk. / Pick a demo account on the sign-in page.');
    if (seeded.demoPassword) {
      lines.push(`    operator.6301, kepala.6301, fasilitator, penghubung …  ${seeded.demoPassword}`);
    }
    lines.push('');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

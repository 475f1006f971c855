/** Says where and how to sign in, and stops cleanly: no new requests, running ones finish, then the database closes. */
import type { Express } from 'express';
import type { Door } from './door';
import type { RunningServices } from './services';

/** What is still under way then – a download over a slow line, a body that trickles in – is cut: a stop stays a stop. */
const GRACE_MS = 1500;

/** Opens the door to the application and keeps it until a signal ends the process. */
export function run(
  { server, url, open }: Door,
  app: Express,
  running: RunningServices,
  alsoClose: () => Promise<void> = () => Promise.resolve(),
): void {
  const { log } = running.services;
  open(app);
  announce(running, url);

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
  } else if (seeded.waitingAdministrator !== null) {
    lines.push(
      `  Kata sandi awal "${seeded.waitingAdministrator}" belum pernah diganti. Hilang?  npm run admin -- reset`,
      `  The initial password of "${seeded.waitingAdministrator}" was never changed. Lost?  npm run admin -- reset`,
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

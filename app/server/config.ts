/** Settings from the environment, parsed once at start. Every one has a default that works on a laptop. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from './problem';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|:memory:)$/, 'must be "file:" and the path of an SQLite file')
    .default('file:data/rakerda.sqlite'),
  /** Whether the first start fills the database with clearly marked demo data. */
  DEMO: flag.default(true),
  /** What browsers type into the address bar when a proxy stands in front, e.g. https://spbe.example.go.id */
  PUBLIC_ORIGIN: z.url().optional(),
  /** How many proxies in front may be believed about the client's address. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Password of the demo accounts; a random one is made where this is empty. */
  DEMO_PASSWORD: z.string().min(8).optional(),
  /** Password of the administrator made by the first start; a random one, shown once, where this is empty. */
  ADMIN_PASSWORD: z.string().min(12).optional(),
  /** What access codes and screen links follow from; the first start makes a file beside the database where this is empty. */
  APP_SECRET: z.string().min(32).optional(),
  /** Where the running server puts backups; none are made where this is empty. */
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_EVERY_HOURS: z.coerce.number().min(1).max(720).default(24),
  /** How many are kept; older ones are removed. */
  BACKUP_KEEP: z.coerce.number().int().min(1).default(14),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly demo: boolean;
  readonly publicOrigin: string | undefined;
  readonly trustProxy: number;
  readonly demoPassword: string | undefined;
  readonly adminPassword: string | undefined;
  readonly appSecret: string | undefined;
  readonly logLevel: string;
  readonly backup: { readonly folder: string; readonly everyHours: number; readonly keep: number } | null;
  /** Makes a new key where that of a used database is lost. */
  readonly newKey: boolean;
}

/**
 * Reads the settings.
 * @param args command-line words; `--tanpa-demo` / `--no-demo` leaves the demo data out,
 *   `--kunci-baru` / `--new-key` makes a new key in place of a lost one.
 * @throws Problem naming each variable that does not fit.
 */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[] = []): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Problem(`Pengaturan ini tidak cocok / These settings do not fit:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL,
    demo: value.DEMO && !args.includes('--tanpa-demo') && !args.includes('--no-demo'),
    publicOrigin: value.PUBLIC_ORIGIN ? new URL(value.PUBLIC_ORIGIN).origin : undefined,
    trustProxy: value.TRUST_PROXY,
    demoPassword: value.DEMO_PASSWORD,
    adminPassword: value.ADMIN_PASSWORD,
    appSecret: value.APP_SECRET,
    logLevel: value.LOG_LEVEL,
    backup:
      value.BACKUP_DIR === undefined
        ? null
        : {
            folder: resolve(value.BACKUP_DIR),
            everyHours: value.BACKUP_EVERY_HOURS,
            keep: value.BACKUP_KEEP,
          },
    newKey: args.includes('--kunci-baru') || args.includes('--new-key'),
  };
}

/** Everybody who knocks: one of each role, and those who belong elsewhere. */
import { randomUUID } from 'node:crypto';
import { openHandle } from '#db/handle';
import { hashPassword } from '~/accounts/password.server';
import { ADMIN_PASSWORD, type Product } from '../product';
import { signedIn, Visitor } from '../visitor';

export const WHO = [
  'anonymous',
  'administrator',
  'facilitator',
  'head',
  'operator',
  'reviewer',
  'liaison',
  /** Operator of 63.02, which takes part in the same Rakerda. */
  'foreignOperator',
  /** A facilitator who is a member of no Rakerda. */
  'outsider',
  /** An operator whose agency takes part in no Rakerda. */
  'distantOperator',
  /** Signed in with the initial password, which must be changed first. */
  'newcomer',
] as const;
export type Who = (typeof WHO)[number];

const STRANGER_PASSWORD = 'bukan-peserta-rakerda';

/** Signs everybody in. Strangers are written into the database: no screen makes an account that belongs nowhere. */
export async function gather(product: Product): Promise<Readonly<Record<Who, Visitor>>> {
  await addStrangers(product.databaseFile);
  const administrator = await signedIn(product, 'admin');
  await administrator.post('/kata-sandi', {
    current: ADMIN_PASSWORD,
    next: `${ADMIN_PASSWORD}-baru`,
    repeat: `${ADMIN_PASSWORD}-baru`,
  });
  return {
    anonymous: new Visitor(product.origin),
    administrator,
    facilitator: await signedIn(product, 'fasilitator'),
    head: await signedIn(product, 'kepala.6301'),
    operator: await signedIn(product, 'operator.6301'),
    reviewer: await signedIn(product, 'penelaah'),
    liaison: await signedIn(product, 'penghubung'),
    foreignOperator: await signedIn(product, 'operator.6302'),
    outsider: await signedIn(product, 'orang.luar', STRANGER_PASSWORD),
    distantOperator: await signedIn(product, 'operator.6201', STRANGER_PASSWORD),
    newcomer: await signedIn(product, 'orang.baru', STRANGER_PASSWORD),
  };
}

async function addStrangers(databaseFile: string): Promise<void> {
  const hash = await hashPassword(STRANGER_PASSWORD);
  const sqlite = openHandle(databaseFile);
  try {
    sqlite.pragma('busy_timeout = 10000');
    const insert = sqlite.prepare(
      `insert into account (id, username, name, role, agency_code, password_hash, must_change_password, is_demo, created_at)
       values (?, ?, ?, ?, ?, ?, ?, 0, '2025-01-01T00:00:00.000Z')`,
    );
    insert.run(randomUUID(), 'orang.luar', 'Fasilitator Lain', 'facilitator', null, hash, 0);
    insert.run(randomUUID(), 'operator.6201', 'Operator Jauh', 'operator', '62.01', hash, 0);
    insert.run(randomUUID(), 'orang.baru', 'Fasilitator Baru', 'facilitator', null, hash, 1);
  } finally {
    sqlite.close();
  }
}

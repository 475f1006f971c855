/** Another process – a backup, a tool – holds the database's write lock while people work. */
import { openHandle, type Sqlite } from '#db/handle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD, pause, type Product, startProduct } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn, Visitor } from '../visitor';

const LOCKED_MS = 300;
const RAKERDA = 'demo-kalsel-2025';
const AGENCY = '63.01';

let product: Product;
let operator: Visitor;
let elsewhere: Sqlite;

beforeAll(async () => {
  product = await startProduct();
  operator = await signedIn(product, 'operator.6301');
  elsewhere = openHandle(product.databaseFile);
}, 240_000);
afterAll(async () => {
  elsewhere.close();
  await product.stop();
});

function storedVersion(): number {
  const row: unknown = elsewhere
    .prepare(
      `select version from answer join assessment on assessment.id = assessment_id
       where rakerda_id = ? and agency_code = ? and indicator_no = 1`,
    )
    .pluck()
    .get(RAKERDA, AGENCY);
  return typeof row === 'number' ? row : 0;
}

const save = (level: number) =>
  operator.post(
    answerPath(RAKERDA, AGENCY, 1),
    answerFields({ version: storedVersion(), level, justification: 'Diuji' }),
  );

test('a lock of a moment is waited for, by a save and by a sign-in', async () => {
  elsewhere.exec('begin immediate');
  const saving = save(2);
  const signingIn = signedIn(product, 'kepala.6301');
  await pause(LOCKED_MS);
  elsewhere.exec('commit');
  const answer = await saving;
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text())).toMatchObject({ kind: 'saved' });
  await signingIn;
});

test('a lock that stays is answered with words, and once it is gone the same request succeeds', async () => {
  elsewhere.exec('begin immediate');
  const visitor = new Visitor(product.origin);
  const signIn = () => visitor.post('/masuk', { username: 'penghubung', password: DEMO_PASSWORD });
  const [page, saving] = await Promise.all([signIn(), save(3)]);
  expect((await operator.get('/')).status).toBe(200);
  elsewhere.exec('rollback');
  expect(page.status).toBe(503);
  expect(page.text()).toContain('Sistem sedang sibuk sebentar');
  expect(saving.status).toBe(503);
  expect((await signIn()).status).toBe(302);
  expect((await save(3)).status).toBe(200);
}, 30_000);

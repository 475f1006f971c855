/** `npm run restore -- <archive>`: on a machine without a database. */
import { resolve } from 'node:path';
import { readConfig } from '../config';
import { explainingDatabase } from '../databaseProblem';
import { explaining, Problem } from '../problem';
import { restoreBackup } from './restore';

const USAGE = [
  'npm run restore -- <berkas.tar.gz>    memulihkan cadangan ke DATABASE_URL; tidak menimpa apa pun',
  '                                      restores a backup to DATABASE_URL; writes over nothing',
].join('\n');

await explaining(() => {
  const [archive, ...more] = process.argv.slice(2);
  if (archive === undefined || more.length > 0) throw new Problem(USAGE);
  const config = readConfig(process.env);
  return explainingDatabase(config.databaseUrl, async () => {
    const { file, slip, withKey } = await restoreBackup(config, resolve(archive));
    const lines = [
      `Dipulihkan / Restored: ${file}`,
      `  keadaan pada / as of ${slip.at}; akun / accounts ${slip.counts.account}, jawaban / answers ${slip.counts.answer}, peristiwa / events ${slip.counts.event}`,
      withKey
        ? '  Mulai server / Start the server:  npm start'
        : '  Mulai dengan APP_SECRET seperti semula / Start with APP_SECRET as before:  APP_SECRET=… npm start',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
});

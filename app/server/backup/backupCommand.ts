/** `npm run backup`: one archive now, by hand or by the schedule of the server. */
import { join, resolve } from 'node:path';
import { readConfig } from '../config';
import { explainingDatabase } from '../databaseProblem';
import { explaining, Problem } from '../problem';
import { takeBackup } from './backup';
import { archiveName } from './retention';

const USAGE = [
  'npm run backup -- <berkas.tar.gz>    cadangan basis data dan kuncinya, server boleh tetap berjalan',
  '                                     a backup of the database and its key, while the server runs or not',
  'npm run backup                       di BACKUP_DIR, dengan nama menurut waktu / in BACKUP_DIR, named by the time',
].join('\n');

await explaining(() => {
  const config = readConfig(process.env);
  const [asked, ...more] = process.argv.slice(2);
  const name = asked ?? (config.backup && join(config.backup.folder, archiveName(new Date())));
  if (!name || more.length > 0) throw new Problem(USAGE);
  const archive = resolve(name);
  return explainingDatabase(config.databaseUrl, async () => {
    const { counts, files } = await takeBackup(config, archive);
    const lines = [
      `Cadangan utuh / Backup complete: ${archive}`,
      `  akun / accounts ${counts.account}, jawaban / answers ${counts.answer}, peristiwa / events ${counts.event}`,
    ];
    if (files.length === 1) {
      lines.push(
        '  Kuncinya (APP_SECRET) tidak ikut; simpan terpisah. / The key (APP_SECRET) is not in it; keep it apart.',
      );
    }
    process.stdout.write(`${lines.join('\n')}\n`);
  });
});

/** `npm run admin -- reset`: a new initial password for the administrator, for whoever sits at the server's own terminal. */
import { existsSync } from 'node:fs';
import { databaseFile, openDatabase } from '#db/database';
import { type Rescue, rescueAdministrator } from '~/accounts/rescue.server';
import { readConfig } from './config';
import { explainingDatabase } from './databaseProblem';
import { explaining, Problem } from './problem';

const USAGE = [
  'npm run admin -- reset            kata sandi awal baru untuk administrator',
  '                                  a new initial password for the administrator',
  'npm run admin -- reset <akun>     bila administratornya lebih dari satu / where there are several',
].join('\n');

await explaining(async () => {
  const [command, username, ...more] = process.argv.slice(2);
  if (command !== 'reset' || more.length > 0) throw new Problem(USAGE);
  const { databaseUrl } = readConfig(process.env);
  // Opening would create it, and an empty one helps nobody.
  const file = databaseFile(databaseUrl);
  if (file === null || !existsSync(file)) {
    throw new Problem(
      [
        `Basis data ${databaseUrl} tidak ada. Jalankan di folder server, dengan DATABASE_URL yang sama.`,
        `There is no database ${databaseUrl}. Run this in the server's folder, with the same DATABASE_URL.`,
      ].join('\n'),
    );
  }
  await explainingDatabase(databaseUrl, async () => {
    const opened = openDatabase(databaseUrl);
    process.stdout.write(`\n${report(await rescueAdministrator(opened.db, username))}\n\n`);
    await opened.close();
  });
});

/** What to write down. Throws Problem where nothing was changed. */
function report(rescue: Rescue): string {
  switch (rescue.kind) {
    case 'done':
      return [
        '  Kata sandi awal baru (ditampilkan sekali ini saja) / New initial password (shown this once):',
        `    ${rescue.account.username}  ${rescue.account.password}`,
      ].join('\n');
    case 'choose':
      throw new Problem(
        [
          `Ada beberapa administrator; sebutkan satu: ${rescue.usernames.join(', ')}`,
          `There are several administrators; name one: ${rescue.usernames.join(', ')}`,
        ].join('\n'),
      );
    case 'notAdministrator':
      throw new Problem(
        [
          `${rescue.username} bukan administrator yang aktif. Yang aktif: ${rescue.usernames.join(', ')}`,
          'Kata sandi akun lain dibuat ulang oleh administrator, di halaman Akun.',
          `${rescue.username} is no active administrator. Active: ${rescue.usernames.join(', ')}`,
          'Passwords of other accounts are renewed by an administrator, on the page Accounts.',
        ].join('\n'),
      );
    case 'none':
      throw new Problem(
        [
          'Basis data ini belum berisi administrator; npm start membuatnya.',
          'This database holds no administrator yet; npm start makes one.',
        ].join('\n'),
      );
  }
}

/** Why the database cannot be had, in words for whoever started the server: which file, what is the matter, what to do. */
import { databaseFile, HeldElsewhere, NewerSchema, troubleOf } from '#db/database';
import { Problem } from './problem';

type Trouble = NonNullable<ReturnType<typeof troubleOf>>;
type Sentence = (file: string) => string;

const RESTORE = 'npm run restore -- <arsip>';
const BACKUP = 'npm run restore -- <archive>';

const WORDS: Readonly<Record<Trouble, { readonly id: Sentence; readonly en: Sentence }>> = {
  foreign: {
    id: (file) =>
      `${file} bukan basis data SQLite. Periksa DATABASE_URL; bila berkas itu rusak, pindahkan lalu pulihkan cadangan: ${RESTORE}`,
    en: (file) =>
      `${file} is no SQLite database. Check DATABASE_URL; if the file is damaged, move it away and restore a backup: ${BACKUP}`,
  },
  damaged: {
    id: (file) =>
      `${file} rusak atau terpotong. Pindahkan bersama ${file}-wal dan -shm, lalu pulihkan cadangan: ${RESTORE}`,
    en: (file) =>
      `${file} is damaged or cut short. Move it away together with ${file}-wal and -shm, then restore a backup: ${BACKUP}`,
  },
  busy: {
    id: (file) =>
      `${file} sedang dikunci program lain (alat basis data, pencadangan). Tutup program itu, lalu mulai lagi.`,
    en: (file) =>
      `${file} is locked by another program (a database tool, a backup). Close that program and start again.`,
  },
  readOnly: {
    id: (file) =>
      `${file} hanya dapat dibaca. Beri pengguna server hak menulis atas berkas itu dan foldernya, atau periksa apakah disknya terpasang baca-saja.`,
    en: (file) =>
      `${file} can only be read. Let the server's user write to the file and its folder, or see whether the disk is mounted read-only.`,
  },
  full: {
    id: (file) => `Tidak ada ruang untuk ${file}. Kosongkan ruang di disk itu, lalu mulai lagi.`,
    en: (file) => `There is no room for ${file}. Free some space on that disk and start again.`,
  },
  device: {
    id: (file) =>
      `${file} tidak dapat dibaca atau ditulis: disknya bermasalah. Salin isinya ke disk lain, atau pulihkan cadangan di sana: ${RESTORE}`,
    en: (file) =>
      `${file} cannot be read or written: the disk fails. Copy what is there to another disk, or restore a backup there: ${BACKUP}`,
  },
  closed: {
    id: (file) =>
      `${file} tidak dapat dibuka. Periksa DATABASE_URL, dan beri pengguna server hak menulis di folder itu.`,
    en: (file) =>
      `${file} cannot be opened. Check DATABASE_URL, and let the server's user write in that folder.`,
  },
};

/** Does work on the database that a `DATABASE_URL` names; where that cannot be, throws why as a problem that can be told. */
export async function explainingDatabase<Result>(
  databaseUrl: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asDatabaseProblem(databaseFile(databaseUrl) ?? databaseUrl, error);
  }
}

/** Any other error stays as it came. */
function asDatabaseProblem(file: string, error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof HeldElsewhere) return heldElsewhere(file, error.pid);
  if (error instanceof NewerSchema) return newerSchema(file, error.migrations);
  const trouble = troubleOf(error);
  return trouble === null
    ? error
    : databaseProblem(file, trouble, error instanceof Error ? error.message : '');
}

/** @param detail what the engine or the system says, for whoever is asked for help */
export function databaseProblem(file: string, trouble: Trouble, detail: string): Problem {
  const { id, en } = WORDS[trouble];
  return new Problem([id(file), en(file), ...(detail === '' ? [] : [`(${detail})`])].join('\n'));
}

function heldElsewhere(file: string, pid: number | null): Problem {
  const process = pid === null ? '' : ` (${pid})`;
  return new Problem(
    [
      `${file} sedang dipakai server lain${process}. Hentikan server itu dulu, atau pakai DATABASE_URL yang lain.`,
      `${file} is in use by another server${process}. Stop that one first, or use another DATABASE_URL.`,
    ].join('\n'),
  );
}

function newerSchema(file: string, migrations: readonly string[]): Problem {
  const names = migrations.join(', ');
  return new Problem(
    [
      `${file} dibuat oleh versi yang lebih baru (${names}). Jalankan versi itu, atau pulihkan cadangan dari sebelum pembaruan: ${RESTORE}`,
      `${file} was made by a newer version (${names}). Run that version, or restore a backup from before the upgrade: ${BACKUP}`,
    ].join('\n'),
  );
}

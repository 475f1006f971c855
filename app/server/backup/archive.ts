/**
 * A backup is one packed tar file: the database, its key, and a slip that says what both must be. Anybody can open it
 * with `tar`; it is made and taken apart here.
 */
import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { chmod, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create, extract, type ReadEntry } from 'tar';
import { z } from 'zod';

export const DATABASE = 'rakerda.sqlite';
export const KEY = 'rakerda.sqlite.key';
const SLIP = 'backup.json';

const fileSchema = z.object({
  name: z.enum([DATABASE, KEY]),
  size: z.int(),
  sha256: z.string(),
});

const slipSchema = z.object({
  format: z.literal('rakerda-backup'),
  version: z.literal(1),
  /** ISO 8601 UTC. */
  at: z.string(),
  files: z.array(fileSchema),
  /** Rows of each table, and the number of the newest event. */
  counts: z.record(z.string(), z.int()),
});
export type Slip = z.infer<typeof slipSchema>;

/** The archive is not whole, or not one of ours; the message says what is the matter. */
export class BrokenArchive extends Error {}

/**
 * Packs the files of a folder with their slip and reads the result back.
 * @param archive must not exist; appears only once it is whole, readable by its owner only
 */
export async function pack(
  folder: string,
  archive: string,
  facts: Pick<Slip, 'at' | 'counts'>,
): Promise<Slip> {
  const names = (await exists(join(folder, KEY))) ? ([DATABASE, KEY] as const) : ([DATABASE] as const);
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await measure(join(folder, name))) })),
  );
  const slip: Slip = { format: 'rakerda-backup', version: 1, ...facts, files };
  await writeFile(join(folder, SLIP), `${JSON.stringify(slip, null, 2)}\n`);
  const unfinished = `${archive}.${process.pid}.part`;
  try {
    await create({ cwd: folder, file: unfinished, gzip: true, portable: true, mode: 0o600 }, [
      SLIP,
      ...names,
    ]);
    await chmod(unfinished, 0o600);
    const again = await mkdtemp(join(folder, 'again-'));
    await unpack(unfinished, again);
    await rename(unfinished, archive);
  } finally {
    await rm(unfinished, { force: true });
  }
  return slip;
}

/**
 * Takes an archive apart and compares every file with the slip.
 * @param folder empty
 * @throws BrokenArchive
 */
export async function unpack(archive: string, folder: string): Promise<Slip> {
  try {
    // Nothing but the three, and no links, whatever else somebody put in.
    await extract({ file: archive, cwd: folder, strict: true, filter: isOurs });
  } catch (error) {
    throw new BrokenArchive(error instanceof Error ? error.message : String(error));
  }
  const slip = readSlip(await readFile(join(folder, SLIP), 'utf8').catch(() => ''));
  for (const { name, size, sha256 } of slip.files) {
    const found = await measure(join(folder, name)).catch(() => null);
    if (found?.size !== size || found.sha256 !== sha256) {
      throw new BrokenArchive(`${name}: ${found === null ? 'missing' : 'differs from its checksum'}`);
    }
  }
  if (!slip.files.some(({ name }) => name === DATABASE)) throw new BrokenArchive(`${DATABASE}: missing`);
  return slip;
}

/** An empty folder of its own beside a file, so that what is made in it can be moved there in one step. */
export function folderBeside(file: string): Promise<string> {
  return mkdtemp(join(dirname(file), `.${basename(file)}-`));
}

function isOurs(path: string, entry: Stats | ReadEntry): boolean {
  const isFile = 'type' in entry && (entry.type === 'File' || entry.type === 'OldFile');
  return isFile && (path === SLIP || path === DATABASE || path === KEY);
}

function readSlip(text: string): Slip {
  try {
    return slipSchema.parse(JSON.parse(text));
  } catch {
    throw new BrokenArchive(`${SLIP}: missing or of another kind`);
  }
}

async function measure(file: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { size: (await stat(file)).size, sha256: hash.digest('hex') };
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

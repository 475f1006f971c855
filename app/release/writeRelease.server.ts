/** Writes a file of a release and reads it back: the long part of handing it out. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { csvOf } from './csv';
import type { Release } from './figures';
import type { ReleaseFile } from './files';
import { fileWordsOf } from './fileWords';
import { jsonOf } from './json';
import { proveFile } from './readBackRelease.server';
import { writeWorkbook } from './workbook.server';

/**
 * Writes the file to a path that must not exist yet, and proves it.
 * @returns its SHA-256
 * @throws ReleaseError where it does not hold what the release says; whatever the disk fails with
 */
export async function writeProven(file: ReleaseFile, path: string, release: Release): Promise<string> {
  await writeFile(file, path, release);
  await proveFile(file, path, release, fileWordsOf(release.locale));
  return sha256Of(path);
}

/** Writes the file to a path that must not exist yet, readable by this process's user alone. */
export async function writeFile(file: ReleaseFile, path: string, release: Release): Promise<void> {
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const words = {
    text: fileWordsOf(release.locale),
    both: { id: fileWordsOf('id'), en: fileWordsOf('en') },
  };
  switch (file) {
    case 'skor.xlsx':
      try {
        await writeWorkbook(target, release, words);
        await finished(target);
      } finally {
        target.destroy();
      }
      return;
    case 'skor.csv':
      return pipeline(Readable.from(csvOf(release)), target);
    case 'skor.json':
      return pipeline(Readable.from(jsonOf(release, words.text, words.both)), target);
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Writes a file of a release and reads it back: the long part of handing it out. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { csvOf } from './csv';
import type { Release } from './figures';
import { type AnyFile, formatOf } from './files';
import { fileWordsOf } from './fileWords';
import { jsonOf } from './json';
import { proveFile } from './readBackRelease.server';
import type { TopicRelease } from './topicFigures';
import { topicJsonOf } from './topicJson';
import { writeTopicWorkbook } from './topicWorkbook.server';
import { writeWorkbook } from './workbook.server';

/**
 * Writes the file to a path that must not exist yet, and proves it.
 * @returns its SHA-256
 * @throws ReleaseError where it does not hold what the release says; whatever the disk fails with
 */
export async function writeProven(
  file: AnyFile,
  path: string,
  release: Release | TopicRelease,
): Promise<string> {
  await writeFile(file, path, release);
  await proveFile(file, path, release, fileWordsOf(release.locale));
  return sha256Of(path);
}

/** Writes the file to a path that must not exist yet, readable by this process's user alone. */
export async function writeFile(file: AnyFile, path: string, release: Release | TopicRelease): Promise<void> {
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const words = {
    text: fileWordsOf(release.locale),
    both: { id: fileWordsOf('id'), en: fileWordsOf('en') },
  };
  switch (formatOf(file)) {
    case 'xlsx':
      try {
        await (release.kind === 'topic'
          ? writeTopicWorkbook(target, release, words)
          : writeWorkbook(target, release, words));
        await finished(target);
      } finally {
        target.destroy();
      }
      return;
    case 'csv':
      return pipeline(Readable.from(csvOf(release)), target);
    case 'json':
      return pipeline(
        Readable.from(
          release.kind === 'topic'
            ? topicJsonOf(release, words.text, words.both)
            : jsonOf(release, words.text, words.both),
        ),
        target,
      );
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

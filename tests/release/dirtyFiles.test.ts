/** Hostile text in every name of a release, as rows from before forms cleaned what was typed may hold it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvFile, STYLES } from '~/files/csv';
import { fileWordsOf } from '~/release/fileWords';
import type { Release } from '~/release/figures';
import { FILES, type ReleaseFile } from '~/release/files';
import { writeFile } from '~/release/writeRelease.server';
import { proveFile } from '~/release/readBackRelease.server';
import { HOSTILE_SIGNS, hostileText, isHoldable } from '../hostileText';
import { openTestHouse, type TestHouse } from './house';

const PATIENCE = 120_000;
const TEXT = fileWordsOf('id');

let house: TestHouse;
let clean: Release;
let counter = 0;

beforeAll(async () => {
  house = await openTestHouse();
  clean = await house.prepare();
}, PATIENCE);
afterAll(() => house.close());

function dirtied(text: string): Release {
  return {
    ...clean,
    rakerda: { ...clean.rakerda, name: `Rakerda${text} SPBE` },
    exportedBy: `${text}Penghubung (penghubung)`,
    figures: clean.figures.map((one) => ({
      ...one,
      agency: { ...one.agency, name: `${text}Kabupaten${text}` },
    })),
  };
}

/** The texts of a file, once it was proven and could be parsed by whoever takes its format at its word. */
async function textsIn(file: ReleaseFile, release: Release): Promise<readonly string[]> {
  counter += 1;
  const path = join(house.folder, `${String(counter)}-${file}`);
  await writeFile(file, path, release);
  await proveFile(file, path, release, TEXT);
  const bytes = await readFile(path);
  if (file !== 'skor.xlsx') {
    const body = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (file === 'skor.csv') return [body.replaceAll('\r\n', '\n')];
    const texts: string[] = [];
    JSON.parse(body, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    return texts;
  }
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const texts: string[] = [];
  for (const part of Object.values(zip.files)) {
    if (part.dir) continue;
    const parser = new SaxesParser();
    parser.on('text', (text) => texts.push(text));
    parser.write(await part.async('string')).close();
  }
  return texts;
}

it.each(FILES)('%s holds any text, cleaned', { timeout: PATIENCE }, async (file) => {
  const all = HOSTILE_SIGNS.join('x');
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      for (const found of await textsIn(file, dirtied(text))) expect(isHoldable(found)).toBe(true);
    }),
    { numRuns: 4, examples: [[all], ['\v'], ['\ufffe'], ['\ud800']], endOnFailure: true },
  );
});

it('lists for spreadsheets hold any text, cleaned', () => {
  fc.assert(
    fc.property(hostileText, fc.boolean(), (text, quoted) => {
      const body = csvFile([[text]], { ...STYLES.id, quoted }).slice(1);
      expect(isHoldable(body.replaceAll('\r\n', '\n'))).toBe(true);
    }),
  );
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minify } from 'terser';
import { transformWithEsbuild } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markWords, unmarkWords, writeTwins } from './buildLanguages';

const SOURCE = `const COUNT = 3;
const id = { title: 'Ringkasan', of: (p) => \`\${p.no} dari \${COUNT}\`, deep: { yes: 'Ya, "benar"' } };
const en = { title: 'Overview', of: (p) => \`\${p.no} of \${COUNT}\`, deep: { yes: 'Yes' } };
export const someWords = { id, en };`;

const moduleOf = (code: string) => `data:text/javascript,${encodeURIComponent(code).replaceAll("'", '%27')}`;

/** The words of a script, each function called. */
const wordsIn = async (code: string): Promise<unknown> => {
  const say =
    "JSON.stringify(someWords, (_, value) => (typeof value === 'function' ? value({ no: 2 }) : value))";
  const made: unknown = await import(
    moduleOf(`import { someWords } from '${moduleOf(code)}'; export const said = ${say};`)
  );
  if (typeof made !== 'object' || made === null || !('said' in made)) throw new Error('nothing is said');
  return JSON.parse(String(made.said));
};

const ID = { title: 'Ringkasan', of: '2 dari 3', deep: { yes: 'Ya, "benar"' } };
const EN = { title: 'Overview', of: '2 of 3', deep: { yes: 'Yes' } };

describe('the words in a script', () => {
  it.each([
    ['both', { id: ID, en: EN }, [] as string[]],
    ['id', { id: ID, en: ID }, ['Overview', 'Yes', ' of ']],
    ['en', { id: EN, en: EN }, ['Ringkasan', 'benar', ' dari ']],
  ] as const)('are those of %s, whichever is asked for', async (language, expected, gone) => {
    const packed = await minify(markWords(SOURCE), { module: true, compress: { passes: 2 } });
    const code = unmarkWords(packed.code ?? '', language);
    expect(await wordsIn(code)).toEqual(expected);
    for (const word of gone) expect(code).not.toContain(word);
    expect(code).not.toContain('__inBothLanguages');
  });

  it('are dropped with their mark where nothing shows them', async () => {
    const marked = markWords(SOURCE).replace('export ', '');
    const { code } = await minify(marked, { module: true, toplevel: true });
    expect(code).toBe('');
  });

  it.each([
    ['a file that ends in another way', 'const id = {}; const en = {}; export const words = { en, id };'],
    ['a language that is missing', 'const id = {}; export const words = { id, en };'],
    ['words that name the other language', `${SOURCE}\nexport const first = id.title;`],
  ])('refuses %s', (_what, source) => {
    expect(() => markWords(source)).toThrow();
  });

  it('are written in a way that a build understands, in every room', async () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('Words.ts'))
      .map((file) => join('app', file))
      .filter((file) => readFileSync(file, 'utf8').includes('{ id, en }'));
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      const { code } = await transformWithEsbuild(readFileSync(file, 'utf8'), file);
      expect(() => markWords(code), file).not.toThrow();
    }
  });
});

describe('the twins of a build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'twins-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('stand beside whatever has words or fetches them, and name each other', () => {
    const put = (name: string, code: string) => writeFileSync(join(folder, name), code);
    put('words-a1.js', markWords(SOURCE));
    put(
      'page-b2.js',
      'import{someWords as w}from"./words-a1.js";import{one}from"./pure-c3.js";export{w,one}',
    );
    put('entry-d4.js', 'const d=["assets/page-b2.js","assets/pure-c3.js"];import("./page-b2.js")');
    put('pure-c3.js', 'export const one=1;');
    writeTwins(folder);
    const both = ['words-a1', 'page-b2', 'entry-d4'];
    expect(readdirSync(folder).sort()).toEqual(
      [...both.flatMap((name) => [`${name}.js`, `${name}.id.js`, `${name}.en.js`]), 'pure-c3.js'].sort(),
    );
    expect(readFileSync(join(folder, 'page-b2.en.js'), 'utf8')).toBe(
      'import{someWords as w}from"./words-a1.en.js";import{one}from"./pure-c3.js";export{w,one}',
    );
    expect(readFileSync(join(folder, 'entry-d4.id.js'), 'utf8')).toBe(
      'const d=["assets/page-b2.id.js","assets/pure-c3.js"];import("./page-b2.id.js")',
    );
    expect(readFileSync(join(folder, 'words-a1.id.js'), 'utf8')).not.toContain('Overview');
    expect(readFileSync(join(folder, 'words-a1.js'), 'utf8')).toContain('Overview');
    // A second run over the same files changes nothing.
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    writeTwins(folder);
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });
});

/** The font files that travel with the product draw what the product writes, keep figures in line, and weigh little. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../../..');
const LETTERS = join(HERE, 'plus-jakarta-sans.woff2');
const SYMBOLS = join(HERE, 'symbols.woff2');
const PACKAGES = join(ROOT, 'node_modules');
const CSS = readFileSync(join(HERE, 'typeface.css'), 'utf8');
const MOST_BYTES = 30_000;

/** Reads every source of the product: on a busy machine that takes its time. */
const READING_MS = 60_000;

/** What a font may list besides its characters: the end of its table. */
const END_OF_TABLE = 0xffff;

function open(file: string): Font {
  const font = openSync(file);
  if (!('unitsPerEm' in font)) throw new Error(`${file} holds several faces`);
  return font;
}

function charactersOf(file: string): readonly number[] {
  return open(file)
    .characterSet.filter((code) => code !== END_OF_TABLE)
    .toSorted((one, other) => one - other);
}

/** Every rule of the style sheet, with its descriptors by name. */
const rules = [...CSS.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => {
  const pairs = [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll(/\s+/g, ' ').replaceAll("'", '')] as const,
  );
  return new Map(pairs);
});

/** What people can read of a source: texts in it, not comments, addresses of modules or patterns. */
function textsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** Each character that a page may show by itself, and a file that writes it. */
function written(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (text: string, file: string) => {
    for (const character of text) if (character > ' ' && !found.has(character)) found.set(character, file);
  };
  for (const name of readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })) {
    const isShown = name.endsWith('.tsx') || (name.startsWith('i18n') && name.endsWith('.ts'));
    if (isShown) for (const text of textsOf(join(ROOT, 'app', name))) note(text, name);
  }
  for (const name of readdirSync(join(ROOT, 'seeds'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.json')) note(readFileSync(join(ROOT, 'seeds', name), 'utf8'), name);
    else if (name.endsWith('.ts') && !name.endsWith('.test.ts'))
      for (const text of textsOf(join(ROOT, 'seeds', name))) note(text, name);
  }
  return found;
}

describe('the typeface', () => {
  it('weighs no more than a page may carry', () => {
    expect(statSync(LETTERS).size + statSync(SYMBOLS).size).toBeLessThanOrEqual(MOST_BYTES);
  });

  it(
    'has every character that the product writes',
    () => {
      const has = new Set([...charactersOf(LETTERS), ...charactersOf(SYMBOLS)]);
      const all = written();
      expect(all.size).toBeGreaterThan(100);
      const missing = [...all].filter(([character]) => !has.has(character.codePointAt(0) ?? 0));
      expect(missing).toEqual([]);
    },
    READING_MS,
  );

  it('asks for the symbols where the letters have none, and only then', () => {
    const range = rules.find((rule) => rule.get('font-family') === 'Rakerda Symbols')?.get('unicode-range');
    const asked = (range ?? '').split(', ').flatMap((part) => {
      const [first = '', last = first] = part.replace('U+', '').split('-');
      const from = parseInt(first, 16);
      return Array.from({ length: parseInt(last, 16) - from + 1 }, (_, step) => from + step);
    });
    expect(asked).toEqual(charactersOf(SYMBOLS));
    const letters = new Set(charactersOf(LETTERS));
    expect(asked.filter((code) => letters.has(code))).toEqual([]);
  });

  it('has figures of one width, also beside one another', () => {
    const font = open(LETTERS);
    expect(font.availableFeatures).toContain('tnum');
    const widths = new Set(
      Array.from('0123456789', (digit) => font.layout(digit.repeat(4), ['tnum', 'kern']).advanceWidth),
    );
    expect([...widths]).toEqual([font.layout('0000', ['tnum']).advanceWidth]);
    // Without the feature they are not: the pages must ask for it.
    expect(font.layout('1111', []).advanceWidth).not.toBe(font.layout('0000', []).advanceWidth);
  });

  it.each([
    ['DejaVu as Jakarta', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'],
    ['Noto as Jakarta', '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'],
  ])('%s takes as much room as the typeface it stands in for', (family, file) => {
    const rule = rules.find(
      (one) => one.get('font-family') === family && one.get('font-weight') === '400 599',
    );
    const part = (name: string) => parseFloat(rule?.get(name) ?? 'NaN') / 100;
    const ours = open(LETTERS);
    const scale = part('size-adjust');
    expect(part('ascent-override') * scale).toBeCloseTo(ours.ascent / ours.unitsPerEm, 2);
    expect(part('descent-override') * scale).toBeCloseTo(-ours.descent / ours.unitsPerEm, 2);
    const sentence =
      'Kebijakan internal tentang arsitektur dan keterpaduan layanan pemerintahan berbasis elektronik';
    const width = (font: Font) =>
      font.layout(sentence.replaceAll(' ', ''), []).advanceWidth / font.unitsPerEm;
    expect((width(open(join(PACKAGES, file))) * scale) / width(ours)).toBeCloseTo(1, 1);
  });

  it('stands in by faces that the machine has, and asks nobody else for a file', () => {
    const sources = rules.map((rule) => rule.get('src') ?? '');
    expect(sources).toHaveLength(10);
    for (const source of sources) expect(source).toMatch(/^(local\(|url\(\.\/)/);
  });
});

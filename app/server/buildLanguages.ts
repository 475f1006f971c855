/**
 * Takes the words of the other language out of the browser's scripts. The source has both beside each other, `{ id, en }`
 * at the end of every `…Words.ts`. While Vite puts the files together the words stand in a mark; then each script is
 * written with both, and as a twin for each language (docs/decisions/0085; who gets which: `languages.ts`).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst, type Plugin } from 'vite';
import type { Locale } from '~/instrument';
import { LANGUAGES, namingTwins, SCRIPT, twinOf } from './languages';

/** Stands around the words of both languages until the scripts are written; no minifier looks into it. */
const MARK = '__inBothLanguages';
const WORDS = /\/app\/.*Words\.ts$/;
const TWIN = /\.(id|en)\.js$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const inner of [value].flat()) if (isNode(inner)) yield* nodesIn(inner);
  }
}

const nameOf = (node: unknown) => (isNode(node) && 'name' in node ? node.name : undefined);

/** Marks the words in the browser's scripts. A words file that is written in another way is refused. */
export function wordsOfOneLanguage(): Plugin {
  return {
    name: 'words-of-one-language',
    apply: 'build',
    // Types are gone by then.
    enforce: 'post',
    transform(code, id, options) {
      if (options?.ssr || !WORDS.test(id)) return null;
      try {
        return { code: markWords(code), map: null };
      } catch (error) {
        return this.error(`${id}: ${String(error)}`);
      }
    },
  };
}

/** `const id = A; const en = B; export const someWords = { id, en };` → `export const someWords = MARK(A, B);` */
export function markWords(code: string): string {
  const shorthand = /export const (\w+) = \{\s*id,\s*en\s*\};/.exec(code);
  if (!shorthand) throw new Error('words end with `export const …Words = { id, en };`');
  const cuts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const words = LANGUAGES.map((language) => {
    for (const node of nodesIn(parseAst(code))) {
      if (node.type !== 'VariableDeclaration' || !('declarations' in node)) continue;
      const [only, ...others] = [node.declarations].flat();
      if (!isNode(only) || others.length > 0 || !('id' in only) || !('init' in only)) continue;
      if (nameOf(only.id) !== language || !isNode(only.init)) continue;
      cuts.push({ start: node.start, end: node.end, text: '' });
      return code.slice(only.init.start, only.init.end);
    }
    throw new Error(`\`const ${language} = {…}\` is missing`);
  });
  cuts.push({
    start: shorthand.index,
    end: shorthand.index + shorthand[0].length,
    text: `export const ${String(shorthand[1])} = /*#__PURE__*/ ${MARK}(${words.join(', ')});`,
  });
  const marked = replaced(code, cuts);
  for (const node of nodesIn(parseAst(marked))) {
    const isLost =
      node.type === 'MemberExpression' && 'object' in node && /^(id|en)$/.test(String(nameOf(node.object)));
    if (isLost) throw new Error('the words of one language are not named inside their file');
  }
  return marked;
}

/** A script with its marks undone: with both languages, or with one that answers for both. */
export function unmarkWords(code: string, language: Locale | 'both'): string {
  if (!code.includes(MARK)) return code;
  const cuts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const node of nodesIn(parseAst(code))) {
    if (node.type !== 'CallExpression' || !('callee' in node) || nameOf(node.callee) !== MARK) continue;
    const [id, en] = 'arguments' in node ? [node.arguments].flat() : [];
    if (!isNode(id) || !isNode(en)) throw new Error('a mark without words');
    const text = { id: code.slice(id.start, id.end), en: code.slice(en.start, en.end) };
    cuts.push({
      start: node.start,
      end: node.end,
      text: language === 'both' ? `({id:${text.id},en:${text.en}})` : `(w=>({id:w,en:w}))(${text[language]})`,
    });
  }
  return replaced(code, cuts);
}

function replaced(
  code: string,
  cuts: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return [...cuts]
    .sort((a, b) => b.start - a.start)
    .reduce((text, cut) => text.slice(0, cut.start) + cut.text + text.slice(cut.end), code);
}

/** Writes the twins beside the scripts of a build, and the scripts themselves with both languages. */
export function writeTwins(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js') && !TWIN.test(name));
  const scripts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const twins = withWords(scripts);
  for (const [name, code] of scripts) {
    if (!twins.has(name)) continue;
    writeFileSync(join(folder, name), unmarkWords(code, 'both'));
    for (const language of LANGUAGES) {
      const named = namingTwins(unmarkWords(code, language), twins, language);
      writeFileSync(join(folder, twinOf(name, language)), named);
    }
  }
}

/** The scripts that have words, and whatever fetches one of these. */
function withWords(scripts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set([...scripts].flatMap(([name, code]) => (code.includes(MARK) ? [name] : [])));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [name, code] of scripts) if (named(code).some((other) => found.has(other))) found.add(name);
  }
  return found;
}

const named = (code: string) => code.match(SCRIPT) ?? [];

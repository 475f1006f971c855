/**
 * The text of a PDF in the order it is drawn. Only as much of the format as our own files use: one object after the
 * other, compressed streams, fonts that say which letters their signs stand for.
 */
import { inflateSync } from 'node:zlib';

type Letters = ReadonlyMap<number, string>;

export function drawnText(file: Buffer): string {
  const objects = readObjects(file.toString('latin1'));
  const known = new Map<string, Letters>();
  const lettersOf = (font: string): Letters => {
    let letters = known.get(font);
    if (!letters) known.set(font, (letters = readLetters(objects, font)));
    return letters;
  };
  let text = '';
  for (const body of objects.values()) {
    if (!/\/Type\s*\/Page\b/.test(body)) continue;
    const fonts = new Map(
      Array.from(body.matchAll(/\/(\w+) (\d+) 0 R/g), ([, name = '', font = '']) => [name, font]),
    );
    const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? ''));
    text += readContent(content, (name) => lettersOf(fonts.get(name) ?? ''));
  }
  return text;
}

function readObjects(source: string): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  for (const found of source.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const from = found.index + found[0].length;
    objects.set(found[1] ?? '', source.slice(from, source.indexOf('endobj', from)));
  }
  return objects;
}

function streamOf(object = ''): string {
  const start = /stream\r?\n/.exec(object);
  if (!start) return '';
  const raw = object.slice(start.index + start[0].length, object.lastIndexOf('endstream'));
  if (!object.slice(0, start.index).includes('/FlateDecode')) return raw;
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

/** What the signs of a font stand for. */
function readLetters(objects: ReadonlyMap<string, string>, font: string): Letters {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '';
  const letters = new Map<number, string>();
  for (const [, lines = ''] of streamOf(objects.get(table)).matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, sign = '', letter = ''] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      letters.set(Number.parseInt(sign, 16), fromUtf16(letter));
    }
  }
  return letters;
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** A name, a string in brackets or in hexadecimal, or an operator. */
const TOKEN = /\/(\w+)|\(|<([0-9a-f]*)>|[A-Za-z]+\*?/gi;
/** What a mark says that its signs stand for. */
const SPOKEN = /\s*(?:<feff([0-9a-f]*)>|\()/iy;

function readContent(content: string, lettersOf: (font: string) => Letters): string {
  let text = '';
  let letters: Letters = new Map();
  let name = '';
  /** Marks inside one that says what it stands for: its signs are not read. */
  let spoken = 0;
  let isNamed = false;
  const draw = (bytes: string) => {
    if (spoken > 0) return;
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      text += letters.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
    }
  };
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(content); found; found = TOKEN.exec(content)) {
    const [token, named, hex] = found;
    if (token === '(') {
      const { bytes, end } = readString(content, TOKEN.lastIndex);
      TOKEN.lastIndex = end;
      draw(bytes);
    } else if (named === 'ActualText') {
      SPOKEN.lastIndex = TOKEN.lastIndex;
      const said = SPOKEN.exec(content);
      if (!said) continue;
      const { bytes, end } =
        said[1] === undefined
          ? readString(content, SPOKEN.lastIndex)
          : { bytes: fromUtf16(said[1]), end: SPOKEN.lastIndex };
      text += bytes;
      TOKEN.lastIndex = end;
      isNamed = true;
    } else if (named !== undefined) name = named;
    else if (hex !== undefined) draw(Buffer.from(hex, 'hex').toString('latin1'));
    else if (token === 'Tf') letters = lettersOf(name);
    else if (token === 'BDC') {
      if (isNamed || spoken > 0) spoken += 1;
      isNamed = false;
    } else if (token === 'EMC' && spoken > 0) spoken -= 1;
  }
  return text;
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string whose opening bracket stands before `from`. */
function readString(content: string, from: number): { readonly bytes: string; readonly end: number } {
  let bytes = '';
  let depth = 1;
  let at = from;
  while (at < content.length) {
    const sign = content.charAt(at);
    at += 1;
    if (sign === '\\') {
      const octal = /[0-7]{1,3}/y;
      octal.lastIndex = at;
      const found = octal.exec(content)?.[0];
      if (found !== undefined) {
        bytes += String.fromCharCode(Number.parseInt(found, 8));
        at += found.length;
      } else {
        const escaped = content.charAt(at);
        bytes += ESCAPED[escaped] ?? escaped;
        at += 1;
      }
      continue;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) break;
    bytes += sign;
  }
  return { bytes, end: at };
}

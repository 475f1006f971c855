/**
 * Reads a finished Word file back: whole, every part well-formed XML, and its paragraphs, in order, those of the paper.
 * A word processor refuses a file with a single sign that XML does not know.
 */
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import type { Paper } from './minutesPaper';
import { paperWords as words } from './paperWords';
import { MinutesError } from './minutesError';

/** Parts that a word processor asks for. */
const PARTS = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/document.xml',
  'word/header1.xml',
  'word/footer1.xml',
];

/**
 * Proves a Word file against the paper it was drawn from.
 * @throws MinutesError saying what is broken, missing or too much
 */
export async function proveDocx(bytes: Uint8Array, paper: Paper): Promise<void> {
  const parts = await readParts(bytes);
  for (const name of PARTS) if (!parts.has(name)) throw new MinutesError(`the Word file lacks ${name}`);
  const told = textsOf(parts.get('word/document.xml') ?? []);
  const wanted = paragraphsOf(paper).filter((text) => text !== '');
  wanted.forEach((text, place) => {
    if (told[place] !== text) {
      throw new MinutesError(
        `the Word file says "${(told[place] ?? '').slice(0, 80)}" for "${text.slice(0, 80)}"`,
      );
    }
  });
  if (told.length > wanted.length) throw new MinutesError('the Word file says more than the paper');
  const [header = ''] = textsOf(parts.get('word/header1.xml') ?? []);
  if (!header.startsWith(words.editable)) throw new MinutesError('the Word file does not say what it is');
}

/** The paragraphs of every part of a Word file, by the part's name. Throws MinutesError where one cannot be read. */
export async function readParts(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly string[]>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true }).catch((error: unknown) => {
    throw new MinutesError('the Word file is not whole', { cause: error });
  });
  const parts = new Map<string, readonly string[]>();
  for (const file of Object.values(zip.files)) {
    if (!/\.(xml|rels)$/.test(file.name)) continue;
    try {
      parts.set(file.name, paragraphsIn(await file.async('string')));
    } catch (error) {
      throw new MinutesError(`${file.name} of the Word file is no XML`, { cause: error });
    }
  }
  return parts;
}

/** The texts of its paragraphs, a line break as `\n`. Throws where the XML is not well-formed. */
function paragraphsIn(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  let text = '';
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') text = '';
    if (name === 'w:br') text += '\n';
    isText = name === 'w:t';
  });
  parser.on('text', (piece) => {
    if (isText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (name === 'w:p') paragraphs.push(text);
  });
  // Without a handler of errors the parser throws the first.
  parser.write(xml).close();
  return paragraphs;
}

function textsOf(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.filter((text) => text !== '');
}

/** What the file must say, paragraph by paragraph. Written apart from the drawing, which it judges. */
function paragraphsOf(paper: Paper): readonly string[] {
  return [
    paper.title.toUpperCase(),
    paper.name,
    paper.number,
    words.editableLead({ number: paper.number, address: paper.checkAddress }),
    ...paper.blocks.flatMap((block): readonly string[] => {
      switch (block.kind) {
        case 'heading':
        case 'subheading':
        case 'paragraph':
        case 'remark':
          return [block.text];
        case 'list':
          return block.items;
        case 'facts':
          return block.rows.flat();
        case 'table':
          return [
            ...block.columns.map(({ title }) => title),
            ...block.rows.flatMap((row) => ('group' in row ? [row.group] : row.cells)),
          ];
      }
    }),
    words.signatures,
    words.closing,
    ...paper.signatures.flatMap(({ role, institution }) => [
      role,
      institution,
      `${words.signatureName}:`,
      `${words.signatureNip}:`,
    ]),
    words.authenticity,
    ...paper.authenticity.flat(),
  ];
}

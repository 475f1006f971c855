/** Sets a document with Typst: a template of ours, and data that the template reads. Nothing typed ever becomes markup. */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Locale } from '~/instrument';
import { mapTexts } from '~/text';
import { paperFonts } from './fonts.server';
import { numberedLetters, paperText } from './letters.server';
import { paperNotice } from './paperNotice';

/** For keeping (PDF/A) and for screen readers (tagged, with Unicode and a language): level A asks for both. */
const STANDARD = 'a-2a';

/** Where a template finds the picture that goes along; beside it stands nothing of that name. */
const PICTURE = fileURLToPath(new URL('picture', import.meta.url));

/** Templates may read this folder, and nothing else of the machine. */
const WORKSPACE = fileURLToPath(new URL('.', import.meta.url));

let compiler: NodeCompiler | null = null;

function openCompiler(): NodeCompiler {
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: [...paperFonts().blobs] }], workspace: WORKSPACE });
}

/** What a template is given; see `paper.typ` for what it asks for. */
export interface PaperData {
  readonly lang: Locale;
  readonly [name: string]: unknown;
}

/**
 * The PDF of a template.
 * @param data what the template finds as `data` of `paper.typ`, its texts in letters that the paper has
 * @param madeAt the moment that the file names, ISO 8601: the same data gives the same bytes
 * @param picture what the template draws as `image("picture")`
 * @throws Error where the template has a fault
 */
export function typeset(
  template: string,
  data: PaperData,
  madeAt: string,
  picture: Uint8Array | null = null,
): Uint8Array<ArrayBuffer> {
  compiler ??= openCompiler();
  if (picture) compiler.mapShadow(PICTURE, Buffer.from(picture));
  try {
    return set(compiler, template, data, madeAt);
  } finally {
    if (picture) compiler.unmapShadow(PICTURE);
  }
}

function set(
  compiler: NodeCompiler,
  template: string,
  data: PaperData,
  madeAt: string,
): Uint8Array<ArrayBuffer> {
  const texts = JSON.stringify(mapTexts(data, paperText));
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: {
      data: texts,
      madeOn: JSON.stringify(partsOf(new Date(madeAt))),
      fonts: JSON.stringify(paperFonts().families),
      notice: noticeOf(numberedLetters(texts), data.lang),
    },
  });
  const { result } = compiled;
  if (!result) {
    const said: unknown = compiled.takeDiagnostics()?.shortDiagnostics;
    throw new Error(`the template could not be set: ${JSON.stringify(said)}`);
  }
  const creationTimestamp = Math.floor(Date.parse(madeAt) / 1000);
  try {
    return Uint8Array.from(compiler.pdf(result, { pdfStandard: STANDARD, creationTimestamp }));
  } catch {
    // A mark whose letter stands in another font has no place in the standard; a paper with a box in it is better than none.
    return Uint8Array.from(compiler.pdf(result, { creationTimestamp }));
  } finally {
    compiler.evictCache(0);
  }
}

/** So many are named; the paper itself shows them all. */
const MOST_NAMED = 12;

/** Empty where the paper draws every letter. */
function noticeOf(letters: readonly string[], lang: Locale): string {
  if (letters.length === 0) return '';
  const named = letters.slice(0, MOST_NAMED).join(', ');
  return paperNotice[lang](letters.length > MOST_NAMED ? `${named} …` : named);
}

/** A moment as a template builds it. */
function partsOf(moment: Date) {
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
  };
}

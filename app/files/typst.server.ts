/** Sets a document with Typst: a template of ours, and data that the template reads. Nothing typed ever becomes markup. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The typeface of the pages, in the two weights that papers are set in. */
const FONTS = ['400Regular/PlusJakartaSans_400Regular.ttf', '700Bold/PlusJakartaSans_700Bold.ttf'];
const FAMILY = '@expo-google-fonts/plus-jakarta-sans';

/** For keeping (PDF/A) and for screen readers (tagged, with Unicode and a language): level A asks for both. */
const STANDARD = 'a-2a';

/** Templates may read this folder, and nothing else of the machine. */
const WORKSPACE = fileURLToPath(new URL('.', import.meta.url));

let compiler: NodeCompiler | null = null;

function openCompiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((font) => readFileSync(resolve(`${FAMILY}/${font}`)));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: WORKSPACE });
}

/**
 * The PDF of a template.
 * @param data what the template finds as `data` of `paper.typ`
 * @param madeAt the moment that the file names, ISO 8601: the same data gives the same bytes
 * @throws Error where the template has a fault
 */
export function typeset(template: string, data: unknown, madeAt: string): Uint8Array<ArrayBuffer> {
  compiler ??= openCompiler();
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { data: JSON.stringify(data), madeOn: JSON.stringify(partsOf(new Date(madeAt))) },
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
    // A sign that the typeface lacks has no place in the standard; a paper with a box in it is better than none.
    return Uint8Array.from(compiler.pdf(result, { creationTimestamp }));
  } finally {
    compiler.evictCache(0);
  }
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

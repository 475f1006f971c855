/** The fonts that papers are set in: the typeface of the pages, and what people type beyond it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { unpackWoff } from './woff.server';

/** In the order in which a letter is looked for. */
const FONTS: readonly { readonly family: string; readonly files: readonly string[] }[] = [
  {
    family: 'Plus Jakarta Sans',
    files: ['400Regular/PlusJakartaSans_400Regular.ttf', '700Bold/PlusJakartaSans_700Bold.ttf'].map(
      (file) => `@expo-google-fonts/plus-jakarta-sans/${file}`,
    ),
  },
  { family: 'Noto Sans Arabic', files: weights('noto-sans-arabic', 'NotoSansArabic') },
  { family: 'Noto Sans Javanese', files: weights('noto-sans-javanese', 'NotoSansJavanese') },
  { family: 'Noto Sans Balinese', files: weights('noto-sans-balinese', 'NotoSansBalinese') },
  {
    family: 'Noto Sans Buginese',
    files: ['@fontsource/noto-sans-buginese/files/noto-sans-buginese-buginese-400-normal.woff'],
  },
  // Greek, Cyrillic, arrows, marks.
  {
    family: 'DejaVu Sans',
    files: ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'],
  },
  { family: 'Noto Emoji', files: ['@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'] },
];

function weights(name: string, file: string): readonly string[] {
  return ['400Regular', '700Bold'].map(
    (weight) => `@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`,
  );
}

export interface PaperFonts {
  readonly families: readonly string[];
  readonly blobs: readonly Buffer[];
  /** Code points that one of them draws. */
  readonly drawn: ReadonlySet<number>;
}

let opened: PaperFonts | null = null;

/** Reads them once in a process. */
export function paperFonts(): PaperFonts {
  opened ??= readFonts();
  return opened;
}

function readFonts(): PaperFonts {
  const { resolve } = createRequire(import.meta.url);
  const blobs: Buffer[] = [];
  const drawn = new Set<number>();
  for (const { files } of FONTS) {
    for (const [i, file] of files.entries()) {
      const bytes = readFileSync(resolve(file));
      const blob = file.endsWith('.woff') ? unpackWoff(bytes) : bytes;
      blobs.push(blob);
      if (i > 0) continue;
      const font = create(blob);
      if (!('characterSet' in font)) throw new Error(`${file} holds several fonts`);
      for (const point of font.characterSet) drawn.add(point);
    }
  }
  return { families: FONTS.map(({ family }) => family), blobs, drawn };
}

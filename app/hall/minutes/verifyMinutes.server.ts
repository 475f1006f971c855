/**
 * What the public page of a Berita Acara tells: only what the printed paper shows, and whether it still holds. There is
 * no limit on guessing: a code is one of 23¹² (about 2 × 10¹⁶), so that a million guesses a second for a lifetime find
 * none, and finding one would show no more than the paper does.
 */
import type { Services } from '~/server/context';
import { readCode, showCode } from './minutesCode';
import type { MinutesBody } from './minutesBody';
import { findByCode, findByFile, readStanding } from './minutesRows.server';
import { readUploadChecksum } from './uploadedMinutes.server';

export type Verification =
  | { readonly kind: 'ask' }
  /** It cannot be a code. */
  | { readonly kind: 'malformed'; readonly typed: string }
  | { readonly kind: 'unknown'; readonly typed: string }
  | ({ readonly kind: 'known' } & KnownMinutes);

export interface KnownMinutes {
  readonly code: string;
  readonly numberText: string;
  readonly madeAt: string;
  readonly rakerda: Pick<MinutesBody['rakerda'], 'name' | 'timeZone' | 'isDemo'>;
  readonly bodySha256: string;
  readonly results: readonly {
    readonly instrument: string;
    readonly figuresSha256: string;
    readonly agencies: readonly {
      readonly code: string;
      readonly name: string;
      readonly approved: { readonly index: number; readonly predicate: string } | null;
    }[];
  }[];
  readonly figuresChanged: boolean;
  /** Number of the newest one where it is not this. */
  readonly replacedBy: string | null;
}

/** The document with the code that somebody typed or scanned; `null` asks for one. */
export async function verifyCode(
  { db, instruments }: Pick<Services, 'db' | 'instruments'>,
  typed: string | null,
): Promise<Verification> {
  if (typed === null || typed.trim() === '') return { kind: 'ask' };
  const code = readCode(typed);
  // Whatever was typed goes back into the field, but not a book.
  if (code === null) return { kind: 'malformed', typed: typed.slice(0, 40) };
  const kept = await findByCode(db, code);
  if (!kept) return { kind: 'unknown', typed: showCode(code) };
  const { figuresChanged, replacedBy } = await readStanding(db, instruments, kept);
  const { name, timeZone, isDemo } = kept.body.rakerda;
  return {
    kind: 'known',
    code: kept.code,
    numberText: kept.numberText,
    madeAt: kept.madeAt,
    rakerda: { name, timeZone, isDemo },
    bodySha256: kept.bodySha256,
    results: kept.body.results.map((result) => ({
      instrument: result.instrument.shortName,
      figuresSha256: result.figuresSha256,
      agencies: result.agencies.map((agency) => ({
        code: agency.code,
        name: agency.name,
        approved: agency.figures && { index: agency.figures.index, predicate: agency.figures.predicate },
      })),
    })),
    figuresChanged,
    replacedBy: replacedBy?.numberText ?? null,
  };
}

export type FileVerdict =
  | { readonly kind: 'same'; readonly numberText: string; readonly code: string }
  /** Genuine, but of another document than the page is about. */
  | { readonly kind: 'other'; readonly numberText: string; readonly code: string }
  | { readonly kind: 'different' }
  | { readonly kind: 'noFile' | 'tooLarge' | 'unreadable' };

/** Whether the uploaded file is byte for byte a PDF that was made here, and of the document the page is about. */
export async function verifyFile(
  { db }: Pick<Services, 'db'>,
  request: Request,
  typedCode: string | undefined,
): Promise<FileVerdict> {
  const upload = await readUploadChecksum(request);
  if (upload.kind !== 'read') return upload;
  const found = await findByFile(db, upload.sha256);
  if (!found) return { kind: 'different' };
  const asked = typedCode === undefined ? null : readCode(typedCode);
  const kind = asked === null || asked === found.code ? 'same' : 'other';
  return { kind, numberText: found.numberText, code: found.code };
}

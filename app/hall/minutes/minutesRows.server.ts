/** Reads the Berita Acara that were made. The PDF itself is read only where it is handed out. */
import { z } from 'zod';
import type { Db } from '#db/database';
import { parseLevels } from '~/assessment/index.server';
import { shownLevel } from '~/instrument';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { type MinutesBody, parseMinutesBody } from './minutesBody';
import { figuresSha256 } from './minutesChecksum';

export interface MinutesFacts {
  readonly number: number;
  readonly numberText: string;
  readonly code: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
}

/** The newest Berita Acara of a Rakerda; null where none was made. */
export async function latestMinutes(db: Db, rakerdaId: string): Promise<MinutesFacts | null> {
  const row = await db
    .selectFrom('minutes')
    .select(['number', 'number_text as numberText', 'code', 'made_at as madeAt'])
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface MinutesRow extends MinutesFacts {
  readonly madeBy: string;
  readonly asOf: number;
  readonly bodySha256: string;
  /** The approved figures are no longer those of the document. */
  readonly figuresChanged: boolean;
}

/** Every Berita Acara of a Rakerda, the newest first. */
export async function listMinutes(
  db: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
): Promise<readonly MinutesRow[]> {
  const rows = await db
    .selectFrom('minutes')
    .innerJoin('account', 'account.id', 'minutes.made_by')
    .select([
      'minutes.number',
      'minutes.number_text as numberText',
      'minutes.code',
      'minutes.made_at as madeAt',
      'account.name as madeBy',
      'minutes.as_of as asOf',
      'minutes.body_sha256 as bodySha256',
      'minutes.body',
    ])
    .where('minutes.rakerda_id', '=', rakerdaId)
    .orderBy('minutes.number', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const now = await currentChecksums(db, instruments, rakerdaId);
  return rows.map(({ body, ...row }) => ({
    ...row,
    figuresChanged: haveFiguresChanged(checksumsSchema.parse(JSON.parse(body)), now),
  }));
}

const checksumsSchema = z.object({
  results: z.array(z.object({ instrument: z.object({ code: z.string() }), figuresSha256: z.string() })),
});

type Checksums = ReadonlyMap<string, string>;

/** The checksum of the approved figures as they stand, by instrument. */
export async function currentChecksums(
  db: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
): Promise<Checksums> {
  const pinned = await db
    .selectFrom('rakerda_instrument')
    .select(['instrument_code as code', 'instrument_version as version'])
    .where('rakerda_id', '=', rakerdaId)
    .execute();
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'instrument_code', 'levels'])
    .where('rakerda_id', '=', rakerdaId)
    .where('state', '=', 'approved')
    .execute();
  const checksums = new Map<string, string>();
  for (const { code, version } of pinned) {
    const { level: range } = instruments.get(code, version);
    const approved = rows
      .filter((row) => row.instrument_code === code)
      .map((row) => ({
        code: row.agency_code,
        levels: parseLevels(row.levels).map((level) => (level === null ? null : shownLevel(range, level))),
      }));
    checksums.set(code, figuresSha256(approved));
  }
  return checksums;
}

function haveFiguresChanged(body: z.infer<typeof checksumsSchema>, now: Checksums): boolean {
  return body.results.some(({ instrument, figuresSha256: then }) => now.get(instrument.code) !== then);
}

export interface KeptMinutes extends MinutesFacts {
  readonly rakerdaId: string;
  readonly body: MinutesBody;
  readonly bodySha256: string;
  readonly pdfSha256: string;
}

const KEPT = [
  'rakerda_id as rakerdaId',
  'number',
  'number_text as numberText',
  'code',
  'made_at as madeAt',
  'body',
  'body_sha256 as bodySha256',
  'pdf_sha256 as pdfSha256',
] as const;

/** One Berita Acara by its verification code; null where there is none. */
export async function findByCode(db: Db, code: string): Promise<KeptMinutes | null> {
  const row = await db.selectFrom('minutes').select(KEPT).where('code', '=', code).executeTakeFirst();
  return row ? { ...row, body: parseMinutesBody(row.body) } : null;
}

/** One Berita Acara of a Rakerda by its number; null where there is none. */
export async function findByNumber(db: Db, rakerdaId: string, number: number): Promise<KeptMinutes | null> {
  const row = await db
    .selectFrom('minutes')
    .select(KEPT)
    .where('rakerda_id', '=', rakerdaId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? { ...row, body: parseMinutesBody(row.body) } : null;
}

/** The Berita Acara whose PDF has the checksum; null where none has. */
export async function findByFile(db: Db, pdfSha256: string): Promise<MinutesFacts | null> {
  const row = await db
    .selectFrom('minutes')
    .select(['number', 'number_text as numberText', 'code', 'made_at as madeAt'])
    .where('pdf_sha256', '=', pdfSha256)
    .executeTakeFirst();
  return row ?? null;
}

/** The PDF as it was made. */
export async function readPdf(db: Db, rakerdaId: string, number: number): Promise<Uint8Array<ArrayBuffer>> {
  const { pdf } = await db
    .selectFrom('minutes')
    .select('pdf')
    .where('rakerda_id', '=', rakerdaId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return Uint8Array.from(pdf);
}

/** Whether the approved figures are still those of the document, and which document came after it. */
export async function readStanding(
  db: Db,
  instruments: InstrumentLibrary,
  kept: KeptMinutes,
): Promise<{ readonly figuresChanged: boolean; readonly replacedBy: MinutesFacts | null }> {
  const now = await currentChecksums(db, instruments, kept.rakerdaId);
  const latest = await latestMinutes(db, kept.rakerdaId);
  return {
    figuresChanged: haveFiguresChanged(kept.body, now),
    replacedBy: latest && latest.number > kept.number ? latest : null,
  };
}

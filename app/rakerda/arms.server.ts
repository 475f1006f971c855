/** The arms or logo of a Rakerda: a picture of its own, or none. Who sets it: `app/hall/setUp/setArms.server.ts`. */
import type { Db } from '#db/database';
import { type Picture, PICTURE_TYPES } from '~/files/picture.server';

export interface ArmsFacts {
  /** SHA-256 of the picture: another picture has another address. */
  readonly fingerprint: string;
  readonly width: number;
  readonly height: number;
}

/** What is said about the arms; null where there are none. The picture itself is not read. */
export async function findArms(db: Db, rakerdaId: string): Promise<ArmsFacts | null> {
  const row = await db
    .selectFrom('rakerda_arms')
    .select(['fingerprint', 'width', 'height'])
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
  return row ?? null;
}

/** The arms as they are drawn; null where there are none. */
export async function readArms(
  db: Db,
  rakerdaId: string,
): Promise<(Picture & Pick<ArmsFacts, 'fingerprint'>) | null> {
  const row = await db
    .selectFrom('rakerda_arms')
    .select(['fingerprint', 'type', 'width', 'height', 'picture'])
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
  const type = PICTURE_TYPES.find((one) => one === row?.type);
  if (!row || !type) return null;
  const { fingerprint, width, height, picture } = row;
  return { fingerprint, type, width, height, bytes: Uint8Array.from(picture) };
}

/**
 * The picture of that fingerprint for whoever may see it; null where the arms are others, or none. What stands behind an
 * address never changes, so whoever has it asks no more. Nothing in it can act: the server says on every answer that its
 * type is not to be guessed, and what it may load.
 */
export async function armsResponse(
  db: Db,
  rakerdaId: string,
  fingerprint: string | undefined,
): Promise<Response | null> {
  const arms = await readArms(db, rakerdaId);
  if (arms?.fingerprint !== fingerprint || !arms) return null;
  return new Response(arms.bytes, {
    headers: {
      'Content-Type': arms.type,
      'Content-Length': String(arms.bytes.byteLength),
      'Content-Disposition': `inline; filename="lambang.${arms.type.replace('image/', '')}"`,
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  });
}

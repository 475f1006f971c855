/** Use cases of the arms or logo: one picture of a Rakerda is put in place, replaced, taken away, or goes along to the next year. */
import { createHash } from 'node:crypto';
import { cleanPicture, type Picture } from '~/files/picture.server';
import type { PictureRefusal } from '~/files/pictureRefusal';
import { pictureJob } from '~/files/pictureJobs.server';
import { readUploadedForm, type UploadRefusal } from '~/files/uploadedFile.server';
import { rakerdaPath } from '~/paths';
import { readArms } from '~/rakerda/arms.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, change, type Doing } from '~/record/change.server';
import { isWorkRefused } from '~/work';
import { ARMS_LIMIT } from './armsLimit.server';
import type { ArmsMessage } from './armsMessage';

const TERMS = { may: 'rakerda.manage', part: 'setUp' } as const;

/** Where the answer to a form about the arms is read. */
export function armsAnswerPath(rakerdaId: string, message: ArmsMessage): string {
  return `${rakerdaPath(rakerdaId, 'edit')}?lambang=${message}#lambang`;
}

/** Takes the form with the picture; says what became of it. */
export async function postArms(scope: MeetingScope, request: Request): Promise<ArmsMessage> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const uploaded = await readUploadedForm(request, 'picture', ARMS_LIMIT);
  if (uploaded.kind !== 'read') return uploaded.kind;
  const picture = cleanPicture(uploaded.bytes);
  if (typeof picture === 'string') return picture;
  const drawn = await provePicture(scope, picture);
  return drawn === 'drawn' ? putArms(scope, picture) : drawn;
}

/**
 * What no paper can draw is not taken: the day of the Berita Acara is too late to find out. Where the workers are busy
 * somebody tries again.
 */
async function provePicture(
  scope: MeetingScope,
  picture: Picture,
): Promise<'drawn' | Extract<ArmsMessage, PictureRefusal | UploadRefusal | 'busy'>> {
  try {
    const proof = await scope.workers.run(pictureJob, { bytes: picture.bytes }, scope);
    return proof.kind === 'proven' ? 'drawn' : 'broken';
  } catch (error) {
    if (isWorkRefused(error)) return 'busy';
    throw error;
  }
}

async function putArms(scope: MeetingScope, picture: Picture): Promise<ArmsMessage> {
  const result = await change(scope, TERMS, async (doing) => {
    await putArmsIn(doing, scope.place.row.id, picture);
    return { kind: 'done' as const };
  });
  return result.kind === 'locked' ? 'locked' : 'set';
}

/** Takes the picture away: letters stand there again. */
export async function removeArms(scope: MeetingScope): Promise<ArmsMessage> {
  const rakerdaId = scope.place.row.id;
  const result = await change(scope, TERMS, async ({ trx, tell }) => {
    const before = await readArms(trx, rakerdaId);
    if (before) {
      await trx.deleteFrom('rakerda_arms').where('rakerda_id', '=', rakerdaId).execute();
      await tell('rakerda.armsChanged', { before: before.fingerprint, after: null });
    }
    return { kind: 'done' as const };
  });
  return result.kind === 'locked' ? 'locked' : 'removed';
}

/** The arms of the year before, where it had any. */
export async function copyArmsIn(doing: Doing, fromId: string, rakerdaId: string): Promise<void> {
  const arms = await readArms(doing.trx, fromId);
  if (arms) await putArmsIn(doing, rakerdaId, arms);
}

async function putArmsIn({ trx, tell, at }: Doing, rakerdaId: string, picture: Picture): Promise<void> {
  const fingerprint = createHash('sha256').update(picture.bytes).digest('hex');
  const before = await readArms(trx, rakerdaId);
  // Sent twice.
  if (before?.fingerprint === fingerprint) return;
  await trx.deleteFrom('rakerda_arms').where('rakerda_id', '=', rakerdaId).execute();
  await trx
    .insertInto('rakerda_arms')
    .values({
      rakerda_id: rakerdaId,
      fingerprint,
      type: picture.type,
      width: picture.width,
      height: picture.height,
      picture: Buffer.from(picture.bytes),
      set_at: at,
    })
    .execute();
  await tell(
    'rakerda.armsChanged',
    { before: before?.fingerprint ?? null, after: fingerprint },
    { rakerdaId },
  );
}

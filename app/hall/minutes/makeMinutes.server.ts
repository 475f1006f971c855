/** Makes a Berita Acara: everything read at one moment, drawn, proven, and stored for good. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '#db/database';
import { readTogether } from '#db/together';
import type { Picture } from '~/files/picture.server';
import { readArms } from '~/rakerda/arms.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { answeredBefore, authorize, change, type Locked, stageAllows } from '~/record/change.server';
import { canonicalText, cleanBody, type MinutesBody } from './minutesBody';
import { sha256 } from './minutesChecksum';
import { codeFrom, numberText } from './minutesCode';
import { fileOf, minutesDocxJob, minutesPdfJob } from './minutesJobs.server';
import { gatherBody } from './gatherMinutes.server';
import { paperOf } from './minutesPaper';
import { MinutesError } from './minutesError';

export interface MinutesRequest {
  /** Made by the form: a form that is sent twice makes one document. */
  readonly id: string;
  /** Origin of the address in the QR, as phones in the hall reach it. */
  readonly origin: string;
}

const madeSchema = z.object({ kind: z.literal('made'), number: z.int() });

export type MakeResult = z.output<typeof madeSchema> | Locked;

/** How often a document is drawn anew because somebody else's got its number while it was drawn. */
const ATTEMPTS = 5;

/**
 * Makes the next Berita Acara of a Rakerda.
 * @throws MinutesError where the PDF or the copy for editing did not come out whole; nothing is stored then; WorkRefused
 */
export async function makeMinutes(scope: MeetingScope, request: MinutesRequest): Promise<MakeResult> {
  authorize(scope.actor, 'minutes.make', scope.place);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await draftMinutes(scope, request);
    if (draft.kind !== 'drafted') return draft;
    // Drawing takes its time; nothing waits for it.
    const paper = paperOf(draft.body, draft.bodySha256);
    const work = { paper, arms: draft.arms };
    const pdf = await fileOf(scope, minutesPdfJob, work);
    // The copy for editing is drawn anew whenever it is asked for: that it can be is proven before anything is stored.
    await fileOf(scope, minutesDocxJob, work);
    const result = await storeMinutes(scope, request.id, { ...draft, pdf });
    if (result.kind !== 'numberTaken') return result;
  }
  throw new MinutesError('others kept taking the number');
}

type Draft =
  | MakeResult
  | {
      readonly kind: 'drafted';
      readonly body: MinutesBody;
      readonly bodyText: string;
      readonly bodySha256: string;
      readonly arms: Picture | null;
    };

async function draftMinutes(scope: MeetingScope, request: MinutesRequest): Promise<Draft> {
  const { db, instruments, actor, place } = scope;
  return readTogether(db, async (trx): Promise<Draft> => {
    // Asked already here: what is refused or known need not be drawn.
    const known = await answeredBefore(trx, actor.id, onceOf(request.id));
    if (known !== null) return known;
    if (!(await stageAllows(trx, place, 'minutes'))) return { kind: 'locked' };
    const rakerda = await trx
      .selectFrom('rakerda')
      .selectAll()
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    const number = await nextNumber(trx, rakerda.id);
    const code = newCode();
    const arms = await readArms(trx, rakerda.id);
    const body = cleanBody(
      await gatherBody(trx, instruments, rakerda, {
        number,
        numberText: numberText(number, rakerda.id, rakerda.year),
        code,
        checkAddress: `${request.origin}/periksa/${code}`,
        madeAt: new Date().toISOString(),
        madeBy: actor.name,
      }),
    );
    const bodyText = canonicalText(body);
    return { kind: 'drafted', body, bodyText, bodySha256: sha256(bodyText), arms };
  });
}

function storeMinutes(
  scope: MeetingScope,
  id: string,
  made: Extract<Draft, { readonly kind: 'drafted' }> & { readonly pdf: Uint8Array },
) {
  const { body, bodyText, bodySha256, pdf } = made;
  const rakerdaId = scope.place.row.id;
  return change<MakeResult | { readonly kind: 'numberTaken' }>(
    scope,
    { may: 'minutes.make', part: 'minutes', once: onceOf(id) },
    async ({ trx, tell }) => {
      if ((await nextNumber(trx, rakerdaId)) !== body.number) return { kind: 'numberTaken' };
      const pdfSha256 = sha256(pdf);
      await trx
        .insertInto('minutes')
        .values({
          id,
          rakerda_id: rakerdaId,
          number: body.number,
          number_text: body.numberText,
          code: body.code,
          as_of: body.asOf,
          body: bodyText,
          body_sha256: bodySha256,
          pdf: Buffer.from(pdf),
          pdf_sha256: pdfSha256,
          made_at: body.madeAt,
          made_by: scope.actor.id,
        })
        .execute();
      const { number, numberText: name, asOf } = body;
      await tell('minutes.made', { number, name, asOf, bodySha256, pdfSha256 });
      return { kind: 'made', number };
    },
  );
}

function onceOf(id: string) {
  return { id, answer: madeSchema };
}

async function nextNumber(trx: Db, rakerdaId: string): Promise<number> {
  const row = await trx
    .selectFrom('minutes')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

function newCode(): string {
  return codeFrom(() => randomBytes(1).readUInt8());
}

/** Makes a Berita Acara: everything read at one moment, drawn, proven, and stored for good. */
import { randomBytes } from 'node:crypto';
import { record } from '#db/record';
import type { RakerdaState } from '#db/schema';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { canonicalText, cleanBody } from './body';
import { sha256 } from './checksum';
import { codeFrom, numberText } from './code';
import { minutesDocx } from './docx.server';
import { gatherBody } from './gather.server';
import { paperOf } from './paper';
import { minutesPdf } from './pdf.server';
import { MinutesError } from './readBack.server';

export interface MinutesRequest {
  /** Made by the form: a form that is sent twice makes one document. */
  readonly id: string;
  /** Origin of the address in the QR, as phones in the hall reach it. */
  readonly origin: string;
}

export type MakeResult =
  | { readonly kind: 'made'; readonly number: number }
  /** The stage of the Rakerda does not allow it. */
  | { readonly kind: 'stage'; readonly state: RakerdaState };

/** How often a document is drawn anew because somebody else's got its number while it was drawn. */
const ATTEMPTS = 5;

/**
 * Makes the next Berita Acara of a Rakerda.
 * @throws MinutesError where the PDF or the copy for editing did not come out whole; nothing is stored then
 */
export async function makeMinutes(
  services: Pick<Services, 'db' | 'feed' | 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  request: MinutesRequest,
  requestId: string,
): Promise<MakeResult> {
  authorize(actor, 'minutes.make', place);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await draftMinutes(services, actor, place, request);
    if (draft.kind !== 'drafted') return draft;
    // Drawing takes its time; nothing waits for it.
    const paper = paperOf(draft.body, draft.bodySha256);
    const pdf = await minutesPdf(paper);
    // The copy for editing is drawn anew whenever it is asked for: that it can be is proven before anything is stored.
    await minutesDocx(paper);
    const result = await storeMinutes(services, actor, place, request.id, { ...draft, pdf }, requestId);
    if (result.kind !== 'numberTaken') {
      services.feed.wake();
      return result;
    }
  }
  throw new MinutesError('others kept taking the number');
}

type Draft =
  | MakeResult
  | {
      readonly kind: 'drafted';
      readonly body: Awaited<ReturnType<typeof gatherBody>>;
      readonly bodyText: string;
      readonly bodySha256: string;
    };

async function draftMinutes(
  services: Pick<Services, 'db' | 'instruments'>,
  actor: Actor,
  place: RakerdaPlace,
  request: MinutesRequest,
): Promise<Draft> {
  return services.db.transaction().execute(async (trx): Promise<Draft> => {
    const known = await findMade(trx, place.row.id, request.id);
    if (known !== null) return { kind: 'made', number: known };
    const rakerda = await trx
      .selectFrom('rakerda')
      .selectAll()
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (!allows(rakerda.state, 'minutes')) return { kind: 'stage', state: rakerda.state };
    const number = await nextNumber(trx, rakerda.id);
    const code = newCode();
    const body = cleanBody(
      await gatherBody(trx, services.instruments, rakerda, {
        number,
        numberText: numberText(number, rakerda.id, rakerda.year),
        code,
        checkAddress: `${request.origin}/periksa/${code}`,
        madeAt: new Date().toISOString(),
        madeBy: actor.name,
      }),
    );
    const bodyText = canonicalText(body);
    return { kind: 'drafted', body, bodyText, bodySha256: sha256(bodyText) };
  });
}

type Trx = Parameters<typeof gatherBody>[0];

async function storeMinutes(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  place: RakerdaPlace,
  id: string,
  made: Extract<Draft, { readonly kind: 'drafted' }> & { readonly pdf: Uint8Array },
  requestId: string,
): Promise<MakeResult | { readonly kind: 'numberTaken' }> {
  const { body, bodyText, bodySha256, pdf } = made;
  return db.transaction().execute(async (trx) => {
    const known = await findMade(trx, place.row.id, id);
    if (known !== null) return { kind: 'made', number: known };
    const { state } = await trx
      .selectFrom('rakerda')
      .select('state')
      .where('id', '=', place.row.id)
      .executeTakeFirstOrThrow();
    if (!allows(state, 'minutes')) return { kind: 'stage', state };
    if ((await nextNumber(trx, place.row.id)) !== body.number) return { kind: 'numberTaken' };
    const pdfSha256 = sha256(pdf);
    await trx
      .insertInto('minutes')
      .values({
        id,
        rakerda_id: place.row.id,
        number: body.number,
        number_text: body.numberText,
        code: body.code,
        as_of: body.asOf,
        body: bodyText,
        body_sha256: bodySha256,
        pdf: Buffer.from(pdf),
        pdf_sha256: pdfSha256,
        made_at: body.madeAt,
        made_by: actor.id,
      })
      .execute();
    await record(trx, {
      type: 'minutes.made',
      actorId: actor.id,
      rakerdaId: place.row.id,
      requestId,
      payload: { number: body.number, name: body.numberText, asOf: body.asOf, bodySha256, pdfSha256 },
    });
    return { kind: 'made', number: body.number };
  });
}

/** The number of the document that the form has made already; null where it has made none. */
async function findMade(trx: Trx, rakerdaId: string, id: string): Promise<number | null> {
  const row = await trx
    .selectFrom('minutes')
    .select('number')
    .where('id', '=', id)
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
  return row?.number ?? null;
}

async function nextNumber(trx: Trx, rakerdaId: string): Promise<number> {
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

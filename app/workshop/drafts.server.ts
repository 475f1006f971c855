/** Definitions that wait, and their way out: published, or discarded. */
import { createHash, randomUUID } from 'node:crypto';
import { whole } from '#db/portable';
import type { Scope } from '~/accounts/requestScope.server';
import { type AnyInstrument, isNewerVersion, parseAnyInstrument } from '~/instrument';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { change, type Trx } from '~/record/change.server';
import { MOST_DRAFTS } from './limits.server';

/** Why a definition cannot become a version. */
export type Unpublishable =
  | { readonly kind: 'published' }
  | { readonly kind: 'notNewer'; readonly newest: string }
  | { readonly kind: 'otherKind'; readonly known: AnyInstrument['kind'] };

/** A published version of whatever kind. */
export function publishedIn(instruments: InstrumentLibrary, code: string, version: string): AnyInstrument {
  return instruments.isTopic(code, version)
    ? instruments.topic(code, version)
    : instruments.get(code, version);
}

/** The newest of some versions; null where there are none. */
export function newestOf(versions: readonly string[]): string | null {
  return versions.reduce<string | null>(
    (newest, one) => (newest === null || isNewerVersion(one, newest) ? one : newest),
    null,
  );
}

/** The newest version of every published instrument, by its code; null where there is none. */
export async function newestPublished({
  db,
  instruments,
}: Pick<Scope, 'db' | 'instruments'>): Promise<(code: string) => AnyInstrument | null> {
  const rows = await db.selectFrom('instrument').select(['code', 'version']).execute();
  return (code) => {
    const newest = newestOf(rows.flatMap((row) => (row.code === code ? [row.version] : [])));
    return newest === null ? null : publishedIn(instruments, code, newest);
  };
}

/** What keeps it from being published, as things stand; null where nothing does. */
export async function whyNot(
  trx: Pick<Trx, 'selectFrom'>,
  instruments: InstrumentLibrary,
  { code, version, kind }: Pick<AnyInstrument, 'code' | 'version' | 'kind'>,
): Promise<Unpublishable | null> {
  const rows = await trx.selectFrom('instrument').select('version').where('code', '=', code).execute();
  const versions = rows.map((row) => row.version);
  if (versions.includes(version)) return { kind: 'published' };
  const newest = newestOf(versions);
  if (newest === null) return null;
  const known = publishedIn(instruments, code, newest).kind;
  if (known !== kind) return { kind: 'otherKind', known };
  return isNewerVersion(version, newest) ? null : { kind: 'notNewer', newest };
}

export const sha256Of = (body: string) => createHash('sha256').update(body).digest('hex');
const nameOf = ({ code, version }: { readonly code: string; readonly version: string }) =>
  `${code}@${version}`;

export type KeepResult =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'refused'; readonly why: Unpublishable };

/** Keeps a definition until somebody decides; it takes the place of another draft of the same version. */
export async function keepDraft(scope: Scope, body: string): Promise<KeepResult> {
  const instrument = parseAnyInstrument(JSON.parse(body));
  const { code, version } = instrument;
  return change(scope, { may: 'instrument.prepare' }, async ({ trx, at, tell }): Promise<KeepResult> => {
    const why = await whyNot(trx, scope.instruments, instrument);
    if (why) return { kind: 'refused', why };
    const replaced = await trx
      .deleteFrom('instrument_draft')
      .where('code', '=', code)
      .where('version', '=', version)
      .executeTakeFirst();
    if (replaced.numDeletedRows > 0n) await tell('instrument.discarded', { name: nameOf(instrument) });
    const { waiting } = await trx
      .selectFrom('instrument_draft')
      .select((eb) => whole(eb.fn.countAll()).as('waiting'))
      .executeTakeFirstOrThrow();
    if (waiting >= MOST_DRAFTS) return { kind: 'tooMany' };
    const id = randomUUID();
    await trx
      .insertInto('instrument_draft')
      .values({ id, code, version, body, uploaded_at: at, uploaded_by: scope.actor.id })
      .execute();
    await tell('instrument.drafted', { name: nameOf(instrument), sha256: sha256Of(body) });
    return { kind: 'kept', id };
  });
}

export type PublishResult =
  | { readonly kind: 'published'; readonly code: string }
  /** Somebody discarded or published it, or uploaded another in its place. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly why: Unpublishable };

/** Pins a draft for good; from then on every Rakerda that is set up may choose it. */
export async function publishDraft(scope: Scope, id: string): Promise<PublishResult> {
  const result = await change(
    scope,
    { may: 'instrument.publish' },
    async ({ trx, at, tell }): Promise<PublishResult> => {
      const draft = await trx
        .selectFrom('instrument_draft')
        .select(['code', 'version', 'body'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!draft) return { kind: 'gone' };
      const { code, version, body } = draft;
      const why = await whyNot(trx, scope.instruments, parseAnyInstrument(JSON.parse(body)));
      if (why) return { kind: 'refused', why };
      const sha256 = sha256Of(body);
      await trx
        .insertInto('instrument')
        .values({ code, version, body, sha256, added_at: at, published_by: scope.actor.id })
        .execute();
      await trx.deleteFrom('instrument_draft').where('id', '=', id).execute();
      await tell('instrument.published', { name: nameOf(draft), sha256 });
      return { kind: 'published', code };
    },
  );
  if (result.kind === 'published') await scope.instruments.takeUp();
  return result;
}

/** Throws a draft away; where it is gone already, nothing happens. */
export async function discardDraft(scope: Scope, id: string): Promise<void> {
  await change(scope, { may: 'instrument.prepare' }, async ({ trx, tell }) => {
    const draft = await trx
      .selectFrom('instrument_draft')
      .select(['code', 'version'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!draft) return;
    await trx.deleteFrom('instrument_draft').where('id', '=', id).execute();
    await tell('instrument.discarded', { name: nameOf(draft) });
  });
}

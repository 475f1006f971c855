/** What each kind of viewer is sent: the hall, a participant, the remote. */
import type { Db } from '#db/database';
import type { RakerdaRow } from '#db/schema';
import { hallAddress } from '~/cards/index.server';
import type { Locale } from '~/instrument';
import { newestSeq } from '~/record/read.server';
import { type Frozen, frozenSchema, type FullPicture } from './fullPicture';
import { countRevealed, type Eyes, type Mask, maskPicture } from './mask';
import {
  type Basis,
  buildPicture,
  type DrawnPicture,
  type PictureServices,
  readBasis,
} from './picture.server';
import { type Kept, PictureCache } from './pictureCache.server';
import { findFrozen } from './queries.server';
import type { Screen } from './scene';

interface Shown extends Kept, DrawnPicture {
  readonly basis: Basis;
  readonly frozen: Frozen | null;
}

const caches = new WeakMap<Db, PictureCache<Shown>>();

export interface ScreenRequest {
  readonly rakerda: RakerdaRow;
  readonly locale: Locale;
  /** Tells under which address the phones of the hall find this server. */
  readonly request: Request;
}

/** What the hall sees, with the names that one viewer may see: all of it is safe to send to them. */
export async function readHallScreen(
  services: PictureServices,
  asked: ScreenRequest & { readonly ownCode: string | null },
): Promise<Screen> {
  return hallScreen(await readShown(services, asked), { ownCode: asked.ownCode }, asked.locale);
}

/** What the remote shows: the hall as it is, and what stands behind it with every name. */
export async function readRemoteScreens(
  services: PictureServices,
  asked: ScreenRequest,
): Promise<{
  readonly hall: Screen;
  readonly behind: Screen;
  readonly shown: DrawnPicture & { basis: Basis };
}> {
  const shown = await readShown(services, asked);
  return {
    hall: hallScreen(shown, { ownCode: null }, asked.locale),
    behind: screenOf(shown, shown.full, maskOf(shown.basis), shown.basis.state.options.page, 'all'),
    shown,
  };
}

async function readShown(services: PictureServices, asked: ScreenRequest): Promise<Shown> {
  const { rakerda, locale, request } = asked;
  const cache = caches.get(services.db) ?? new PictureCache<Shown>();
  caches.set(services.db, cache);
  const { origin } = hallAddress(request, services.config);
  const asOf = await newestSeq(services.db);
  return cache.get(`${rakerda.id} ${locale} ${origin}`, asOf, async () => {
    const basis = await readBasis(services, rakerda, request);
    const drawn = await buildPicture(services, basis, locale);
    return { ...drawn, basis, asOf: basis.asOf, frozen: await readFrozen(services.db, basis) };
  });
}

async function readFrozen(db: Db, { state, rakerda }: Basis): Promise<Frozen | null> {
  if (!state.isFrozen) return null;
  const stored = await findFrozen(db, rakerda.id);
  if (stored === null) return null;
  // A picture of an older release that this one cannot draw: the screen moves on rather than fall over.
  const parsed = frozenSchema.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : null;
}

function hallScreen(shown: Shown, eyes: Eyes, locale: Locale): Screen {
  const { frozen, basis, full } = shown;
  if (frozen) return screenOf(shown, frozen.pictures[locale], frozen, frozen.page, eyes);
  return screenOf(shown, full, maskOf(basis), basis.state.options.page, eyes);
}

function maskOf({ state }: Basis): Mask {
  return { namesHidden: state.namesHidden, revealed: state.revealed, focus: state.options.focus };
}

function screenOf(
  { asOf, basis: { rakerda, state } }: Shown,
  full: FullPicture,
  mask: Mask,
  page: number | null,
  eyes: Eyes,
): Screen {
  return {
    asOf,
    version: state.version,
    serverTime: new Date().toISOString(),
    rakerda: {
      id: rakerda.id,
      name: rakerda.name,
      year: rakerda.year,
      startsOn: rakerda.starts_on,
      endsOn: rakerda.ends_on,
      place: rakerda.place,
      host: rakerda.host,
      timeZone: rakerda.time_zone,
      isDemo: rakerda.is_demo === 1,
    },
    isBlank: state.isBlank,
    isFrozen: state.isFrozen,
    namesHidden: mask.namesHidden,
    page,
    revealed: countRevealed(full, mask),
    picture: maskPicture(full, mask, eyes),
  };
}

/** What each kind of viewer is sent: the hall, a participant, the remote. */
import type { Db } from '#db/database';
import { hallAddress } from '~/hall/cards/index.server';
import type { Instrument, Locale } from '~/instrument';
import { newestSeq } from '~/record/read.server';
import { type Frozen, frozenSchema, type FullPicture } from './fullPicture';
import { countRevealed, type Eyes, type Mask, maskPicture } from './mask';
import { type Basis, buildPicture, type DrawnPicture, readBasis, type ScreenScope } from './picture.server';
import { type Kept, PictureCache } from './pictureCache.server';
import { findFrozen } from './projectorRow.server';
import type { Screen } from './scene';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';

interface Shown extends Kept, DrawnPicture {
  readonly basis: Basis;
  readonly frozen: Frozen | null;
}

const caches = new WeakMap<Db, PictureCache<Shown>>();

/** What the hall sees, with the names that everybody may see. */
export async function readHallScreen(scope: ScreenScope): Promise<Screen> {
  return (await readScreenFor(scope, null)).screen;
}

/**
 * What the hall sees, with the names that one viewer may see: all of it is safe to send to them.
 * @param ownCode the viewer's agency; null where they belong to none of this Rakerda
 */
export async function readScreenFor(
  scope: ScreenScope,
  ownCode: string | null,
): Promise<{ readonly screen: Screen; readonly instrument: Instrument }> {
  const shown = await readShown(scope);
  return { screen: hallScreen(shown, { ownCode }, scope.locale), instrument: shown.basis.instrument };
}

/** What the remote shows: the hall as it is, and what stands behind it with every name. */
export async function readRemoteScreens(scope: ScreenScope): Promise<{
  readonly hall: Screen;
  readonly behind: Screen;
  readonly shown: DrawnPicture & Kept & { readonly basis: Basis };
}> {
  const shown = await readShown(scope);
  const hall = hallScreen(shown, { ownCode: null }, scope.locale);
  // The same where nothing is held back: a page of the whole country carries it once.
  if (!shown.frozen && !shown.basis.state.namesHidden) return { hall, behind: hall, shown };
  return {
    hall,
    behind: screenOf(shown, shown.full, maskOf(shown.basis), turningOf(shown), 'all', scope.locale),
    shown,
  };
}

/** The prepared scene as the hall will see it; null where none was prepared. */
export async function readPrepared(
  scope: ScreenScope,
  { basis, asOf }: DrawnPicture & Kept & { readonly basis: Basis },
): Promise<Screen | null> {
  const { next } = basis.state.options;
  if (next === null) return null;
  const cache = cacheOf(scope.db);
  const options = { ...basis.state.options, page: null, focus: null, headline: null };
  const state = { ...basis.state, scene: next, options, isBlank: false, isFrozen: false };
  const shown = await cache.get(keyOf(scope, ' next'), asOf, async () => {
    const drawn = await buildPicture(scope, { ...basis, state });
    return { ...drawn, basis: { ...basis, state }, asOf, frozen: null };
  });
  return hallScreen(shown, { ownCode: null }, scope.locale);
}

function cacheOf(db: Db): PictureCache<Shown> {
  const cache = caches.get(db) ?? new PictureCache<Shown>();
  caches.set(db, cache);
  return cache;
}

function keyOf({ place, locale, request, config }: ScreenScope, what = ''): string {
  return `${place.row.id} ${locale} ${hallAddress(request, config).origin}${what}`;
}

async function readShown(scope: ScreenScope): Promise<Shown> {
  const { db } = scope;
  const asOf = await newestSeq(db);
  return cacheOf(db).get(keyOf(scope), asOf, async () => {
    const basis = await readBasis(scope);
    const drawn = await buildPicture(scope, basis);
    return { ...drawn, basis, asOf: basis.asOf, frozen: await readFrozen(db, basis) };
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
  if (frozen) return screenOf(shown, frozen.pictures[locale], frozen, frozen, eyes, locale);
  return screenOf(shown, full, maskOf(basis), turningOf(shown), eyes, locale);
}

/** Which page stands, or since when pages turn by themselves; and what was written above it. */
type Turning = Pick<Screen, 'page' | 'turnsSince' | 'headline'>;

/** An agency that the facilitator stepped to brings its page, also when it moves. */
function turningOf({ basis, focusPage }: Shown): Turning {
  const { page, turnsSince, headline } = basis.state.options;
  return { page: page ?? focusPage, turnsSince, headline };
}

function maskOf({ state }: Basis): Mask {
  return { namesHidden: state.namesHidden, revealed: state.revealed, focus: state.options.focus };
}

function screenOf(
  { asOf, basis: { rakerda, arms, state } }: Shown,
  full: FullPicture,
  mask: Mask,
  { page, turnsSince, headline }: Turning,
  eyes: Eyes,
  locale: Locale,
): Screen {
  const { state: _state, ...facts } = rakerdaFacts(rakerda);
  return {
    asOf,
    version: state.version,
    serverTime: new Date().toISOString(),
    rakerda: {
      ...facts,
      arms,
    },
    isBlank: state.isBlank,
    isFrozen: state.isFrozen,
    namesHidden: mask.namesHidden,
    page,
    turnsSince,
    headline,
    motion: state.options.motion,
    locale,
    revealed: countRevealed(full, mask),
    picture: maskPicture(full, mask, eyes),
  };
}

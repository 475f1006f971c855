/** Reads what the remote shows and what it offers. */
import type { RakerdaRow } from '#db/schema';
import { hallAddress, qrPath } from '~/cards/index.server';
import { shortAgencyName } from '~/i18n';
import { indicatorsOf, localize } from '~/instrument';
import { listVotes } from '~/votes/index.server';
import { nextToReveal } from './command';
import { screenToken } from './link.server';
import type { PictureServices } from './picture.server';
import { readBefore } from './pictures/before.server';
import { findProjector, listInstrumentsOf, type StoredProjector } from './queries.server';
import type { RemoteView } from './remote';
import { readRemoteScreens, type ScreenRequest } from './screen.server';

/** What changes while the remote is open. */
export async function readRemote(services: PictureServices, asked: ScreenRequest): Promise<RemoteView> {
  const { db } = services;
  const { hall, behind, shown } = await readRemoteScreens(services, asked);
  const { state } = shown.basis;
  const names = await readNames(services, asked.rakerda.id);
  const nameOf = (code: string | null) => (code === null ? null : (names.get(code) ?? null));
  const revealed = new Set(state.revealed);
  const votes = await listVotes(db, asked.rakerda.id);
  return {
    hall,
    behind,
    scene: state.scene,
    options: state.options,
    namesHidden: state.namesHidden,
    focusName: nameOf(state.options.focus),
    nextReveal: nameOf(nextToReveal(state, shown.shown)),
    stillHidden: state.namesHidden ? shown.shown.filter((code) => !revealed.has(code)).length : 0,
    pages: shown.pages,
    link: linkOf(services, asked, await findProjector(db, asked.rakerda.id)),
    votes: votes.map((vote) => ({
      id: vote.id,
      indicatorNo: vote.indicatorNo,
      agencyName: shortAgencyName(vote.agencyName),
      state: vote.state,
    })),
  };
}

function linkOf(
  { secret, config }: PictureServices,
  { rakerda, request }: ScreenRequest,
  stored: StoredProjector | null,
): RemoteView['link'] {
  const path = `/layar/${screenToken(secret, rakerda.id, stored?.linkIssue ?? 1)}`;
  const { origin, isReachable } = hallAddress(request, config);
  const url = origin + path;
  const qr = qrPath(url);
  return { path, url, isReachable, qrPath: qr.path, qrSize: qr.size };
}

/** What the options of the scenes can be chosen from. */
export async function readChoices(services: PictureServices, { rakerda, locale }: ScreenRequest) {
  const { db, instruments } = services;
  const pinned = await listInstrumentsOf(db, rakerda.id);
  const names = await readNames(services, rakerda.id);
  return {
    instruments: await Promise.all(
      pinned.map(async ({ code, version }) => {
        const instrument = instruments.get(code, version);
        return {
          code,
          name: localize(instrument.shortName, locale),
          indicators: indicatorsOf(instrument).map(({ no, name }) => ({ no, name: localize(name, locale) })),
        };
      }),
    ),
    agencies: [...names]
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    hasPrevious: await hasPrevious(services, rakerda),
  };
}
export type Choices = Awaited<ReturnType<typeof readChoices>>;

async function readNames({ db }: PictureServices, rakerdaId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .select(['agency.code', 'agency.name'])
    .where('rakerda_agency.rakerda_id', '=', rakerdaId)
    .execute();
  return new Map(rows.map(({ code, name }) => [code, shortAgencyName(name)]));
}

async function hasPrevious({ db, instruments }: PictureServices, rakerda: RakerdaRow): Promise<boolean> {
  if (rakerda.previous_id !== null) return true;
  const [pinned] = await listInstrumentsOf(db, rakerda.id);
  if (!pinned) return false;
  const instrument = instruments.get(pinned.code, pinned.version);
  return (await readBefore({ db, instruments, rakerda, instrument })) !== null;
}

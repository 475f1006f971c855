/** Reads what the remote shows and what it offers. */
import { hallAddress, qrPath } from '~/hall/cards/index.server';
import { shortAgencyName } from '~/i18n';
import { indicatorsOf, type Instrument, localize } from '~/instrument';
import { readTable, sourceForHall } from '~/hall/table/index.server';
import { listVotes } from '~/hall/votes/index.server';
import { hasParts } from '~/topics/index.server';
import { PER_PAGE } from '~/ui/listPart';
import { listPinned, loadTopics } from '~/rakerda/rakerdaFacts.server';
import { nextScene, nextToReveal } from './command';
import { screenHash, screenToken } from './screenLink.server';
import { listScreens } from './screenReports.server';
import type { ScreenScope } from './picture.server';
import { readBefore } from './pictures/before.server';
import { findProjector, FIRST_LINK, type StoredProjector } from './projectorRow.server';
import type { RemoteView } from './remote';
import { readPrepared, readRemoteScreens } from './hallScreen.read.server';

/** What changes while the remote is open. */
export async function readRemote(scope: ScreenScope): Promise<RemoteView> {
  const { db } = scope;
  const rakerdaId = scope.place.row.id;
  const { hall, behind, shown } = await readRemoteScreens(scope);
  const { state } = shown.basis;
  const names = await readNames(scope);
  const nameOf = (code: string | null) => (code === null ? null : (names.get(code) ?? null));
  const revealed = new Set(state.revealed);
  const votes = await listVotes(db, rakerdaId);
  return {
    screens: [...listScreens(scope)],
    hall,
    behind,
    scene: state.scene,
    next: nextScene(state),
    prepared: await readPrepared(scope, shown),
    options: state.options,
    namesHidden: state.namesHidden,
    focusName: nameOf(state.options.focus),
    nextReveal: nameOf(nextToReveal(state, shown)),
    onRadar: state.options.agencies.flatMap((code) => nameWithCode(code, names) ?? []),
    lastRevealed: nameWithCode(state.namesHidden ? state.revealed.at(-1) : undefined, names),
    stillHidden: state.namesHidden ? shown.shown.filter((code) => !revealed.has(code)).length : 0,
    pages: shown.pages,
    link: linkOf(scope, await findProjector(db, rakerdaId)),
    votes: votes.map((vote) => ({
      id: vote.id,
      indicatorNo: vote.indicatorNo,
      agencyName: shortAgencyName(vote.agencyName),
      state: vote.state,
    })),
  };
}

function nameWithCode(
  code: string | undefined,
  names: ReadonlyMap<string, string>,
): RemoteView['lastRevealed'] {
  const name = code === undefined ? undefined : names.get(code);
  return code === undefined || name === undefined ? null : { code, name };
}

/**
 * The agency that somebody means: by its code, its name, or a part of it that only one has.
 * @returns its code; null where it is none, or several
 */
export async function findTyped(scope: ScreenScope, typed: string): Promise<string | null> {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return null;
  const agencies = [...(await readNames(scope))].map(([code, name]) => ({ code, name: name.toLowerCase() }));
  const exact = agencies.find(({ code, name }) => code === wanted || name === wanted);
  const partly = agencies.filter(({ name }) => name.includes(wanted));
  return exact?.code ?? (partly.length === 1 ? (partly[0]?.code ?? null) : null);
}

function linkOf(
  { secret, config, request, place }: ScreenScope,
  stored: StoredProjector | null,
): RemoteView['link'] {
  const token = screenToken(secret, place.row.id, stored?.linkIssue ?? FIRST_LINK);
  const path = `/layar/${token}`;
  const { origin, isReachable } = hallAddress(request, config);
  const url = origin + path;
  const qr = qrPath(url);
  // The server has another key than when the link was made: what follows from it now was never handed out.
  const isDead = stored !== null && screenHash(secret, token) !== stored.linkHash;
  return { path, url, isReachable, isDead, qrPath: qr.path, qrSize: qr.size };
}

export interface Choices {
  readonly instruments: readonly {
    readonly code: string;
    readonly name: string;
    readonly indicators: readonly { readonly no: number; readonly name: string }[];
    /** There is a year before to look back to. */
    readonly hasPrevious: boolean;
  }[];
  /** Every topic that a board can be made of. */
  readonly topics: readonly { readonly key: string; readonly name: string; readonly hasParts: boolean }[];
  /** Null where they are more than fit a page: then one is found by its name. */
  readonly agencies: readonly { readonly code: string; readonly name: string }[] | null;
}

/** What the options of the scenes can be chosen from. */
export async function readChoices(scope: ScreenScope): Promise<Choices> {
  const { db, instruments, place, locale } = scope;
  const pinned = await listPinned(db, place.row.id);
  const names = await readNames(scope);
  const { topics } = await readTable(sourceForHall({ db, instruments, rakerda: place.row }));
  const measured = await loadTopics({ db, instruments }, place.row.id);
  const parted = new Set(measured.filter(hasParts).map(({ code }) => code));
  return {
    topics: topics.map(({ key, name }) => ({
      key,
      name: localize(name, locale),
      hasParts: parted.has(key),
    })),
    instruments: await Promise.all(
      pinned.map(async ({ code, version }) => {
        const instrument = instruments.get(code, version);
        return {
          code,
          name: localize(instrument.shortName, locale),
          indicators: indicatorsOf(instrument).map(({ no, name }) => ({ no, name: localize(name, locale) })),
          hasPrevious: await hasPrevious(scope, instrument),
        };
      }),
    ),
    agencies:
      names.size > PER_PAGE
        ? null
        : [...names]
            .map(([code, name]) => ({ code, name }))
            .sort((a, b) => a.name.localeCompare(b.name, 'id')),
  };
}

async function readNames({ db, place }: ScreenScope): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .select(['agency.code', 'agency.name'])
    .where('rakerda_agency.rakerda_id', '=', place.row.id)
    .execute();
  return new Map(rows.map(({ code, name }) => [code, shortAgencyName(name)]));
}

async function hasPrevious(
  { db, instruments, place }: ScreenScope,
  instrument: Instrument,
): Promise<boolean> {
  const rakerda = place.row;
  return (
    rakerda.previous_id !== null || (await readBefore({ db, instruments, rakerda, instrument })) !== null
  );
}

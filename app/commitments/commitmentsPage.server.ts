/** Puts the board together: promises by agency, reminders, last year's, and the form for a new one. */
import { parseLevels } from '~/assessment/index.server';
import type { Locale } from '~/instrument';
import { listPinned } from '~/rakerda/index.server';
import { type Actor, allows, may } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import {
  countCommitments,
  dayAfter,
  dayIn,
  effectOf,
  isOpen,
  REMINDER_DAYS,
  standingOf,
  STATUSES,
} from './commitment';
import { readCommitmentForm } from './formPage.server';
import { commitmentsFor, type Commitment, listCommitments, readableFigures } from './queries.server';
import { indicatorGroups, readInstruments, readRoom, type RoomServices } from './room.server';

const STATUS_FILTERS = [...STATUSES, 'late'] as const;

/** Everything the board shows to one person. */
export async function readBoard(
  services: RoomServices,
  actor: Actor,
  place: RakerdaPlace,
  locale: Locale,
  params: URLSearchParams,
) {
  const { db, instruments } = services;
  const room = await readRoom(db, actor, place);
  const today = dayIn(place.row.time_zone);
  const all = await commitmentsFor(db, instruments, actor, place, today);
  const own = actor.agencyCode !== null && place.rakerda.actorParticipates ? actor.agencyCode : null;
  const isWritable = (agencyCode: string) => may(actor, 'commitment.write', { ...place, agencyCode });
  const writable = room.agencies.filter(({ code }) => isWritable(code)).map(({ code }) => code);
  const isOpenNow = allows(place.row.state, 'commitments');
  const filter = {
    agencyCode: room.agencies.find(({ code }) => code === params.get('instansi'))?.code ?? null,
    status: STATUS_FILTERS.find((status) => status === params.get('status')) ?? null,
  };
  const shown = all.filter(
    (one) =>
      (filter.agencyCode === null || one.agencyCode === filter.agencyCode) &&
      (filter.status === null || (filter.status === 'late' ? one.isLate : one.status === filter.status)),
  );
  const previous = await readPrevious(services, actor, place, today, room.agencies);
  const made = params.get('buat');
  const wanted = made === '' ? own : made;
  const agency = isOpenNow
    ? room.agencies.find(({ code }) => code === wanted && isWritable(code))
    : undefined;
  return {
    ...room,
    today,
    remindUntil: dayAfter(today, REMINDER_DAYS),
    view: params.get('tampil') === 'pengingat' ? ('reminder' as const) : ('board' as const),
    filter,
    counts: countCommitments(all),
    commitments: shown,
    /** Everything open, wherever it is filtered to: what the reminder list chooses from. */
    reminders: [
      ...all.map((one) => ({ ...one, isLastYears: false })),
      ...(previous?.commitments ?? []).map((one) => ({ ...one, isLastYears: true })),
    ].filter(
      (one) =>
        isOpen(one.status) &&
        one.dueOn <= dayAfter(today, REMINDER_DAYS) &&
        (filter.agencyCode === null || one.agencyCode === filter.agencyCode),
    ),
    without: room.agencies.filter(({ code }) => !all.some((one) => one.agencyCode === code)),
    together: await readTogether(services, actor, place, all),
    indicators: indicatorGroups(await readInstruments(services, place.row.id), locale),
    previous,
    own,
    writable,
    isOpen: isOpenNow,
    message: params.get('pesan'),
    form: agency ? await readCommitmentForm(services, place, agency, params.get('instrumen'), locale) : null,
  };
}

export type BoardData = Awaited<ReturnType<typeof readBoard>>;

/** Last year's promises of the agencies that take part again, the reader's own first. */
async function readPrevious(
  { db, instruments }: RoomServices,
  actor: Actor,
  place: RakerdaPlace,
  today: string,
  agencies: readonly { readonly code: string }[],
) {
  const { previous_id: previousId } = place.row;
  if (previousId === null) return null;
  const before = await db
    .selectFrom('rakerda')
    .select('name')
    .where('id', '=', previousId)
    .executeTakeFirst();
  if (!before) return null;
  const takesPart = new Set(agencies.map(({ code }) => code));
  const list = (await listCommitments(db, instruments, previousId, today))
    .filter((one) => takesPart.has(one.agencyCode))
    // What they brought is told by the figures of this year, not by what was reckoned then.
    .map((one) => ({ ...one, gain: null, reaches: null }));
  const isOwn = (one: Commitment) => one.agencyCode === actor.agencyCode;
  return {
    name: before.name,
    counts: countCommitments(list),
    commitments: [...list.filter(isOwn), ...list.filter((one) => !isOwn(one))],
  };
}

/** Per agency whose figures the reader may see: the index now, and once every open promise is kept. */
async function readTogether(
  { db, instruments }: RoomServices,
  actor: Actor,
  place: RakerdaPlace,
  all: readonly Commitment[],
): Promise<Readonly<Record<string, { readonly index: number; readonly reaches: number }>>> {
  const pinned = (await listPinned(db, place.row.id))[0];
  const linked = all.filter(
    (one) => isOpen(one.status) && one.instrumentCode === pinned?.code && one.indicators.length > 0,
  );
  if (!pinned || linked.length === 0) return {};
  const readable = await readableFigures(db, actor, place);
  const instrument = instruments.get(pinned.code, pinned.version);
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'levels'])
    .where('rakerda_id', '=', place.row.id)
    .where('instrument_code', '=', pinned.code)
    .execute();
  return Object.fromEntries(
    rows.flatMap((row) => {
      const rises = linked
        .filter((one) => one.agencyCode === row.agency_code)
        .flatMap((one) => one.indicators);
      if (rises.length === 0 || !readable.has(`${pinned.code} ${row.agency_code}`)) return [];
      const { index, reaches } = effectOf(standingOf(instrument, parseLevels(row.levels)), rises);
      return [[row.agency_code, { index, reaches }] as const];
    }),
  );
}

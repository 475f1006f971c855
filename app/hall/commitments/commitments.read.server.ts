/** Puts the board together: promises by agency, reminders, last year's, and the form for a new one. */
import { parseLevels } from '~/assessment/index.server';
import { addDays, dayOf } from '~/i18n/zonedTime';
import { localize } from '~/instrument';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { type ListPart, partOf } from '~/ui/listPart';
import {
  type Counts,
  countCommitments,
  effectOf,
  isOpen,
  REMINDER_DAYS,
  standingOf,
  STATUSES,
} from './commitment';
import type { CommitmentValues } from './commitmentForm';
import { type CommitmentFormData, readCommitmentForm } from './commitmentForm.read.server';
import { commitmentsFor, type Commitment, listCommitments, readableFigures } from './commitmentRows.server';
import {
  type AgencyChoice,
  type IndicatorGroup,
  indicatorGroups,
  type PlenaryPage,
  readInstruments,
  readPlenary,
} from './plenary.read.server';
import { commitmentWords } from './commitmentWords';
import { valuesOfSteps } from './planValues';

/** An agenda item as far as a commitment tells it. */
export interface NamedItem {
  readonly id: string;
  readonly title: string;
}

const STATUS_FILTERS = [...STATUSES, 'late'] as const;

export interface BoardData extends Omit<PlenaryPage, 'agenda'> {
  readonly agenda: readonly NamedItem[];
  readonly title: string;
  /** `YYYY-MM-DD`, in the Rakerda's zone. */
  readonly today: string;
  readonly remindUntil: string;
  readonly view: 'reminder' | 'board';
  readonly filter: {
    readonly agencyCode: string | null;
    readonly status: (typeof STATUS_FILTERS)[number] | null;
  };
  readonly counts: Counts;
  readonly commitments: readonly Commitment[];
  /** The agencies whose commitments stand on the board, the reader's own first; a part of them where they are many. */
  readonly board: ListPart<AgencyChoice & { readonly agencyName: string }>;
  /** What is open and due soon; only in the view that shows it. */
  readonly reminders: readonly (Commitment & { readonly isLastYears: boolean })[];
  /** Agencies that have promised nothing, a part of them where they are many. */
  readonly without: ListPart<AgencyChoice & { readonly agencyName: string }>;
  readonly together: readonly Prospect[];
  /** Those that the shown commitments name, and no others. */
  readonly indicators: readonly IndicatorGroup[];
  readonly previous: PreviousCommitments | null;
  /** The reader's agency, where it takes part. */
  readonly own: string | null;
  /** Agencies that the reader may write commitments of. */
  readonly writable: readonly string[];
  readonly isOpen: boolean;
  readonly message: string | null;
  readonly form: CommitmentFormData | null;
  /** What the form begins with, where the planner led to it. */
  readonly proposed: CommitmentValues | null;
}

/** So many agencies stand on one page of the board: each has several cards. */
const AGENCIES_AT_ONCE = 12;

function boardOf(
  agencies: readonly AgencyChoice[],
  shown: readonly Commitment[],
  own: string | null,
  params: URLSearchParams,
): BoardData['board'] {
  const promising = new Set(shown.map(({ agencyCode }) => agencyCode));
  const listed = agencies
    .filter(({ code }) => promising.has(code))
    .map((agency) => ({ ...agency, agencyName: agency.name }))
    // Everybody looks for their own first.
    .toSorted((a, b) => Number(b.code === own) - Number(a.code === own));
  return partOf(listed, new URLSearchParams({ hal: params.get('papan') ?? '1' }), AGENCIES_AT_ONCE);
}

/** Everything the board shows to one person. */
export async function readBoard(scope: MeetingScope, params: URLSearchParams): Promise<BoardData> {
  const { actor, place, locale } = scope;
  const plenary = await readPlenary(scope);
  const today = dayOf(Date.now(), place.row.time_zone);
  const all = await commitmentsFor(scope, today);
  const own = actor.agencyCode !== null && place.rakerda.actorParticipates ? actor.agencyCode : null;
  const isWritable = (agencyCode: string) => may(actor, 'commitment.write', { ...place, agencyCode });
  const writable = plenary.agencies.filter(({ code }) => isWritable(code)).map(({ code }) => code);
  const isOpenNow = allows(place.row.state, 'commitments');
  const filter = {
    agencyCode: plenary.agencies.find(({ code }) => code === params.get('instansi'))?.code ?? null,
    status: STATUS_FILTERS.find((status) => status === params.get('status')) ?? null,
  };
  const shown = all.filter(
    (one) =>
      (filter.agencyCode === null || one.agencyCode === filter.agencyCode) &&
      (filter.status === null || (filter.status === 'late' ? one.isLate : one.status === filter.status)),
  );
  const previous = await readPrevious(scope, today, plenary.agencies);
  const made = params.get('buat');
  const wanted = made === '' ? own : made;
  const agency = isOpenNow
    ? plenary.agencies.find(({ code }) => code === wanted && isWritable(code))
    : undefined;
  const form = agency ? await readCommitmentForm(scope, agency, params.get('instrumen')) : null;
  const steps = params.get('naik');
  const view = params.get('tampil') === 'pengingat' ? 'reminder' : 'board';
  return {
    ...plenary,
    agenda: plenary.agenda.map(({ id, title }) => ({ id, title })),
    title: `${commitmentWords[locale].board.title} – ${place.row.name}`,
    today,
    remindUntil: addDays(today, REMINDER_DAYS),
    view,
    filter,
    counts: countCommitments(all),
    commitments: shown,
    board: boardOf(plenary.agencies, shown, own, params),
    reminders: [
      ...all.map((one) => ({ ...one, isLastYears: false })),
      ...(previous?.commitments ?? []).map((one) => ({ ...one, isLastYears: true })),
    ].filter(
      (one) =>
        view === 'reminder' &&
        isOpen(one.status) &&
        one.dueOn <= addDays(today, REMINDER_DAYS) &&
        (filter.agencyCode === null || one.agencyCode === filter.agencyCode),
    ),
    without: partOf(
      plenary.agencies
        .filter(({ code }) => !all.some((one) => one.agencyCode === code))
        .map((agency) => ({ ...agency, agencyName: agency.name })),
      params,
    ),
    together: await readProspects(scope, all),
    indicators: namedBy(shown, indicatorGroups(await readInstruments(scope, place.row.id), locale)),
    previous,
    own,
    writable,
    isOpen: isOpenNow,
    message: params.get('pesan'),
    form,
    proposed: form && steps !== null ? valuesOfSteps(form, steps, commitmentWords[locale]) : null,
  };
}

function namedBy(
  commitments: readonly Commitment[],
  groups: readonly IndicatorGroup[],
): readonly IndicatorGroup[] {
  const named = new Set(
    commitments.flatMap(({ instrumentCode, indicators }) =>
      indicators.map(({ no }) => `${instrumentCode ?? ''}:${no}`),
    ),
  );
  return groups
    .map((group) => ({ ...group, indicators: group.indicators.filter(({ value }) => named.has(value)) }))
    .filter(({ indicators }) => indicators.length > 0);
}

interface PreviousCommitments {
  /** Of the Rakerda that they were made in. */
  readonly name: string;
  readonly counts: Counts;
  readonly commitments: readonly Commitment[];
}

/** Last year's promises of the agencies that take part again, the reader's own first. */
async function readPrevious(
  { db, instruments, actor, place }: MeetingScope,
  today: string,
  agencies: readonly { readonly code: string }[],
): Promise<PreviousCommitments | null> {
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

/** The index of one instrument now, and once every open promise is kept. */
export interface Prospect {
  readonly agencyCode: string;
  /** Only where the Rakerda has several instruments. */
  readonly instrumentName: string | null;
  readonly index: number;
  readonly reaches: number;
}

/** Of every agency with open promises whose figures the reader may see, by instrument. */
async function readProspects(scope: MeetingScope, all: readonly Commitment[]): Promise<readonly Prospect[]> {
  const linked = all.filter((one) => isOpen(one.status) && one.indicators.length > 0);
  if (linked.length === 0) return [];
  const { db, place, locale } = scope;
  const readable = await readableFigures(scope);
  const instruments = await readInstruments(scope, place.row.id);
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'instrument_code', 'levels'])
    .where('rakerda_id', '=', place.row.id)
    .execute();
  return instruments.flatMap((instrument) =>
    rows
      .filter((row) => row.instrument_code === instrument.code)
      .filter((row) => readable.has(`${instrument.code} ${row.agency_code}`))
      .flatMap((row) => {
        const rises = linked
          .filter((one) => one.instrumentCode === instrument.code && one.agencyCode === row.agency_code)
          .flatMap((one) => one.indicators);
        if (rises.length === 0) return [];
        const { index, reaches } = effectOf(standingOf(instrument, parseLevels(row.levels)), rises);
        const instrumentName = instruments.length > 1 ? localize(instrument.shortName, locale) : null;
        return [{ agencyCode: row.agency_code, instrumentName, index, reaches }];
      }),
  );
}

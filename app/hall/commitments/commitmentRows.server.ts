/** What stands written: notes, recommendations and commitments of a Rakerda. */
import type { Selectable } from 'kysely';
import type { Db } from '#db/database';
import type { CommitmentStatus, CommitmentTable, NoteKind, NoteTable } from '#db/schema';
import { parseLevels } from '~/assessment/index.server';
import { dayOf } from '~/i18n/zonedTime';
import { maySeeFigures } from '~/policy';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import type { MeetingScope, RakerdaPlace } from '~/rakerda/meetingScope.server';
import {
  countCommitments,
  type Counts,
  effectOf,
  isLate,
  type LinkedRise,
  type Standing,
  standingOf,
} from './commitment';

export interface Note {
  readonly id: string;
  readonly kind: NoteKind;
  readonly agendaItemId: string | null;
  readonly agencyCode: string | null;
  readonly agencyName: string | null;
  readonly indicatorNo: number | null;
  readonly instrumentCode: string | null;
  readonly body: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly authorName: string;
  readonly version: number;
}

/** Everything noted in a Rakerda, the newest first; removed ones are left out. */
export async function listNotes(db: Db, rakerdaId: string): Promise<readonly Note[]> {
  const rows = await notes(db)
    .where('note.rakerda_id', '=', rakerdaId)
    .orderBy('note.created_at', 'desc')
    .orderBy('note.id')
    .execute();
  return rows.map(noteOf);
}

/** One note of a Rakerda; null where there is none or it was removed. */
export async function findNote(db: Db, rakerdaId: string, noteId: string): Promise<Note | null> {
  const row = await notes(db)
    .where('note.rakerda_id', '=', rakerdaId)
    .where('note.id', '=', noteId)
    .executeTakeFirst();
  return row ? noteOf(row) : null;
}

function notes(db: Db) {
  return db
    .selectFrom('note')
    .innerJoin('account', 'account.id', 'note.created_by')
    .leftJoin('agency', 'agency.code', 'note.agency_code')
    .selectAll('note')
    .select(['account.name as author_name', 'agency.name as agency_name'])
    .where('note.removed_at', 'is', null);
}

interface NoteRow extends Selectable<NoteTable> {
  readonly author_name: string;
  readonly agency_name: string | null;
}

function noteOf(row: NoteRow): Note {
  return {
    id: row.id,
    kind: row.kind,
    agendaItemId: row.agenda_item_id,
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
    indicatorNo: row.indicator_no,
    instrumentCode: row.instrument_code,
    body: row.body,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    authorName: row.author_name,
    version: row.version,
  };
}

export interface Commitment {
  readonly id: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agendaItemId: string | null;
  /** Instrument of the linked indicators; null where none is linked. */
  readonly instrumentCode: string | null;
  readonly what: string;
  readonly who: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly measure: string;
  readonly status: CommitmentStatus;
  readonly statusNote: string;
  /** ISO 8601 UTC. */
  readonly statusAt: string;
  readonly isLate: boolean;
  /** In order of their numbers; `toLevel` is a stored level. */
  readonly indicators: readonly LinkedRise[];
  /** Hundredths that the linked rises add to the agency's index as it stands; null where none is linked. */
  readonly gain: number | null;
  /** The index then, in hundredths. */
  readonly reaches: number | null;
  readonly version: number;
}

/**
 * Every commitment of a Rakerda, by agency and then by date; removed ones are left out. `gain` and `reaches` stand on
 * drafts too: before they are shown to one person they go through {@link withoutDrafts}.
 * @param today the day in the Rakerda's time zone, `YYYY-MM-DD`
 */
export async function listCommitments(
  db: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
  today: string,
): Promise<readonly Commitment[]> {
  const rows = await commitments(db)
    .where('commitment.rakerda_id', '=', rakerdaId)
    .orderBy('commitment.agency_code')
    .orderBy('commitment.due_on')
    .orderBy('commitment.created_at')
    .orderBy('commitment.id')
    .execute();
  const links = await readLinks(
    db,
    rows.filter((row) => row.instrument_code !== null).map((row) => row.id),
  );
  const standings =
    links.size === 0 ? new Map<string, Standing>() : await readStandings(db, instruments, rakerdaId);
  return rows.map((row) => {
    const standing = standings.get(`${row.instrument_code ?? ''} ${row.agency_code}`);
    return commitmentOf(row, links.get(row.id) ?? [], standing, today);
  });
}

/** How the commitments of each agency stand, by its code; agencies without one are left out. */
export async function countByAgency(
  db: Db,
  rakerdaId: string,
  today: string,
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await db
    .selectFrom('commitment')
    .select(['agency_code', 'status', 'due_on'])
    .where('rakerda_id', '=', rakerdaId)
    .where('removed_at', 'is', null)
    .execute();
  const byAgency = new Map<string, { status: CommitmentStatus; isLate: boolean }[]>();
  for (const { agency_code: code, status, due_on: dueOn } of rows) {
    const known = byAgency.get(code) ?? [];
    known.push({ status, isLate: isLate({ status, dueOn }, today) });
    byAgency.set(code, known);
  }
  return new Map([...byAgency].map(([code, list]) => [code, countCommitments(list)]));
}

/** One commitment of a Rakerda; null where there is none or it was removed. Figures as in {@link listCommitments}. */
export async function findCommitment(
  db: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
  commitmentId: string,
  today: string,
): Promise<Commitment | null> {
  const found = await findCommitmentText(db, rakerdaId, commitmentId, today);
  if (!found) return null;
  if (found.instrumentCode === null) return found;
  const standings = await readStandings(db, instruments, rakerdaId, found.agencyCode);
  const standing = standings.get(`${found.instrumentCode} ${found.agencyCode}`);
  const effect = standing ? effectOf(standing, found.indicators) : null;
  return { ...found, gain: effect?.gain ?? null, reaches: effect?.reaches ?? null };
}

/** The same without its figures. */
export async function findCommitmentText(
  db: Db,
  rakerdaId: string,
  commitmentId: string,
  today: string,
): Promise<Commitment | null> {
  const row = await commitments(db)
    .where('commitment.rakerda_id', '=', rakerdaId)
    .where('commitment.id', '=', commitmentId)
    .executeTakeFirst();
  if (!row) return null;
  const links = await readLinks(db, [row.id]);
  return commitmentOf(row, links.get(row.id) ?? [], undefined, today);
}

/**
 * A commitment of the Rakerda, or of the one before it where its agency takes part again: who follows it up here.
 * Without figures; null where there is none.
 */
export async function findFollowed(
  db: Db,
  { row }: Pick<RakerdaPlace, 'row'>,
  commitmentId: string,
): Promise<Commitment | null> {
  const today = dayOf(Date.now(), row.time_zone);
  const here = await findCommitmentText(db, row.id, commitmentId, today);
  if (here || row.previous_id === null) return here;
  const before = await findCommitmentText(db, row.previous_id, commitmentId, today);
  const takesPart = await db
    .selectFrom('rakerda_agency')
    .select('agency_code')
    .where('rakerda_id', '=', row.id)
    .where('agency_code', '=', before?.agencyCode ?? '')
    .executeTakeFirst();
  return takesPart ? before : null;
}

function commitments(db: Db) {
  return db
    .selectFrom('commitment')
    .innerJoin('agency', 'agency.code', 'commitment.agency_code')
    .selectAll('commitment')
    .select('agency.name as agency_name')
    .where('commitment.removed_at', 'is', null);
}

interface CommitmentRow extends Selectable<CommitmentTable> {
  readonly agency_name: string;
}

function commitmentOf(
  row: CommitmentRow,
  indicators: readonly LinkedRise[],
  standing: Standing | undefined,
  today: string,
): Commitment {
  const effect = standing && indicators.length > 0 ? effectOf(standing, indicators) : null;
  return {
    id: row.id,
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
    agendaItemId: row.agenda_item_id,
    instrumentCode: row.instrument_code,
    what: row.what,
    who: row.who,
    dueOn: row.due_on,
    measure: row.measure,
    status: row.status,
    statusNote: row.status_note,
    statusAt: row.status_at,
    isLate: isLate({ status: row.status, dueOn: row.due_on }, today),
    indicators,
    gain: effect?.gain ?? null,
    reaches: effect?.reaches ?? null,
    version: row.version,
  };
}

/** How many ids one statement asks for: SQLite limits its parameters. */
const AT_ONCE = 500;

async function readLinks(
  db: Db,
  commitmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LinkedRise[]>> {
  const links = new Map<string, LinkedRise[]>();
  for (let from = 0; from < commitmentIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('commitment_indicator')
      .selectAll()
      .where('commitment_id', 'in', commitmentIds.slice(from, from + AT_ONCE))
      .orderBy('commitment_id')
      .orderBy('indicator_no')
      .execute();
    for (const row of rows) {
      const list = links.get(row.commitment_id) ?? [];
      list.push({ no: row.indicator_no, toLevel: row.to_level });
      links.set(row.commitment_id, list);
    }
  }
  return links;
}

/** Where the agencies of a Rakerda stand, by `instrument agency`. */
async function readStandings(
  db: Db,
  instruments: InstrumentLibrary,
  rakerdaId: string,
  agencyCode?: string,
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'instrument_code', 'instrument_version', 'levels'])
    .where('rakerda_id', '=', rakerdaId)
    .$if(agencyCode !== undefined, (query) => query.where('agency_code', '=', agencyCode ?? ''))
    .execute();
  const standings = new Map<string, Standing>();
  for (const row of rows) {
    const instrument = instruments.get(row.instrument_code, row.instrument_version);
    standings.set(
      `${row.instrument_code} ${row.agency_code}`,
      standingOf(instrument, parseLevels(row.levels)),
    );
  }
  return standings;
}

/** The agencies whose figures the actor may see, by `instrument agency`. */
export async function readableFigures({
  db,
  actor,
  place,
}: Pick<MeetingScope, 'db' | 'actor' | 'place'>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('assessment')
    .select(['agency_code', 'instrument_code', 'state'])
    .where('rakerda_id', '=', place.row.id)
    .execute();
  return new Set(
    rows
      .filter((row) => maySeeFigures(actor, place, row.agency_code, row.state))
      .map((row) => `${row.instrument_code} ${row.agency_code}`),
  );
}

/** The same commitments without the figures that would give away drafts the actor may not read. */
export function withoutDrafts(
  list: readonly Commitment[],
  readable: ReadonlySet<string>,
): readonly Commitment[] {
  return list.map((one) =>
    readable.has(`${one.instrumentCode ?? ''} ${one.agencyCode}`)
      ? one
      : { ...one, gain: null, reaches: null },
  );
}

/** Every commitment of a Rakerda as one person may see it. */
export async function commitmentsFor(
  scope: Pick<MeetingScope, 'db' | 'instruments' | 'actor' | 'place'>,
  today: string,
): Promise<readonly Commitment[]> {
  const all = await listCommitments(scope.db, scope.instruments, scope.place.row.id, today);
  return withoutDrafts(all, await readableFigures(scope));
}

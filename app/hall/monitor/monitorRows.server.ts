/** What the monitor reads. Only those may ask who may read every draft of the Rakerda: the policy gives both together. */
import type { Db } from '#db/database';
import { whole } from '#db/portable';
import { readTogether } from '#db/together';
import { parseLevels } from '~/assessment';
import { indicatorsOf, type Instrument, localize } from '~/instrument';
import { assessmentPath } from '~/paths';
import { may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { listPinned } from '~/rakerda/rakerdaFacts.server';
import type { FlaggedIndicator, MonitorRow, SentMessage } from './monitor';

export interface MonitorFacts {
  readonly rows: readonly MonitorRow[];
  /** Newest event when this was read; a live stream goes on from here. */
  readonly asOf: number;
}

/**
 * The instruments of the Rakerda, and the one that the address names.
 * @param wished null where it names none: the first
 * @returns null where the Rakerda has no such instrument
 */
export async function readInstruments(
  { db, instruments, place }: Pick<MeetingScope, 'db' | 'instruments' | 'place'>,
  wished: string | null,
): Promise<{ readonly all: readonly Instrument[]; readonly instrument: Instrument } | null> {
  const pinned = await listPinned(db, place.row.id);
  const all = pinned.map(({ code, version }) => instruments.get(code, version));
  const instrument = wished === null ? all[0] : all.find(({ code }) => code === wished);
  return instrument ? { all, instrument } : null;
}

/** Every agency of the Rakerda with how far it is. An agency whose draft the actor may not read is left out. */
export async function readMonitor(
  { db, presence, actor, place }: Pick<MeetingScope, 'db' | 'presence' | 'actor' | 'place'>,
  instrument: Instrument,
): Promise<MonitorFacts> {
  const { assessments, answers, returns, messages, asOf } = await readTogether(db, async (trx) => ({
    assessments: await trx
      .selectFrom('assessment')
      .innerJoin('agency', 'agency.code', 'assessment.agency_code')
      .select([
        'assessment.id',
        'assessment.agency_code',
        'assessment.state',
        'assessment.levels',
        'assessment.return_note',
        'assessment.updated_at',
        'agency.name',
      ])
      .where('assessment.rakerda_id', '=', place.row.id)
      .where('assessment.instrument_code', '=', instrument.code)
      .orderBy('assessment.agency_code')
      .execute(),
    answers: await trx
      .selectFrom('answer')
      .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
      .select((eb) => [
        'answer.assessment_id',
        eb.fn.max('answer.updated_at').as('last'),
        whole(eb.fn.sum('answer.discuss')).as('flags'),
      ])
      .where('assessment.rakerda_id', '=', place.row.id)
      .where('assessment.instrument_code', '=', instrument.code)
      .groupBy('answer.assessment_id')
      .execute(),
    returns: await trx
      .selectFrom('event')
      .innerJoin('assessment', 'assessment.id', 'event.assessment_id')
      .select((eb) => ['event.assessment_id', eb.fn.max('event.at').as('at')])
      .where('assessment.rakerda_id', '=', place.row.id)
      .where('assessment.instrument_code', '=', instrument.code)
      .where('assessment.state', '=', 'draft')
      .where('assessment.return_note', 'is not', null)
      // Steps carry no indicator: the index passes over the answers.
      .where('event.indicator_no', 'is', null)
      .where('event.type', 'in', ['assessment.returned', 'assessment.reopened'])
      .groupBy('event.assessment_id')
      .execute(),
    messages: await trx
      .selectFrom('agency_message')
      .select((eb) => [
        'agency_code',
        whole(eb.fn.countAll()).as('sent'),
        whole(eb.fn.count('seen_at')).as('seen'),
      ])
      .where('rakerda_id', '=', place.row.id)
      .groupBy('agency_code')
      .execute(),
    asOf: await newestSeq(trx),
  }));
  const answersOf = new Map(answers.map((row) => [row.assessment_id, row]));
  const returnedAt = new Map(returns.map((row) => [row.assessment_id, Date.parse(row.at)]));
  const messagesOf = new Map(messages.map((row) => [row.agency_code, row]));
  const screens = presence.of(place.row.id);
  const since = presence.since(place.row.id);
  const indicators = indicatorsOf(instrument);
  const aspectCount = instrument.domains.reduce((sum, domain) => sum + domain.aspects.length, 0);

  const rows = assessments
    .filter((row) => may(actor, 'assessment.read', { ...place, agencyCode: row.agency_code }))
    .map((row): MonitorRow => {
      const levels = parseLevels(row.levels);
      const aspects = new Array<number>(aspectCount).fill(0);
      for (const [position, { aspectNo }] of indicators.entries()) {
        if (levels[position] !== null) aspects[aspectNo - 1] = (aspects[aspectNo - 1] ?? 0) + 1;
      }
      const saved = answersOf.get(row.id);
      const sent = messagesOf.get(row.agency_code);
      return {
        agencyCode: row.agency_code,
        agencyName: row.name,
        path: assessmentPath(place.row.id, instrument.code, row.agency_code),
        state: row.state,
        answered: aspects.reduce((sum, answered) => sum + answered, 0),
        total: indicators.length,
        aspects,
        flags: saved?.flags ?? 0,
        // An assessment nobody has touched carries the moment its Rakerda was set up.
        lastActivity: row.updated_at === place.row.created_at ? null : row.updated_at,
        lastSave: saved ? Date.parse(saved.last) : null,
        returnedAt: returnedAt.get(row.id) ?? null,
        screens: screens.get(row.agency_code) ?? 0,
        connectedSince: since.get(row.agency_code) ?? null,
        sent: sent?.sent ?? 0,
        unread: sent ? sent.sent - sent.seen : 0,
      };
    });
  return { rows, asOf };
}

/** The indicators that one agency flagged for the plenary. */
export async function listFlagged(
  { db, place, locale }: Pick<MeetingScope, 'db' | 'place' | 'locale'>,
  instrument: Instrument,
  agencyCode: string,
): Promise<readonly FlaggedIndicator[]> {
  const flags = await db
    .selectFrom('answer')
    .innerJoin('assessment', 'assessment.id', 'answer.assessment_id')
    .select('answer.indicator_no')
    .where('assessment.rakerda_id', '=', place.row.id)
    .where('assessment.instrument_code', '=', instrument.code)
    .where('assessment.agency_code', '=', agencyCode)
    .where('answer.discuss', '=', 1)
    .execute();
  const flagged = new Set(flags.map((flag) => flag.indicator_no));
  return indicatorsOf(instrument)
    .filter((indicator) => flagged.has(indicator.no))
    .map((indicator) => ({
      no: indicator.no,
      name: localize(indicator.name, locale),
      path: assessmentPath(place.row.id, instrument.code, agencyCode, indicator.no),
    }));
}

const MOST_SENT = 20;

/** What was last sent to one agency, the newest first. */
export async function listSent(
  db: Db,
  rakerdaId: string,
  agencyCode: string,
): Promise<readonly SentMessage[]> {
  const rows = await db
    .selectFrom('agency_message')
    .innerJoin('account as sender', 'sender.id', 'agency_message.sent_by')
    .leftJoin('account as reader', 'reader.id', 'agency_message.seen_by')
    .select([
      'agency_message.id',
      'agency_message.body',
      'agency_message.sent_at',
      'agency_message.seen_at',
      'sender.name as sender_name',
      'reader.name as reader_name',
    ])
    .where('agency_message.rakerda_id', '=', rakerdaId)
    .where('agency_message.agency_code', '=', agencyCode)
    .orderBy('agency_message.sent_at', 'desc')
    .limit(MOST_SENT)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    sentAt: row.sent_at,
    senderName: row.sender_name,
    seenAt: row.seen_at,
    seenName: row.reader_name,
  }));
}

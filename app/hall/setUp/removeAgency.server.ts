/**
 * Takes an agency out of a Rakerda that it has left no trace in. What an agency said, promised or was asked about stands in
 * the record for good: such a one stays, and the facilitator is told what holds it.
 */
import type { ExpressionBuilder } from 'kysely';
import { whole } from '#db/portable';
import type { Database } from '#db/schema';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked, type Trx } from '~/record/change.server';
import { EVENTS } from '~/record/events';
import { type AgencyTraces, type Holding, HOLDS } from './agencyTraces';

export type RemoveAgencyResult =
  | { readonly kind: 'done' }
  /** Asks once, and says what goes along. */
  | { readonly kind: 'confirm'; readonly traces: AgencyTraces }
  | { readonly kind: 'held'; readonly holding: Holding }
  /** Without agencies there is no Rakerda. */
  | { readonly kind: 'last' }
  | Locked;

/** Whatever happened to a sheet or a register. */
const OF_TOPICS = Object.keys(EVENTS).filter((type) => /^(topic|register)\./.test(type));

/** @param isConfirmed whether the person was told what goes along */
export async function removeAgency(
  scope: MeetingScope,
  agencyCode: string,
  isConfirmed: boolean,
): Promise<RemoveAgencyResult> {
  const rakerdaId = scope.place.row.id;
  const terms = { may: 'rakerda.manage', part: 'participants' } as const;
  return change(scope, terms, async ({ trx, tell }): Promise<RemoveAgencyResult> => {
    const taking = await trx
      .selectFrom('rakerda_agency')
      .select('agency_code')
      .where('rakerda_id', '=', rakerdaId)
      .execute();
    // Sent twice, or two people had the same thought: it is out already.
    if (!taking.some((one) => one.agency_code === agencyCode)) return { kind: 'done' };
    if (taking.length === 1) return { kind: 'last' };
    const traces = await readTraces(trx, rakerdaId, agencyCode);
    const holding = HOLDS.filter((trace) => traces[trace] > 0);
    if (holding.length > 0)
      return { kind: 'held', holding: Object.fromEntries(holding.map((trace) => [trace, traces[trace]])) };
    if (!isConfirmed) return { kind: 'confirm', traces };
    await removeRows(trx, rakerdaId, agencyCode);
    await tell('rakerda.agencyRemoved', { cards: traces.cards, targets: traces.targets }, { agencyCode });
    return { kind: 'done' };
  });
}

async function removeRows(trx: Trx, rakerdaId: string, agencyCode: string): Promise<void> {
  const cards = await trx
    .deleteFrom('access_card')
    .where('rakerda_id', '=', rakerdaId)
    .where('agency_code', '=', agencyCode)
    .returning('account_id')
    .execute();
  // A card that nobody used: its account has done nothing and is named nowhere.
  for (const { account_id: id } of cards) await trx.deleteFrom('account').where('id', '=', id).execute();
  for (const table of ['agency_message', 'rakerda_target', 'assessment', 'rakerda_agency'] as const) {
    await trx
      .deleteFrom(table)
      .where('rakerda_id', '=', rakerdaId)
      .where('agency_code', '=', agencyCode)
      .execute();
  }
}

/** What there is of an agency in a Rakerda, counted. */
async function readTraces(trx: Trx, rakerdaId: string, agencyCode: string): Promise<AgencyTraces> {
  // Named here once, so that no count forgets the one or the other.
  const here = { rakerda_id: rakerdaId, agency_code: agencyCode };
  const all = whole(trx.fn.countAll()).as('n');
  const count = async (query: Counting) => (await query.executeTakeFirstOrThrow()).n;
  const cards = trx
    .selectFrom('access_card')
    .select(all)
    .where((eb) => eb.and(here));
  const messages = trx
    .selectFrom('agency_message')
    .select(all)
    .where((eb) => eb.and(here));
  const cardsUsed = await count(cards.where(hasActed));
  const messagesSeen = await count(messages.where('seen_at', 'is not', null));
  const votesAbout = trx
    .selectFrom('vote')
    .select(all)
    .where((eb) => eb.and(here));
  const votesBy = trx
    .selectFrom('vote_voter')
    .innerJoin('vote', 'vote.id', 'vote_voter.vote_id')
    .innerJoin('account', 'account.id', 'vote_voter.account_id')
    .select(all)
    .where('vote.rakerda_id', '=', rakerdaId)
    .where('account.agency_code', '=', agencyCode);
  const figures = trx
    .selectFrom('event')
    .select(all)
    .where((eb) => eb.and(here))
    .where('type', 'in', OF_TOPICS);
  return {
    // Whatever was done with its questionnaires, an answer that was emptied again too, and figures of topics.
    answers:
      (await count(figures)) +
      (await count(
        trx
          .selectFrom('event')
          .select(all)
          .where('assessment_id', 'in', (eb) =>
            eb
              .selectFrom('assessment')
              .select('id')
              .where((inner) => inner.and(here)),
          ),
      )),
    votes: (await count(votesAbout)) + (await count(votesBy)),
    // One that was taken back stands in the record all the same.
    commitments: await count(
      trx
        .selectFrom('commitment')
        .select(all)
        .where((eb) => eb.and(here)),
    ),
    notes: await count(
      trx
        .selectFrom('note')
        .select(all)
        .where((eb) => eb.and(here))
        .where('removed_at', 'is', null),
    ),
    people: await count(
      trx
        .selectFrom('attendance')
        .select(all)
        .where((eb) => eb.and(here))
        .where('removed_at', 'is', null),
    ),
    cardsUsed,
    messagesSeen,
    cards: (await count(cards)) - cardsUsed,
    targets: await count(
      trx
        .selectFrom('rakerda_target')
        .select(all)
        .where((eb) => eb.and(here)),
    ),
    messages: (await count(messages)) - messagesSeen,
  };
}

interface Counting {
  readonly executeTakeFirstOrThrow: () => Promise<{ readonly n: number }>;
}

/** Of a card: whether anybody ever came in with it. */
function hasActed(eb: ExpressionBuilder<Database, 'access_card'>) {
  const own = 'access_card.account_id' as const;
  return eb.or([
    eb.exists(eb.selectFrom('event').select('event.seq').whereRef('event.actor_id', '=', own)),
    eb.exists(
      eb.selectFrom('attendance').select('attendance.id').whereRef('attendance.account_id', '=', own),
    ),
    eb.exists(eb.selectFrom('sign_in').select('sign_in.account_id').whereRef('sign_in.account_id', '=', own)),
  ]);
}

/** Puts the two pages of the votes together, in the reader's language, for what the reader may do. */
import type { Db } from '#db/database';
import type { Ballot } from '#db/schema';
import { sharedWords } from '~/i18n/sharedWords';
import {
  findIndicator,
  type Instrument,
  type Locale,
  localize,
  scaleLevelName,
  wholeLevels,
} from '~/instrument';
import type { RakerdaPage } from '~/paths';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { listPinned, type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import {
  type FlaggedQuestion,
  type IndicatorGroup,
  readFlagged,
  readIndicatorChoices,
} from './voteChoices.server';
import { type SitsOut, sitsOut } from './ballot';
import { findOpenVoteId, findVote, hasVoted, listEveryVote, type VoteFacts } from './voteRows.server';
import { voteWords } from './voteWords';
import { listParticipants, type Participant } from '~/rakerda/participants.server';

/** A vote with the names that a reader knows its parts by. */
export interface ListedVote extends VoteFacts {
  /** The instrument's: stored level = real level × unit. */
  readonly unit: number;
  readonly indicatorName: string;
  /** Only where the Rakerda has several. */
  readonly instrumentName: string | null;
}

/** What both pages need for their frame. */
interface VotesFrame {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  /** Number of the newest event that the page stands on. */
  readonly asOf: number;
  readonly mayCast: boolean;
  /** The stage takes votes. */
  readonly isRunning: boolean;
}

export interface VotesPage extends VotesFrame {
  readonly votes: readonly ListedVote[];
  /** How many there are, wherever the list is filtered to. */
  readonly total: number;
  readonly open: ListedVote | null;
  readonly hasVotedOpen: boolean;
  /** Whether the reader has a ballot in the vote that is open. */
  readonly votesNow: boolean;
  readonly agencies: readonly Participant[];
  readonly agency: string | null;
  /** What a new vote is made of; null for who may not open one. */
  readonly manage: {
    readonly participants: readonly Participant[];
    readonly indicators: readonly IndicatorGroup[];
    readonly flagged: readonly FlaggedQuestion[];
    readonly preset: {
      readonly indicator: string;
      readonly agency: string;
      readonly ballot: Ballot;
      readonly includesSubject: boolean;
    };
  } | null;
}

export interface VotePage extends VotesFrame {
  readonly vote: ListedVote;
  readonly choices: readonly { readonly level: number; readonly name: string; readonly criterion: string }[];
  /** What proves the level, for who may read the agency's answers. Without the claimed level: it would lead the hall. */
  readonly proof: Proof | null;
  /** Why a reader who may vote has no ballot in this one; null where there is one. */
  readonly sitsOut: SitsOut | null;
  readonly hasVoted: boolean;
  readonly mayManage: boolean;
  /** Another vote that runs now. */
  readonly otherOpenId: string | null;
}

interface Proof {
  readonly justification: string;
  readonly links: readonly { readonly url: string; readonly caption: string }[];
}

/**
 * The list of votes, and for who runs them everything that a new one is made of.
 * @param params the page's address: `instansi` filters the list; with `indikator` both also fill in the form
 */
export async function readVotesPage(
  { db, instruments, actor, place, locale }: MeetingScope,
  params: URLSearchParams,
): Promise<VotesPage> {
  const asOf = await newestSeq(db);
  const [votes, pinned, participants] = await Promise.all([
    listEveryVote(db, place.row.id),
    loadPinned({ db, instruments }, place.row.id),
    listParticipants(db, place.row.id),
  ]);
  const known = (wished: string | null) => participants.find(({ code }) => code === wished)?.code ?? null;
  const agency = known(params.get('instansi'));
  const mayManage = may(actor, 'vote.manage', place);
  const mayCast = may(actor, 'vote.cast', place);
  const rows = votes.flatMap((vote) => withNames(vote, pinned, locale) ?? []);
  const open = rows.find((vote) => vote.state === 'open') ?? null;
  const votesNow = mayCast && open !== null && sitsOut(actor.agencyCode, open) === null;
  return {
    title: `${voteWords[locale].title} – ${sharedWords[locale].productName}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    votes: rows.filter((vote) => agency === null || vote.agencyCode === agency),
    total: rows.length,
    open,
    hasVotedOpen: votesNow && (await hasVoted(db, open, actor)),
    votesNow,
    mayCast,
    agencies: participants.filter(({ code }) => rows.some((vote) => vote.agencyCode === code)),
    agency,
    isRunning: allows(place.row.state, 'votes'),
    manage: mayManage
      ? {
          participants,
          indicators: readIndicatorChoices(pinned, locale),
          flagged: await readFlagged(
            db,
            place.row.id,
            pinned,
            votes.filter(({ isWithdrawn }) => !isWithdrawn),
            locale,
          ),
          preset: {
            indicator: presetIndicator(pinned, params.get('instrumen'), params.get('indikator')),
            agency: agency ?? '',
            // Asked the same way as the last time; that the agency itself votes is allowed anew every time.
            ballot: votes[0]?.ballot ?? 'person',
            includesSubject: false,
          },
        }
      : null,
    asOf,
  };
}

/** One vote; null where the Rakerda has none of that id. */
export async function readVotePage(
  { db, instruments, actor, place, locale }: MeetingScope,
  voteId: string | undefined,
): Promise<VotePage | null> {
  const asOf = await newestSeq(db);
  const found = await findVote(db, place.row.id, voteId ?? '');
  if (!found) return null;
  const pinned = await loadPinned({ db, instruments }, place.row.id);
  const vote = withNames(found, pinned, locale);
  const instrument = pinned.find(({ code }) => code === found.instrumentCode);
  const indicator = instrument && findIndicator(instrument, found.indicatorNo);
  if (!vote || !indicator) return null;
  const readsAnswer = may(actor, 'assessment.read', { ...place, agencyCode: found.agencyCode });
  const mayCast = may(actor, 'vote.cast', place);
  const openVoteId = await findOpenVoteId(db, place.row.id);
  const name = voteWords[locale].pageTitle({ no: String(vote.indicatorNo), agency: vote.agencyName });
  return {
    title: `${name} – ${sharedWords[locale].productName}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    vote,
    choices: wholeLevels(instrument.level).map((level, position) => ({
      level,
      name: scaleLevelName(instrument, indicator.scale, level, locale),
      criterion: criterionText(indicator.criteria[position], locale),
    })),
    proof: readsAnswer ? await readProof(db, place.row.id, found) : null,
    mayCast,
    /** Why a reader who may vote has no ballot in this one; null where there is one. */
    sitsOut: mayCast ? sitsOut(actor.agencyCode, found) : null,
    hasVoted: mayCast && (await hasVoted(db, found, actor)),
    mayManage: may(actor, 'vote.manage', place),
    isRunning: allows(place.row.state, 'votes'),
    otherOpenId: openVoteId === found.id ? null : openVoteId,
    asOf,
  };
}

function criterionText(
  criterion: { readonly text: { readonly id: string; readonly en: string } } | undefined,
  locale: Locale,
): string {
  return criterion ? localize(criterion.text, locale) : '';
}

function withNames(vote: VoteFacts, pinned: readonly Instrument[], locale: Locale): ListedVote | null {
  const instrument = pinned.find(({ code }) => code === vote.instrumentCode);
  const indicator = instrument && findIndicator(instrument, vote.indicatorNo);
  if (!indicator) return null;
  return {
    ...vote,
    unit: instrument.level.unit,
    indicatorName: localize(indicator.name, locale),
    instrumentName: pinned.length > 1 ? localize(instrument.shortName, locale) : null,
  };
}

async function loadPinned({ db, instruments }: Pick<MeetingScope, 'db' | 'instruments'>, rakerdaId: string) {
  const pinned = await listPinned(db, rakerdaId);
  return pinned.map(({ code, version }) => instruments.get(code, version));
}

/** What the justification and the links say now: the hall judges what is there. */
async function readProof(db: Db, rakerdaId: string, vote: VoteFacts): Promise<Proof | null> {
  const place = await db
    .selectFrom('assessment')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.assessment_id', '=', 'assessment.id')
        .on('answer.indicator_no', '=', vote.indicatorNo),
    )
    .select(['assessment.id', 'answer.justification'])
    .where('assessment.rakerda_id', '=', rakerdaId)
    .where('assessment.agency_code', '=', vote.agencyCode)
    .where('assessment.instrument_code', '=', vote.instrumentCode)
    .executeTakeFirst();
  if (!place) return null;
  const links = await db
    .selectFrom('evidence')
    .select(['url', 'caption'])
    .where('assessment_id', '=', place.id)
    .where('indicator_no', '=', vote.indicatorNo)
    .orderBy('position')
    .execute();
  return { justification: place.justification ?? '', links };
}

function presetIndicator(
  pinned: readonly Instrument[],
  instrumentCode: string | null,
  no: string | null,
): string {
  const instrument = pinned.find(({ code }) => code === instrumentCode) ?? pinned[0];
  const indicator = instrument && findIndicator(instrument, Number(no));
  return indicator ? `${instrument.code}:${String(indicator.no)}` : '';
}

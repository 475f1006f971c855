/** Puts together the picture of a screen from the database, with every name in it. */
import type { RakerdaRow } from '#db/schema';
import { type HallAddress, hallAddress } from '~/hall/cards/index.server';
import type { Instrument } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { findArms } from '~/rakerda/arms.server';
import { newestSeq } from '~/record/read.server';
import { listPinned } from '~/rakerda/rakerdaFacts.server';
import { AgencyList } from './agencyList';
import type { FullPicture } from './fullPicture';
import { pageCount, pageOfAgency } from './scenePages';
import type { Draw, Drawing } from './pictures/drawing.server';
import { readField } from './pictures/field.server';
import { drawJoin, drawProgress, drawWelcome } from './pictures/meeting.server';
import { drawClosing, drawCommitments, drawVote } from './pictures/outcome.server';
import { drawHeatMap, drawIndicator, drawRadar, drawRanking, rankedOf } from './pictures/standing.server';
import { drawTable } from './pictures/table.server';
import { drawTopic } from './pictures/topic.server';
import { drawTopicParts } from './pictures/topicParts.server';
import { drawMovement, drawRoad } from './pictures/way.server';
import { findProjector, firstState } from './projectorRow.server';
import type { Scene } from './scene';
import type { ProjectorState, SceneName } from './projectorState';

/** What a screen of the hall is made with: of somebody in the meeting, or of whoever holds its link. */
export interface ScreenScope extends Pick<
  MeetingScope,
  'db' | 'instruments' | 'secret' | 'config' | 'request' | 'locale'
> {
  readonly place: { readonly row: RakerdaRow };
}

/** What a picture stands on. */
export interface Basis {
  /**
   * Newest event when reading began. What happens while the picture is put together may be in it already; the event
   * that tells of it comes later and has the screen ask again, so that nothing is ever missed.
   */
  readonly asOf: number;
  readonly rakerda: RakerdaRow;
  /** Fingerprint of its arms; null where it has none. */
  readonly arms: string | null;
  readonly state: ProjectorState;
  readonly instrument: Instrument;
  readonly address: HallAddress;
}

export interface DrawnPicture {
  readonly full: FullPicture;
  /** Codes of the agencies that the facilitator steps through here. */
  readonly steps: readonly string[];
  /** Codes of the agencies whose names stand in the picture, in the order of its rows. */
  readonly shown: readonly string[];
  /** How many of them, from the first, have a rank. */
  readonly ranked: number;
  readonly pages: number;
  /** The page of the agency that the facilitator stepped to; null where the scene has no row of it, or no pages. */
  readonly focusPage: number | null;
}

/** Reads where a screen stands. */
export async function readBasis(scope: ScreenScope): Promise<Basis> {
  const { db, instruments, request, config } = scope;
  const rakerda = scope.place.row;
  const asOf = await newestSeq(db);
  const stored = await findProjector(db, rakerda.id);
  const pinned = await listPinned(db, rakerda.id);
  const wanted = stored?.state.options.instrument;
  const chosen = pinned.find(({ code }) => code === wanted) ?? pinned[0];
  if (!chosen) throw new Error(`Rakerda ${rakerda.id} has no instrument`);
  const state = stored?.state ?? firstState(chosen.code);
  return {
    asOf,
    rakerda,
    arms: (await findArms(db, rakerda.id))?.fingerprint ?? null,
    state: { ...state, options: { ...state.options, instrument: chosen.code } },
    instrument: instruments.get(chosen.code, chosen.version),
    address: hallAddress(request, config),
  };
}

const DRAW: { readonly [Name in SceneName]: Draw<Name> } = {
  welcome: drawWelcome,
  join: drawJoin,
  progress: drawProgress,
  table: drawTable,
  topic: drawTopic,
  topicParts: drawTopicParts,
  ranking: drawRanking,
  radar: drawRadar,
  heatMap: drawHeatMap,
  indicator: drawIndicator,
  movement: drawMovement,
  road: drawRoad,
  vote: drawVote,
  commitments: drawCommitments,
  closing: drawClosing,
};

/** Draws the scene that the state asks for, in the language of the scope. */
export async function buildPicture(scope: ScreenScope, basis: Basis): Promise<DrawnPicture> {
  const { db, instruments, locale } = scope;
  const { rakerda, state, instrument, address } = basis;
  const agencies = new AgencyList();
  const field = await readField(db, rakerda.id, instrument);
  const drawing: Drawing = {
    db,
    instruments,
    rakerda,
    state,
    locale,
    instrument,
    field,
    agencies,
    tie: tieOf(scope, rakerda.id, state.namesHidden),
    address,
  };
  const content: Scene = await DRAW[state.scene](drawing);
  const full = { agencies: agencies.all(), leftOut: agencies.leftOut(), content };
  const shown = full.agencies.map(({ code }) => code);
  const { focus } = state.options;
  return {
    full,
    shown,
    steps: stepsOf(drawing, shown),
    ranked:
      content.scene === 'ranking' || content.scene === 'topic'
        ? content.rows.filter(({ rank }) => rank !== null).length
        : shown.length,
    pages: pageCount(content, rakerda.time_zone),
    focusPage: focus === null ? null : pageOfAgency(content, shown.indexOf(focus)),
  };
}

/** Through the rows of the scene; where it shows a few chosen agencies or none, through everybody in their order. */
function stepsOf(drawing: Drawing, shown: readonly string[]): readonly string[] {
  const { state, field, tie } = drawing;
  if (state.scene === 'radar' && state.options.agencies.length === 0) {
    return rankedOf(drawing).map(({ code }) => code);
  }
  if (shown.length > 1) return shown;
  return field.toSorted(tie).map(({ code }) => code);
}

function tieOf({ secret }: ScreenScope, rakerdaId: string, namesHidden: boolean): Drawing['tie'] {
  if (!namesHidden) return (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const marks = new Map<string, string>();
  const markOf = (code: string) => {
    const mark = marks.get(code) ?? secret.derive('screen-order', rakerdaId, code).toString('hex');
    marks.set(code, mark);
    return mark;
  };
  return (a, b) => (markOf(a.code) < markOf(b.code) ? -1 : a.code === b.code ? 0 : 1);
}

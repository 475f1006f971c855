/** What every page of this room stands on: the Rakerda, its agenda, its agencies, its indicators. */
import { type AgendaItem } from '~/hall/agenda';
import { listAgenda } from '~/hall/agenda/index.server';
import { type Instrument, type Locale, localize } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { listPinned, type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import type { HistoryNames } from './commitmentHistory.server';
import { listParticipants } from '~/rakerda/participants.server';

export interface AgencyChoice {
  readonly code: string;
  readonly name: string;
}

/** What the frame of every page needs. */
export interface PlenaryPage {
  readonly rakerda: RakerdaFacts;
  readonly pages: ReturnType<typeof rakerdaPagesFor>;
  readonly agenda: readonly AgendaItem[];
  readonly agencies: readonly AgencyChoice[];
  /** Number of the newest event that the page stands on. */
  readonly asOf: number;
}

export async function readPlenary({ db, actor, place }: MeetingScope): Promise<PlenaryPage> {
  // Read first: what happens while the rest is read is then asked for once more, never missed.
  const asOf = await newestSeq(db);
  return {
    asOf,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    agenda: await listAgenda(db, place.row.id),
    agencies: await listParticipants(db, place.row.id),
  };
}

/** The instruments that a Rakerda holds. */
export async function readInstruments(
  { db, instruments }: Pick<MeetingScope, 'db' | 'instruments'>,
  rakerdaId: string,
): Promise<readonly Instrument[]> {
  const pinned = await listPinned(db, rakerdaId);
  return pinned.map(({ code, version }) => instruments.get(code, version));
}

export interface IndicatorGroup {
  readonly label: string;
  readonly indicators: readonly {
    readonly value: string;
    readonly label: string;
    /** Stored levels are real levels times this. */
    readonly unit: number;
  }[];
}

/** Every indicator as a choice, grouped by aspect; `value` is `instrument:number`. */
export function indicatorGroups(
  instruments: readonly Instrument[],
  locale: Locale,
): readonly IndicatorGroup[] {
  return instruments.flatMap((instrument) =>
    instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({
        label: `${instruments.length > 1 ? `${localize(instrument.shortName, locale)}: ` : ''}${localize(aspect.name, locale)}`,
        indicators: aspect.indicators.map(({ no, name }) => ({
          value: `${instrument.code}:${no}`,
          unit: instrument.level.unit,
          label: `${no}. ${localize(name, locale)}`,
        })),
      })),
    ),
  );
}

/** Names for the history of something in this Rakerda. */
export function namesFor(plenary: PlenaryPage, groups: readonly IndicatorGroup[]): HistoryNames {
  return {
    agenda: new Map(plenary.agenda.map(({ id, title }) => [id, title])),
    agencies: new Map(plenary.agencies.map(({ code, name }) => [code, name])),
    indicators: new Map(groups.flatMap(({ indicators }) => indicators.map((one) => [one.value, one]))),
  };
}

/** What the monitor page is handed. */
import type { RakerdaPage } from '~/paths';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { TopicStateCount } from '~/topics/index.server';
import type { arrange, FlaggedIndicator, MonitorRow, SentMessage, Tiles, Wish } from './monitor';

export interface OpenAgency {
  readonly row: MonitorRow;
  readonly flagged: readonly FlaggedIndicator[];
  readonly messages: readonly SentMessage[];
}

export interface MonitorAspect {
  readonly no: number;
  readonly name: string;
  readonly total: number;
}

export interface MonitorPage {
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly instruments: readonly {
    readonly code: string;
    readonly name: string;
    readonly current: boolean;
  }[];
  readonly aspects: readonly MonitorAspect[];
  readonly wish: Wish;
  readonly table: ReturnType<typeof arrange>;
  readonly tiles: Tiles;
  readonly topics: readonly TopicStateCount[];
  /** Open screens by agency, those of other pages of the table too. */
  readonly screens: Readonly<Record<string, number>>;
  /** Agencies may answer now: one can be stuck. */
  readonly isOpen: boolean;
  readonly open: OpenAgency | null;
  readonly mayWrite: boolean;
  /** For the next message of this page: the form sent twice is one message. */
  readonly draftId: string;
  /** The server's clock when this was read. */
  readonly now: number;
  readonly asOf: number;
}

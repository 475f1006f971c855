/** What every page of an agency carries: a facilitator's unread words, and the vote that waits for the reader. */
export interface NoticeMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: string;
  readonly from: string;
}

export interface NoticeVote {
  readonly id: string;
  readonly indicatorNo: number;
  readonly agencyName: string;
}

export interface Notice {
  readonly rakerdaId: string;
  readonly timeZone: string;
  /** Newest event when this was read. */
  readonly asOf: number;
  /** New messages may come: the page listens. */
  readonly isLive: boolean;
  readonly messages: readonly NoticeMessage[];
  /** Open now, and the reader's ballot is not in yet. */
  readonly vote: NoticeVote | null;
}

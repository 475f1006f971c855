/** A facilitator's unread words to an agency, as every page of that agency carries them. */
export interface NoticeMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: string;
  readonly from: string;
}

export interface Notice {
  readonly rakerdaId: string;
  readonly timeZone: string;
  /** Newest event when this was read. */
  readonly asOf: number;
  /** New messages may come: the page listens. */
  readonly isLive: boolean;
  readonly messages: readonly NoticeMessage[];
}

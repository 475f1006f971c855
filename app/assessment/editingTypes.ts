/** What the editing machine is made of: changes that wait, the open page, what can happen, and what is to be done. */
import type { AnswerField } from './answerChanges';
import type { AnswerFormValues } from './answerForm';

/** An answer as the server had it at one version; 0 where there was none. */
export interface Snapshot {
  readonly version: number;
  readonly values: AnswerFormValues;
}

/** What somebody else has made of the field meanwhile. */
export interface Question {
  readonly theirs: Partial<AnswerFormValues>;
  readonly version: number;
  readonly name: string;
  /** The same account, on another device. */
  readonly own: boolean;
  readonly at: string;
}

/** `stage`: the Rakerda takes no answers now, and may again; `locked`: the assessment was submitted. */
export type Refusal = 'stage' | 'locked' | 'forbidden' | 'invalid';
/** Why nothing can be saved at the moment; null where it can. */
export type Closed = Exclude<Refusal, 'invalid'> | null;

/** One change of one field, as it lies on the device until the server has answered it. */
export interface Entry {
  readonly id: string;
  readonly account: string;
  /** The tab that made it. */
  readonly tab: string;
  /** Address of the indicator's page. */
  readonly url: string;
  readonly field: AnswerField;
  /** When it was made; the order of the changes. */
  readonly at: number;
  /** When it was last typed into; absent in changes of earlier releases. */
  readonly typedAt?: number | undefined;
  /** The version that the field was seen at. */
  readonly version: number;
  /** As typed. */
  readonly values: Partial<AnswerFormValues>;
  /** Of links of which a faulty one is left: the server's rows that they were last laid beside. */
  readonly besides?: AnswerFormValues['evidence'] | undefined;
  /** What of it can be sent; null where it is faulty as a whole. */
  readonly send: Partial<AnswerFormValues> | null;
  /** Not sent before, because somebody is still typing; null where there is nothing to send. */
  readonly readyAt: number | null;
  /** How many-eth change of this device it is; set when it is sent, and from then on it is never edited. */
  readonly seq: number | null;
  /** The device that it was sent from; another where the first could keep nothing. */
  readonly device: string | null;
  /** Goes on the record and not into the answer: the other side of a question was chosen. */
  readonly isAside: boolean;
  readonly question: Question | null;
  readonly refusal: Refusal | null;
}

/** The indicator that is open in this tab. */
export interface Page {
  readonly url: string;
  readonly known: Snapshot;
  /** Field → the state of the answer that the field shows, which may be older than what is known. */
  readonly seen: Readonly<Partial<Record<AnswerField, Snapshot>>>;
  /** The field that somebody writes in. */
  readonly editing: AnswerField | null;
  /** As the server said last. */
  readonly closed: Closed;
}

/** Why the last request brought no answer. */
export type Trouble = 'offline' | 'failed' | 'signedOut' | 'otherAccount';

export interface State {
  readonly account: string;
  readonly tab: string;
  /** Everything of this account that waits on this device, the oldest first. */
  readonly entries: readonly Entry[];
  readonly page: Page | null;
  /** The change that this tab is sending. */
  readonly sending: string | null;
  readonly link: 'up' | Trouble;
  /** How many requests in a row brought nothing. */
  readonly attempts: number;
  /** Changes that have to wait for the next round. */
  readonly putOff: readonly string[];
  readonly savedAt: string | null;
  /** Pages of which something came after answers were closed; a page that is opened again tells it itself. */
  readonly late: readonly string[];
  /** Changes that this tab has made and the device has not noted yet. */
  readonly unwritten: readonly string[];
  /** Whether what waits is on the device, and not only in this tab. */
  readonly isStored: boolean;
}

/** What the server says to one change. */
export type Reply =
  | { readonly kind: 'saved'; readonly savedAt: string; readonly answer: Snapshot }
  /** `late`: on the record, and for the facilitator to decide. */
  | { readonly kind: 'unchanged' | 'late'; readonly savedAt?: undefined; readonly answer: Snapshot }
  | {
      readonly kind: 'conflict';
      readonly answer: Snapshot;
      readonly name: string;
      readonly own: boolean;
      readonly changedAt: string;
    }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** `at` is the time, `newId` a name that no other change has. */
export type Happening =
  | {
      readonly type: 'opened';
      readonly page: Omit<Page, 'seen' | 'editing' | 'closed'>;
      /** What a form without scripts was refused with. */
      readonly asked: readonly Entry[];
      readonly at: number;
    }
  | { readonly type: 'closed'; readonly at: number }
  | { readonly type: 'entered'; readonly field: AnswerField }
  | { readonly type: 'left'; readonly at: number }
  | {
      readonly type: 'typed';
      readonly field: AnswerField;
      readonly values: AnswerFormValues;
      /** Without waiting for a pause in typing. */
      readonly now: boolean;
      readonly at: number;
      readonly newId: string;
    }
  | {
      readonly type: 'settled';
      readonly field: AnswerField;
      readonly side: 'mine' | 'theirs';
      readonly at: number;
      readonly newId: string;
    }
  /** Everything that lies on the device: read at the start, and again when another tab has written. */
  | {
      readonly type: 'found';
      readonly entries: readonly Entry[];
      /** Changes that are over; what is in neither list was taken from the device, and is not lost for that. */
      readonly over: ReadonlySet<string>;
      readonly at: number;
    }
  /** The network, the person or the time for another attempt has come. */
  | { readonly type: 'wake'; readonly at: number }
  /** The device has noted that a change is being sent; null where it is no longer there. */
  | {
      readonly type: 'claimed';
      readonly id: string;
      readonly sent: { readonly device: string; readonly seq: number } | null;
      readonly at: number;
    }
  /** An edit came too late: the change was sent (or answered, null) from another tab. */
  | {
      readonly type: 'frozen';
      readonly id: string;
      readonly seq: number | null;
      readonly at: number;
      readonly newId: string;
    }
  | {
      readonly type: 'answered';
      readonly id: string;
      readonly reply: Reply;
      readonly at: number;
    }
  /** The person throws changes away that the server does not have. */
  | { readonly type: 'discarded'; readonly ids: readonly string[] }
  | { readonly type: 'lost'; readonly id: string; readonly how: Trouble; readonly at: number }
  /** The page was read again. */
  | { readonly type: 'theirs'; readonly url: string; readonly snapshot: Snapshot }
  /** The server said whether it takes changes of the page now. */
  | { readonly type: 'told'; readonly url: string; readonly closed: Closed; readonly at: number }
  /** Whether the device took a change that it was given to keep, as it stands now. */
  | { readonly type: 'stored'; readonly id: string; readonly ok: boolean };

export type Todo =
  /** Keep a change on the device, in place of another where one is named and still is as this tab saw it. */
  | { readonly do: 'put'; readonly entry: Entry; readonly instead: Entry | null }
  /** Keep what the server's answer has left of a change; every tab that is answered makes the same of it. */
  | { readonly do: 'follow'; readonly entry: Entry; readonly after: string }
  | { readonly do: 'remove'; readonly id: string }
  /** Note on the device that this change is being sent, and how many-eth it is. */
  | { readonly do: 'claim'; readonly entry: Entry }
  | { readonly do: 'send'; readonly entry: Entry }
  /** Ask the server what the open page's answer is now. */
  | { readonly do: 'read' }
  /** Wait and wake, the longer the more attempts were made. */
  | { readonly do: 'wait'; readonly attempts: number };

export interface Step {
  readonly state: State;
  readonly todo: readonly Todo[];
}

/**
 * The tables as Kysely types. Times are ISO 8601 UTC strings, flags are 0/1 integers,
 * JSON columns hold text that is parsed once where it is read.
 */
import type { ColumnType, Generated, Selectable } from 'kysely';

export type Role = 'administrator' | 'facilitator' | 'head' | 'operator' | 'reviewer' | 'liaison';
export type AgencyKind = 'province' | 'regency' | 'city' | 'central';
export type AssessmentState = 'draft' | 'submitted' | 'approved';
export type RakerdaState = 'preparation' | 'filling' | 'plenary' | 'closed' | 'archived';
export type CardRole = Extract<Role, 'head' | 'operator'>;
/** What an agenda item is about. `complaints` is LAPOR!, `communication` is IKP, `cryptography` is persandian. */
export type Topic = 'general' | 'spbe' | 'complaints' | 'communication' | 'statistics' | 'cryptography';
export type VoteState = 'open' | 'closed' | 'revealed';
/** Who has one ballot: every person, or every agency. */
export type Ballot = 'person' | 'agency';
export type NoteKind = 'note' | 'recommendation';
/** `late` is no status: it follows from the date. */
export type CommitmentStatus = 'planned' | 'underway' | 'done' | 'dropped';
export type Flag = 0 | 1;

/** Who is assessed. `code` is the Kemendagri code: `63` for a province, `63.01` for a regency or city. */
export interface AgencyTable {
  code: string;
  kind: AgencyKind;
  name: string;
  province_code: string | null;
}

export interface AccountTable {
  id: string;
  username: string;
  name: string;
  role: Role;
  agency_code: string | null;
  password_hash: string;
  must_change_password: Flag;
  /** When an initial password ends that was never used; null where it does not, or there is none. */
  initial_until: string | null;
  is_demo: Flag;
  disabled_at: string | null;
  created_at: string;
}

/** A signed-in browser. Only the SHA-256 of its cookie token is kept. */
export interface SignInTable {
  token_hash: string;
  account_id: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  user_agent: string | null;
  /** When this browser last proved by a password whose it is; null where it has not since it was asked of it. */
  proven_at: Generated<string | null>;
}

/** Wrong attempts to sign in, by who is slowed by them. */
export interface SignInFailuresTable {
  rule: string;
  key: string;
  failures: number;
  /** Milliseconds since 1970, like `known_browser.until`. */
  until: number;
}

export interface KnownBrowserTable {
  hash: string;
  until: number;
}

/** A pinned instrument version: the exact JSON that assessments refer to. */
export interface InstrumentTable {
  code: string;
  version: string;
  body: string;
  sha256: string;
  added_at: string;
  /** Who published it; null where it came with the product. */
  published_by: Generated<string | null>;
}

/** A definition that somebody handed in and nobody has published yet. */
export interface InstrumentDraftTable {
  id: string;
  code: string;
  version: string;
  /** JSON, as it would be pinned. */
  body: string;
  uploaded_at: string;
  uploaded_by: string;
}

export interface RakerdaTable {
  id: string;
  name: string;
  year: number;
  starts_on: string;
  ends_on: string;
  place: string;
  host: string;
  time_zone: Generated<string>;
  state: RakerdaState;
  is_demo: Flag;
  created_at: string;
  /** The Rakerda of the year before that this one was copied from: its commitments open the meeting. */
  previous_id: string | null;
}

export interface RakerdaInstrumentTable {
  rakerda_id: string;
  instrument_code: string;
  instrument_version: string;
}

export interface RakerdaAgencyTable {
  rakerda_id: string;
  agency_code: string;
}

/** A row only where a target is set. */
export interface RakerdaTargetTable {
  rakerda_id: string;
  instrument_code: string;
  agency_code: string;
  /** Target index in hundredths (260 = 2,60). */
  target_hundredths: number;
}

/** Accounts that work on or read a Rakerda without belonging to one of its agencies. */
export interface RakerdaMemberTable {
  rakerda_id: string;
  account_id: string;
}

/** A topic that the Rakerda measures, with the version of its instrument (kind `metrics`). */
export interface RakerdaTopicTable {
  rakerda_id: string;
  instrument_code: string;
  instrument_version: string;
  /** Code of the figure that a target is set for; null where none is. */
  target_measure: Generated<string | null>;
  /** In units of the last digit that the figure shows; null together with the measure. */
  target_units: Generated<number | null>;
}

/** The figures of one agency for one topic; there is no row before the first are saved. */
export interface TopicSheetTable {
  id: string;
  rakerda_id: string;
  instrument_code: string;
  agency_code: string;
  state: AssessmentState;
  submitted_at: string | null;
  submitted_by: string | null;
  approved_at: string | null;
  approved_by: string | null;
  /** Why it was returned or opened again; null once it is sent again. */
  return_note: string | null;
  /** JSON: code of the field → stored whole number or null. */
  figures: string;
  version: number;
  updated_at: string;
  /** Null for demo data. */
  updated_by: string | null;
}

/** A row of a register behind a sheet. Of a row that follows from a list there is none before something is filled in. */
export interface RegisterRowTable {
  sheet_id: string;
  /** Its code in the instrument. */
  register: string;
  /** The code of a village, or made when the row was added. */
  row_key: string;
  /** JSON: column → what it holds; no entry where it is empty. */
  cells: string;
  /** In which order rows were added. */
  place: number;
}

/** What Kemenpan-RB published of one agency in one year; without an agency: of the country. */
export interface PublishedResultTable {
  /** `2023/63.01`, `2023/nasional`. */
  id: string;
  /** The instrument whose readers it concerns; which rules it was made by says `regulation`. */
  instrument_code: string;
  year: number;
  agency_code: string | null;
  index_hundredths: number;
  /** JSON: hundredths per domain, in the order of the instrument; null where the rules of that year had no such domain. */
  domain_hundredths: string;
  /** Code of the instrument's predicate that was published; null where none was. */
  predicate: string | null;
  regulation: string;
  source: string;
  note: PublishedNote | null;
}

/** `d1-derived`: the first domain could not be read in the report and follows from the others. */
export type PublishedNote = 'd1-derived' | 'three-domains';

/** One agency × instrument × Rakerda. */
export interface AssessmentTable {
  id: string;
  rakerda_id: string;
  agency_code: string;
  instrument_code: string;
  instrument_version: string;
  state: AssessmentState;
  /**
   * JSON array in instrument order of the stored level of every indicator, null where unanswered.
   * Written in the transaction that writes the answer, so that scoring hundreds of agencies reads one row each.
   */
  levels: string;
  answered: number;
  /** What the head wrote when returning, or the facilitator when reopening; null once submitted again. */
  return_note: string | null;
  submitted_at: string | null;
  submitted_by: string | null;
  approved_at: string | null;
  approved_by: string | null;
  updated_at: string;
}

/** One indicator of an assessment. `version` rises with every change and guards against lost updates. */
export interface AnswerTable {
  assessment_id: string;
  indicator_no: number;
  level: number | null;
  justification: string;
  note: string;
  person_in_charge: string;
  /** Which of its services the agency means, where the indicator leaves that to it. */
  service: Generated<string>;
  discuss: Flag;
  version: number;
  updated_at: string;
  updated_by: string;
}

/** A proof of an answer. Today links; `kind` leaves room for files. */
export interface EvidenceTable {
  assessment_id: string;
  indicator_no: number;
  position: number;
  kind: 'link';
  url: string;
  caption: string;
}

/** The append-only record: audit trail, history and source of the live stream. */
export interface EventTable {
  seq: number;
  at: string;
  type: string;
  actor_id: string | null;
  rakerda_id: string | null;
  agency_code: string | null;
  assessment_id: string | null;
  indicator_no: number | null;
  /** Set by the client for a change that may be sent twice; unique. */
  change_id: string | null;
  request_id: string | null;
  payload: ColumnType<string, string, never>;
}

/** One row: the number of the newest event. */
export interface RecordEndTable {
  id: 1;
  seq: number;
}

/** A change that a client may send twice: what the first answer was; forgotten after 90 days. */
export interface ChangeTable {
  actor_id: string;
  /** Made by the client. */
  id: string;
  at: string;
  /** JSON. */
  answer: string;
}

export interface AgendaItemTable {
  id: string;
  rakerda_id: string;
  starts_at: string;
  ends_at: string;
  topic: Topic;
  title: string;
  /** Who leads it; may be empty. */
  speaker: string;
  version: number;
  removed_at: string | null;
}

/** A printed card that signs in to one agency in one Rakerda, through an account of its own. */
export interface AccessCardTable {
  id: string;
  rakerda_id: string;
  agency_code: string;
  role: CardRole;
  account_id: string;
  /** Rises with every new code; the code itself follows from the server's secret, the card and this number. */
  issue: number;
  code_hash: string;
  issued_at: string;
  revoked_at: string | null;
}

/** Who was in the hall. */
export interface AttendanceTable {
  id: string;
  rakerda_id: string;
  /** Null for guests of other institutions. */
  agency_code: string | null;
  /** Where a guest comes from; empty where `agency_code` says it. */
  institution: string;
  name: string;
  position: string;
  /** The account joined with; null where the facilitator wrote the person down. */
  account_id: string | null;
  joined_at: string;
  removed_at: string | null;
}

/** A facilitator's word to one agency. */
export interface AgencyMessageTable {
  id: string;
  rakerda_id: string;
  agency_code: string;
  body: string;
  sent_at: string;
  sent_by: string;
  seen_at: string | null;
  seen_by: string | null;
}

/** What the hall sees. One row per Rakerda, so that every remote, every screen and a restart agree. */
export interface ProjectorTable {
  rakerda_id: string;
  scene: string;
  /** JSON, see `app/projector/state.ts`. */
  options: string;
  names_hidden: Flag;
  /** JSON array of agency codes whose names were revealed while names are hidden. */
  revealed: string;
  is_blank: Flag;
  /** JSON of the scene as it was frozen; null while the screen moves. */
  frozen: string | null;
  link_issue: number;
  link_hash: string;
  version: number;
  updated_at: string;
}

/** One question to the hall: what level is this agency's evidence of this indicator? */
export interface VoteTable {
  id: string;
  rakerda_id: string;
  instrument_code: string;
  indicator_no: number;
  agency_code: string;
  /** What the agency claimed when the vote was opened. */
  claimed_level: number | null;
  ballot: Generated<Ballot>;
  /** Whether the agency under discussion votes too. */
  includes_subject: Generated<Flag>;
  state: VoteState;
  opened_at: string;
  opened_by: string;
  closed_at: string | null;
  revealed_at: string | null;
  agreed_level: number | null;
  agreed_reason: string | null;
  agreed_at: string | null;
  agreed_by: string | null;
  /** A withdrawn vote is closed and stays so. */
  withdrawn_at: string | null;
  /** How many could vote when it was last closed. */
  eligible: number | null;
}

/** Who has voted. What they voted is counted into `vote_tally` at the reveal. */
export interface VoteVoterTable {
  vote_id: string;
  account_id: string;
}

/** A ballot until the reveal. `voter` follows from the server's secret: the database alone does not say whose it is. */
export interface VoteBallotTable {
  vote_id: string;
  voter: string;
  level: number;
}

export interface VoteTallyTable {
  vote_id: string;
  level: number;
  votes: number;
}

export interface NoteTable {
  id: string;
  rakerda_id: string;
  kind: NoteKind;
  agenda_item_id: string | null;
  agency_code: string | null;
  instrument_code: string | null;
  indicator_no: number | null;
  body: string;
  version: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  removed_at: string | null;
}

/** What an agency promised: what, who, by when, and how it will be seen. */
export interface CommitmentTable {
  id: string;
  rakerda_id: string;
  agency_code: string;
  agenda_item_id: string | null;
  /** Of the linked indicators; null where none is linked. */
  instrument_code: string | null;
  what: string;
  who: string;
  /** `YYYY-MM-DD`. */
  due_on: string;
  measure: string;
  status: CommitmentStatus;
  /** The reason where it was dropped; otherwise optional. */
  status_note: string;
  status_at: string;
  version: number;
  created_at: string;
  /** Null for demo data. */
  created_by: string | null;
  updated_at: string;
  removed_at: string | null;
}

export interface CommitmentIndicatorTable {
  commitment_id: string;
  indicator_no: number;
  /** Stored level that the commitment would bring. */
  to_level: number;
}

/** A Berita Acara as it was handed out. */
export interface MinutesTable {
  id: string;
  rakerda_id: string;
  number: number;
  number_text: string;
  /** What the printed QR leads to. */
  code: string;
  /** Newest event when the figures were read. */
  as_of: number;
  body: string;
  body_sha256: string;
  pdf: Uint8Array;
  pdf_sha256: string;
  made_at: string;
  made_by: string;
}

/** The arms or logo of a Rakerda; no row where it has none. */
export interface RakerdaArmsTable {
  rakerda_id: string;
  /** SHA-256 of the picture. */
  fingerprint: string;
  type: string;
  width: number;
  height: number;
  picture: Uint8Array;
  set_at: string;
}

export interface Database {
  agency: AgencyTable;
  account: AccountTable;
  sign_in: SignInTable;
  sign_in_failures: SignInFailuresTable;
  known_browser: KnownBrowserTable;
  instrument: InstrumentTable;
  instrument_draft: InstrumentDraftTable;
  rakerda: RakerdaTable;
  rakerda_instrument: RakerdaInstrumentTable;
  rakerda_agency: RakerdaAgencyTable;
  rakerda_target: RakerdaTargetTable;
  rakerda_member: RakerdaMemberTable;
  rakerda_topic: RakerdaTopicTable;
  topic_sheet: TopicSheetTable;
  register_row: RegisterRowTable;
  published_result: PublishedResultTable;
  assessment: AssessmentTable;
  answer: AnswerTable;
  evidence: EvidenceTable;
  event: EventTable;
  record_end: RecordEndTable;
  change: ChangeTable;
  agenda_item: AgendaItemTable;
  access_card: AccessCardTable;
  attendance: AttendanceTable;
  agency_message: AgencyMessageTable;
  projector: ProjectorTable;
  vote: VoteTable;
  vote_voter: VoteVoterTable;
  vote_ballot: VoteBallotTable;
  vote_tally: VoteTallyTable;
  note: NoteTable;
  commitment: CommitmentTable;
  commitment_indicator: CommitmentIndicatorTable;
  minutes: MinutesTable;
  rakerda_arms: RakerdaArmsTable;
}

export type AccountRow = Selectable<AccountTable>;
export type AgencyRow = Selectable<AgencyTable>;
export type RakerdaRow = Selectable<RakerdaTable>;
export type AssessmentRow = Selectable<AssessmentTable>;
export type EventRow = Selectable<EventTable>;
export type PublishedResultRow = Selectable<PublishedResultTable>;

/**
 * The tables as Kysely types. Times are ISO 8601 UTC strings, flags are 0/1 integers,
 * JSON columns hold text that is parsed once where it is read.
 */
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';

export type Role = 'administrator' | 'facilitator' | 'head' | 'operator' | 'reviewer' | 'liaison';
export type AgencyKind = 'province' | 'regency' | 'city' | 'central';
export type AssessmentState = 'draft' | 'submitted' | 'approved';
export type RakerdaState = 'preparation' | 'filling' | 'plenary' | 'closed' | 'archived';
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
}

/** A pinned instrument version: the exact JSON that assessments refer to. */
export interface InstrumentTable {
  code: string;
  version: string;
  body: string;
  sha256: string;
  added_at: string;
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
}

export interface RakerdaInstrumentTable {
  rakerda_id: string;
  instrument_code: string;
  instrument_version: string;
}

export interface RakerdaAgencyTable {
  rakerda_id: string;
  agency_code: string;
  /** Target index in hundredths (260 = 2,60); null where none is set. */
  target_hundredths: number | null;
}

/** Accounts that work on or read a Rakerda without belonging to one of its agencies. */
export interface RakerdaMemberTable {
  rakerda_id: string;
  account_id: string;
}

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
  seq: Generated<number>;
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

export interface Database {
  agency: AgencyTable;
  account: AccountTable;
  sign_in: SignInTable;
  instrument: InstrumentTable;
  rakerda: RakerdaTable;
  rakerda_instrument: RakerdaInstrumentTable;
  rakerda_agency: RakerdaAgencyTable;
  rakerda_member: RakerdaMemberTable;
  assessment: AssessmentTable;
  answer: AnswerTable;
  evidence: EvidenceTable;
  event: EventTable;
}

export type AccountRow = Selectable<AccountTable>;
export type AgencyRow = Selectable<AgencyTable>;
export type RakerdaRow = Selectable<RakerdaTable>;
export type AssessmentRow = Selectable<AssessmentTable>;
export type AnswerRow = Selectable<AnswerTable>;
export type EventRow = Selectable<EventTable>;
export type NewEvent = Insertable<EventTable>;

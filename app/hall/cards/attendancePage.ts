/** What the attendance page is handed, and what its forms answer. */
import type { ListPart } from '~/ui/listPart';
import type { RakerdaPage } from '~/paths';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { Attendee } from './attendanceRows.server';
import type { PersonErrors, TypedPerson } from './person';

/** What the page says afterwards, as its address carries it. */
export const ATTENDANCE_MESSAGES = ['tambah', 'ubah', 'hapus'] as const;
export type AttendanceMessage = (typeof ATTENDANCE_MESSAGES)[number];

export interface Group {
  readonly key: string;
  /** Null for guests. */
  readonly agencyName: string | null;
  readonly people: readonly Attendee[];
}

export interface AttendanceProps {
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  readonly groups: ListPart<Group>;
  /** The agencies of which nobody is here. */
  readonly absent: ListPart<{ readonly code: string; readonly agencyName: string }>;
  readonly people: number;
  readonly isOpen: boolean;
  readonly mayChange: boolean;
  readonly editing: Attendee | null;
  readonly message: AttendanceMessage | null;
}

export interface AttendanceRefusal {
  /** The entry that was being changed; null where a person was being added. */
  readonly id: string | null;
  readonly typed: TypedPerson;
  readonly errors: PersonErrors;
  readonly problem:
    | { readonly kind: 'locked' | 'gone' }
    | { readonly kind: 'moved'; readonly now: { readonly name: string; readonly position: string } }
    | null;
}

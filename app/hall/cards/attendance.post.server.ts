/** Reads the forms of the attendance page and hands each to its use case. */
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { judge, textIn, textsIn, unreadableForm } from '~/text';
import {
  addAttendee,
  type AttendanceResult,
  changeAttendee,
  removeAttendee,
} from './recordAttendance.server';
import { type AttendanceMessage, type AttendanceRefusal } from './attendancePage';
import { attendeeSchema, PERSON_ERRORS, readTyped } from './person';

export type AttendanceFormResult =
  | { readonly kind: 'done'; readonly message: AttendanceMessage }
  | { readonly kind: 'refused'; readonly refusal: AttendanceRefusal };

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function manageAttendance(scope: MeetingScope, form: FormData): Promise<AttendanceFormResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const { intent, id } = textsIn(form, ['intent', 'id']);
  if (intent === 'remove') return finished(await removeAttendee(scope, id), 'hapus', form, id);
  if (intent !== 'add' && intent !== 'change') throw unreadableForm();
  const judged = judge(attendeeSchema, readTyped(form), PERSON_ERRORS, 'nameRequired');
  if (!judged.ok) return refused(form, intent === 'change' ? id : null, judged.errors);
  if (intent === 'add') return finished(await addAttendee(scope, judged.input), 'tambah', form, null);
  const before = { name: textIn(form, 'beforeName'), position: textIn(form, 'beforePosition') };
  const correction = { id, before, after: judged.input };
  return finished(await changeAttendee(scope, correction), 'ubah', form, id);
}

function finished(
  result: AttendanceResult,
  message: AttendanceMessage,
  form: FormData,
  id: string | null,
): AttendanceFormResult {
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message };
    case 'agencyUnknown':
      return refused(form, id, { agency: 'agencyUnknown' });
    case 'locked':
    case 'gone':
      return refused(form, id, {}, { kind: result.kind });
    case 'moved':
      return refused(form, id, {}, result);
  }
}

function refused(
  form: FormData,
  id: string | null,
  errors: AttendanceRefusal['errors'],
  problem: AttendanceRefusal['problem'] = null,
): AttendanceFormResult {
  return { kind: 'refused', refusal: { id, typed: readTyped(form), errors, problem } };
}

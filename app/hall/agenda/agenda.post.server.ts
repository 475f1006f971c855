/** Reads the forms of the agenda page and hands each to its use case. */
import { z } from 'zod';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { readForm } from '~/text';
import type { AgendaItem } from './agendaItem';
import { itemValues, readItem } from './readAgendaItem';
import type { ItemErrors, ItemValues } from './itemValues';
import { addItem, changeItem, type ItemResult, removeItem } from './agendaItems.server';

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), id: z.uuid() }),
  z.object({ intent: z.literal('change'), id: z.string(), version: z.coerce.number().int() }),
  z.object({ intent: z.literal('remove'), id: z.string(), version: z.coerce.number().int() }),
]);

/** What the page shows again when a form was not taken. */
export type AgendaRefusal =
  | {
      readonly kind: 'invalid';
      readonly id: string;
      readonly values: ItemValues;
      readonly errors: ItemErrors;
    }
  /** Changed by somebody else: `values` is what was typed, null where it should have been removed. */
  | {
      readonly kind: 'moved';
      readonly id: string;
      readonly values: ItemValues | null;
      readonly now: AgendaItem;
    }
  | { readonly kind: 'gone' }
  | { readonly kind: 'locked' };

export type AgendaResult =
  | { readonly kind: 'done'; readonly message: 'ditambah' | 'diubah' | 'dihapus'; readonly id: string }
  | { readonly kind: 'refused'; readonly refusal: AgendaRefusal };

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function changeAgenda(scope: MeetingScope, form: FormData): Promise<AgendaResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const asked = readForm(form, formSchema);
  if (asked.intent === 'remove') return answer(await removeItem(scope, asked), 'dihapus', null);
  const values = itemValues(form);
  const { starts_on: startsOn, ends_on: endsOn } = scope.place.row;
  const read = readItem(values, { startsOn, endsOn });
  if (!read.ok) {
    return { kind: 'refused', refusal: { kind: 'invalid', id: asked.id, values, errors: read.errors } };
  }
  return asked.intent === 'add'
    ? answer(await addItem(scope, asked.id, read.input), 'ditambah', values)
    : answer(await changeItem(scope, asked, read.input), 'diubah', values);
}

function answer(
  result: ItemResult,
  message: 'ditambah' | 'diubah' | 'dihapus',
  values: ItemValues | null,
): AgendaResult {
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message, id: result.id };
    case 'moved':
      return { kind: 'refused', refusal: { kind: 'moved', id: result.now.id, values, now: result.now } };
    case 'gone':
    case 'locked':
      return { kind: 'refused', refusal: { kind: result.kind } };
  }
}

/** Reads the forms of the edit page and hands each to its use case. */
import { allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPage } from '~/rakerda/rakerdaPages';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { cleanLine } from '~/text';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { AgencyChoice } from './setUpChoices.server';
import type { EarlierChoice } from './copySource.server';
import { DETAIL_FIELDS, type DetailField, type Details } from './rakerdaDetails';
import { addAgencies, detailsOf, editDetails, listPrevious } from './editRakerda.server';
import { listFurtherAgencies } from './furtherAgencies.server';
import {
  emptyRakerdaForm,
  type RakerdaErrorKey,
  rakerdaErrors,
  rakerdaSchema,
  readRakerdaForm,
} from './rakerdaForm';
import { TIME_ZONES } from './timeZones';
import { rakerdaPageWords } from '~/rakerda/rakerdaPageWords';

export interface EditPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly details: Details;
  readonly previous: readonly EarlierChoice[];
  readonly further: readonly AgencyChoice[];
  readonly mayEdit: boolean;
  readonly mayAddAgencies: boolean;
}

export async function readEditPage(scope: MeetingScope): Promise<EditPage> {
  const { db, actor, place, locale } = scope;
  return {
    title: `${rakerdaPageWords[locale].edit} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    details: detailsOf(place.row),
    previous: await listPrevious(scope),
    further: (await listFurtherAgencies(db, place.row.id)).further,
    mayEdit: allows(place.row.state, 'setUp'),
    mayAddAgencies: allows(place.row.state, 'participants'),
  };
}

/** What the page shows again when a form was not taken. */
export type EditRefusal =
  | {
      readonly kind: 'details';
      readonly typed: Details;
      /** What the next attempt is measured against. */
      readonly seen: Details;
      readonly errors: Readonly<Partial<Record<DetailField, RakerdaErrorKey>>>;
      readonly now: Readonly<Partial<Record<DetailField, string>>>;
      readonly moveAgenda: boolean;
    }
  | { readonly kind: 'detailsLocked' }
  | { readonly kind: 'agencies' }
  | { readonly kind: 'agenciesLocked' };

export type PostEditResult =
  | { readonly kind: 'done'; readonly message: 'data' | 'instansi' }
  | { readonly kind: 'refused'; readonly refusal: EditRefusal }
  | { readonly kind: 'unreadable' };

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function postEdit(scope: MeetingScope, form: FormData): Promise<PostEditResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const intent = form.get('intent');
  if (intent === 'details') return saveDetails(scope, form);
  if (intent !== 'agencies') return { kind: 'unreadable' };
  const result = await addAgencies(scope, form.getAll('agencyCodes').map(String));
  if (result.kind === 'done') return { kind: 'done', message: 'instansi' };
  return refused({ kind: result.kind === 'locked' ? 'agenciesLocked' : 'agencies' });
}

async function saveDetails(scope: MeetingScope, form: FormData): Promise<PostEditResult> {
  const typed = detailsIn(form, '');
  const seen = detailsIn(form, 'seen.');
  const moveAgenda = form.get('moveAgenda') === 'on';
  const again = { kind: 'details' as const, typed, seen, errors: {}, now: {}, moveAgenda };
  const errors = errorsIn(form);
  if (Object.keys(errors).length > 0) return refused({ ...again, errors });
  const result = await editDetails(scope, { seen, typed: cleaned(typed), moveAgenda });
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message: 'data' };
    case 'locked':
      return refused({ kind: 'detailsLocked' });
    case 'invalid':
      return refused({ ...again, errors: { [result.field]: result.error } });
    case 'moved':
      // Whoever saves again has seen what stands there now.
      return refused({ ...again, seen: { ...seen, ...result.now }, now: result.now });
  }
}

/** The words as the schema of the set-up form leaves them. */
function cleaned(typed: Details): Details {
  const { name, place, host } = typed;
  return { ...typed, name: cleanLine(name), place: cleanLine(place), host: cleanLine(host) };
}

/** The rules of the set-up form hold here too; what this form does not have is none of its errors. */
function errorsIn(form: FormData): Partial<Record<DetailField, RakerdaErrorKey>> {
  const parsed = rakerdaSchema.safeParse(readRakerdaForm(form, emptyRakerdaForm(new Date(), [])));
  const found: Partial<Record<DetailField, RakerdaErrorKey>> = parsed.error
    ? { ...rakerdaErrors(parsed.error) }
    : {};
  // Here the zone is one that was chosen: there is no province to follow.
  if (!TIME_ZONES.some((zone) => zone === form.get('timeZone'))) found.timeZone = 'choose';
  return Object.fromEntries(
    DETAIL_FIELDS.flatMap((field) => {
      const error = found[field];
      return error ? [[field, error]] : [];
    }),
  );
}

function detailsIn(form: FormData, prefix: string): Details {
  const text = (field: DetailField) => {
    const value = form.get(`${prefix}${field}`);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    year: text('year'),
    startsOn: text('startsOn'),
    endsOn: text('endsOn'),
    place: text('place'),
    host: text('host'),
    timeZone: text('timeZone'),
    previousId: text('previousId'),
  };
}

function refused(refusal: EditRefusal): PostEditResult {
  return { kind: 'refused', refusal };
}

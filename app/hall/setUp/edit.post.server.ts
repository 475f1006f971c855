/** Reads the forms of the edit page and hands each to its use case. */
import { type ListPart, partOf } from '~/ui/listPart';
import type { RakerdaPage } from '~/paths';
import { allows } from '~/policy';
import { authorize } from '~/record/change.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import {
  cleanLine,
  type FieldErrors,
  isTicked,
  judge,
  listIn,
  textIn,
  textsIn,
  unreadableForm,
} from '~/text';
import { findRakerdaPlace, type MeetingScope } from '~/rakerda/meetingScope.server';
import { type ArmsFacts, findArms } from '~/rakerda/arms.server';
import { newestSeq } from '~/record/read.server';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { ArmsMessage } from './armsMessage';
import { removeArms } from './setArms.server';
import type { AgencyChoice } from './setUpChoices.server';
import type { EarlierChoice } from './copySource.server';
import { DETAIL_FIELDS, type DetailField, type Details } from './rakerdaDetails';
import { addAgencies, detailsOf, editDetails, listPrevious } from './editRakerda.server';
import { type FoundAgencies, findAgencies, type SearchableAgency } from './agencySearch';
import type { AgencyTraces, Holding } from './agencyTraces';
import { listCountry, listTaking, MOST_TYPED } from './countryAgencies.server';
import { removeAgency } from './removeAgency.server';
import {
  emptyRakerdaForm,
  PLAIN_ERRORS,
  type PlainErrorKey,
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
  readonly agencies: AgenciesOfPage;
  /** Null where letters stand for them. */
  readonly arms: ArmsFacts | null;
  readonly mayEdit: boolean;
  readonly mayChangeAgencies: boolean;
  /** Newest event when the page was read: it goes on from there. */
  readonly asOf: number;
}

export interface AgenciesOfPage {
  /** What is looked for, among those that take part and all others. */
  readonly search: string;
  /** Of those that do not take part yet. */
  readonly found: FoundAgencies<SearchableAgency>;
  readonly taking: ListPart<SearchableAgency & { readonly agencyName: string }>;
  /** How many take part in all. */
  readonly count: number;
}

/** @param params the page's address: what is looked for (`cari`), and the page of those that take part (`hal`) */
export async function readEditPage(scope: MeetingScope, params: URLSearchParams): Promise<EditPage> {
  const { db, actor, locale } = scope;
  const asOf = await newestSeq(db);
  // Read after the number: what comes in between is told again, never lost.
  const place = await findRakerdaPlace(db, actor, scope.place.row.id);
  return {
    title: `${rakerdaPageWords[locale].edit} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    details: detailsOf(place.row),
    previous: await listPrevious(scope),
    agencies: await readAgencies(scope, params),
    arms: await findArms(db, place.row.id),
    mayEdit: allows(place.row.state, 'setUp'),
    mayChangeAgencies: allows(place.row.state, 'participants'),
    asOf,
  };
}

async function readAgencies(
  { db, place }: Pick<MeetingScope, 'db' | 'place'>,
  params: URLSearchParams,
): Promise<AgenciesOfPage> {
  const search = cleanLine(params.get('cari') ?? '').slice(0, MOST_TYPED);
  const taking = await listTaking(db, place.row.id);
  const codes = new Set(taking.map(({ code }) => code));
  const further = search === '' ? [] : (await listCountry(db)).filter(({ code }) => !codes.has(code));
  const shown = search === '' ? taking : findAgencies(taking, search).agencies;
  return {
    search,
    found: findAgencies(further, search),
    taking: partOf(
      shown.map((agency) => ({ ...agency, agencyName: agency.name })),
      new URLSearchParams({ hal: params.get('hal') ?? '1' }),
    ),
    count: taking.length,
  };
}

/** What the page shows again when a form was not taken. */
export type EditRefusal =
  | {
      readonly kind: 'details';
      readonly typed: Details;
      /** What the next attempt is measured against. */
      readonly seen: Details;
      readonly errors: Readonly<Partial<Record<DetailField, PlainErrorKey>>>;
      readonly now: Readonly<Partial<Record<DetailField, string>>>;
      readonly moveAgenda: boolean;
    }
  | { readonly kind: 'detailsLocked' }
  | { readonly kind: 'agencies' }
  | { readonly kind: 'agenciesLocked' }
  | { readonly kind: 'confirmRemoval'; readonly agency: AgencyChoice; readonly traces: AgencyTraces }
  | { readonly kind: 'held'; readonly agency: AgencyChoice; readonly holding: Holding }
  | { readonly kind: 'lastAgency' };

export type PostEditResult =
  | { readonly kind: 'done'; readonly message: 'data' | 'instansi' | 'keluar' }
  | { readonly kind: 'refused'; readonly refusal: EditRefusal }
  | { readonly kind: 'arms'; readonly message: ArmsMessage };

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function postEdit(scope: MeetingScope, form: FormData): Promise<PostEditResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const intent = textIn(form, 'intent');
  if (intent === 'details') return saveDetails(scope, form);
  if (intent === 'removeArms') return { kind: 'arms', message: await removeArms(scope) };
  if (intent === 'removeAgency') return letGo(scope, form);
  if (intent !== 'agencies' && intent !== 'agenciesFound') throw unreadableForm();
  // The one button adds those that are ticked, the other all that the search found.
  const codes = listIn(form, intent === 'agencies' ? 'agencyCodes' : 'found');
  const result = await addAgencies(scope, codes);
  if (result.kind === 'done') return { kind: 'done', message: 'instansi' };
  return refused({ kind: result.kind === 'locked' ? 'agenciesLocked' : 'agencies' });
}

async function letGo(scope: MeetingScope, form: FormData): Promise<PostEditResult> {
  const code = textIn(form, 'agencyCode');
  const agency = (await listCountry(scope.db)).find((one) => one.code === code);
  if (!agency) throw unreadableForm();
  const named = { code: agency.code, name: agency.name };
  const result = await removeAgency(scope, code, textIn(form, 'confirmed') === 'ya');
  switch (result.kind) {
    case 'done':
      return { kind: 'done', message: 'keluar' };
    case 'confirm':
      return refused({ kind: 'confirmRemoval', agency: named, traces: result.traces });
    case 'held':
      return refused({ kind: 'held', agency: named, holding: result.holding });
    case 'last':
      return refused({ kind: 'lastAgency' });
    case 'locked':
      return refused({ kind: 'agenciesLocked' });
  }
}

async function saveDetails(scope: MeetingScope, form: FormData): Promise<PostEditResult> {
  const typed = textsIn(form, DETAIL_FIELDS);
  const seen = textsIn(form, DETAIL_FIELDS, 'seen.');
  const moveAgenda = isTicked(form, 'moveAgenda');
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
function errorsIn(form: FormData): Partial<Record<DetailField, PlainErrorKey>> {
  const values = readRakerdaForm(form, emptyRakerdaForm(new Date(), []));
  const judged = judge(rakerdaSchema, values, PLAIN_ERRORS, 'required');
  // Here the zone is one that was chosen: there is no province to follow.
  const isZone = TIME_ZONES.some((zone) => zone === textIn(form, 'timeZone'));
  const found: FieldErrors<PlainErrorKey> = {
    ...(judged.ok ? {} : judged.errors),
    ...(isZone ? {} : { timeZone: 'choose' as const }),
  };
  return Object.fromEntries(
    DETAIL_FIELDS.flatMap((field) => {
      const error = found[field];
      return error ? [[field, error]] : [];
    }),
  );
}

function refused(refusal: EditRefusal): PostEditResult {
  return { kind: 'refused', refusal };
}

/** What the set-up page shows before and after a form was sent. */
import { randomUUID } from 'node:crypto';
import type { Scope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { cleanLine, type Fields, textIn } from '~/text';
import {
  type AgencyChoice,
  type InstrumentChoice,
  listAgenciesOf,
  listInstrumentChoices,
  listProvinces,
  listTopicChoices,
  type TopicChoice,
} from './setUpChoices.server';
import { setUpWords } from '~/rakerda/setUpWords';
import {
  copiedValues,
  type EarlierChoice,
  findSource,
  listEarlier,
  type SourceFacts,
  sourceFacts,
} from './copySource.server';
import { type ExtraAgencies, listExtra, MOST_TYPED } from './countryAgencies.server';
import { emptyRakerdaForm, type RakerdaFormValues, readRakerdaForm, ticksIn } from './rakerdaForm';

export interface SetUpPage {
  readonly title: string;
  readonly values: RakerdaFormValues;
  readonly instruments: readonly InstrumentChoice[];
  /** Topics that can be measured. */
  readonly topics: readonly TopicChoice[];
  readonly provinces: readonly AgencyChoice[];
  /** The regencies and cities of the province chosen. */
  readonly agencies: readonly AgencyChoice[];
  readonly extra: ExtraAgencies;
  /** Rakerda that may be named as last year's. */
  readonly previous: readonly EarlierChoice[];
  /** Rakerda that the form may be filled from, and the one it was filled from. */
  readonly sources: readonly EarlierChoice[];
  readonly source: SourceFacts | null;
  /** Made when the form was first shown: sent twice, it creates one Rakerda. */
  readonly formKey: string;
}

/**
 * The form as the address asks for it: empty, filled from an earlier Rakerda (`?salin=…`), or with everything typed so
 * far (the step that fetches the list of agencies).
 */
export async function readSetUpPage(scope: Scope, params: URLSearchParams): Promise<SetUpPage> {
  const { db, locale } = scope;
  const today = new Date();
  const choices = await listInstrumentChoices(scope);
  const topics = await listTopicChoices(scope);
  const values = await valuesFor();
  const source = typeof values.copyFrom === 'string' ? await findSource(scope, values.copyFrom) : null;
  const formKey = params.get('formKey');
  return {
    title: `${setUpWords[locale].form.title} – ${sharedWords[locale].productName}`,
    values: source ? values : { ...values, copyFrom: '' },
    instruments: choices,
    topics,
    provinces: await listProvinces(db),
    agencies: await listAgenciesOf(db, values.provinceCode),
    extra: await listExtra(db, ticksIn(values.extraCodes), readSearch(params)),
    ...(await listEarlier(scope)),
    source: source ? await sourceFacts(db, source) : null,
    formKey: formKey !== null && isFormKey(formKey) ? formKey : randomUUID(),
  };

  async function valuesFor(): Promise<RakerdaFormValues> {
    const wished = params.get('salin');
    const from = wished === null ? null : await findSource(scope, wished);
    if (from) return copiedValues(db, from, { instruments: choices, topics }, { today, locale });
    const usual = choices.filter(({ isUsual }) => isUsual).map(({ value }) => value);
    const typed = readRakerdaForm(params, emptyRakerdaForm(today, usual));
    // Whoever asked for the list without scripts means to choose from it.
    return params.get('langkah') === 'daftar' ? { ...typed, scope: 'chosen' } : typed;
  }
}

/** What is looked for among the agencies of the country. */
export function readSearch(params: Fields): string {
  return cleanLine(textIn(params, 'cari')).slice(0, MOST_TYPED);
}

/** Whether it looks like the key of a form. */
export function isFormKey(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

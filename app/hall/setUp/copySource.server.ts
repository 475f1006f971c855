/** Last year's Rakerda as the beginning of this year's form. Demo and real ones never mix. */
import type { Db } from '#db/database';
import { readTogether } from '#db/together';
import type { Scope } from '~/accounts/requestScope.server';
import { listAgenda } from '~/hall/agenda/index.server';
import { type Locale, writeNumber } from '~/instrument';
import type { TopicTarget } from '~/instrument/topic';
import { may } from '~/policy';
import type { RakerdaPlace } from '~/rakerda/meetingScope.server';
import { targetKey, targetOwner } from '~/rakerda/targetFields';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { listPinned, listRakerdaPlaces } from '~/rakerda/rakerdaFacts.server';
import { type InstrumentChoice, listAgenciesOf, type TopicChoice } from './setUpChoices.server';
import { emptyRakerdaForm, type RakerdaFormValues } from './rakerdaForm';
import { TIME_ZONES, timeZoneOf } from './timeZones';

type Reader = Pick<Scope, 'db' | 'actor'>;

export interface EarlierChoice {
  readonly id: string;
  readonly name: string;
}

/** What the form offers of earlier Rakerda: those that may be named as last year's, and those that may be copied. */
export async function listEarlier(
  scope: Reader,
): Promise<{ readonly previous: readonly EarlierChoice[]; readonly sources: readonly EarlierChoice[] }> {
  const places = await realPlaces(scope);
  const choice = ({ row }: RakerdaPlace) => ({ id: row.id, name: row.name });
  return {
    previous: places.map(choice),
    sources: places.filter((place) => may(scope.actor, 'rakerda.manage', place)).map(choice),
  };
}

async function realPlaces(scope: Reader): Promise<readonly RakerdaPlace[]> {
  return (await listRakerdaPlaces(scope)).filter((place) => !place.rakerda.isDemo);
}

/** The Rakerda to copy from, where the actor manages it; else null. */
export async function findSource(scope: Reader, id: string): Promise<RakerdaPlace | null> {
  const place = (await realPlaces(scope)).find(({ row }) => row.id === id);
  return place && may(scope.actor, 'rakerda.manage', place) ? place : null;
}

/** Whether a new Rakerda of the actor may name this one as the one of the year before. */
export async function mayFollow(scope: Reader, id: string): Promise<boolean> {
  return (await realPlaces(scope)).some(({ row }) => row.id === id);
}

/** What the form says about the Rakerda it was filled from. */
export interface SourceFacts extends EarlierChoice {
  /** Agencies with a target of their own. */
  readonly targets: number;
  readonly members: readonly string[];
  readonly agendaItems: number;
}

export async function sourceFacts(db: Db, source: RakerdaPlace): Promise<SourceFacts> {
  const { targets, members } = await readTogether(db, (trx) => copiedFacts(trx, source.row.id));
  return {
    id: source.row.id,
    name: source.row.name,
    targets: new Set([...targets.keys()].map((key) => targetOwner(key).agencyCode)).size,
    members,
    agendaItems: (await listAgenda(db, source.row.id)).length,
  };
}

export interface CopiedFacts {
  /** In hundredths, by `targetKey`. */
  readonly targets: ReadonlyMap<string, number>;
  readonly memberIds: readonly string[];
  readonly members: readonly string[];
}

/** The targets and the members who still have an account, as they go into the new Rakerda. */
export async function copiedFacts(db: Db, rakerdaId: string): Promise<CopiedFacts> {
  const targets = await db
    .selectFrom('rakerda_target')
    .select(['instrument_code as instrumentCode', 'agency_code as agencyCode', 'target_hundredths'])
    .where('rakerda_id', '=', rakerdaId)
    .execute();
  const members = await db
    .selectFrom('rakerda_member')
    .innerJoin('account', 'account.id', 'rakerda_member.account_id')
    .select(['account.id', 'account.name'])
    .where('rakerda_member.rakerda_id', '=', rakerdaId)
    .where('account.disabled_at', 'is', null)
    .where('account.is_demo', '=', 0)
    .orderBy('account.name')
    .execute();
  return {
    targets: new Map(targets.map((row) => [targetKey(row), row.target_hundredths])),
    memberIds: members.map((member) => member.id),
    members: members.map((member) => member.name),
  };
}

/** The form filled in as the source was, a year or more later. */
export async function copiedValues(
  db: Db,
  { row }: RakerdaPlace,
  offered: {
    readonly instruments: readonly InstrumentChoice[];
    readonly topics: readonly TopicChoice[];
  },
  { today, locale }: { readonly today: Date; readonly locale: Locale },
): Promise<RakerdaFormValues> {
  const year = Math.max(row.year + 1, today.getUTCFullYear());
  const pinned = (await listPinned(db, row.id)).map(({ code }) => code);
  const measured = await db
    .selectFrom('rakerda_topic')
    .select('instrument_code')
    .where('rakerda_id', '=', row.id)
    .execute();
  const measures = new Set(measured.map((topic) => topic.instrument_code));
  const taking = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .select(['agency.code', 'agency.kind', 'agency.province_code'])
    .where('rakerda_agency.rakerda_id', '=', row.id)
    .orderBy('agency.code')
    .execute();
  // The province that the most come from; the others are added to it, each by itself.
  const provinceCode = mostFrequent(taking.map((agency) => agency.province_code ?? '')) ?? '';
  const province = taking.find((agency) => agency.code === provinceCode);
  const agencyCodes = taking.filter((agency) => isOf(agency, provinceCode)).map((agency) => agency.code);
  const isAll = (await listAgenciesOf(db, provinceCode)).every(({ code }) => agencyCodes.includes(code));
  const extraCodes = taking
    .filter((agency) => agency !== province && !isOf(agency, provinceCode))
    .map((agency) => agency.code);
  return {
    ...emptyRakerdaForm(today, []),
    name: row.name.replaceAll(String(row.year), String(year)),
    year: String(year),
    startsOn: yearsLater(row.starts_on, year - row.year),
    endsOn: yearsLater(row.ends_on, year - row.year),
    place: row.place,
    host: row.host,
    // A zone that somebody chose stays chosen.
    timeZone: TIME_ZONES.find((zone) => zone === row.time_zone && zone !== timeZoneOf(provinceCode)) ?? '',
    // The newest version of each: that is what the form offers.
    instruments: offered.instruments
      .filter(({ value }) => pinned.includes(value.split('@')[0] ?? ''))
      .map(({ value }) => value),
    topics: offered.topics.filter(({ code }) => measures.has(code)).map(({ value }) => value),
    ...writtenTargets(await listTopicTargets(db, row.id), offered.topics, locale),
    provinceCode,
    scope: isAll ? 'all' : 'chosen',
    includeProvince: province !== undefined,
    agencyCodes: isAll ? [] : agencyCodes,
    extraCodes,
    previousId: row.id,
    copyFrom: row.id,
    agenda: (await listAgenda(db, row.id)).length > 0 ? 'copy' : 'starter',
  };
}

/** The targets of the topics as the form holds them; what the newest version does not measure any more is left out. */
function writtenTargets(
  targets: ReadonlyMap<string, TopicTarget>,
  topics: readonly TopicChoice[],
  locale: Locale,
): Pick<RakerdaFormValues, 'topicMeasures' | 'topicTargets'> {
  const known = topics.flatMap(({ code, figures }) => {
    const target = targets.get(code);
    const figure = figures.find((one) => one.code === target?.measure);
    return target && figure
      ? [{ code, measure: figure.code, value: writeNumber(target.units, figure.decimals, locale) }]
      : [];
  });
  return {
    topicMeasures: Object.fromEntries(known.map(({ code, measure }) => [code, measure])),
    topicTargets: Object.fromEntries(known.map(({ code, value }) => [code, value])),
  };
}

function isOf(agency: { readonly province_code: string | null }, provinceCode: string): boolean {
  return provinceCode !== '' && agency.province_code === provinceCode;
}

/** The first of the most frequent, the empty ones aside. */
function mostFrequent(all: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const one of all) if (one !== '') counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The same day of a later year; the 28th where there is no 29th of February. */
function yearsLater(date: string, years: number): string {
  const later = `${String(Number(date.slice(0, 4)) + years)}${date.slice(4)}`;
  return Number.isNaN(Date.parse(later)) || new Date(later).toISOString().slice(0, 10) !== later
    ? later.replace(/29$/, '28')
    : later;
}

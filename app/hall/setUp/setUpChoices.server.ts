/** What the set-up form offers to choose from: instruments, provinces, agencies. */
import type { Db } from '#db/database';
import type { AgencyRow } from '#db/schema';
import type { Scope } from '~/accounts/requestScope.server';
import { isNewerVersion, localize } from '~/instrument';
import { type TargetFigure, targetFigures } from '~/instrument/topic';
import type { OfferedTargets } from './rakerdaForm';

export interface InstrumentChoice {
  readonly code: string;
  /** `code@version`. */
  readonly value: string;
  readonly name: string;
  readonly version: string;
  readonly repealed: boolean;
  readonly note: string;
  /** Ticked in a new form: what has been known longest, so that one which is added is chosen and never found chosen. */
  readonly isUsual: boolean;
}

/** The newest version of every instrument with levels, those in force first. */
export async function listInstrumentChoices(scope: Reader): Promise<readonly InstrumentChoice[]> {
  const { instruments, locale } = scope;
  return (await listNewest(scope, { isTopic: false }))
    .map(([code, version], at): InstrumentChoice => {
      const { name, regulation } = instruments.get(code, version);
      return {
        code,
        value: `${code}@${version}`,
        name: localize(name, locale),
        version,
        repealed: regulation.status === 'repealed',
        note: localize(regulation.note, locale),
        isUsual: at === 0,
      };
    })
    .sort((a, b) => Number(a.repealed) - Number(b.repealed));
}

export interface TopicChoice extends Pick<InstrumentChoice, 'code' | 'value' | 'name' | 'version' | 'note'> {
  readonly shortName: string;
  /** What a target can be set for. */
  readonly figures: readonly TargetFigure[];
}

export function offeredTargets(topics: readonly TopicChoice[]): OfferedTargets {
  return Object.fromEntries(topics.map(({ code, figures }) => [code, figures]));
}

/** The newest version of every topic that can be measured, in the order they were added. */
export async function listTopicChoices(scope: Reader): Promise<readonly TopicChoice[]> {
  const { instruments, locale } = scope;
  return (await listNewest(scope, { isTopic: true })).map(([code, version]) => {
    const topic = instruments.topic(code, version);
    const { name, shortName, regulation } = topic;
    return {
      code,
      value: `${code}@${version}`,
      name: localize(name, locale),
      shortName: localize(shortName, locale),
      version,
      note: localize(regulation.note, locale),
      figures: targetFigures(topic),
    };
  });
}

type Reader = Pick<Scope, 'db' | 'instruments' | 'locale'>;

/** Code and newest version of every instrument that is a topic, or is none. */
async function listNewest(
  { db, instruments }: Reader,
  { isTopic }: { readonly isTopic: boolean },
): Promise<readonly (readonly [code: string, version: string])[]> {
  const rows = await db
    .selectFrom('instrument')
    .select(['code', 'version'])
    .orderBy('added_at')
    .orderBy('code')
    .execute();
  const newest = new Map<string, string>();
  for (const { code, version } of rows) {
    if (instruments.isTopic(code, version) !== isTopic) continue;
    const known = newest.get(code);
    if (known === undefined || isNewerVersion(version, known)) newest.set(code, version);
  }
  return [...newest];
}

export type AgencyChoice = Pick<AgencyRow, 'code' | 'name'>;

export async function listProvinces(db: Db): Promise<readonly AgencyChoice[]> {
  return db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('kind', '=', 'province')
    .orderBy('name')
    .execute();
}

/** The regencies and cities of a province; none where there is no such province. */
export async function listAgenciesOf(db: Db, provinceCode: string): Promise<readonly AgencyChoice[]> {
  if (provinceCode === '') return [];
  return db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('province_code', '=', provinceCode)
    .orderBy('code')
    .execute();
}

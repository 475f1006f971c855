/** What every picture is made with. */
import type { Db } from '#db/database';
import type { RakerdaRow } from '#db/schema';
import type { HallAddress } from '~/hall/cards/index.server';
import { type Instrument, type Locale, localize } from '~/instrument';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import type { AgencyList } from '../agencyList';
import type { Scale, Scene, SceneOf } from '../scene';
import type { ProjectorState } from '../projectorState';
import type { FieldAgency } from './field.server';

export interface Drawing {
  readonly db: Db;
  readonly instruments: InstrumentLibrary;
  readonly rakerda: RakerdaRow;
  readonly state: ProjectorState;
  readonly locale: Locale;
  readonly instrument: Instrument;
  readonly field: readonly FieldAgency[];
  readonly agencies: AgencyList;
  /** Between agencies that show the same: by name, and while names are hidden in an order that says nothing. */
  readonly tie: (a: { code: string; name: string }, b: { code: string; name: string }) => number;
  readonly address: HallAddress;
}

export type Draw<Name extends Scene['scene']> = (drawing: Drawing) => SceneOf<Name> | Promise<SceneOf<Name>>;

/** The scale that every axis of an index runs over. */
export function scaleOf({ instrument, locale }: Pick<Drawing, 'instrument' | 'locale'>): Scale {
  const { level, predicates } = instrument;
  return {
    bottom: level.min * 100,
    top: level.max * 100,
    bands: predicates
      .map(({ name, minHundredths }) => ({ name: localize(name, locale), from: minHundredths }))
      .reverse(),
  };
}

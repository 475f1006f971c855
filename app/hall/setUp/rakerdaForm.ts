/** What a new Rakerda is made of: one schema for the browser's form and for the action. */
import * as z from 'zod/mini';
import { dayOf } from '~/i18n/zonedTime';
import {
  type FieldErrors,
  type Fields as PostedFields,
  groupIn,
  isTicked,
  lineField,
  listIn,
  textIn,
} from '~/text';
import type { Locale } from '~/instrument';
import { judgeTarget, type TargetFigure } from '~/instrument/topic';
import { parseTargetInput } from '~/rakerda/indexInput';
import { TARGET_ERRORS, TARGET_PROBLEMS } from '~/rakerda/topicTargetText';
import { TIME_ZONES, timeZoneOf } from './timeZones';

/** What the form offers: the zone of the province, whichever that is, or one of them. */
export const ZONE_CHOICES = ['', ...TIME_ZONES] as const;
export const FIRST_STAGES = ['preparation', 'filling'] as const;
/** What the agenda starts with. */
export const AGENDAS = ['none', 'starter', 'copy'] as const;

export const PLAIN_ERRORS = [
  'required',
  'tooLong',
  'tooShort',
  'year',
  'date',
  'endsBeforeStart',
  'choose',
  'agencies',
  'target',
] as const;
/** Of these the words stand in setUpWords.ts; of the others in topicTargetWords.ts. */
export type PlainErrorKey = (typeof PLAIN_ERRORS)[number];
export const RAKERDA_ERRORS = [...PLAIN_ERRORS, ...TARGET_ERRORS] as const;
export type RakerdaErrorKey = (typeof RAKERDA_ERRORS)[number];

/** What the form offers to set a target for, by the code of the topic. */
export type OfferedTargets = Readonly<Record<string, readonly TargetFigure[]>>;

/** What a form is read with: what was offered, and the language that its numbers are written in. */
export interface ReadWith {
  readonly offered: OfferedTargets;
  readonly locale: Locale;
}

const key = (error: RakerdaErrorKey) => ({ error });
const words = (most: number) =>
  lineField<RakerdaErrorKey>({ most, tooLong: 'tooLong', required: 'required' });

/** To react-hook-form a list with a single box is one text when ticked and `false` when not. */
export function ticksIn(value: string[] | string | boolean): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'boolean' ? [] : [...new Set(value)];
}
const ticked = (error: RakerdaErrorKey) =>
  z.pipe(
    z.union([z.array(z.string()).check(z.maxLength(1000, key(error))), z.string(), z.boolean()]),
    z.transform(ticksIn),
  );
/** An id, or nothing chosen. */
const idOrNone = () =>
  z.pipe(
    z.string().check(z.maxLength(100, key('choose'))),
    z.transform((id) => (id === '' ? null : id)),
  );

function buildFields({ offered, locale }: ReadWith) {
  return z
    .object({
      name: words(120).check(z.minLength(3, key('tooShort'))),
      year: z.pipe(z.string().check(z.trim(), z.regex(/^20\d\d$/, key('year'))), z.transform(Number)),
      startsOn: z.iso.date(key('date')),
      endsOn: z.iso.date(key('date')),
      place: words(120),
      host: words(160),
      timeZone: z.enum(TIME_ZONES, key('choose')),
      /** `code@version` of instruments that the database holds. */
      instruments: ticked('agencies'),
      /** Likewise, of topics that are measured. */
      topics: ticked('choose'),
      /** Empty where nobody of a province takes part, or only some that were looked for. */
      provinceCode: z.string().check(z.maxLength(20, key('choose'))),
      scope: z.enum(['all', 'chosen'], key('choose')),
      includeProvince: z.boolean(),
      agencyCodes: ticked('agencies'),
      /** Agencies of other provinces, ministries and other central agencies. */
      extraCodes: ticked('agencies'),
      /** What every agency shall reach, by the code of the instrument. */
      targets: z.record(
        z.string(),
        z.pipe(
          z.string(),
          z.transform((typed, context) => {
            const target = parseTargetInput(typed);
            if (target.ok) return target.hundredths;
            context.issues.push({
              code: 'custom',
              message: 'target' satisfies RakerdaErrorKey,
              input: typed,
            });
            return z.NEVER;
          }),
        ),
      ),
      /** What all agencies shall reach in a topic, by its code; null where there is no target. */
      topicTargets: z.record(
        z.string(),
        z.pipe(
          z.object({ topic: z.string(), measure: z.string(), value: z.string() }),
          z.transform(({ topic, measure, value }, context) => {
            const judged = judgeTarget(offered[topic] ?? [], { measure, value }, locale);
            if (judged.ok) return judged.target;
            context.issues.push({
              code: 'custom',
              message: TARGET_PROBLEMS[judged.problem],
              input: value,
            });
            return z.NEVER;
          }),
        ),
      ),
      state: z.enum(FIRST_STAGES, key('choose')),
      /** The Rakerda of the year before. */
      previousId: idOrNone(),
      /** The Rakerda that the form was filled from. */
      copyFrom: idOrNone(),
      keepTargets: z.boolean(),
      keepMembers: z.boolean(),
      agenda: z.enum(AGENDAS, key('choose')),
    })
    .check(
      z.refine(
        ({ provinceCode, extraCodes }) => provinceCode !== '' || new Set(extraCodes).size > 0,
        // Told together with whatever else is missing.
        { ...key('choose'), path: ['provinceCode'], when: () => true },
      ),
      z.superRefine((value, context) => {
        const refuse = (path: 'endsOn' | 'instruments' | 'agencyCodes', message: RakerdaErrorKey) => {
          context.addIssue({ code: 'custom', path: [path], message });
        };
        if (value.endsOn < value.startsOn) refuse('endsOn', 'endsBeforeStart');
        if (value.instruments.length === 0) refuse('instruments', 'agencies');
        if (value.extraCodes.length > 0) return;
        if (value.scope === 'chosen' && value.agencyCodes.length === 0) refuse('agencyCodes', 'agencies');
      }),
    );
}

type Fields = ReturnType<typeof buildFields>;
/** As typed: what the form holds. */
export type RakerdaFormValues = Omit<z.input<Fields>, 'timeZone' | 'topicTargets'> & {
  timeZone: (typeof ZONE_CHOICES)[number];
  /** By the code of the topic: which of its figures, and how much. */
  topicMeasures: Record<string, string>;
  topicTargets: Record<string, string>;
};
/** As understood: what the use case takes. */
export type RakerdaInput = z.output<Fields>;
export type RakerdaField = keyof RakerdaFormValues;

/** A zone that follows the province becomes that of the province; of what is not ticked no target is asked. */
export function rakerdaSchemaFor(read: ReadWith) {
  return z.pipe(
    z.transform(({ topicMeasures, ...typed }: RakerdaFormValues): z.input<Fields> => {
      const codes = ticksIn(typed.instruments).map(instrumentCodeOf);
      const topics = ticksIn(typed.topics).map(instrumentCodeOf);
      return {
        ...typed,
        timeZone: typed.timeZone === '' ? timeZoneOf(typed.provinceCode) : typed.timeZone,
        targets: Object.fromEntries(Object.entries(typed.targets).filter(([code]) => codes.includes(code))),
        topicTargets: Object.fromEntries(
          Object.entries(typed.topicTargets).flatMap(([topic, value]) =>
            topics.includes(topic) ? [[topic, { topic, measure: topicMeasures[topic] ?? '', value }]] : [],
          ),
        ),
      };
    }),
    buildFields(read),
  );
}

/** Where no topic is offered. Marked pure so that pages which only share this room's front do not carry it. */
export const rakerdaSchema = /* @__PURE__ */ rakerdaSchemaFor({ offered: {}, locale: 'id' });

/** `spbe-2020@1.0.0` → `spbe-2020`. */
function instrumentCodeOf(choice: string): string {
  return choice.split('@')[0] ?? '';
}

/** Every field in the order of the page. */
export const RAKERDA_FIELDS = [
  'name',
  'year',
  'startsOn',
  'endsOn',
  'place',
  'host',
  'timeZone',
  'previousId',
  'instruments',
  'topics',
  'provinceCode',
  'scope',
  'agencyCodes',
  'includeProvince',
  'extraCodes',
  'targets',
  'topicMeasures',
  'topicTargets',
  'state',
  'agenda',
  'copyFrom',
  'keepTargets',
  'keepMembers',
] as const satisfies readonly RakerdaField[];

/** A field as errors name it: each target by its instrument. */
export type ErrorField =
  Exclude<RakerdaField, 'targets' | 'topicTargets' | 'topicMeasures'> | TargetField | TopicTargetField;
type TargetField = `targets.${string}`;
type TopicTargetField = `topicTargets.${string}`;
type TopicMeasureField = `topicMeasures.${string}`;
/** Field → its first problem. */
export type RakerdaErrors = FieldErrors<RakerdaErrorKey>;

export function targetField(instrumentCode: string): TargetField {
  return `targets.${instrumentCode}`;
}

export function topicTargetField(topicCode: string): TopicTargetField {
  return `topicTargets.${topicCode}`;
}

export function topicMeasureField(topicCode: string): TopicMeasureField {
  return `topicMeasures.${topicCode}`;
}

/** The other way round; null where it is another field. */
export function codeOfTarget(
  field: string,
): { readonly group: 'targets' | 'topicTargets'; readonly code: string } | null {
  const group = (['targets', 'topicTargets'] as const).find((one) => field.startsWith(`${one}.`));
  return group === undefined ? null : { group, code: field.slice(group.length + 1) };
}

/** What each field is called on the page. */
export type FieldLabels = Readonly<Record<ErrorField, string>>;

export function rakerdaErrorKey(message: string | undefined): RakerdaErrorKey | undefined {
  return RAKERDA_ERRORS.find((known) => known === message);
}

/** What the form starts with. The year is the one that the clocks of its zone show. */
export function emptyRakerdaForm(today: Date, instruments: readonly string[]): RakerdaFormValues {
  const [timeZone] = TIME_ZONES;
  return {
    name: '',
    year: dayOf(today, timeZone).slice(0, 4),
    startsOn: '',
    endsOn: '',
    place: '',
    host: '',
    timeZone: '',
    instruments: [...instruments],
    topics: [],
    provinceCode: '',
    scope: 'all',
    includeProvince: true,
    agencyCodes: [],
    extraCodes: [],
    targets: {},
    topicMeasures: {},
    topicTargets: {},
    state: 'filling',
    previousId: '',
    copyFrom: '',
    keepTargets: true,
    keepMembers: true,
    agenda: 'starter',
  };
}

/**
 * Gathers the typed values of a posted form, or of an address that carries them; nothing is judged here except that
 * choices outside their list fall back to the ones given.
 */
export function readRakerdaForm(form: PostedFields, fallback: RakerdaFormValues): RakerdaFormValues {
  const text = (name: RakerdaField, otherwise: string) => (form.has(name) ? textIn(form, name) : otherwise);
  const choice = <T extends string>(name: RakerdaField, known: readonly T[], otherwise: T): T =>
    known.find((option) => form.has(name) && option === textIn(form, name)) ?? otherwise;
  // An unticked box is not sent at all: only a form that was sent says "no" by leaving it out.
  const box = (name: RakerdaField, otherwise: boolean) =>
    form.has('name') ? isTicked(form, name) : otherwise;
  return {
    name: text('name', fallback.name),
    year: text('year', fallback.year),
    startsOn: text('startsOn', fallback.startsOn),
    endsOn: text('endsOn', fallback.endsOn),
    place: text('place', fallback.place),
    host: text('host', fallback.host),
    timeZone: choice('timeZone', ZONE_CHOICES, fallback.timeZone),
    instruments: form.has('name') ? listIn(form, 'instruments') : fallback.instruments,
    topics: form.has('name') ? listIn(form, 'topics') : fallback.topics,
    provinceCode: text('provinceCode', fallback.provinceCode),
    scope: choice('scope', ['all', 'chosen'], fallback.scope),
    includeProvince: box('includeProvince', fallback.includeProvince),
    agencyCodes: form.has('name') ? listIn(form, 'agencyCodes') : fallback.agencyCodes,
    extraCodes: form.has('name') ? listIn(form, 'extraCodes') : fallback.extraCodes,
    targets: form.has('name') ? groupIn(form, targetField('')) : fallback.targets,
    topicMeasures: form.has('name') ? groupIn(form, topicMeasureField('')) : fallback.topicMeasures,
    topicTargets: form.has('name') ? groupIn(form, topicTargetField('')) : fallback.topicTargets,
    state: choice('state', FIRST_STAGES, fallback.state),
    previousId: text('previousId', fallback.previousId),
    copyFrom: text('copyFrom', fallback.copyFrom),
    keepTargets: box('keepTargets', fallback.keepTargets),
    keepMembers: box('keepMembers', fallback.keepMembers),
    agenda: choice('agenda', AGENDAS, fallback.agenda),
  };
}

/** What the pages of the workshop show: published versions and who uses them, drafts, what a definition asks. */
import { notFound, type Scope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import {
  type AnyInstrument,
  differenceOf,
  isNewerVersion,
  type Locale,
  localize,
  parseAnyInstrument,
  shareHundredths,
} from '~/instrument';
import { isTopic, kindOf } from '~/instrument/topic';
import { questionsIn } from './checkDefinition.server';
import { tableKindOf } from './definitionTable';
import { differenceTable, type DifferenceTable } from './differenceRows';
import { newestOf, publishedIn, whyNot } from './drafts.server';
import { unpublishableText } from './refusals';
import { workshopWords } from './workshopWords';

export interface Use {
  readonly id: string;
  readonly name: string;
}

export interface Version {
  readonly version: string;
  readonly addedAt: string;
  /** Who published it; null where it came with the product. */
  readonly by: string | null;
  readonly uses: readonly Use[];
  /** It can be downloaded as a workbook too. */
  readonly hasTable: boolean;
}

export interface KnownInstrument {
  readonly code: string;
  readonly name: string;
  readonly kind: AnyInstrument['kind'];
  /** The newest first. */
  readonly versions: readonly Version[];
}

export interface DraftLine {
  readonly id: string;
  readonly code: string;
  readonly version: string;
  readonly name: string;
  readonly at: string;
  readonly by: string;
}

export interface WorkshopPage {
  readonly title: string;
  readonly instruments: readonly KnownInstrument[];
  readonly drafts: readonly DraftLine[];
  readonly message: string | null;
}

const titled = (locale: Locale, title: string) => `${title} – ${sharedWords[locale].productName}`;

export async function readWorkshop(scope: Scope): Promise<WorkshopPage> {
  const { db, locale, request } = scope;
  const drafts = await db
    .selectFrom('instrument_draft')
    .innerJoin('account', 'account.id', 'instrument_draft.uploaded_by')
    .select([
      'instrument_draft.id',
      'instrument_draft.code',
      'instrument_draft.version',
      'instrument_draft.body',
      'instrument_draft.uploaded_at',
      'account.name',
    ])
    .orderBy('uploaded_at', 'desc')
    .execute();
  return {
    title: titled(locale, workshopWords[locale].title),
    instruments: await listInstruments(scope),
    drafts: drafts.map(({ id, code, version, body, uploaded_at, name }) => ({
      id,
      code,
      version,
      name: localize(parseAnyInstrument(JSON.parse(body)).name, locale),
      at: uploaded_at,
      by: name,
    })),
    message: new URL(request.url).searchParams.get('pesan'),
  };
}

/** Every instrument in the order in which they were added. */
async function listInstruments({ db, instruments, locale }: Scope): Promise<readonly KnownInstrument[]> {
  const rows = await db
    .selectFrom('instrument')
    .leftJoin('account', 'account.id', 'instrument.published_by')
    .select(['instrument.code', 'instrument.version', 'instrument.added_at', 'account.name as by'])
    .orderBy('added_at')
    .orderBy('code')
    .execute();
  const uses = new Map<string, Use[]>();
  const usedBy = await Promise.all([
    db
      .selectFrom('rakerda_instrument as used')
      .innerJoin('rakerda', 'rakerda.id', 'used.rakerda_id')
      .select([
        'used.instrument_code',
        'used.instrument_version',
        'rakerda.id',
        'rakerda.name',
        'rakerda.starts_on',
      ])
      .execute(),
    db
      .selectFrom('rakerda_topic as used')
      .innerJoin('rakerda', 'rakerda.id', 'used.rakerda_id')
      .select([
        'used.instrument_code',
        'used.instrument_version',
        'rakerda.id',
        'rakerda.name',
        'rakerda.starts_on',
      ])
      .execute(),
  ]);
  const newestFirst = usedBy.flat().sort((one, other) => (one.starts_on < other.starts_on ? 1 : -1));
  for (const { instrument_code, instrument_version, id, name } of newestFirst) {
    const key = `${instrument_code}@${instrument_version}`;
    uses.set(key, [...(uses.get(key) ?? []), { id, name }]);
  }
  const byCode = new Map<string, Version[]>();
  for (const { code, version, added_at, by } of rows) {
    // A version that another process added and this one was not told of.
    if (instruments.isTopic(code, version) === null) continue;
    const hasTable = tableKindOf(publishedIn(instruments, code, version)) !== null;
    const one = { version, addedAt: added_at, by, uses: uses.get(`${code}@${version}`) ?? [], hasTable };
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  return [...byCode].flatMap(([code, unsorted]) => {
    const versions = [...unsorted].sort((one, other) =>
      isNewerVersion(one.version, other.version) ? -1 : 1,
    );
    const [newest] = versions;
    if (!newest) return [];
    const { name, kind } = publishedIn(instruments, code, newest.version);
    return [{ code, name: localize(name, locale), kind, versions }];
  });
}

export interface VersionsPage {
  readonly title: string;
  readonly instrument: KnownInstrument;
  /** Two of its versions, where there are two. */
  readonly compared: {
    readonly from: string;
    readonly to: string;
    readonly difference: DifferenceTable;
  } | null;
  readonly isNew: boolean;
}

/** @throws 404 where there is no such instrument */
export async function readVersions(scope: Scope, code: string | undefined): Promise<VersionsPage> {
  const { instruments, locale, request } = scope;
  const instrument = (await listInstruments(scope)).find((one) => one.code === code) ?? notFound();
  const params = new URL(request.url).searchParams;
  const all = instrument.versions.map(({ version }) => version);
  const chosen = (name: string) => all.find((version) => version === params.get(name));
  const to = chosen('ke') ?? all[0];
  const from = chosen('dari') ?? all[1];
  const read = (version: string) => publishedIn(instruments, instrument.code, version);
  return {
    title: titled(locale, instrument.name),
    instrument,
    compared:
      to !== undefined && from !== undefined
        ? { from, to, difference: differenceTable(differenceOf(read(from), read(to)), locale) }
        : null,
    isNew: params.get('pesan') === 'terbit',
  };
}

/** @throws 404 where there is no such draft (any more) */
export async function findDraft({ db }: Scope, id: string | undefined) {
  const draft = await db
    .selectFrom('instrument_draft')
    .innerJoin('account', 'account.id', 'instrument_draft.uploaded_by')
    .select(['instrument_draft.id', 'instrument_draft.body', 'instrument_draft.uploaded_at', 'account.name'])
    .where('instrument_draft.id', '=', id ?? '')
    .executeTakeFirst();
  if (!draft) return notFound();
  return { ...draft, instrument: parseAnyInstrument(JSON.parse(draft.body)) };
}

export interface QuestionGroup {
  readonly name: string;
  readonly questions: readonly {
    readonly code: string;
    readonly name: string;
    /** Hundredths of a per cent of the whole; null where nothing is weighed. */
    readonly weight: number | null;
  }[];
}

export interface DraftPage {
  readonly title: string;
  readonly id: string;
  readonly code: string;
  readonly version: string;
  readonly kind: AnyInstrument['kind'];
  readonly name: string;
  readonly regulation: string;
  readonly at: string;
  readonly by: string;
  readonly count: number;
  readonly groups: readonly QuestionGroup[];
  /** Against the newest published version; null where there is none. */
  readonly since: { readonly version: string; readonly difference: DifferenceTable } | null;
  /** Why it cannot be published any more; null where it can. */
  readonly closed: string | null;
}

export async function readDraft(scope: Scope, id: string | undefined): Promise<DraftPage> {
  const { db, instruments, locale } = scope;
  const { instrument, ...draft } = await findDraft(scope, id);
  const { code, version, kind } = instrument;
  const versions = await db.selectFrom('instrument').select('version').where('code', '=', code).execute();
  const newest = newestOf(versions.map((row) => row.version));
  const why = await whyNot(db, instruments, instrument);
  const name = localize(instrument.name, locale);
  return {
    title: titled(locale, workshopWords[locale].draft.title({ name, version })),
    id: draft.id,
    code,
    version,
    kind,
    name,
    regulation: `${localize(instrument.regulation.title, locale)} (${instrument.regulation.citation})`,
    at: draft.uploaded_at,
    by: draft.name,
    count: questionsIn(instrument),
    groups: groupsOf(instrument, locale),
    since:
      newest === null
        ? null
        : {
            version: newest,
            difference: differenceTable(
              differenceOf(publishedIn(instruments, code, newest), instrument),
              locale,
            ),
          },
    closed: why && unpublishableText(why, instrument, locale),
  };
}

/** Everything that is asked, under the headings it stands under. */
function groupsOf(instrument: AnyInstrument, locale: Locale): readonly QuestionGroup[] {
  if (!isTopic(instrument))
    return instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({
        name: `${localize(domain.name, locale)} › ${localize(aspect.name, locale)}`,
        questions: aspect.indicators.map(({ no, name, weight }) => ({
          code: String(no),
          name: localize(name, locale),
          weight: shareHundredths(instrument, weight),
        })),
      })),
    );
  const { codes, nameOf, sectionOf } = kindOf(instrument);
  const groups = new Map<string, { code: string; name: string; weight: null }[]>();
  for (const code of codes) {
    const [section, name] = [sectionOf(code), nameOf(code)];
    const heading = section ? localize(section, locale) : '';
    const known = groups.get(heading) ?? [];
    known.push({ code, name: name ? localize(name, locale) : code, weight: null });
    groups.set(heading, known);
  }
  return [...groups].map(([name, questions]) => ({ name, questions }));
}

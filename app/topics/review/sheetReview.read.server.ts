/** Puts the review of one sheet together: what it comes to, every question, what changed since the head returned it. */
import { jsonText } from '#db/json';
import { localize } from '~/instrument';
import { emptyFigures, type Figures } from '~/instrument/topic';
import type { RakerdaPage } from '~/paths';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { payloadOf } from '~/record/read.server';
import { readBefore } from '../figuresBefore.server';
import { SHEET_CHANGES } from '../saveSheet.server';
import { type ChangedFigure, type WordedReview, wordReview } from './sheetReview';
import type { SheetFilter } from './sheetReviewForm';
import { sheetReviewWords } from './sheetReviewWords';
import { readWay, type Way } from '../sheetWay.server';
import { closedBecause, type SheetScope } from '../topicScope.server';

/** What the head said when the sheet went back last. */
export interface Returned {
  readonly note: string;
  readonly at: string;
  /** Null for demo data. */
  readonly by: string | null;
}

/** What page and paper have in common. */
export interface ReviewedSheet {
  readonly review: WordedReview;
  readonly topic: { readonly code: string; readonly name: string; readonly shortName: string };
  readonly agency: { readonly code: string; readonly name: string };
  readonly period: string;
  readonly notes: readonly string[];
  /** The year of the Rakerda before; null where nothing was approved there. */
  readonly earlierYear: number | null;
  readonly saved: { readonly at: string; readonly by: string | null } | null;
  readonly returned: Returned | null;
  readonly way: Way;
  readonly filter: SheetFilter;
}

export interface SheetReviewPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly sheet: ReviewedSheet;
  readonly version: number;
  readonly mayWrite: boolean;
  readonly message: string | null;
  readonly asOf: number;
}

export async function readSheetReviewPage(
  scope: SheetScope,
  filter: SheetFilter,
  params: URLSearchParams,
): Promise<SheetReviewPage> {
  const { actor, asOf, locale, place } = scope;
  const sheet = await readReviewedSheet(scope, filter);
  const words = sheetReviewWords[locale];
  const lead = words.lead({ topic: sheet.topic.shortName, agency: sheet.agency.name });
  return {
    title: `${words.title}: ${lead} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    sheet,
    version: scope.sheet?.version ?? 0,
    mayWrite: closedBecause(scope) === null,
    message: params.get('pesan'),
    asOf,
  };
}

export async function readReviewedSheet(scope: SheetScope, filter: SheetFilter): Promise<ReviewedSheet> {
  const { agency, locale, sheet, topic } = scope;
  const figures = sheet?.figures ?? emptyFigures(topic);
  const { returned, changes } = sheet ? await readChanges(scope, sheet.id, figures) : UNTOUCHED;
  const before = await readBefore(scope, agency.code);
  const earlier = before?.figures.get(agency.code) ?? null;
  return {
    review: wordReview({ topic, figures, changes, earlier, filter, locale }),
    topic: {
      code: topic.code,
      name: localize(topic.name, locale),
      shortName: localize(topic.shortName, locale),
    },
    agency: { code: agency.code, name: agency.name },
    period: localize(topic.period, locale),
    notes: topic.notes.map((note) => localize(note, locale)),
    earlierYear: before && earlier ? before.year : null,
    saved: sheet && { at: sheet.updatedAt, by: sheet.updatedBy },
    returned,
    way: await readWay(scope),
    filter,
  };
}

interface Changes {
  readonly returned: Returned | null;
  readonly changes: ReadonlyMap<string, ChangedFigure>;
}
const UNTOUCHED: Changes = { returned: null, changes: new Map() };

/** More changes than this are not compared with what the head returned; they stay in the audit trail. */
const MOST_CHANGES = 5000;

/** What differs from what the head returned last. What was changed and put back is no difference. */
async function readChanges({ db, place }: SheetScope, sheetId: string, figures: Figures): Promise<Changes> {
  const told = db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .select(['event.seq', 'event.at', 'event.type', 'event.payload', 'account.name'])
    .where('event.rakerda_id', '=', place.row.id)
    .where(jsonText('event.payload', 'id'), '=', sheetId);
  const last = await told
    .where('event.type', '=', 'topic.returned')
    .orderBy('event.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const note = last && payloadOf(last, 'topic.returned')?.note;
  if (!last || note === undefined) return UNTOUCHED;
  const rows = await told
    .where('event.type', 'in', SHEET_CHANGES)
    .where('event.seq', '>', last.seq)
    .orderBy('event.seq')
    .limit(MOST_CHANGES)
    .execute();
  const first = new Map<string, ChangedFigure>();
  for (const row of rows) {
    const saved = payloadOf(row, 'topic.saved') ?? payloadOf(row, 'register.saved');
    for (const [code, [was]] of Object.entries(saved?.changes ?? {})) {
      const before = first.has(code)
        ? (first.get(code)?.before ?? null)
        : typeof was === 'number'
          ? was
          : null;
      first.set(code, { before, at: row.at, by: row.name });
    }
  }
  return {
    returned: { note, at: last.at, by: last.name },
    changes: new Map([...first].filter(([code, { before }]) => before !== (figures[code] ?? null))),
  };
}

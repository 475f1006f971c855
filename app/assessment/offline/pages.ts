/** The pages of an agency that the device keeps, and what newer answers make of them. Pure. */
import type { PlannerData } from '~/results/planner.read.server';
import type { ResultData } from '~/results/result.read.server';
import type { SheetPage } from '~/topics/sheet.read.server';
import type { AnswerFormValues } from '../answerForm';
import type { IndicatorView, Overview, ReadOnlyReason } from '../assessment.read.server';
import type { AssessmentHeaderData } from '../assessmentHeader';
import type { EarlierProof } from '../earlierProof.read.server';
import type { Snapshot } from '../editingTypes';
import type { OverviewFilter } from '../overviewFilter';

/** What each page's loader gives. */
export interface Pages {
  readonly list: {
    readonly header: AssessmentHeaderData;
    readonly readOnly: ReadOnlyReason;
    readonly account: string;
    /** Newest event that the page stands on. */
    readonly asOf: number;
    readonly filter: OverviewFilter;
    readonly overview: Overview;
    readonly instrument: { readonly name: string; readonly note: string };
  };
  readonly indicator: {
    readonly header: AssessmentHeaderData;
    readonly readOnly: ReadOnlyReason;
    readonly view: IndicatorView;
    readonly account: string;
    readonly asOf: number;
    readonly justSaved: boolean;
  };
  readonly result: { readonly result: ResultData; readonly title: string };
  readonly planner: { readonly planner: PlannerData; readonly title: string };
  /** The figures of one topic. */
  readonly sheet: {
    readonly page: SheetPage;
    /** What was proved before of the open part. A device has it of no part. */
    readonly earlier: EarlierProof | null;
  };
}
export type PageKind = keyof Pages;

/** Everything of one assessment, as one request brings it. */
export interface Kit {
  /** Which build of the product these pages were made by: no other may show them. */
  readonly release: string;
  readonly account: string;
  readonly list: Omit<Pages['list'], 'filter'>;
  readonly indicators: readonly IndicatorView[];
  readonly result: Pages['result'] | null;
  readonly planner: Pages['planner'] | null;
}

/** `newer`: the server has another release by now, whose pages this tab cannot show. */
export type Filled = 'filled' | 'newer' | 'refused';

/** Every sheet of one agency in one Rakerda, as one request brings them. */
export interface SheetKit extends Pick<Kit, 'release' | 'account'> {
  readonly sheets: readonly SheetPage[];
}

const PAGE = /^(\/rakerda\/[^/]+\/[^/]+\/[^/]+)(?:\/(?:(rencana)|(isi)(?:\/(\d{1,3}))?))?$/;
const SHEET = /^(\/rakerda\/[^/]+)\/topik\/[^/]+\/([^/]+)$/;
const AGENCY = /\/(\d\d(\.\d\d)?|P\.\d{3})$/;

/**
 * What an address belongs to – an assessment, or the sheets of an agency – and which page of those that the device can
 * keep. What it needs from the server is to be had below the base.
 */
export function placeOf(path: string): { readonly base: string; readonly kind: PageKind } | null {
  if (SHEET.test(path) && AGENCY.test(path))
    return { base: path.replace(SHEET, '$1/instansi/$2'), kind: 'sheet' };
  const [, base, planner, list, no] = PAGE.exec(path) ?? [];
  if (base === undefined || !AGENCY.test(base)) return null;
  return { base, kind: no ? 'indicator' : list ? 'list' : planner ? 'planner' : 'result' };
}

/** An indicator as it is after a save that the page did not see. */
export function withSnapshot(view: IndicatorView, { version, values }: Snapshot): IndicatorView {
  if (version <= (view.answer?.version ?? 0)) return view;
  const { updatedAt = '', updatedBy = '' } = view.answer ?? {};
  const answer = { ...values, level: numberOf(values.level), version, updatedAt, updatedBy };
  return { ...view, answer, isTakenOver: false };
}

/** Where the next unanswered indicator is, when these are the answers; never the one that is asked from. */
export function nextUnanswered(
  views: readonly Pick<IndicatorView, 'no' | 'answer'>[],
  from: number,
  typedLevel: (no: number) => string | null | undefined,
): number | null {
  const isOpen = ({ no, answer }: (typeof views)[number]) => {
    const typed = typedLevel(no);
    return typed === undefined ? (answer?.level ?? null) === null : numberOf(typed) === null;
  };
  const open = views.filter((view) => view.no !== from && isOpen(view)).map(({ no }) => no);
  return open.find((no) => no > from) ?? open[0] ?? null;
}

/** The list with other answers in it: those of the device, or those that were only typed so far. */
export function withAnswers(
  overview: Overview,
  valuesOf: (no: number) => Partial<AnswerFormValues> | undefined,
): Overview {
  let answered = overview.standing.answered;
  const domains = overview.domains.map((domain) => ({
    ...domain,
    aspects: domain.aspects.map((aspect) => ({
      ...aspect,
      indicators: aspect.indicators.map((row) => {
        const values = valuesOf(row.no);
        if (!values) return row;
        const chosen = values.level === undefined ? undefined : numberOf(values.level);
        const step = domain.levels.find(({ value }) => value === chosen) ?? null;
        if (chosen !== undefined) answered += Number(step !== null) - Number(row.level !== null);
        return {
          ...row,
          ...(chosen === undefined ? {} : { level: step?.level ?? null, levelName: step?.name ?? null }),
          ...(values.discuss === undefined ? {} : { discuss: values.discuss }),
          ...(values.justification === undefined ? {} : { justified: values.justification.trim() !== '' }),
          ...(values.evidence === undefined
            ? {}
            : { evidence: values.evidence.filter(({ url }) => url.trim() !== '').length }),
        };
      }),
    })),
  }));
  return { ...overview, domains, standing: { ...overview.standing, answered } };
}

/** A level as forms have it, as answers store it. */
export function numberOf(level: string | null): number | null {
  return level === null || level === '' ? null : Number(level);
}

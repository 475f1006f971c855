/** How the figures came about, in words: the sheet of the method and the `method` of the JSON. */
import type { FileWords } from './fileWords';
import { formatDateTime, formatFigure, formatNumber } from '~/i18n';
import { localize } from '~/instrument';
import type { Release, ReleaseHead } from './figures';

export interface MethodLine {
  readonly key: string;
  readonly item: string;
  readonly content: string;
}

/** The lines of the method, demo notice first where it applies. */
export function methodOf(release: Release, text: FileWords): readonly MethodLine[] {
  const { instrument, locale, figures } = release;
  const words = text.release.method;
  const count = (state: keyof FileWords['ui']['state']) =>
    formatNumber(figures.filter(({ agency }) => agency.state === state).length, locale);
  const predicates = instrument.predicates.map((predicate) =>
    words.predicateFrom({
      name: localize(predicate.name, locale),
      from: formatFigure(predicate.minHundredths, locale),
    }),
  );
  return methodFrame(release, text, {
    reckoning: [
      { key: 'formula', item: words.formula, content: words.formulaText },
      { key: 'rounding', item: words.rounding, content: words.roundingText },
      { key: 'unanswered', item: words.unanswered, content: words.unansweredText },
      {
        key: 'predicates',
        item: words.predicates,
        content: `${predicates.join('; ')}. ${words.predicateRule[instrument.predicateFrom]}`,
      },
    ],
    counts: words.countsText({
      total: formatNumber(figures.length, locale),
      approved: count('approved'),
      submitted: count('submitted'),
      draft: count('draft'),
    }),
    sha256Text: words.sha256Text,
  });
}

/** What the method of a release says of itself. */
interface OwnMethod {
  /** How its figures are reckoned. */
  readonly reckoning: readonly MethodLine[];
  readonly counts: string;
  /** What its fingerprint is taken of. */
  readonly sha256Text: string;
}

/** What every file says: where the figures come from, who took them when, and how they can be checked. */
export function methodFrame(release: ReleaseHead, text: FileWords, own: OwnMethod): readonly MethodLine[] {
  const { instrument, rakerda, locale } = release;
  const words = text.release.method;
  const { regulation } = instrument;
  const status =
    regulation.status === 'in-force'
      ? words.inForce
      : regulation.repealedBy
        ? words.repealed({ by: regulation.repealedBy })
        : words.repealedPlain;
  const moment = formatDateTime(release.takenAt, locale, rakerda.timeZone);
  return [
    ...(rakerda.isDemo
      ? [{ key: 'demo', item: words.demo, content: `${text.release.dataKind.demo}. ${text.ui.demoNotice}` }]
      : []),
    {
      key: 'rakerda',
      item: words.rakerda,
      content: `${rakerda.name} (${rakerda.id}, ${String(rakerda.year)})`,
    },
    {
      key: 'instrument',
      item: words.instrument,
      content: `${localize(instrument.name, locale)} (${instrument.code} ${instrument.version})`,
    },
    {
      key: 'regulation',
      item: words.regulation,
      content: `${regulation.citation}. ${localize(regulation.title, locale)}`,
    },
    {
      key: 'regulation_status',
      item: words.regulationStatus,
      content: `${status}. ${localize(regulation.note, locale)}`,
    },
    ...own.reckoning,
    { key: 'scope', item: words.scope, content: text.release.scopeWord[release.scope] },
    { key: 'counts', item: words.counts, content: own.counts },
    { key: 'exported_at', item: words.exportedAt, content: `${moment} (${release.takenAt})` },
    { key: 'exported_by', item: words.exportedBy, content: release.exportedBy },
    { key: 'as_of', item: words.asOf, content: words.asOfText({ seq: String(release.asOf) }) },
    { key: 'sha256', item: words.sha256, content: release.sha256 },
    { key: 'sha256_of', item: '', content: own.sha256Text },
    {
      key: 'time_zone',
      item: words.timeZone,
      content: words.timeZoneText({ zone: `${rakerda.timeZone} (${moment.split(' ').at(-1) ?? ''})` }),
    },
    { key: 'neutralised', item: words.neutralised, content: words.neutralisedText },
  ];
}

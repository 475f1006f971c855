/** Sets the PDF of one agency's result and reads it back before anybody gets it. */
import { readFileSync } from 'node:fs';
import { paperText } from '~/files/letters.server';
import { readBackPdf } from '~/files/readBackPdf.server';
import { typeset } from '~/files/typst.server';
import type { Locale } from '~/instrument';
import { Unproven } from '~/work';
import { type FileWords, fileWordsOf } from './fileWords';
import { radarLabel, radarOutline, radarPoint } from './radar';
import type { ResultSheet } from './resultSheet';

/** The words follow from the language: they are no data, and do not travel between threads. */
export interface ResultWork {
  readonly sheet: ResultSheet;
  readonly locale: Locale;
  /** ISO 8601: the moment that the file names. */
  readonly madeAt: string;
}

/**
 * The PDF of a result.
 * @throws Unproven where what came out does not hold what the sheet says
 */
export function resultPdf({ sheet, locale, madeAt }: ResultWork): Uint8Array<ArrayBuffer> {
  const template = readFileSync(new URL('./result.typ', import.meta.url), 'utf8');
  const text = fileWordsOf(locale);
  const bytes = typeset(template, templateData(sheet, text, locale), madeAt);
  proveResult(bytes, sheet, text);
  return bytes;
}

function templateData(sheet: ResultSheet, text: FileWords, locale: Locale) {
  const { ui, pdf } = text;
  const marks = marksOf(sheet, text);
  return {
    documentTitle: sheet.title,
    author: ui.productName,
    lang: locale,
    watermark: sheet.isDemo ? pdf.watermark : null,
    footer: [sheet.agency, ...marks].join(' – '),
    stamp: sheet.printed,
    pageWords: pdf.page({ page: '{page}', pages: '{pages}' }),
    sheet,
    scaleAlt: `${ui.index} ${sheet.index}: ${sheet.predicate}`,
    radar: radarOf(sheet),
    /** Shares of the length of a whole bar; from zero, so that the length is the index itself. */
    bars: sheet.domains.map(({ value }) => value / sheet.levels.max),
    barTarget: sheet.targetValue === null ? null : sheet.targetValue / sheet.levels.max,
    facts: [
      [ui.predicate, sheet.predicate],
      [pdf.completeness, sheet.completeness],
      ...(sheet.reach === null ? [] : [[ui.provisional, sheet.reach]]),
      [ui.target, sheet.target],
    ],
    partColumns: [
      { title: `${ui.domain} / ${ui.aspect}`, width: 60 },
      { title: ui.weight, width: 12, right: true },
      { title: text.release.column.answered.header, width: 12, right: true },
      { title: ui.index, width: 12, right: true },
    ].map(asColumn),
    parts: sheet.parts.map(({ kind, label, weight, answered, index }) => ({
      cells: [label, weight, answered, index],
      strong: kind === 'domain',
      whole: true,
    })),
    indicatorColumns: [
      { title: pdf.numberColumn, width: 6, right: true },
      { title: ui.indicator, width: 56 },
      { title: ui.weight, width: 10, right: true },
      { title: ui.level, width: 9, right: true },
      { title: text.release.column.level_name.header, width: 20 },
    ].map(asColumn),
    indicators: sheet.groups.flatMap(({ label, rows }) => [
      { group: label },
      ...rows.map((row) => ({ cells: indicatorCells(row, text), whole: true })),
    ]),
    demoNotice: ui.demoNotice,
    words: {
      title: pdf.title,
      provisional: pdf.provisional,
      index: ui.index,
      target: ui.target,
      scaleTitle: pdf.scaleTitle,
      scaleCeiling: pdf.scaleCeiling,
      radarTitle: pdf.radarTitle,
      domainTitle: pdf.domainTitle,
      aspectTitle: pdf.aspectTitle,
      indicatorTitle: pdf.indicatorTitle,
      methodTitle: pdf.methodTitle,
    },
  };
}

function asColumn({ title, width, right = false }: { title: string; width: number; right?: boolean }) {
  return { title, width, right };
}

function marksOf(sheet: ResultSheet, { pdf }: FileWords): readonly string[] {
  return [...(sheet.isDemo ? [pdf.watermark] : []), ...(sheet.provisional ? [pdf.provisional] : [])];
}

function indicatorCells(row: ResultSheet['groups'][number]['rows'][number], { pdf }: FileWords) {
  const mark = row.discuss ? ` (${pdf.discussMark})` : '';
  return [row.no, row.name + mark, row.weight, row.level, row.levelName];
}

/** In points. */
const RADAR = { width: 240, height: 164, radius: 66, labelGap: 9 };

/** One axis per aspect, numbered; the rings are the levels. */
function radarOf({ aspects, levels, targetValue }: ResultSheet) {
  // The centre lies one level below the lowest, so that the lowest level is still a visible shape.
  const frame = {
    center: { x: RADAR.width / 2, y: RADAR.height / 2 },
    radius: RADAR.radius,
    min: levels.min - 1,
    max: levels.max,
  };
  const rings = Array.from({ length: levels.max - levels.min + 1 }, (_, i) => levels.min + i);
  const ring = (value: number) =>
    radarOutline(
      frame,
      aspects.map(() => value),
    );
  return {
    width: RADAR.width,
    height: RADAR.height,
    center: frame.center,
    rims: aspects.map((_, axis) => radarPoint(frame, axis, aspects.length, levels.max)),
    rings: rings.map(ring),
    target: targetValue === null ? null : ring(targetValue),
    shape: radarOutline(
      frame,
      aspects.map(({ value }) => value),
    ),
    labels: aspects.map(({ figure }, axis) => ({
      ...radarLabel(frame, axis, aspects.length, RADAR.labelGap),
      text: `${String(axis + 1)} (${figure})`,
    })),
  };
}

/** Throws Unproven where a name, a figure or a page is missing. */
function proveResult(bytes: Uint8Array, sheet: ResultSheet, text: FileWords): void {
  const drawn = readBackPdf(bytes);
  if (!drawn) throw new Unproven('the PDF is not whole');
  const pages = String(drawn.pages);
  const wanted = [
    ...Array.from({ length: drawn.pages }, (_, i) => text.pdf.page({ page: String(i + 1), pages })),
    sheet.rakerda + sheet.instrument,
    [sheet.agency, ...marksOf(sheet, text)].join(' – '),
    sheet.stateText,
    text.ui.index + sheet.index,
    ...[sheet.predicate, sheet.completeness, sheet.reach ?? '', sheet.target, sheet.regulation],
    ...sheet.parts.map(({ label, weight, answered, index }) => label + weight + answered + index),
    ...sheet.groups.flatMap(({ label, rows }) => [
      label,
      ...rows.map((row) => indicatorCells(row, text).join('')),
    ]),
    ...sheet.method,
  ];
  for (const one of wanted) {
    if (!drawn.holds(paperText(one))) throw new Unproven(`the PDF lacks "${one.slice(0, 80)}"`);
  }
}

/** Sets the sheet of one agency on one page and reads it back before anybody gets it. */
import { readFileSync } from 'node:fs';
import { paperText } from '~/files/letters.server';
import { type DrawnPdf, readBackPdf } from '~/files/readBackPdf.server';
import { typeset } from '~/files/typst.server';
import { Unproven } from '~/work';
import { ROOM, type SheetPaper, sheetPaper, type SheetWork } from './sheetPaper';

/**
 * The PDF of a sheet: one page, with as much as it holds.
 * @throws Unproven where what came out does not hold what the sheet says
 */
export function sheetPdf(work: SheetWork): Uint8Array<ArrayBuffer> {
  const template = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8');
  for (const [place, room] of ROOM.entries()) {
    const paper = sheetPaper(work, room);
    const bytes = typeset(template, paper, work.madeAt, work.arms?.bytes);
    const drawn = readBackPdf(bytes);
    if (!drawn) throw new Unproven('the PDF is not whole');
    // The last one is handed out on two pages rather than not at all.
    if (drawn.pages > 1 && place < ROOM.length - 1) continue;
    proveSheet(drawn, paper);
    return bytes;
  }
  throw new Unproven('there is no room');
}

/** A page breaks between lines; so many letters the shorter lines of a text have. */
const LINE = 20;

function proveSheet(drawn: DrawnPdf, paper: SheetPaper): void {
  const wanted = [
    ...[paper.agency, paper.rakerda, paper.footer, paper.headline, paper.further ?? ''],
    ...[paper.noCommitments ?? '', paper.demoNotice ?? ''],
    ...[...paper.topics, ...paper.commitments].map(({ cells }) => cells).flat(),
    ...paper.details.flatMap(({ name, noAspects, strongest, weakest, costTitle, cost, steps }) => [
      ...[name, noAspects ?? ''],
      ...[...strongest, ...weakest].map((line) => line.name + line.figure),
      ...[costTitle ?? '', cost, ...steps],
    ]),
  ];
  for (const one of wanted) {
    if (!drawn.holdsInPieces(paperText(one), LINE)) throw new Unproven(`the PDF lacks "${one.slice(0, 80)}"`);
  }
}

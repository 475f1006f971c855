/**
 * Hostile text in everything that a Berita Acara tells: both files are made, can be opened, and say the cleaned text.
 * Needs `soffice` with Writer and `pdftotext`.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MinutesBody, parseMinutesBody } from '~/hall/minutes/minutesBody';
import { minutesDocx } from '~/hall/minutes/minutesDocx.server';
import { downloadMinutes } from '~/hall/minutes/downloadMinutes.server';
import { cellText, paperText } from '~/files/letters.server';
import { readBackPdf } from '~/files/readBackPdf.server';
import { type Paper, paperOf } from '~/hall/minutes/minutesPaper';
import { minutesPdf } from '~/hall/minutes/minutesPdf.server';
import { provePdf } from '~/hall/minutes/readBackMinutes.server';
import { proveDocx, readParts } from '~/hall/minutes/readDocx.server';
import { cleanText } from '~/text';
import { hostileText, isHoldable } from '../hostileText';
import { type MinutesHouse, openMinutesHouse } from './minutesHouse';

const run = promisify(execFile);
const PATIENCE = 240_000;
/** What somebody pasted into one commitment. */
const PASTED = `Menyusun arsi\u00adtektur\vSPBE\ufffe dan${' '.repeat(300)}peta rencana\u0007\ud800`;

let house: MinutesHouse;
let body: MinutesBody;
let sha256: string;

beforeAll(async () => {
  house = await openMinutesHouse();
  await house.fill({ items: 2, notes: 4, commitments: 3 });
  await house.make();
  const row = await house.kept(1);
  body = parseMinutesBody(row.body);
  sha256 = row.body_sha256;
}, PATIENCE);
afterAll(() => house.close());

/** The body with a text of the list behind every word that people wrote, in turn. */
function dirtied(texts: readonly string[]): MinutesBody {
  let turn = 0;
  const dirty = (text: string) => text + (texts[turn++ % texts.length] ?? '');
  const notes = (list: MinutesBody['notes']) => list.map((note) => ({ ...note, body: dirty(note.body) }));
  return {
    ...body,
    madeBy: dirty(body.madeBy),
    rakerda: {
      ...body.rakerda,
      name: dirty(body.rakerda.name),
      place: dirty(body.rakerda.place),
      host: dirty(body.rakerda.host),
    },
    attendance: [
      {
        agencyCode: null,
        institution: dirty('Lembaga'),
        name: dirty('Tamu'),
        position: dirty('Kepala'),
        joinedAt: body.madeAt,
      },
    ],
    agenda: body.agenda.map((item) => ({
      ...item,
      title: dirty(item.title),
      speaker: dirty(item.speaker),
      notes: notes(item.notes),
    })),
    notes: notes(body.notes),
    votes: body.votes.map((vote) => ({
      ...vote,
      agencyName: dirty(vote.agencyName),
      agreed: vote.agreed && { ...vote.agreed, reason: dirty(vote.agreed.reason) },
    })),
    commitments: body.commitments.map((one) => ({
      ...one,
      what: dirty(one.what),
      who: dirty(one.who),
      measure: dirty(one.measure),
      status: 'dropped' as const,
      statusNote: dirty('Batal'),
    })),
    agencies: body.agencies.map((agency) => ({ ...agency, name: dirty(agency.name) })),
  };
}

/** Without what a layout may change: blanks, and the hyphen at the end of a line. */
const squeezed = (text: string) => text.replace(/[\s-]+/g, '');

it('any text makes both files, which hold what is left of it', { timeout: PATIENCE }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 40 }), async (texts) => {
      const dirty = dirtied(texts);
      const paper = paperOf(dirty, sha256);
      const pdf = readBackPdf(minutesPdf(paper));
      const docx = (await readParts(await minutesDocx(paper))).get('word/document.xml') ?? [];
      expect(docx.every(isHoldable)).toBe(true);
      for (const { what, who, measure } of dirty.commitments) {
        for (const text of [what, who, measure]) {
          expect(docx).toContain(cleanText(text));
          expect(pdf?.holds(cellText(cleanText(text)))).toBe(true);
        }
      }
      expect(pdf?.holds(paperText(cleanText(dirty.rakerda.name)))).toBe(true);
    }),
    // Letters told twice, beside letters drawn in another order than they are written in.
    { numRuns: 15, endOnFailure: true, examples: [[['néé سلام']]] },
  );
});

describe('a Berita Acara that was frozen with dirty text', () => {
  it('is to be had as a Word file that Writer opens', { timeout: PATIENCE }, async () => {
    // As it was stored before forms cleaned what was typed: the body is frozen, the copy is made from it.
    const dirty = dirtied([PASTED]);
    await house.db
      .insertInto('minutes')
      .values({
        ...(await house.kept(1)),
        id: 'lama',
        number: 2,
        number_text: 'lama',
        code: 'LAMA',
        body: JSON.stringify(dirty),
      })
      .execute();
    const file = await downloadMinutes(await house.meetingNow(), { number: 2, format: 'docx' });
    if (!file) throw new Error('no file');
    const path = join(house.folder, 'lama.docx');
    await writeFile(path, file.body);
    const profile = pathToFileURL(join(house.folder, 'writer-lama')).href;
    const target = ['--convert-to', 'pdf', '--outdir', house.folder, path];
    await run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...target], {
      timeout: PATIENCE,
    });
    const { stdout } = await run('pdftotext', ['-raw', join(house.folder, 'lama.pdf'), '-'], {
      maxBuffer: 16_000_000,
    });
    const text = squeezed(stdout);
    expect(text.split(squeezed(cleanText(PASTED))).length).toBeGreaterThan(20);
    expect(text).toContain('MenyusunarsitekturSPBEdanpetarencana');
  });
});

describe('the read-back of the Word file', () => {
  let paper: Paper;
  let bytes: Uint8Array;

  beforeAll(async () => {
    paper = paperOf(body, sha256);
    bytes = await minutesDocx(paper);
  });

  /** The file with one part written anew. */
  async function altered(name: string, change: (xml: string) => string): Promise<Uint8Array> {
    const zip = await JSZip.loadAsync(bytes);
    zip.file(name, change((await zip.file(name)?.async('string')) ?? ''));
    return zip.generateAsync({ type: 'uint8array' });
  }

  it('takes the file as it was made', () => expect(proveDocx(bytes, paper)).resolves.toBeUndefined());

  it.each([
    [
      'a sign that XML does not know',
      (xml: string) => xml.replace('Komitmen nomor 1', 'Komitmen\u000b nomor 1'),
      'no XML',
    ],
    [
      'a sign that is no character',
      (xml: string) => xml.replace('Komitmen nomor 1', 'Komitmen\ufffe nomor 1'),
      'no XML',
    ],
    ['an end that is missing', (xml: string) => xml.replace('</w:body>', ''), 'no XML'],
    [
      'another word',
      (xml: string) => xml.replace('Komitmen nomor 1', 'Komitmen nomor 9'),
      'says "Komitmen nomor 9',
    ],
    ['a row too few', (xml: string) => xml.replace(/<w:tr>(?!.*<w:tr>).*?<\/w:tr>/s, ''), 'says'],
    [
      'a sentence too many',
      (xml: string) => xml.replace('<w:sectPr', '<w:p><w:r><w:t>Lagi</w:t></w:r></w:p><w:sectPr'),
      'more',
    ],
  ])('refuses %s', async (_what, change, complaint) => {
    await expect(proveDocx(await altered('word/document.xml', change), paper)).rejects.toThrow(complaint);
  });

  it('refuses what is cut short, changed on the way, or lacks a part', async () => {
    await expect(proveDocx(bytes.subarray(0, bytes.length - 100), paper)).rejects.toThrow('whole');
    const flipped = Uint8Array.from(bytes);
    flipped[200] = (flipped[200] ?? 0) ^ 0xff;
    await expect(proveDocx(flipped, paper)).rejects.toThrow();
    const zip = await JSZip.loadAsync(bytes);
    zip.remove('word/footer1.xml');
    await expect(proveDocx(await zip.generateAsync({ type: 'uint8array' }), paper)).rejects.toThrow('lacks');
  });
});

it('the read-back of the PDF sees every kind of block, and a sign that is missing', () => {
  const paper = paperOf(body, sha256);
  const pdf = minutesPdf(paper);
  const withBlock = (block: Paper['blocks'][number]): Paper => ({
    ...paper,
    blocks: [...paper.blocks, block],
  });
  const absent = 'Kalimat ini tidak pernah dicetak di mana pun, seberapa pun panjangnya kalimat itu.';
  for (const block of [
    { kind: 'heading', text: absent },
    { kind: 'paragraph', text: absent },
    { kind: 'remark', text: absent },
    { kind: 'list', items: [absent] },
    { kind: 'facts', rows: [['Nama', absent]] },
    { kind: 'table', columns: [{ title: '', width: 1 }], rows: [{ cells: [absent] }] },
    { kind: 'table', columns: [{ title: '', width: 1 }], rows: [{ cells: [absent.repeat(20)] }] },
    { kind: 'table', columns: [{ title: '', width: 1 }], rows: [{ group: absent }] },
  ] as const) {
    expect(() => provePdf(pdf, withBlock(block))).toThrow('lacks');
  }
  const [first] = body.commitments;
  if (!first) throw new Error('no commitment');
  const other = paperOf(
    { ...body, commitments: [{ ...first, what: first.what.replace(':', '-:') }] },
    sha256,
  );
  expect(() => provePdf(pdf, other)).toThrow('lacks');
});

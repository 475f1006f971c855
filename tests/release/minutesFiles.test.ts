/**
 * The files of a Berita Acara in other people's programs: poppler reads the PDF and its QR code is scanned, LibreOffice
 * Writer opens the copy for editing. Needs `soffice` with Writer, `pdftotext`, `pdftoppm`, `pdfinfo` and `unzip`.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMinutesBody } from '~/hall/minutes/minutesBody';
import { downloadMinutes } from '~/hall/minutes/downloadMinutes.server';
import { provePdf } from '~/hall/minutes/readBackMinutes.server';
import { paperOf } from '~/hall/minutes/minutesPaper';
import { pngOf } from '#tests/house/pictures';
import { postArms, removeArms } from '~/hall/setUp/setArms.server';
import { type MinutesHouse, openMinutesHouse, ORIGIN } from './minutesHouse';

const run = promisify(execFile);
const PATIENCE = 180_000;

let house: MinutesHouse;

beforeAll(async () => {
  house = await openMinutesHouse();
  await house.fill({ items: 6, notes: 12, commitments: 40 });
  await house.make();
}, PATIENCE);
afterAll(() => house.close());

async function textOf(pdf: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 16_000_000 });
  return stdout.replace(/\s+/g, ' ');
}

it(
  'is a PDF whose pages are numbered and whose text holds what was written down',
  { timeout: PATIENCE },
  async () => {
    const row = await house.kept(1);
    const path = join(house.folder, 'minutes.pdf');
    await writeFile(path, row.pdf);
    const text = await textOf(path);
    const { stdout } = await run('pdfinfo', [path]);
    const pages = Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]);
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Halaman ${page} dari ${pages}`);
    expect(text.split(row.number_text).length - 1).toBeGreaterThanOrEqual(pages);
    expect(text.split('DATA CONTOH').length - 1).toBeGreaterThanOrEqual(pages);
    for (let i = 1; i <= 40; i += 1) expect(text).toContain(`Komitmen nomor ${i}:`);
    for (const { name } of parseMinutesBody(row.body).agencies) expect(text).toContain(name.slice(0, 12));
  },
);

it(
  'carries a QR code on its first and last page that leads to its own check',
  { timeout: PATIENCE },
  async () => {
    const row = await house.kept(1);
    const path = join(house.folder, 'qr.pdf');
    await writeFile(path, row.pdf);
    const { stdout } = await run('pdfinfo', [path]);
    const last = /Pages:\s+(\d+)/.exec(stdout)?.[1] ?? '1';
    for (const page of ['1', last]) {
      const image = join(house.folder, `page-${page}`);
      await run('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', page, '-l', page, path, image]);
      const { data, width, height } = PNG.sync.read(await readFile(`${image}.png`));
      const found = jsQR(Uint8ClampedArray.from(data), width, height);
      expect(found?.data).toBe(`${ORIGIN}/periksa/${row.code}`);
    }
  },
);

it('is refused by its own read-back when it lacks a row', async () => {
  const row = await house.kept(1);
  const body = parseMinutesBody(row.body);
  const pdf = Uint8Array.from(row.pdf);
  expect(() => provePdf(pdf, paperOf(body, row.body_sha256))).not.toThrow();
  const [first] = body.commitments;
  if (!first) throw new Error('no commitment');
  const more = {
    ...body,
    commitments: [...body.commitments, { ...first, what: 'Komitmen yang tidak tercetak' }],
  };
  expect(() => provePdf(pdf, paperOf(more, row.body_sha256))).toThrow('lacks');
  expect(() => provePdf(pdf.subarray(0, pdf.length - 100), paperOf(body, row.body_sha256))).toThrow('whole');
});

describe('the copy for editing', () => {
  let path: string;

  beforeAll(async () => {
    const file = await downloadMinutes(await house.meetingNow(), { number: 1, format: 'docx' });
    if (!file) throw new Error('no file');
    expect(file.name).toBe('demo-berita-acara-001-kalsel-2025.docx');
    path = join(house.folder, 'minutes-copy.docx');
    await writeFile(path, file.body);
  });

  it('is a whole package that says the same as the PDF, and what it is not', async () => {
    await run('unzip', ['-t', path]);
    const text = await partOf('word/document.xml');
    expect(text).toContain('001/BA/RAKERDA-SPBE/DEMO-KALSEL-2025/2025');
    for (let i = 1; i <= 40; i += 1) expect(text).toContain(`Komitmen nomor ${i}:`);
    // Heads of tables repeat on every page.
    expect((await xmlOf('word/document.xml')).split('<w:tblHeader').length - 1).toBeGreaterThan(3);
    const header = await partOf('word/header1.xml');
    expect(header).toContain('bukan dokumen yang diverifikasi');
    expect(header).toContain('DATA CONTOH');
  });

  it('opens in LibreOffice Writer', { timeout: PATIENCE }, async () => {
    const profile = pathToFileURL(join(house.folder, 'writer')).href;
    const target = ['--convert-to', 'pdf', '--outdir', house.folder, path];
    await run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...target], {
      timeout: PATIENCE,
    });
    const text = await textOf(join(house.folder, 'minutes-copy.pdf'));
    expect(text).toContain('bukan dokumen yang diverifikasi');
    for (let i = 1; i <= 40; i += 1) expect(text).toContain(`Komitmen nomor ${i}:`);
  });

  async function xmlOf(part: string): Promise<string> {
    const { stdout } = await run('unzip', ['-p', path, part], { maxBuffer: 16_000_000 });
    return stdout;
  }

  async function partOf(part: string): Promise<string> {
    return (await xmlOf(part)).replace(/<[^>]+>/g, '');
  }
});

it(
  'carries the arms at its head, and the copy only while they are the same',
  { timeout: PATIENCE },
  async () => {
    const form = new FormData();
    form.append('picture', new Blob([Uint8Array.from(pngOf({ width: 120, height: 150 }))]), 'lambang.png');
    const request = new Request(ORIGIN, { method: 'POST', body: form });
    expect(await postArms(await house.meetingNow(), request)).toBe('set');
    await house.make();
    expect(await picturesOf('1')).toBe(0);
    expect(await picturesOf('2')).toBe(1);
    expect(await copyHasPicture(1)).toBe(false);
    expect(await copyHasPicture(2)).toBe(true);
    await removeArms(await house.meetingNow());
    expect(await copyHasPicture(2)).toBe(false);
  },
);

/** How many pictures stand in a PDF: its QR code is drawn. */
async function picturesOf(number: '1' | '2'): Promise<number> {
  const path = join(house.folder, `arms-${number}.pdf`);
  await writeFile(path, (await house.kept(Number(number))).pdf);
  const { stdout } = await run('pdfimages', ['-list', path]);
  return stdout.split('\n').filter((line) => line.includes(' image ')).length;
}

async function copyHasPicture(number: number): Promise<boolean> {
  const file = await downloadMinutes(await house.meetingNow(), { number, format: 'docx' });
  if (!file) throw new Error('no file');
  const path = join(house.folder, 'arms.docx');
  await writeFile(path, file.body);
  const { stdout } = await run('unzip', ['-l', path]);
  return stdout.includes('word/media/');
}

/** The pages around the meeting: the facilitator's, the participants', and what is printed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { type Camera, keep } from './camera';
import { command, type Meeting, RAKERDA } from './meeting';
import { type Picture, take } from './pages';

const PHONE = 360;

/** While the vote is open. */
const DURING = ({ open }: Meeting): readonly Picture[] => [
  { name: 'remote', path: `${RAKERDA}/kendali`, as: 'fasilitator', width: PHONE, height: 1400 },
  { name: 'follow', path: `${RAKERDA}/ikuti`, as: 'operator.6303', width: PHONE, height: 1000 },
  { name: 'vote', path: `${RAKERDA}/suara/${open}`, as: 'operator.6303', width: PHONE, height: 1500 },
  { name: 'monitor', path: `${RAKERDA}/pantau`, as: 'fasilitator' },
  { name: 'agenda', path: `${RAKERDA}/agenda`, as: 'operator.6303' },
  { name: 'commitments', path: `${RAKERDA}/komitmen`, as: 'fasilitator', height: 1500 },
];

/** Whose screens are open while the monitor is looked at. */
const PRESENT = ['operator.6301', 'operator.6302', 'operator.6303', 'operator.6305', 'kepala.6308'];

/** Takes the pages of the running meeting, and the sheet of cards. */
export async function takeHall(camera: Camera, meeting: Meeting): Promise<void> {
  await command(meeting, { intent: 'scene', to: 'ranking' });
  const present: Page[] = [];
  for (const as of PRESENT) {
    const page = await camera.enter({ as, width: PHONE });
    await page.goto(`${RAKERDA}/ikuti`);
    present.push(page);
  }
  for (const picture of DURING(meeting)) await take(camera, picture);
  for (const page of present) await page.context().close();
  const page = await camera.enter({ as: 'fasilitator' });
  await page.goto(`${RAKERDA}/kartu/cetak`);
  await keepPaper(await page.pdf({ preferCSSPageSize: true, printBackground: true }), 'cards');
  await page.context().close();
}

/** Takes the Berita Acara as it is printed, and what its QR code leads to. */
export async function takeMinutes(camera: Camera, meeting: Meeting, code: string): Promise<void> {
  const document = await meeting.facilitator.get(`${RAKERDA}/berita-acara/1.pdf`);
  await keepPaper(document.body, 'minutes');
  await take(camera, { name: 'verify', path: `/periksa/${code}`, as: null, width: PHONE });
}

/** The first page of a PDF as a picture. */
async function keepPaper(pdf: Buffer, name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-paper-'));
  try {
    await writeFile(join(folder, 'paper.pdf'), pdf);
    const target = join(folder, 'page');
    await promisify(execFile)('pdftoppm', [
      '-png',
      '-r',
      '110',
      '-singlefile',
      join(folder, 'paper.pdf'),
      target,
    ]);
    await keep(await readFile(`${target}.png`), name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pages of the assessment, with the demo data as they are after the first start. */
import { type Camera, settle, shoot, type View, visit } from './camera';

const RAKERDA = '/rakerda/demo-kalsel-2025';
const BASE = `${RAKERDA}/spbe-2020`;

export interface Picture extends View {
  /** Of the file in docs/screenshots. */
  readonly name: string;
  readonly path: string;
  /** The element the picture begins at, where it is not the top of the page. */
  readonly from?: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'home', path: '/', as: null },
  { name: 'sign-in', path: '/masuk', as: null },
  { name: 'operator-home', path: '/', as: 'operator.6301' },
  { name: 'questionnaire', path: `${BASE}/63.01/isi`, as: 'operator.6301' },
  // The first screen of a question: the sizes that its levels must begin in.
  { name: 'indicator', path: `${BASE}/63.01/isi/5`, as: 'operator.6301', width: 1280, height: 800 },
  { name: 'indicator-phone', path: `${BASE}/63.01/isi/5`, as: 'operator.6301', width: 360, height: 740 },
  { name: 'indicator-dark', path: `${BASE}/63.01/isi/5`, as: 'operator.6301', dark: true },
  { name: 'result', path: `${BASE}/63.71`, as: 'fasilitator' },
  { name: 'result-phone', path: `${BASE}/63.71`, as: 'fasilitator', width: 360 },
  { name: 'planner', path: `${BASE}/63.02/rencana`, as: 'operator.6302' },
  { name: 'comparison', path: `${BASE}/banding`, as: 'fasilitator', from: '#aspek' },
  { name: 'comparison-map', path: `${BASE}/banding?semua=1`, as: 'fasilitator', from: '#peta' },
  { name: 'comparison-ranking', path: `${BASE}/banding`, as: 'fasilitator', from: '#peringkat' },
  { name: 'comparison-dark', path: `${BASE}/banding`, as: 'fasilitator', dark: true, from: '#aspek' },
  { name: 'comparison-english', path: `${BASE}/banding`, as: 'fasilitator', english: true, from: '#aspek' },
  { name: 'release', path: `${BASE}/rilis`, as: 'penghubung' },
  { name: 'rakerda', path: RAKERDA, as: 'fasilitator' },
  { name: 'status', path: `${BASE}/63.03/status`, as: 'kepala.6303' },
];

/** Takes the pictures of the assessment. */
export async function takePages(camera: Camera): Promise<void> {
  for (const picture of PICTURES) await take(camera, picture);
}

/** Takes one page as one person sees it. */
export async function take(camera: Camera, picture: Picture): Promise<void> {
  const page = await camera.enter(picture);
  await visit(page, picture.path);
  if (picture.from) {
    await page
      .locator(picture.from)
      .first()
      .evaluate((element) => element.scrollIntoView());
    await settle(page);
  }
  await shoot(page, picture.name);
  await page.context().close();
}

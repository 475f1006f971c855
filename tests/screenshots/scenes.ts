/** Every scene of the hall at the sizes of real projectors, taken from the page that the projector shows. */
import type { Fields } from '../visitor';
import { type Camera, settle, shoot } from './camera';
import { command, type Meeting } from './meeting';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

interface SceneToTake {
  /** Of the files in docs/screenshots/scenes, before the height. */
  readonly name: string;
  /** What the remote is told before. */
  readonly orders: (meeting: Meeting) => readonly Fields[];
  /** Where the scene has pages: the one to take. They would turn by themselves otherwise. */
  readonly page?: number;
}

/** Further pages of a scene are taken at this size only. */
const FURTHER = SIZES.slice(1, 2);

const order = (intent: string, to: string): Fields => ({ intent, to });
const only = (name: string, scene: string, page?: number): SceneToTake => ({
  name,
  orders: () => [order('scene', scene)],
  ...(page !== undefined && { page }),
});

const SCENES: readonly SceneToTake[] = [
  only('welcome', 'welcome'),
  only('join', 'join'),
  only('progress', 'progress'),
  only('table', 'table', 0),
  {
    name: 'topic',
    orders: () => [order('topic', 'lapor-sp4n')],
  },
  // A register district by district, and a topic node by node.
  { name: 'topic-districts', orders: () => [order('topicParts', 'konektivitas')], page: 0 },
  { name: 'topic-parts', orders: () => [order('topicParts', 'indeks-kami')] },
  only('ranking', 'ranking'),
  // Two of the hidden names stand open: the picture shows both kinds.
  {
    name: 'ranking-hidden',
    orders: () => [order('names', 'hidden'), order('reveal', 'next'), order('reveal', 'next')],
  },
  { name: 'radar', orders: () => [order('names', 'shown'), order('scene', 'radar')], page: 0 },
  only('radar-values', 'radar', 1),
  only('heat-map', 'heatMap'),
  { name: 'indicator', orders: () => [order('indicator', '13')], page: 0 },
  { name: 'indicator-criteria', orders: () => [], page: 1 },
  only('movement', 'movement'),
  only('road', 'road', 0),
  only('road-agencies', 'road', 1),
  { name: 'vote-open', orders: ({ open }) => [order('vote', open)] },
  { name: 'vote', orders: ({ decided }) => [order('vote', decided)] },
  { name: 'commitments', orders: () => [order('commitments', 'this')], page: 0 },
];
const LAST: SceneToTake = only('closing', 'closing');

/** Takes every scene but the last. */
export async function takeScenes(camera: Camera, meeting: Meeting): Promise<void> {
  await takeAll(camera, meeting, SCENES);
}

/** The closing summary: after the Berita Acara was made. */
export async function takeClosing(camera: Camera, meeting: Meeting): Promise<void> {
  await takeAll(camera, meeting, [LAST]);
}

async function takeAll(camera: Camera, meeting: Meeting, scenes: readonly SceneToTake[]): Promise<void> {
  const hall = await camera.enter({ as: null });
  for (const { name, orders, page } of scenes) {
    for (const form of orders(meeting)) await command(meeting, form);
    if (page !== undefined) await turnTo(meeting, page);
    await hall.goto(meeting.link);
    await hall.locator('[data-scene]').waitFor();
    for (const size of page === 1 ? FURTHER : SIZES) {
      await hall.setViewportSize(size);
      await settle(hall);
      await shoot(hall, `scenes/${name}-${String(size.height)}`);
    }
  }
  await hall.context().close();
}

/** From the pages that turn by themselves the first step stops on the first one. */
async function turnTo(meeting: Meeting, page: number): Promise<void> {
  await command(meeting, order('page', 'auto'));
  for (let steps = 0; steps <= page; steps += 1) await command(meeting, order('page', 'next'));
}

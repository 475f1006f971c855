/**
 * `npm run screenshots`: pictures of the running product with its demo data, for docs/screenshots.
 * With names after `--` only some of them: `pages` (the assessment), `hall` (the pages around the meeting),
 * `scenes` (what the hall sees).
 */
import { startProduct } from '../product';
import { Camera } from './camera';
import { takeHall, takeMinutes } from './hall';
import { endVote, makeMinutes, prepareMeeting } from './meeting';
import { takePages } from './pages';
import { takeClosing, takeScenes } from './scenes';

const PARTS = ['pages', 'hall', 'scenes'];
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`Not known: ${unknown.join(', ')}. There are: ${PARTS.join(', ')}`);
const wants = (part: string) => asked.length === 0 || asked.includes(part);

const product = await startProduct();
const camera = await Camera.open(product);
try {
  if (wants('pages')) await takePages(camera);
  if (wants('hall') || wants('scenes')) await takeMeeting();
} finally {
  await camera.close();
  await product.stop();
}

async function takeMeeting(): Promise<void> {
  const meeting = await prepareMeeting(product, camera);
  if (wants('hall')) await takeHall(camera, meeting);
  if (wants('scenes')) await takeScenes(camera, meeting);
  await endVote(meeting);
  const code = await makeMinutes(camera, meeting);
  if (wants('hall')) await takeMinutes(camera, meeting, code);
  if (wants('scenes')) await takeClosing(camera, meeting);
}

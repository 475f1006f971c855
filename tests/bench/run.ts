/**
 * `npm run bench`: the figures of quality that a machine can measure, each against a bar measured in the same run or a
 * budget. `npm run bench -- saving pages` runs only some; `BENCH_SECONDS` sets how long a load lasts (default 8),
 * `BENCH_AGAINST` names another checkout, installed and built, that `plain` is compared with.
 */
import { availableParallelism, cpus } from 'node:os';
import { startProduct } from '../product';
import { benchCrowd } from './crowd';
import { addBenchData } from './data';
import { benchEveryTopic } from './everyTopic';
import { benchOverview } from './overview';
import { benchPages } from './pages';
import { benchPlain } from './plain';
import { benchComparison, benchScoring } from './reading';
import { benchRelease } from './releasing';
import { held, type Line, table } from './report';
import { benchSaving } from './saving';
import { benchStage } from './stage';
import { benchStreaming } from './streaming';

const seconds = Math.min(60, Math.max(1, Number(process.env.BENCH_SECONDS ?? 8)));
const tell = (text: string) => console.log(text);

const product = await startProduct();
const parts: Readonly<Record<string, () => Promise<readonly Line[]> | readonly Line[]>> = {
  saving: () => benchSaving(product, seconds),
  plain: () => benchPlain(product, seconds),
  crowd: () => benchCrowd(product, seconds),
  streaming: () => benchStreaming(product, seconds),
  comparison: () => benchComparison(product, seconds),
  scoring: () => [...benchScoring(), ...benchEveryTopic()],
  overview: () => benchOverview(product, seconds),
  pages: () => benchPages(product, tell),
  release: () => benchRelease(product),
  stage: () => benchStage(product),
};
const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !(name in parts));

const lines: Line[] = [];
try {
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  addBenchData(product.databaseFile);
  for (const [name, run] of Object.entries(parts)) {
    if (wished.length > 0 && !wished.includes(name)) continue;
    tell(`… ${name}`);
    try {
      lines.push(...(await run()));
    } catch (error) {
      // One broken measurement must not hide the others; it counts as a bar that does not hold.
      lines.push(
        held(
          name,
          error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
          'measurable',
          false,
        ),
      );
    }
  }
} finally {
  await product.stop();
}
tell(`\nNode ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
tell(table(lines));
process.exitCode = lines.length > 0 && lines.every((line) => line.holds !== false) ? 0 : 1;

/**
 * `npm run bench`: the figures of quality that a machine can measure, each against a bar measured in the same run or a
 * budget. `npm run bench -- saving pages` runs only some; `BENCH_SECONDS` sets how long a load lasts (default 8),
 * `BENCH_AGAINST` names another checkout, installed and built, that `plain` is compared with.
 */
import { availableParallelism, cpus } from 'node:os';
import { type Product, startProduct } from '../product';
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

type Part = (product: Product) => Promise<readonly Line[]> | readonly Line[];
const parts: Readonly<Record<string, Part>> = {
  saving: (product) => benchSaving(product, seconds),
  plain: (product) => benchPlain(product, seconds),
  crowd: (product) => benchCrowd(product, seconds),
  streaming: (product) => benchStreaming(product, seconds),
  comparison: (product) => benchComparison(product, seconds),
  scoring: () => [...benchScoring(), ...benchEveryTopic()],
  overview: (product) => benchOverview(product, seconds),
  pages: (product) => benchPages(product, tell),
  release: (product) => benchRelease(product),
  stage: (product) => benchStage(product),
};
const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const lines: Line[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  tell(`… ${name}`);
  // Each part finds a product of its own: answers that another one saved would be conflicts.
  const product = await startProduct();
  try {
    addBenchData(product.databaseFile);
    lines.push(...(await run(product)));
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
  } finally {
    await product.stop();
  }
}
tell(`\nNode ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
tell(table(lines));
process.exitCode = lines.length > 0 && lines.every((line) => line.holds !== false) ? 0 : 1;

/** Saves while twenty people fetch a result as PDF and one the spreadsheet of the country, against the same without them. */
import type { Product } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn } from '../visitor';
import { country, INDICATORS, LISTENING_HALL, REGENCIES } from './data';
import { load, type LoadResult } from './load';
import { held, type Line, ms, shown, times } from './report';

/** A hall at work, far from what the machine can take: what is measured is the wait behind others' files. */
const CONNECTIONS = 4;
const READERS = 20;

export async function benchCrowd(product: Product, seconds: number): Promise<readonly Line[]> {
  const operators = await Promise.all(
    REGENCIES.map(async (agency) => ({
      agency,
      visitor: await signedIn(product, `operator.${agency.replace('.', '')}`),
    })),
  );
  const liaison = await signedIn(product, 'penghubung');
  const rounds = new Map<number, number>();
  const saves = (): Promise<LoadResult> =>
    load({
      origin: product.origin,
      connections: CONNECTIONS,
      seconds,
      method: 'POST',
      headers: (connection) => ({
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
        Origin: product.origin,
        Cookie: operators[connection % CONNECTIONS]?.visitor.cookieHeader() ?? '',
      }),
      next: (connection) => {
        const operator = connection % CONNECTIONS;
        const count = rounds.get(operator) ?? 0;
        rounds.set(operator, count + 1);
        const version = Math.floor(count / INDICATORS);
        return {
          path: answerPath(LISTENING_HALL, operators[operator]?.agency ?? '', (count % INDICATORS) + 1),
          body: answerFields({ version, level: 1 + (version % 5), justification: 'Contoh.' }).toString(),
        };
      },
      expected: [200],
    });

  const quiet = await saves();
  const asked = performance.now();
  let lastResult = 0;
  const files = [
    liaison.get(`/rakerda/${country(2025)}/spbe-2020/rilis/skor.xlsx`),
    ...Array.from({ length: READERS }, (_, i) => operators[i % operators.length]).flatMap((one) =>
      one
        ? [
            one.visitor
              .get(`/rakerda/${LISTENING_HALL}/spbe-2020/${one.agency}/hasil.pdf`)
              .finally(() => (lastResult = performance.now() - asked)),
          ]
        : [],
    ),
  ];
  const [busy, answers] = await Promise.all([saves(), Promise.all(files)]);
  const arrived = answers.filter(({ status }) => status === 200).length;
  const slower = busy.p99 / quiet.p99;
  return [
    line('saves of a quiet hall', quiet),
    line('… while files are made', busy),
    held('p99 of saves, busy ÷ quiet', times(slower), '≤ 2.00×', slower <= 2 && busy.wrong === 0),
    shown('until the last result was there', ms(lastResult)),
    held('files that arrived', `${arrived} of ${files.length}`, 'all', arrived === files.length),
  ];
}

function line(what: string, { perSecond, p50, p99, wrong }: LoadResult): Line {
  return shown(what, `${perSecond.toFixed(0)} req/s, p50 ${ms(p50)}, p99 ${ms(p99)}, ${wrong} wrong`);
}

/**
 * What a person without scripts costs: the form of one indicator is posted, and the page of the next one opens. The same on
 * another checkout of the product, where one is named, in turns.
 */
import { type Product, startProduct } from '../product';
import { signedIn, type Visitor } from '../visitor';
import { INDICATORS } from './data';
import { type Load, loadOn } from './load';
import { held, type Line, ms, percentile, shown, times } from './report';

/** Agencies of the demo that are still filling in. */
const AGENCIES = ['63.01', '63.05', '63.10'] as const;
const TURNS = 4;
/** What is asked of this checkout beside the other. */
const LEAST = 2;

export async function benchPlain(product: Product, seconds: number): Promise<readonly Line[]> {
  const root = process.env.BENCH_AGAINST;
  const here = await roundsOn(product, seconds);
  if (root === undefined) {
    const turns = [await here(), await here()];
    return [...turns.map((turn) => line('plain form and next page', turn)), ...wrongIn(turns)];
  }
  const other = await startProduct({ root });
  try {
    const there = await roundsOn(other, seconds);
    const turns: { readonly own: Turn; readonly others: Turn }[] = [];
    while (turns.length < TURNS) turns.push({ others: await there(), own: await here() });
    const faster = middle(turns.map(({ own, others }) => own.perSecond / others.perSecond));
    const work = middle(turns.map(({ own, others }) => others.cpu / own.cpu));
    return [
      ...turns.flatMap(({ own, others }) => [
        line('plain form and next page, there', others),
        line('plain form and next page, here', own),
      ]),
      held('… here ÷ there, rounds per second', times(faster), `≥ ${times(LEAST)}`, faster >= LEAST),
      shown('… there ÷ here, processor time of the server', times(work)),
      ...wrongIn(turns.flatMap(({ own, others }) => [own, others])),
    ];
  } finally {
    await other.stop();
  }
}

interface Turn {
  readonly perSecond: number;
  /** Of the server, for both halves of a round. */
  readonly cpu: number;
  readonly wrong: number;
}

/** Rounds of three operators, each on a connection of its own, as their browsers send them over plain http. */
async function roundsOn(product: Product, seconds: number): Promise<() => Promise<Turn>> {
  const operators = await Promise.all(
    AGENCIES.map((agency) => beginning(product, agency, `operator.${agency.replace('.', '')}`)),
  );
  const plan: Load = {
    origin: product.origin,
    connections: operators.length,
    seconds,
    method: 'POST',
    headers: (connection) => ({
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'Accept-Encoding': 'gzip, deflate',
      'Accept-Language': 'id',
      'Sec-Fetch-Dest': 'document',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Site': 'same-origin',
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      Origin: product.origin,
      Cookie: operators[connection % operators.length]?.cookie ?? '',
    }),
    next: (connection) => operators[connection % operators.length]?.next() ?? { path: '/' },
    expected: [200, 302, 303],
  };
  return async () => {
    const { perSecond, cpu, wrong } = await loadOn(product.pid, plan);
    const unsaved = await Promise.all(operators.map((operator) => operator.unsaved()));
    return { perSecond: perSecond / 2, cpu: cpu * 2, wrong: wrong + unsaved.filter(Boolean).length };
  };
}

/** One operator at work: each answer on top of the version that the page said, and then the page of the next indicator. */
async function beginning(product: Product, agency: string, username: string) {
  const visitor = await signedIn(product, username);
  const page = (no: number) => `/rakerda/demo-kalsel-2025/spbe-2020/${agency}/isi/${String(no)}`;
  const versions: number[] = [];
  let account = '';
  for (let no = 1; no <= INDICATORS; no += 1) {
    const html = (await visitor.get(page(no))).text();
    const version = hidden(html, 'version');
    if (version === null) throw new Error(`The page of indicator ${String(no)} has no form`);
    versions.push(Number(version));
    // Earlier versions of the page did not ask whose it was.
    account = hidden(html, 'account') ?? '';
  }
  let isPosting = false;
  let round = 0;
  return {
    cookie: visitor.cookieHeader(),
    next() {
      isPosting = !isPosting;
      const place = round % INDICATORS;
      const no = place + 1;
      if (!isPosting) {
        round += 1;
        return { method: 'GET' as const, path: page((no % INDICATORS) + 1), body: '' };
      }
      const version = versions[place] ?? 0;
      versions[place] = version + 1;
      const fields = {
        account,
        version: String(version),
        level: String(1 + (version % 5)),
        justification: `Putaran ${String(round)} untuk ${agency}.`,
        'evidence.0.url': '',
        'evidence.0.caption': '',
        personInCharge: '',
        note: '',
        intent: 'next',
      };
      return { method: 'POST' as const, path: page(no), body: new URLSearchParams(fields).toString() };
    },
    unsaved: () => isUnsaved(visitor, page((round % INDICATORS) + 1), versions[round % INDICATORS] ?? 0),
  };
}

/** Whether the answer that was posted half a walk ago is not what the server has. */
async function isUnsaved(visitor: Visitor, path: string, version: number): Promise<boolean> {
  return Number(hidden((await visitor.get(path)).text(), 'version')) < version - 1;
}

/** The value of a hidden field of a page; null where it has none. */
function hidden(html: string, name: string): string | null {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? null;
}

function wrongIn(turns: readonly Turn[]): readonly Line[] {
  const wrong = turns.reduce((sum, turn) => sum + turn.wrong, 0);
  return [held('… answered wrongly', String(wrong), '0', wrong === 0)];
}

function middle(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function line(what: string, turn: Turn): Line {
  return shown(what, `${turn.perSecond.toFixed(1)} rounds/s, ${ms(turn.cpu)} of the processor each`);
}

/** Invented figures of the demo Rakerda, for every topic that it measures. Nothing here was ever reported by anybody. */
import { emptyFigures, type Figures, kindOf, type Topic } from '~/instrument/topic';
import type { Register, RowCells } from '~/instrument/metrics';
import {
  addRegisterIn,
  addSheetIn,
  approveSheetIn,
  type Area,
  readArea,
  submitSheetIn,
} from '~/topics/index.server';
import type { Doing } from '~/record/change.server';
import { fillRegister } from './demoRegisters.js';

/** The share of a whole, in whole numbers. */
const of = (whole: number, share: number) => Math.round(whole * Math.min(1, Math.max(0, share)));

/** About how many villages and districts there are; enough for figures that look like an area of that size. */
const SIZES: Readonly<Record<string, readonly [districts: number, villages: number]>> = {
  '63': [156, 2016],
  '63.01': [11, 135],
  '63.02': [21, 202],
  '63.03': [20, 290],
  '63.04': [17, 200],
  '63.05': [12, 126],
  '63.06': [11, 148],
  '63.07': [11, 169],
  '63.08': [10, 219],
  '63.09': [12, 131],
  '63.10': [12, 157],
  '63.11': [8, 157],
  '63.71': [5, 52],
  '63.72': [5, 20],
};

export type Draw = (low: number, high: number) => number;
type Typed = Readonly<Record<string, number>>;

interface Given {
  readonly draw: Draw;
  /**
   * What an agency was off from this year's figures in the year before, mostly to the worse; nothing in this year. Drawn
   * apart from the rest, so that an agency stays itself.
   */
  readonly drift: Draw;
  readonly size: readonly [districts: number, villages: number];
  readonly codes: readonly string[];
}

const FILLERS: Readonly<Record<string, (given: Given) => Typed>> = {
  'lapor-sp4n': ({ draw, drift, size: [districts] }) => {
    const received = Math.round(districts * draw(9, 30) * (1 + drift(-0.25, 0.15)));
    const resolved = of(received, draw(0.72, 0.97) + drift(-0.09, 0.04));
    const inProcess = of(received - resolved, draw(0.4, 0.8));
    const untouched = of(received - resolved - inProcess, draw(0.6, 1));
    const complaints = of(received, draw(0.5, 0.7));
    const oversight = of(received, draw(0.01, 0.05));
    const aspirations = of(received - complaints - oversight, draw(0.3, 0.6));
    const units = Math.round(draw(28, 46));
    return {
      received,
      complaints,
      oversight,
      aspirations,
      information: received - complaints - oversight - aspirations,
      resolved,
      'in-process': inProcess,
      untouched,
      'on-time': of(resolved, draw(0.6, 0.95) + drift(-0.12, 0.05)),
      'working-days': Math.round(resolved * draw(3, 12) * (1 + drift(-0.1, 0.3))),
      units,
      'units-decree': of(units, draw(0.5, 1) + drift(-0.15, 0)),
      'units-active': of(units, draw(0.4, 0.95) + drift(-0.15, 0.06)),
    };
  },
  konektivitas: ({ draw, drift }) => {
    const offices = Math.round(draw(28, 46));
    const services = Math.round(draw(40, 120));
    return {
      offices,
      'offices-connected': of(offices, draw(0.7, 1) + drift(-0.12, 0.04)),
      bandwidth: Math.round(draw(5000, 30000) * (1 + drift(-0.3, 0))),
      disturbances: Math.round(draw(12, 90) * (1 + drift(-0.15, 0.35))),
      'repair-hours': Math.round(draw(600, 4000) * (1 + drift(-0.1, 0.4))),
      services,
      'services-online': of(services, draw(0.2, 0.7) + drift(-0.15, 0.03)),
    };
  },
  kim: ({ draw, drift, size: [, villages] }) => {
    const population = Math.round(villages * Math.round(draw(1200, 2600)) * (1 + drift(-0.015, -0.005)));
    return { population, audience: of(population, draw(0.2, 0.6) + drift(-0.1, 0.04)) };
  },
  'satu-data': ({ draw, drift }) => {
    const datasets = Math.round(draw(60, 900) * (1 + drift(-0.3, 0)));
    const units = Math.round(draw(28, 46));
    return {
      datasets,
      published: of(datasets, draw(0.4, 0.95) + drift(-0.15, 0.06)),
      'with-metadata': of(datasets, draw(0.3, 0.95) + drift(-0.15, 0.06)),
      'machine-readable': of(datasets, draw(0.2, 0.9) + drift(-0.15, 0.06)),
      'on-time': of(datasets, draw(0.3, 0.85) + drift(-0.12, 0.08)),
      units,
      producers: of(units, draw(0.3, 0.95) + drift(-0.15, 0.04)),
      planning: of(units, draw(0.4, 1) + drift(-0.15, 0.04)),
      evaluation: of(units, draw(0.3, 0.95) + drift(-0.15, 0.04)),
    };
  },
  persandian: ({ draw, drift }) => {
    const units = Math.round(draw(28, 46));
    const systems = Math.round(draw(15, 90));
    const incidents = Math.max(1, Math.round(draw(2, 60) * (1 + drift(-0.3, 0.3))));
    const area = () => Math.round(draw(3500, 9200) + drift(-1100, 300));
    return {
      units,
      'units-signing': of(units, draw(0.3, 1) + drift(-0.18, 0.07)),
      systems,
      'systems-audited': of(systems, draw(0.05, 0.5) + drift(-0.1, 0.04)),
      incidents,
      'incidents-handled': of(incidents, draw(0.6, 1) + drift(-0.15, 0.06)),
      csirt: draw(0, 1) < 0.6 + drift(-0.4, 0) ? 1 : 0,
      'area-governance': area(),
      'area-risk': area(),
      'area-framework': area(),
      'area-assets': area(),
      'area-technology': area(),
    };
  },
  'pemdi-2026': gathered,
  'indeks-kami': secured,
};

/** Levels from below, as evidence is gathered: some are complete, the next is in work, nothing is said of what lies above. */
function gathered({ draw, codes }: Given): Typed {
  const typed: Record<string, number> = {};
  const reached = new Map<string, number>();
  for (const code of codes) {
    const [, indicator = '', level = ''] = /^(I\d+)-L(\d)-/.exec(code) ?? [];
    if (level !== '') {
      const complete = reached.get(indicator) ?? Math.floor(draw(0, 3.2));
      reached.set(indicator, complete);
      const above = Number(level) - complete;
      // One item of the level in work is missing for sure, so that nothing is asked above it.
      const most = code.endsWith('-01') ? 1.9 : 2.9;
      if (above <= 1) typed[code] = above <= 0 ? 2 : Math.floor(draw(0, most));
      continue;
    }
    // Of the scores from outside one does not exist yet, and one is missing here and there.
    if (code === 'I5') typed[code] = Math.round(draw(1500, 7000));
    if (code === 'I6' || code === 'I7') typed[code] = Math.round(draw(120, 360));
    if (code === 'I18-menunggu') typed[code] = 1;
  }
  return typed;
}

/** States of questions: a strong area is carried out but for a few, so that its last stage counts; others are under way. */
function secured({ draw, drift, codes }: Given): Typed {
  const strong = new Map<string, number>();
  return Object.fromEntries(
    codes.map((code) => {
      const [section = '', no = ''] = code.split('.');
      const chance = draw(0, 1);
      // Small agencies: few of the ten features lift the category.
      if (section === '1') return [code, chance < 0.08 ? 0 : chance < 0.4 ? 1 : 2];
      const strength = strong.get(section) ?? draw(0.55, 1.2) + drift(-0.3, 0.1);
      strong.set(section, strength);
      if (strength > 0.75) return [code, Number(no) % 9 === 5 || chance > 0.99 ? 2 : 3];
      return [code, Math.min(3, Math.floor(chance * 2 + strength * 2))];
    }),
  );
}

/** Agencies that have left some of it open, so that the demo shows what an unfinished sheet looks like. */
const UNFINISHED: Readonly<Record<string, number>> = { '63.01': 5, '63.05': 9, '63.10': 0 };
/** In a topic of many questions they have come further. */
const UNFINISHED_OF: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'indeks-kami': { '63.01': 74, '63.05': 140 },
};

/** Topics that only some have begun with. */
const BEGUN: Readonly<Record<string, readonly string[]>> = {
  'pemdi-2026': ['63', '63.01', '63.02', '63.03', '63.04', '63.71'],
  'indeks-kami': ['63', '63.01', '63.02', '63.03', '63.05', '63.06', '63.09', '63.71', '63.72'],
};

/** The year whose figures the others are told from; the demo's other year lies before it. */
const THIS_YEAR = 2025;

interface DemoAgency {
  readonly code: string;
  readonly area: Area;
  /** The same in both years, so that an agency stays itself. */
  readonly random: () => number;
  /** What the year before is off by. */
  readonly drifting: () => number;
}

interface DemoSheet {
  readonly topic: Topic;
  readonly figures: Figures;
  readonly registers: readonly {
    readonly register: Register;
    readonly rows: ReadonlyMap<string, RowCells>;
  }[];
}

/** What the demo makes up for one agency in one year. */
export function demoSheets(
  topics: readonly Topic[],
  { code, area, random, drifting }: DemoAgency,
  year: number,
): readonly DemoSheet[] {
  const draw: Draw = (low, high) => low + random() * (high - low);
  const drift: Draw = (low, high) => (year === THIS_YEAR ? 0 : low + drifting() * (high - low));
  return topics.flatMap((topic): DemoSheet[] => {
    if (BEGUN[topic.code]?.includes(code) === false) return [];
    const { codes, registers } = kindOf(topic);
    const typed = FILLERS[topic.code]?.({ draw, drift, size: SIZES[code] ?? [10, 100], codes });
    if (!typed) return [];
    const open = UNFINISHED_OF[topic.code]?.[code] ?? UNFINISHED[code] ?? Infinity;
    const most = year === THIS_YEAR ? open : Infinity;
    if (most === 0) return [];
    const kept = Object.entries(typed).slice(0, most);
    return [
      {
        topic,
        figures: { ...emptyFigures(topic), ...Object.fromEntries(kept) },
        registers: (registers?.all ?? []).map((register) => ({
          register,
          rows: fillRegister(register, area, {
            ...{ draw, drift, year },
            isWhole: most === Infinity,
            drawsGaps: open !== Infinity,
          }),
        })),
      },
    ];
  });
}

/** What agencies have said of villages so far, by register and village. */
export type Villages = Map<string, RowCells>;

/**
 * Fills in every topic for one agency; it has come as far as the assessment.
 * @param villages what was said of a village before is said again, and what this agency says is added
 */
export async function addDemoTopics(
  doing: Doing,
  rakerda: { readonly id: string; readonly year: number },
  topics: readonly Topic[],
  agency: Omit<DemoAgency, 'area'> & { readonly ends: 'draft' | 'submitted' | 'approved' },
  villages: Villages,
): Promise<void> {
  const area = await readArea(agency.code);
  for (const { topic, figures, registers } of demoSheets(topics, { ...agency, area }, rakerda.year)) {
    const of = { topic, rakerdaId: rakerda.id, agencyCode: agency.code };
    await addSheetIn(doing, of, figures);
    for (const { register, rows } of registers)
      await addRegisterIn(
        doing,
        { ...of, register, area, year: rakerda.year },
        register.rows === 'villages' ? agreed(register, rows, villages) : rows,
      );
    if (agency.ends === 'approved') await approveSheetIn(doing, of);
    if (agency.ends === 'submitted') await submitSheetIn(doing, of);
  }
}

function agreed(register: Register, rows: ReadonlyMap<string, RowCells>, villages: Villages) {
  return new Map(
    [...rows].map(([village, drawn]) => {
      const name = `${register.code} ${village}`;
      const cells = villages.get(name) ?? drawn;
      villages.set(name, cells);
      return [village, cells];
    }),
  );
}

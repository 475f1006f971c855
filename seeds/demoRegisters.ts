/**
 * Invented rows of the registers of the demo Rakerda: every village of an area by its official name and code, with signal
 * that nobody ever measured. The notes of blank spots and the source of every row say so.
 */
import { randomUUID } from 'node:crypto';
import type { Register, RowCells } from '~/instrument/metrics';
import type { Area } from '~/topics/index.server';

interface Given {
  readonly draw: (low: number, high: number) => number;
  /** What the year before is off by; nothing in this year. */
  readonly drift: (low: number, high: number) => number;
  readonly year: number;
  /** Otherwise some rows are left open, as an unfinished register has it. */
  readonly isWhole: boolean;
  /** Drawn where the agency has rows open in one of the years, so that both years draw alike. */
  readonly drawsGaps: boolean;
}

/** Row key → its cells; nothing for a register that the demo knows nothing about. */
export function fillRegister(register: Register, area: Area, given: Given): ReadonlyMap<string, RowCells> {
  switch (register.code) {
    case 'villages':
      return villages(area, given);
    case 'groups':
      return keyed(groups(area, given));
    case 'map':
      return keyed(communication(area, given));
    default:
      return new Map();
  }
}

function keyed(rows: readonly RowCells[]): ReadonlyMap<string, RowCells> {
  return new Map(rows.map((cells) => [randomUUID(), cells]));
}

const SOURCE = 'Data contoh, dibuat alat ini';

function villages(area: Area, { draw, drift, year, isWhole }: Given): ReadonlyMap<string, RowCells> {
  // Signal lies in districts: some have little, most have enough.
  const poor = new Map(
    area.districts.map(({ code }) => [code, draw(0, 1) < 0.25 ? draw(0.2, 0.6) : draw(0, 0.1)]),
  );
  // Where the signal came late, and where a tower fell silent since.
  const more = drift(-0.03, 0.07);
  const rows = new Map<string, RowCells>();
  for (const { code } of area.villages) {
    // Drawn for every village, filled in or not, so that the others stay as they are.
    const [first, second, third] = [draw(0, 1), draw(0, 1), draw(0, 1)];
    if (!isWhole && first > 0.7) continue;
    rows.set(code, villageRow((poor.get(code.slice(0, 8)) ?? 0) + more, [first, second, third], year));
  }
  return rows;
}

function villageRow(
  poor: number,
  [first, second, third]: readonly [number, number, number],
  year: number,
): RowCells {
  const isBlank = second < poor;
  const isWeak = !isBlank && second < poor * 2 + 0.08;
  const phone = isBlank
    ? third < 0.5
      ? 'none'
      : 'weak'
    : isWeak
      ? 'weak'
      : third < 0.6
        ? 'strong'
        : 'very-strong';
  const internet = isBlank ? 'none' : isWeak ? (third < 0.6 ? '3g' : '2g') : '4g';
  const towers = isBlank ? 0 : isWeak ? Math.round(third) : 1 + Math.round(third * 3);
  return {
    phone,
    internet,
    bts: String(towers),
    operators: String(isBlank ? 0 : Math.min(4, towers + 1)),
    office: isBlank ? (third < 0.4 ? 'none' : 'rarely') : first < 0.6 ? 'working' : 'rarely',
    ...(isWeak && third < 0.3 ? { spots: 'Contoh: sebagian dusun di balik bukit tanpa sinyal.' } : {}),
    plan: isBlank ? (first < 0.4 ? 'proposed' : first < 0.5 ? 'planned' : 'no-plan') : 'no-plan',
    origin: SOURCE,
    day: `${year}-03-${String(1 + Math.floor(third * 28)).padStart(2, '0')}`,
  };
}

const NAMES = ['Suara', 'Warta', 'Kabar', 'Pelita', 'Harapan', 'Cahaya'];
const CHANNELS = [
  'Grup pesan warga',
  'Radio komunitas',
  'Papan informasi desa',
  'Media sosial',
  'Pengajian dan arisan',
];

function pick(from: readonly string[], draw: Given['draw']): string {
  return from[Math.floor(draw(0, from.length - 0.001))] ?? '';
}

function groups(area: Area, { draw, drift, year, isWhole, drawsGaps }: Given): readonly RowCells[] {
  const active = 0.65 + drift(-0.22, 0.25);
  const decreed = 0.7 + drift(-0.3, 0);
  const coached = 0.5 + drift(-0.25, 0.1);
  return area.districts.flatMap(({ code, name }) =>
    Array.from({ length: Math.floor(draw(0, 4)) }, (): readonly RowCells[] => {
      const isActive = draw(0, 1) < active;
      const hasDecree = draw(0, 1) < decreed;
      const members = Math.round(draw(7, 20));
      const group = {
        name: `KIM ${pick(NAMES, draw)} ${name}`,
        district: code,
        channels: pick(CHANNELS, draw),
        members: String(members),
        coached: `${draw(0, 1) < coached ? year : year - 1}-02-${String(1 + Math.floor(draw(0, 27))).padStart(2, '0')}`,
        ...(hasDecree ? { decree: `CONTOH/${members}/${year - 2}` } : {}),
      };
      const isSaid = !drawsGaps || draw(0, 1) < 0.8 || isWhole;
      // Some were founded since.
      if (drift(0, 1) > 0.94) return [];
      return [isSaid ? { ...group, active: isActive ? 'active' : 'dormant' } : group];
    }).flat(),
  );
}

/** The part of the programmes that has a channel. */
const CHANNELLED = 0.7;

const PROGRAMMES = [
  ['Pencegahan stunting', 'Ibu hamil dan keluarga muda'],
  ['Kewaspadaan banjir', 'Warga bantaran sungai'],
  ['Kebakaran lahan', 'Petani dan pekebun'],
  ['Pasar murah', 'Keluarga prasejahtera'],
  ['Vaksinasi hewan ternak', 'Peternak'],
  ['Beasiswa daerah', 'Pelajar dan orang tua'],
  ['Layanan kependudukan daring', 'Seluruh warga'],
  ['Cegah hoaks', 'Pengguna media sosial'],
] as const;

function communication(area: Area, { draw, drift, year }: Given): readonly RowCells[] {
  const count = Math.round(draw(4, PROGRAMMES.length));
  const told = CHANNELLED + drift(-0.3, 0.1);
  return PROGRAMMES.slice(0, count).flatMap(([programme, audience], place) =>
    Array.from({ length: Math.round(draw(1, 2)) }, (): RowCells => {
      const chance = draw(0, 1);
      // Drawn or not as in this year, so that what is drawn behind it stays the same.
      const channel = chance < CHANNELLED ? pick(CHANNELS, draw) : (CHANNELS[0] ?? '');
      const hasChannel = chance < told;
      const district = area.districts[Math.floor(draw(0, area.districts.length - 0.001))];
      const status = pick(['planned', 'running', 'done'], draw);
      return {
        programme,
        audience,
        ...(hasChannel ? { channel } : {}),
        ...(district && hasChannel ? { district: district.code } : {}),
        who: 'Bidang informasi publik (contoh)',
        when: `${year}-${String(1 + place).padStart(2, '0')}-15`,
        status,
      };
    }),
  );
}

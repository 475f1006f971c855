/** How a definition is laid out as a workbook: one sheet per list of things, one row per thing, for two of the kinds. */
import { LOCALES, type LocalizedText } from '~/instrument';
import type { TableKind } from './kinds';

/**
 * What a cell holds. `string` and `strings` are there even where they are empty; `mark` only where it says yes; `codes` are
 * parted by commas, `strings` and `texts` by lines.
 */
export type CellType =
  | 'text'
  | 'string'
  | 'strings'
  /** Lines in one language of a list of texts in both. */
  | 'texts'
  | 'whole'
  | 'flag'
  | 'mark'
  | 'codes';

export interface LayoutColumn {
  /** `name.id`; empty where the cell only tells the thing from others. */
  readonly path: string;
  readonly head: LocalizedText;
  readonly type: CellType;
  /** In letters. */
  readonly width: number;
  /** Workbooks of before there was such a column are read without it. */
  readonly mayLack?: true;
}

export interface LayoutSheet {
  readonly name: LocalizedText;
  /** Where its things stand: `domains`, then `aspects` in each of them. */
  readonly path: readonly string[];
  /** The column that says which thing of the sheet above holds it; null for lists of the instrument itself. */
  readonly within: LocalizedText | null;
  /** Which column things are named by in the sheets below. */
  readonly key: string;
  readonly columns: readonly LayoutColumn[];
}

export interface Layout {
  /** The first sheet: one row per path. */
  readonly head: readonly { readonly path: string; readonly type: CellType; readonly about: LocalizedText }[];
  readonly sheets: readonly LayoutSheet[];
}

export const HEAD_SHEET: LocalizedText = { id: 'Instrumen', en: 'Instrument' };
export const HEAD_COLUMNS = {
  path: { id: 'Kunci', en: 'Key' },
  about: { id: 'Keterangan', en: 'What it is' },
  value: { id: 'Isi', en: 'Value' },
  english: { id: 'Isi dalam bahasa Inggris', en: 'Value in English' },
} as const;

const text = (id: string, en: string): LocalizedText => ({ id, en });

const column = (
  path: string,
  head: LocalizedText,
  type: CellType = 'text',
  width = 16,
): readonly LayoutColumn[] => [{ path, head, type, width }];

/** The same in both languages, in two columns. */
const both = (
  path: string,
  head: LocalizedText,
  type: 'text' | 'texts' = 'text',
  width = 40,
): readonly LayoutColumn[] =>
  LOCALES.map((locale) => ({
    path: `${path}.${locale}`,
    head: text(`${head.id} (${locale})`, `${head.en} (${locale})`),
    type,
    width,
  }));

/** The English of exactly one, beside the text of several. */
const ofOne = (path: string, head: LocalizedText): readonly LayoutColumn[] => [
  {
    path: `${path}.one`,
    head: text(`${head.id} (en, untuk satu)`, `${head.en} (en, of one)`),
    type: 'text',
    width: 16,
    mayLack: true,
  },
];

const NAME = text('Nama', 'Name');
const CODE = column('code', text('Kode', 'Code'));
const NO = column('no', text('Nomor', 'Number'), 'whole', 10);
const WEIGHT = column('weight', text('Bobot', 'Weight'), 'whole', 10);

const REGULATION: Layout['head'] = [
  { path: 'regulation.title', type: 'text', about: text('Judul peraturan', 'Title of the regulation') },
  { path: 'regulation.citation', type: 'text', about: text('Nomor peraturan', 'Number of the regulation') },
  { path: 'regulation.status', type: 'text', about: text('in-force atau repealed', 'in-force or repealed') },
  {
    path: 'regulation.repealedBy',
    type: 'text',
    about: text('Dicabut oleh; boleh kosong', 'Repealed by; may stay empty'),
  },
  {
    path: 'regulation.note',
    type: 'text',
    about: text('Catatan tentang peraturan', 'Note on the regulation'),
  },
];

const FIRST: Layout['head'] = [
  { path: 'kind', type: 'text', about: text('Jenis: jangan diubah', 'Kind: leave as it is') },
  {
    path: 'code',
    type: 'text',
    about: text('Kode: huruf kecil, angka, "-"', 'Code: small letters, digits, "-"'),
  },
  { path: 'version', type: 'text', about: text('Versi, seperti 1.0.0', 'Version, such as 1.0.0') },
  { path: 'name', type: 'text', about: text('Nama lengkap', 'Full name') },
  { path: 'shortName', type: 'text', about: text('Nama pendek', 'Short name') },
  ...REGULATION,
];

const MATURITY: Layout = {
  head: [
    ...FIRST,
    { path: 'level.min', type: 'whole', about: text('Tingkat terendah', 'Lowest level') },
    { path: 'level.max', type: 'whole', about: text('Tingkat tertinggi', 'Highest level') },
    {
      path: 'level.unit',
      type: 'whole',
      about: text('1 untuk tingkat bulat, 100 untuk dua desimal', '1 for whole levels, 100 for two decimals'),
    },
    { path: 'weightTotal', type: 'whole', about: text('Jumlah semua bobot', 'What all weights sum to') },
    {
      path: 'predicateFrom',
      type: 'text',
      about: text(
        'exact atau rounded: predikat dari indeks tepat atau dibulatkan',
        'exact or rounded: predicate from the exact or the rounded index',
      ),
    },
  ],
  sheets: [
    {
      name: text('Skala', 'Scales'),
      path: ['scales'],
      within: null,
      key: 'code',
      columns: [...CODE, ...both('name', NAME)],
    },
    {
      name: text('Tingkat', 'Levels'),
      path: ['scales', 'levels'],
      within: text('Skala', 'Scale'),
      key: 'level',
      columns: [
        ...column('level', text('Tingkat', 'Level'), 'whole', 10),
        ...both('name', NAME),
        ...both('meaning', text('Arti', 'Meaning')),
      ],
    },
    {
      name: text('Predikat', 'Predicates'),
      path: ['predicates'],
      within: null,
      key: 'code',
      columns: [
        ...CODE,
        ...both('name', NAME),
        ...column('minHundredths', text('Indeks terendah × 100', 'Lowest index × 100'), 'whole', 14),
      ],
    },
    {
      name: text('Domain', 'Domains'),
      path: ['domains'],
      within: null,
      key: 'no',
      columns: [...NO, ...both('name', NAME), ...WEIGHT, ...column('scale', text('Skala', 'Scale'))],
    },
    {
      name: text('Aspek', 'Aspects'),
      path: ['domains', 'aspects'],
      within: text('Domain', 'Domain'),
      key: 'no',
      columns: [...NO, ...both('name', NAME), ...WEIGHT],
    },
    {
      name: text('Indikator', 'Indicators'),
      path: ['domains', 'aspects', 'indicators'],
      within: text('Aspek', 'Aspect'),
      key: 'no',
      columns: [
        ...NO,
        ...both('name', NAME),
        ...WEIGHT,
        ...column(
          'scoredBy',
          text('Dinilai oleh (self, external, computed)', 'Scored by (self, external, computed)'),
        ),
        ...both('explanation', text('Penjelasan', 'Explanation'), 'text', 50),
        ...column('namesService', text('Menyebut layanan', 'Names a service'), 'mark', 12),
        ...column('source.confidence', text('Keyakinan (sourced, generic)', 'Confidence (sourced, generic)')),
        ...column('source.citation', text('Sumber', 'Source'), 'text', 30),
        ...column('source.read', text('Yang dibaca', 'What was read'), 'strings', 30),
        ...column('source.note', text('Catatan sumber', 'Note on the source'), 'string', 30),
      ],
    },
    {
      name: text('Kriteria', 'Criteria'),
      path: ['domains', 'aspects', 'indicators', 'criteria'],
      within: text('Indikator', 'Indicator'),
      key: 'level',
      columns: [
        ...column('level', text('Tingkat', 'Level'), 'whole', 10),
        ...both('text', text('Kriteria', 'Criterion'), 'text', 50),
        ...both('note', text('Catatan', 'Note')),
        ...both('evidence', text('Bukti, satu per baris', 'Evidence, one per line'), 'texts'),
      ],
    },
  ],
};

const SOURCE: readonly LayoutColumn[] = [
  ...column(
    'source.confidence',
    text('Keyakinan (sourced, proposal, unconfirmed)', 'Confidence (sourced, proposal, unconfirmed)'),
  ),
  ...column('source.citation', text('Sumber', 'Source'), 'text', 30),
  ...both('source.note', text('Catatan sumber', 'Note on the source'), 'text', 30),
];

const METRICS: Layout = {
  head: [
    ...FIRST,
    {
      path: 'agenda',
      type: 'text',
      about: text(
        'Topik agenda: complaints, communication, statistics, cryptography',
        'Topic of the agenda: complaints, communication, statistics, cryptography',
      ),
    },
    {
      path: 'period',
      type: 'text',
      about: text('Masa yang dibicarakan angkanya', 'The time that the figures speak of'),
    },
    {
      path: 'notes',
      type: 'texts',
      about: text('Catatan, satu per baris; boleh kosong', 'Notes, one per line; may stay empty'),
    },
    { path: 'headline', type: 'text', about: text('Kode ukuran utama', 'Code of the main measure') },
  ],
  sheets: [
    {
      name: text('Kelompok', 'Groups'),
      path: ['groups'],
      within: null,
      key: '',
      columns: [...column('', text('Nomor', 'Number'), 'whole', 10), ...both('name', NAME)],
    },
    {
      name: text('Isian', 'Fields'),
      path: ['groups', 'fields'],
      within: text('Kelompok', 'Group'),
      key: 'code',
      columns: [
        ...CODE,
        ...both('name', NAME),
        ...both('unit', text('Satuan', 'Unit'), 'text', 16),
        ...ofOne('unit', text('Satuan', 'Unit')),
        ...both('help', text('Petunjuk', 'Help')),
        ...column('decimals', text('Desimal', 'Decimals'), 'whole', 10),
        ...column('lowest', text('Terendah', 'Lowest'), 'whole', 12),
        ...column('highest', text('Tertinggi', 'Highest'), 'whole', 12),
        ...column('optional', text('Boleh kosong', 'May stay empty'), 'flag', 12),
        ...SOURCE,
      ],
    },
    {
      name: text('Pemeriksaan', 'Checks'),
      path: ['checks'],
      within: null,
      key: 'code',
      columns: [
        ...column('kind', text('Jenis (parts, within)', 'Kind (parts, within)')),
        ...column('code', text('Kode (hanya parts)', 'Code (parts only)')),
        ...column('whole', text('Keseluruhan', 'Whole')),
        ...column('part', text('Bagian (hanya within)', 'Part (within only)')),
        ...column('parts', text('Bagian-bagian (hanya parts)', 'Parts (parts only)'), 'codes', 30),
        ...both('name', text('Nama selisih (hanya parts)', 'Name of the difference (parts only)')),
        ...both('remark', text('Catatan dengan {count} (hanya parts)', 'Remark with {count} (parts only)')),
        ...ofOne('remark', text('Catatan dengan {count}', 'Remark with {count}')),
      ],
    },
    {
      name: text('Ukuran', 'Measures'),
      path: ['measures'],
      within: null,
      key: 'code',
      columns: [
        ...CODE,
        ...both('name', NAME),
        ...column(
          'unit',
          text('Satuan (index, points, percent, count, days)', 'Unit (index, points, percent, count, days)'),
        ),
        ...both('unitName', text('Nama satuan', 'Name of the unit'), 'text', 16),
        ...ofOne('unitName', text('Nama satuan', 'Name of the unit')),
        ...column('decimals', text('Desimal', 'Decimals'), 'whole', 10),
        ...column('direction', text('Arah (higher, lower, neither)', 'Direction (higher, lower, neither)')),
        ...column(
          'formula.op',
          text(
            'Rumus (sum, difference, ratio, share, perThousand, mean)',
            'Formula (sum, difference, ratio, share, perThousand, mean)',
          ),
        ),
        ...(
          [
            ['formula.of', 'sum, mean: of'],
            ['formula.from', 'difference: from'],
            ['formula.less', 'difference: less'],
            ['formula.of.add', 'ratio: of'],
            ['formula.of.subtract', 'ratio: of −'],
            ['formula.to.add', 'ratio: to'],
            ['formula.to.subtract', 'ratio: to −'],
            ['formula.part.add', 'share, perThousand: part'],
            ['formula.part.subtract', 'share, perThousand: part −'],
            ['formula.whole.add', 'share, perThousand: whole'],
            ['formula.whole.subtract', 'share, perThousand: whole −'],
          ] as const
        ).flatMap(([path, head]) =>
          column(path, text(head, head), path === 'formula.from' ? 'text' : 'codes', 22),
        ),
        ...SOURCE,
      ],
    },
  ],
};

export const LAYOUTS: Readonly<Record<TableKind, Layout>> = { maturity: MATURITY, metrics: METRICS };

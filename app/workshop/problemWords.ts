/**
 * What is wrong with a definition, in the reader's language. The checks say it in English, as sentences with gaps; here
 * stands each of them in Indonesian. A test holds this list against the checks.
 */
import { fillIn, type InstrumentProblem, type Locale, type ShapeWords } from '~/instrument';

export const INDONESIAN: Readonly<Record<string, string>> = {
  '"{}" is this instrument itself': '"{}" adalah instrumen ini sendiri',
  '"{}" is no option of column "{}"': '"{}" bukan pilihan kolom "{}"',
  '"{}" is not among the statuses': '"{}" tidak ada di antara status',
  'a field stands in [{}] twice': 'ada isian yang disebut dua kali dalam [{}]',
  'a level needs a main item': 'setiap tingkat membutuhkan butir utama',
  'a score from outside needs no main items': 'nilai dari luar tidak memakai butir utama',
  'a share is shown in percent, not in "{}"': 'bagian (share) ditampilkan dalam persen, bukan "{}"',
  'a supporting item counts nothing': 'butir pendukung tidak berpoin',
  'category is "{}", expected "{}"': 'kategori "{}", seharusnya "{}"',
  'a year such as 2023, or two such as 2022–2023': 'tahun seperti 2023, atau dua seperti 2022–2023',
  'citation must not be empty': 'sumber tidak boleh kosong',
  'code "{}" could be taken for the place of an option': 'kode "{}" dapat tertukar dengan nomor urut pilihan',
  'code "{}" is not "{}" and two digits': 'kode "{}" bukan "{}" dan dua angka',
  'code "{}" is used twice': 'kode "{}" dipakai dua kali',
  'code is "{}", expected "{}"': 'kode "{}", seharusnya "{}"',
  'code must be a Roman number': 'kode harus angka Romawi',
  'code must be capital letters and digits': 'kode harus huruf besar dan angka',
  'code must be words of a-z and 0-9 joined by "-"': 'kode harus kata dari a-z dan 0-9 yang disambung "-"',
  'column "{}" holds no choices': 'kolom "{}" tidak berisi pilihan',
  'column "{}" holds no days of the past': 'kolom "{}" tidak berisi tanggal yang sudah lewat',
  'column "{}" holds no numbers': 'kolom "{}" tidak berisi angka',
  'column "{}" is not among the columns of "{}"': 'kolom "{}" tidak ada di antara kolom "{}"',
  'ends at {}, expected {}': 'berakhir pada {}, seharusnya {}',
  'entry {} is above what the tier before has': 'ambang {} di atas yang dimiliki jenjang sebelumnya',
  'entry {} is below the {} that reach the tier before':
    'ambang {} di bawah {} yang mencapai jenjang sebelumnya',
  'field "{}" is not among the fields': 'isian "{}" tidak ada di antara isian',
  'field "{}" takes decimals: reports are whole': 'isian "{}" berdesimal: laporan dihitung bulat',
  'fields {} have different decimals': 'jumlah desimal isian {} tidak sama',
  'floor {} is above the {} of the area': 'batas bawah {} di atas {} milik area',
  'from {} is not above {}': 'awal {} tidak di atas {}',
  'gate {} is above the {} of the stages before it': 'gerbang {} di atas {} milik tahap sebelumnya',
  'has {} categories, expected {}': 'ada {} kategori, seharusnya {}',
  'has {} choices, expected {}': 'ada {} pilihan, seharusnya {}',
  'has {} levels, expected {}': 'ada {} tingkat, seharusnya {}',
  'has {} statuses, expected {}': 'ada {} status, seharusnya {}',
  'highest {} is not above lowest {}': 'nilai tertinggi {} tidak di atas nilai terendah {}',
  'indicator {} of "{}" is named twice for "{}"': 'indikator {} dari "{}" disebut dua kali untuk "{}"',
  'instrument "{}" has no levels': 'instrumen "{}" tidak memakai tingkat',
  'instrument "{}" is not known': 'instrumen "{}" tidak dikenal',
  'indicator weights sum to {}, expected {}': 'bobot indikator berjumlah {}, seharusnya {}',
  'its questions come to {}, expected {}': 'pertanyaannya berjumlah {}, seharusnya {}',
  'lacks {count}': 'tidak memuat {count}',
  'least {} is not below {}': 'paling sedikit {} tidak di bawah {}',
  'level "{}" is not a tier of the area': 'tingkat "{}" bukan jenjang area ini',
  'level is "{}", expected "{}"': 'tingkat "{}", seharusnya "{}"',
  'level is {}, expected {}': 'tingkat {}, seharusnya {}',
  'levels are [{}], expected [{}]': 'tingkatnya [{}], seharusnya [{}]',
  'lowest predicate starts at {}, expected {}': 'predikat terendah mulai dari {}, seharusnya {}',
  'max {} is not above min {}': 'tingkat tertinggi {} tidak di atas yang terendah {}',
  'measure "{}" is not among the measures': 'ukuran "{}" tidak ada di antara ukuran',
  'min {} is above the highest value {}': 'batas {} di atas nilai tertinggi {}',
  'min {} is not above {}': 'batas {} tidak di atas {}',
  'no check keeps this share within its whole':
    'tidak ada pemeriksaan yang menjaga bagian ini tidak melebihi keseluruhannya',
  'no column is required: a row could not be complete':
    'tidak ada kolom wajib: baris tidak dapat dinyatakan lengkap',
  'no is {}, expected {}': 'nomor {}, seharusnya {}',
  'number is {}, expected {} (numbers run without gaps, in order)':
    'nomor {}, seharusnya {} (nomor berurutan tanpa lompatan)',
  'nothing here has the code "{}"': 'tidak ada yang berkode "{}" di sini',
  'of the fields that are counted only the incomplete rows are optional':
    'dari isian yang dihitung hanya jumlah baris belum lengkap yang boleh kosong',
  'one field must count what is incomplete in "{}", not {}':
    'tepat satu isian harus menghitung yang belum lengkap di "{}", bukan {}',
  'points are given to some main items only': 'poin hanya diberikan kepada sebagian butir utama',
  'points sum to {}, expected {}': 'poin berjumlah {}, seharusnya {}',
  'reached {} is above the {} of the tier': 'ambang tercapai {} di atas {} milik jenjang',
  'register "{}" is not among the registers': 'register "{}" tidak ada di antara register',
  'scale "{}" is not among the scales': 'skala "{}" tidak ada di antara skala',
  'score {} is not above {}': 'nilai {} tidak di atas {}',
  'starts at {}, expected 0': 'mulai dari {}, seharusnya 0',
  'starts at {}, expected {}': 'mulai dari {}, seharusnya {}',
  'steward must not be empty': 'pemberi nilai tidak boleh kosong',
  'text must not be empty': 'teks tidak boleh kosong',
  'the file comes to {}, expected {}': 'isi berkas berjumlah {}, seharusnya {}',
  'the first theme starts at {}, expected 1': 'tema pertama mulai dari {}, seharusnya 1',
  'the last stage needs a gate': 'tahap terakhir membutuhkan gerbang',
  'the lowest band starts at {}, expected {}': 'predikat terendah mulai dari {}, seharusnya {}',
  'the lowest tier has the entry {}, expected 0': 'ambang jenjang terendah {}, seharusnya 0',
  'the steps within levels have no common measure small enough':
    'langkah di dalam tingkat tidak memiliki satuan bersama yang cukup kecil',
  'there is no indicator {} in "{}"': 'tidak ada indikator {} di "{}"',
  'there is no question {}': 'tidak ada pertanyaan {}',
  'there is no stage {}': 'tidak ada tahap {}',
  'there is nothing behind the gate': 'tidak ada apa pun di balik gerbang',
  'top {} is not above {}': 'batas atas {} tidak di atas {}',
  'value {} is below {}': 'nilai {} di bawah {}',
  'version must look like 1.0.0': 'versi harus berbentuk 1.0.0',
  'what is counted begins at 0': 'yang dihitung mulai dari 0',
  'what is counted has no decimals': 'yang dihitung tidak berdesimal',
  'words are small letters and digits': 'kata hanya huruf kecil dan angka',
  '{} can never be reached, highest index is {}': '{} tidak akan pernah tercapai, indeks tertinggi {}',
  '{} is above the highest points {}': '{} di atas poin tertinggi {}',
  '{} is less than {}': '{} kurang dari {}',
  '{} is more than {}': '{} lebih dari {}',
  '{} is not above {}': '{} tidak di atas {}',
  '{} is not below {} before it': '{} tidak di bawah {} sebelumnya',
  '{} rows of column "{}" may exceed {}': '{} baris kolom "{}" dapat melebihi {}',
  '{} weights sum to {}, expected {}': 'bobot {} berjumlah {}, seharusnya {}',
};

/** What stands in the gap of a sentence and is a word itself. */
const VALUES: Readonly<Record<string, string>> = { indicator: 'indikator', aspect: 'aspek' };

/** What is wrong, in one language. */
export function problemIn({ told: { key, values }, message }: InstrumentProblem, locale: Locale): string {
  const sentence = INDONESIAN[key];
  if (locale === 'en' || sentence === undefined) return message;
  return fillIn(
    sentence,
    values.map((value) => VALUES[value] ?? value),
  );
}

/** What is said of a wrong shape, which has no sentence of the checks. */
const SHAPE = {
  id: {
    missing: 'wajib diisi',
    type: (p: { wanted: string }) => `harus berupa ${p.wanted}`,
    choice: (p: { choices: string }) => `harus salah satu dari ${p.choices}`,
    least: (p: { least: string }) => `paling sedikit ${p.least}`,
    most: (p: { most: string }) => `paling banyak ${p.most}`,
    unknown: (p: { keys: string }) => `tidak dikenal: ${p.keys}`,
    other: 'bentuknya tidak sesuai',
    wanted: {
      string: 'teks',
      int: 'bilangan bulat',
      number: 'bilangan',
      boolean: 'true atau false',
      array: 'daftar [ … ]',
      tuple: 'daftar [ … ]',
      object: 'objek { … }',
    },
  },
  en: {
    missing: 'is missing',
    type: (p: { wanted: string }) => `must be ${p.wanted}`,
    choice: (p: { choices: string }) => `must be one of ${p.choices}`,
    least: (p: { least: string }) => `at least ${p.least}`,
    most: (p: { most: string }) => `at most ${p.most}`,
    unknown: (p: { keys: string }) => `not known: ${p.keys}`,
    other: 'does not have the right form',
    wanted: {
      string: 'a text',
      int: 'a whole number',
      number: 'a number',
      boolean: 'true or false',
      array: 'a list [ … ]',
      tuple: 'a list [ … ]',
      object: 'an object { … }',
    },
  },
} as const;

/** Names of fields and choices are shown no longer than this, and not more of them. */
const MOST_LETTERS = 60;
const MOST_NAMED = 12;

const listed = (values: readonly unknown[]) =>
  values
    .slice(0, MOST_NAMED)
    .map((value) => `"${String(value).slice(0, MOST_LETTERS)}"`)
    .join(', ');

export function shapeWords(locale: Locale): ShapeWords {
  const words = SHAPE[locale];
  const wanted: Readonly<Record<string, string>> = words.wanted;
  return (issue) => {
    if (issue.input === undefined) return words.missing;
    switch (issue.code) {
      case 'invalid_type':
        return words.type({ wanted: wanted[issue.expected] ?? issue.expected });
      case 'invalid_value':
        return words.choice({ choices: listed(issue.values) });
      case 'too_small':
        return words.least({ least: String(issue.minimum) });
      case 'too_big':
        return words.most({ most: String(issue.maximum) });
      case 'unrecognized_keys':
        return words.unknown({ keys: listed(issue.keys) });
      case 'custom':
      case 'invalid_element':
      case 'invalid_format':
      case 'invalid_key':
      case 'invalid_union':
      case 'not_multiple_of':
        return words.other;
    }
  };
}

/** The words that the files of an instrument with levels are written with, and those of every file; both languages. */
const id = {
  sheet: {
    summary: 'Ringkasan',
    aspects: 'Aspek',
    answers: 'Jawaban',
    dictionary: 'Kamus data',
    method: 'Metode',
  },
  dataKind: { demo: 'DATA CONTOH', session: 'Isian Rakerda' },
  node: { domain: 'Domain', aspect: 'Aspek' },
  scopeWord: { semua: 'semua instansi', disetujui: 'hanya yang disetujui' },
  column: {
    rakerda_id: { header: 'ID Rakerda', meaning: 'Kode Rakerda dalam aplikasi ini.' },
    year: { header: 'Tahun', meaning: 'Tahun Rakerda.' },
    agency_code: { header: 'Kode instansi', meaning: 'Kode wilayah Kemendagri; disimpan sebagai teks.' },
    agency_name: { header: 'Nama instansi', meaning: 'Nama instansi yang dinilai.' },
    instrument_code: { header: 'Kode instrumen', meaning: 'Instrumen yang dipakai.' },
    instrument_version: {
      header: 'Versi instrumen',
      meaning: 'Versi instrumen yang dikunci untuk Rakerda ini.',
    },
    domain_no: { header: 'No. domain', meaning: 'Nomor domain dalam instrumen.' },
    aspect_no: { header: 'No. aspek', meaning: 'Nomor aspek, berurutan di seluruh instrumen.' },
    indicator_no: { header: 'No. indikator', meaning: 'Nomor indikator, berurutan di seluruh instrumen.' },
    indicator_name: { header: 'Nama indikator', meaning: 'Nama indikator dalam bahasa berkas.' },
    weight_percent: { header: 'Bobot (%)', meaning: 'Bobot terhadap keseluruhan indeks, dalam persen.' },
    weight_integer: {
      header: 'Bobot (bilangan bulat)',
      meaning: 'Bobot yang sama sebagai bilangan bulat; jumlahnya pada semua indikator sama dengan 100%.',
    },
    level: { header: 'Level', meaning: 'Level yang diisi instansi; kosong bila belum dijawab.' },
    level_name: {
      header: 'Nama level',
      meaning: 'Nama level pada skala indikator; kosong bila belum dijawab.',
    },
    level_counted: {
      header: 'Level dihitung',
      meaning: 'Level yang masuk ke indeks: yang belum dijawab dihitung level terendah.',
    },
    points: {
      header: 'Bobot × level dihitung',
      meaning:
        'Bobot (bilangan bulat) dikali level dihitung dalam satuan simpan; jumlahnya membentuk indeks.',
    },
    state: { header: 'Status', meaning: 'Status penilaian instansi saat diekspor.' },
    updated_at: {
      header: 'Diubah pada',
      meaning: 'Saat jawaban terakhir diubah. XLSX: waktu setempat Rakerda; CSV dan JSON: ISO 8601 UTC.',
    },
    discuss: {
      header: 'Perlu dibahas',
      meaning: 'Instansi menandai indikator ini untuk dibahas dalam sidang.',
    },
    service_name: {
      header: 'Layanan yang dinilai',
      meaning: 'Nama layanan yang dipilih instansi untuk indikator ini; kosong bila tidak disebut.',
    },
    data_kind: { header: 'Jenis data', meaning: 'Menandai data contoh buatan, yang bukan nilai sebenarnya.' },
    answered: { header: 'Terjawab', meaning: 'Banyaknya indikator yang sudah dijawab.' },
    indicators: { header: 'Jumlah indikator', meaning: 'Banyaknya indikator pada bagian ini.' },
    index: {
      header: 'Indeks',
      meaning: 'Rata-rata tertimbang level, dibulatkan sekali ke dua desimal (setengah ke atas).',
    },
    control: {
      header: 'Kontrol indeks',
      meaning: 'Rumus yang menghitung ulang indeks dari lembar Jawaban; harus sama dengan kolom Indeks.',
    },
    predicate: {
      header: 'Predikat',
      meaning:
        'Predikat untuk indeks; lembar Metode menyebut apakah dari indeks sebelum atau sesudah dibulatkan.',
    },
    ceiling: {
      header: 'Indeks tertinggi yang masih mungkin',
      meaning: 'Indeks bila semua yang belum dijawab mencapai level tertinggi.',
    },
    target: { header: 'Target', meaning: 'Target indeks instansi; kosong bila tidak ditetapkan.' },
    node_kind: { header: 'Bagian', meaning: 'Baris ini tentang domain atau aspek.' },
    node_no: { header: 'Nomor', meaning: 'Nomor domain atau aspek.' },
    node_name: { header: 'Nama bagian', meaning: 'Nama domain atau aspek dalam bahasa berkas.' },
  },
  dictionary: {
    column: 'Kolom',
    key: 'Kunci (CSV, JSON)',
    sheet: 'Lembar',
    type: 'Tipe',
    unit: 'Satuan',
    allowed: 'Nilai yang mungkin',
    meaningId: 'Arti (Indonesia)',
    meaningEn: 'Arti (Inggris)',
    types: {
      text: 'teks',
      integer: 'bilangan bulat',
      decimal: 'bilangan desimal',
      datetime: 'tanggal dan waktu',
      boolean: 'ya/tidak',
      formula: 'rumus',
    },
    units: {
      percent: 'persen',
      weight: 'bilangan bulat',
      level: 'level',
      points: 'bobot × level',
      index: 'indeks',
      indicators: 'indikator',
      none: '–',
    },
    orEmpty: 'atau kosong',
  },
  method: {
    item: 'Hal',
    content: 'Keterangan',
    demo: 'Data contoh',
    rakerda: 'Rakerda',
    instrument: 'Instrumen',
    regulation: 'Dasar hukum',
    regulationStatus: 'Status peraturan',
    inForce: 'Berlaku',
    repealed: (p: { by: string }) => `Dicabut oleh ${p.by}`,
    repealedPlain: 'Dicabut',
    formula: 'Rumus',
    formulaText:
      'Indeks = Σ (bobot indikator × level dihitung) ÷ Σ bobot. Indeks domain dan aspek memakai rumus yang sama atas indikatornya sendiri.',
    rounding: 'Pembulatan',
    roundingText:
      'Dihitung dengan bilangan bulat, lalu dibulatkan sekali ke dua desimal, setengah ke atas. Tidak pernah dibulatkan dari angka yang sudah dibulatkan.',
    unanswered: 'Belum dijawab',
    unansweredText:
      'Indikator yang belum dijawab dihitung sebagai level terendah (level 1). Kolom “Level” dibiarkan kosong, kolom “Level dihitung” memperlihatkan yang masuk ke indeks.',
    predicates: 'Predikat',
    predicateFrom: (p: { name: string; from: string }) => `${p.name}: mulai ${p.from}`,
    predicateRule: {
      exact: 'Ditetapkan dari indeks sebelum dibulatkan.',
      rounded: 'Ditetapkan dari indeks dua desimal.',
    },
    scope: 'Cakupan',
    counts: 'Instansi dalam berkas',
    countsText: (p: { total: string; approved: string; submitted: string; draft: string }) =>
      `${p.total} instansi: ${p.approved} disetujui, ${p.submitted} diajukan, ${p.draft} sedang diisi`,
    exportedAt: 'Saat ekspor',
    exportedBy: 'Diekspor oleh',
    asOf: 'Nomor catatan terakhir',
    asOfText: (p: { seq: string }) =>
      `${p.seq}: angka mencakup semua perubahan sampai dengan nomor ini dalam catatan aplikasi`,
    sha256: 'SHA-256 angka',
    sha256Text:
      'Sidik jari angka, bukan berkas: SHA-256 dari JSON tanpa spasi {"instrument":"kode@versi","rakerda":"id","scope":"semua|disetujui","scores":[[kode instansi, keadaan, indeks × 100, [level tiap indikator atau null]], …]} terurut menurut kode instansi. Angka yang sama selalu memberi sidik jari yang sama.',
    timeZone: 'Zona waktu',
    timeZoneText: (p: { zone: string }) => `Tanggal dan waktu dalam berkas ini memakai ${p.zone}.`,
    neutralised: 'Teks yang diawali tanda',
    neutralisedText:
      'Teks yang diawali =, +, -, @ (juga setelah spasi atau tanda kutip), tab, atau baris baru diberi tanda petik tunggal di depannya, agar tidak dijalankan sebagai rumus.',
  },
};

const en: typeof id = {
  sheet: {
    summary: 'Summary',
    aspects: 'Aspects',
    answers: 'Answers',
    dictionary: 'Data dictionary',
    method: 'Method',
  },
  dataKind: { demo: 'DEMO DATA', session: 'Rakerda data' },
  node: { domain: 'Domain', aspect: 'Aspect' },
  scopeWord: { semua: 'all agencies', disetujui: 'approved only' },
  column: {
    rakerda_id: { header: 'Rakerda ID', meaning: 'Code of the Rakerda in this application.' },
    year: { header: 'Year', meaning: 'Year of the Rakerda.' },
    agency_code: {
      header: 'Agency code',
      meaning: 'Area code of the Ministry of Home Affairs; kept as text.',
    },
    agency_name: { header: 'Agency name', meaning: 'Name of the assessed agency.' },
    instrument_code: { header: 'Instrument code', meaning: 'The instrument in use.' },
    instrument_version: { header: 'Instrument version', meaning: 'The version pinned for this Rakerda.' },
    domain_no: { header: 'Domain no.', meaning: 'Number of the domain in the instrument.' },
    aspect_no: { header: 'Aspect no.', meaning: 'Number of the aspect, running over the whole instrument.' },
    indicator_no: {
      header: 'Indicator no.',
      meaning: 'Number of the indicator, running over the whole instrument.',
    },
    indicator_name: { header: 'Indicator name', meaning: 'Name of the indicator in the file’s language.' },
    weight_percent: { header: 'Weight (%)', meaning: 'Weight in the whole index, in per cent.' },
    weight_integer: {
      header: 'Weight (integer)',
      meaning: 'The same weight as an integer; over all indicators it adds up to 100%.',
    },
    level: { header: 'Level', meaning: 'Level the agency entered; empty where unanswered.' },
    level_name: {
      header: 'Level name',
      meaning: 'Name of the level on the indicator’s scale; empty where unanswered.',
    },
    level_counted: {
      header: 'Level counted',
      meaning: 'Level that enters the index: unanswered counts as the lowest level.',
    },
    points: {
      header: 'Weight × level counted',
      meaning: 'Weight (integer) times the level counted in stored units; their sum makes the index.',
    },
    state: { header: 'Status', meaning: 'Status of the agency’s assessment at the moment of export.' },
    updated_at: {
      header: 'Updated at',
      meaning: 'When the answer last changed. XLSX: local time of the Rakerda; CSV and JSON: ISO 8601 UTC.',
    },
    discuss: {
      header: 'To discuss',
      meaning: 'The agency flagged this indicator for discussion in the session.',
    },
    service_name: {
      header: 'Service assessed',
      meaning: 'The service that the agency chose for this indicator; empty where it named none.',
    },
    data_kind: { header: 'Kind of data', meaning: 'Marks invented demo data, which are no real results.' },
    answered: { header: 'Answered', meaning: 'Number of indicators answered.' },
    indicators: { header: 'Indicators', meaning: 'Number of indicators in this part.' },
    index: {
      header: 'Index',
      meaning: 'Weighted mean of the levels, rounded once to two decimals (half up).',
    },
    control: {
      header: 'Index control',
      meaning: 'Formula that recomputes the index from the sheet Answers; it must equal the column Index.',
    },
    predicate: {
      header: 'Predicate',
      meaning: 'Predicate of the index; the sheet on method says whether before or after it was rounded.',
    },
    ceiling: {
      header: 'Highest index still possible',
      meaning: 'Index if everything unanswered reached the highest level.',
    },
    target: { header: 'Target', meaning: 'Target index of the agency; empty where none is set.' },
    node_kind: { header: 'Part', meaning: 'Whether the row is about a domain or an aspect.' },
    node_no: { header: 'Number', meaning: 'Number of the domain or aspect.' },
    node_name: { header: 'Name of part', meaning: 'Name of the domain or aspect in the file’s language.' },
  },
  dictionary: {
    column: 'Column',
    key: 'Key (CSV, JSON)',
    sheet: 'Sheet',
    type: 'Type',
    unit: 'Unit',
    allowed: 'Allowed values',
    meaningId: 'Meaning (Indonesian)',
    meaningEn: 'Meaning (English)',
    types: {
      text: 'text',
      integer: 'integer',
      decimal: 'decimal',
      datetime: 'date and time',
      boolean: 'yes/no',
      formula: 'formula',
    },
    units: {
      percent: 'per cent',
      weight: 'integer',
      level: 'level',
      points: 'weight × level',
      index: 'index',
      indicators: 'indicators',
      none: '–',
    },
    orEmpty: 'or empty',
  },
  method: {
    item: 'Item',
    content: 'Content',
    demo: 'Demo data',
    rakerda: 'Rakerda',
    instrument: 'Instrument',
    regulation: 'Legal basis',
    regulationStatus: 'Status of the regulation',
    inForce: 'In force',
    repealed: (p) => `Repealed by ${p.by}`,
    repealedPlain: 'Repealed',
    formula: 'Formula',
    formulaText:
      'Index = Σ (indicator weight × level counted) ÷ Σ weights. The index of a domain or aspect uses the same formula over its own indicators.',
    rounding: 'Rounding',
    roundingText:
      'Computed in integers, then rounded once to two decimals, half up. Never rounded from rounded figures.',
    unanswered: 'Unanswered',
    unansweredText:
      'An unanswered indicator counts as the lowest level (level 1). The column “Level” stays empty, the column “Level counted” shows what enters the index.',
    predicates: 'Predicates',
    predicateFrom: (p) => `${p.name}: from ${p.from}`,
    predicateRule: {
      exact: 'Given from the index before rounding.',
      rounded: 'Given from the index with two decimals.',
    },
    scope: 'Scope',
    counts: 'Agencies in this file',
    countsText: (p) =>
      `${p.total} agencies: ${p.approved} approved, ${p.submitted} submitted, ${p.draft} in progress`,
    exportedAt: 'Moment of export',
    exportedBy: 'Exported by',
    asOf: 'Last record number',
    asOfText: (p) => `${p.seq}: the figures hold every change up to this number in the application’s record`,
    sha256: 'SHA-256 of the figures',
    sha256Text:
      'Fingerprint of the figures, not of the file: SHA-256 of the JSON without spaces {"instrument":"code@version","rakerda":"id","scope":"semua|disetujui","scores":[[agency code, state, index × 100, [level of each indicator or null]], …]} in order of agency code. The same figures always give the same fingerprint.',
    timeZone: 'Time zone',
    timeZoneText: (p) => `Dates and times in this file are in ${p.zone}.`,
    neutralised: 'Text that starts with a sign',
    neutralisedText:
      'Text that starts with =, +, -, @ (also after blanks or quotes), a tab or a line break is given a leading apostrophe, so that it is never run as a formula.',
  },
};

export const scoreFileWords = { id, en };

/** The words that the files of a topic are written with, in both languages. */
const id = {
  sheet: { board: 'Ringkasan', figures: 'Angka', list: 'Daftar angka' },
  kind: { headline: 'Angka utama', measure: 'Ukuran', difference: 'Selisih', field: 'Isian' },
  allowed: {
    figure_kind:
      'headline = angka utama topik; measure = ukuran lain; difference = selisih jumlah; field = isian instansi',
    unit: 'index, points, percent, count, days',
    direction:
      'higher = makin tinggi makin baik; lower = makin rendah makin baik; neither = menggambarkan saja',
    confidence: 'sourced = sesuai sumber; proposal = usulan alat ini; unconfirmed = belum dipastikan',
    filled: '0 atau lebih',
    total: '1 atau lebih',
  },
  column: {
    rakerda_id: { header: 'ID Rakerda', meaning: 'Kode Rakerda dalam aplikasi ini.' },
    year: { header: 'Tahun', meaning: 'Tahun Rakerda.' },
    agency_code: { header: 'Kode instansi', meaning: 'Kode wilayah Kemendagri; disimpan sebagai teks.' },
    agency_name: { header: 'Nama instansi', meaning: 'Nama instansi yang mengisi.' },
    instrument_code: { header: 'Kode topik', meaning: 'Instrumen topik yang dipakai.' },
    instrument_version: {
      header: 'Versi topik',
      meaning: 'Versi instrumen yang dikunci untuk Rakerda ini.',
    },
    figure_kind: { header: 'Jenis angka', meaning: 'Apa yang dikatakan baris ini.' },
    figure_code: { header: 'Kode angka', meaning: 'Kode ukuran, selisih, atau isian dalam instrumen.' },
    figure_name: { header: 'Nama angka', meaning: 'Nama ukuran, selisih, atau isian dalam bahasa berkas.' },
    section: { header: 'Bagian', meaning: 'Bagian lembar isian tempat isian ini berada.' },
    value: {
      header: 'Nilai',
      meaning:
        'Angka seperti ditampilkan, dibulatkan sekali; persen ditulis 95,7 untuk 95,7%. Kosong bila belum ada.',
    },
    said: { header: 'Pilihan', meaning: 'Pilihan yang dijawab, bila isian ini berupa pilihan.' },
    unit: { header: 'Satuan', meaning: 'Satuan angka yang dihitung.' },
    unit_name: { header: 'Nama satuan', meaning: 'Apa yang dihitung, misalnya desa atau laporan.' },
    direction: { header: 'Arah', meaning: 'Ke arah mana angka ini makin baik.' },
    numerator: { header: 'Pembilang', meaning: 'Pembilang pecahan yang tepat, sebelum dibulatkan.' },
    denominator: { header: 'Penyebut', meaning: 'Penyebut pecahan yang tepat, sebelum dibulatkan.' },
    target: {
      header: 'Target',
      meaning: 'Target Rakerda untuk angka ini, sama bagi semua instansi; kosong bila tidak ditetapkan.',
    },
    target_gap: {
      header: 'Jarak ke target',
      meaning:
        'Di atas nol: yang masih kurang, atau yang masih berlebih bila makin rendah makin baik. Nol atau kurang: target tercapai.',
    },
    stored: {
      header: 'Nilai simpan',
      meaning: 'Isian sebagai bilangan bulat seperti disimpan: 95,7 dengan satu desimal adalah 957.',
    },
    band: {
      header: 'Predikat',
      meaning: 'Predikat atau status angka utama; kosong bila topik tidak memilikinya.',
    },
    ceiling: {
      header: 'Tertinggi yang masih mungkin',
      meaning:
        'Angka utama tertinggi yang masih terbuka bagi yang belum lengkap; kosong bila lengkap atau tidak diketahui.',
    },
    remarks: {
      header: 'Catatan',
      meaning: 'Yang harus diketahui di samping angka, misalnya laporan tanpa status.',
    },
    state: { header: 'Status', meaning: 'Status isian instansi saat diekspor.' },
    filled: { header: 'Terisi', meaning: 'Banyaknya isian yang sudah terisi.' },
    total: { header: 'Jumlah isian', meaning: 'Banyaknya isian yang diminta.' },
    confidence: { header: 'Keyakinan', meaning: 'Seberapa pasti rumus ukuran ini.' },
    source: { header: 'Sumber', meaning: 'Siapa yang mengatakannya, dan catatannya.' },
    data_kind: { header: 'Jenis data', meaning: 'Menandai data contoh buatan, yang bukan nilai sebenarnya.' },
  },
  method: {
    headline: 'Angka utama',
    direction: {
      higher: 'makin tinggi makin baik',
      lower: 'makin rendah makin baik',
      neither: 'menggambarkan saja',
    },
    formula: 'Rumus',
    formulaText:
      'Setiap ukuran dihitung dari isian pada lembar Angka menurut instrumen versi ini. Pembilang dan penyebut yang tepat tercantum, sehingga setiap nilai dapat dihitung ulang.',
    roundingText:
      'Dihitung sebagai pecahan bilangan bulat, lalu dibulatkan sekali, setengah ke atas. Tidak pernah dibulatkan dari angka yang sudah dibulatkan.',
    empty: 'Belum diisi',
    emptyText:
      'Isian kosong tetap memiliki baris dengan nilai kosong. Ukuran yang belum dapat dihitung juga kosong; ia bukan nol.',
    sources: 'Sumber',
    confidence: {
      sourced: 'sesuai sumber',
      proposal: 'usulan alat ini',
      unconfirmed: 'belum dipastikan',
    },
    sha256Text:
      'Sidik jari angka, bukan berkas: SHA-256 dari JSON tanpa spasi {"instrument":"kode@versi","rakerda":"id","scope":"semua|disetujui","figures":[[kode instansi, keadaan, [pembilang, penyebut angka utama] atau null, [[kode isian, nilai simpan atau null], …]], …]} terurut menurut kode instansi dan urutan isian. Angka yang sama selalu memberi sidik jari yang sama.',
  },
};

const en: typeof id = {
  sheet: { board: 'Summary', figures: 'Figures', list: 'List of figures' },
  kind: { headline: 'Headline', measure: 'Measure', difference: 'Difference', field: 'Field' },
  allowed: {
    figure_kind:
      'headline = headline of the topic; measure = another measure; difference = what a sum leaves; field = filled in by the agency',
    unit: 'index, points, percent, count, days',
    direction: 'higher = higher is better; lower = lower is better; neither = only describes',
    confidence: 'sourced = as the source says; proposal = this tool’s proposal; unconfirmed = unconfirmed',
    filled: '0 or more',
    total: '1 or more',
  },
  column: {
    rakerda_id: { header: 'Rakerda ID', meaning: 'Code of the Rakerda in this application.' },
    year: { header: 'Year', meaning: 'Year of the Rakerda.' },
    agency_code: { header: 'Agency code', meaning: 'Kemendagri area code; kept as text.' },
    agency_name: { header: 'Agency name', meaning: 'Name of the agency that filled it in.' },
    instrument_code: { header: 'Topic code', meaning: 'The instrument of the topic.' },
    instrument_version: {
      header: 'Topic version',
      meaning: 'Version of the instrument that is fixed for this Rakerda.',
    },
    figure_kind: { header: 'Kind of figure', meaning: 'What this row tells.' },
    figure_code: {
      header: 'Figure code',
      meaning: 'Code of the measure, difference or field in the instrument.',
    },
    figure_name: {
      header: 'Figure name',
      meaning: 'Name of the measure, difference or field in the language of the file.',
    },
    section: { header: 'Section', meaning: 'Section of the sheet that this field stands in.' },
    value: {
      header: 'Value',
      meaning:
        'The figure as shown, rounded once; per cent is 95.7 for 95.7%. Empty where there is none yet.',
    },
    said: { header: 'Choice', meaning: 'The choice that was answered, where this field is a choice.' },
    unit: { header: 'Unit', meaning: 'Unit of a figure that is reckoned.' },
    unit_name: { header: 'Unit name', meaning: 'What is counted, such as villages or reports.' },
    direction: { header: 'Direction', meaning: 'Which way this figure gets better.' },
    numerator: { header: 'Numerator', meaning: 'Numerator of the exact fraction, before rounding.' },
    denominator: { header: 'Denominator', meaning: 'Denominator of the exact fraction, before rounding.' },
    target: {
      header: 'Target',
      meaning:
        'What the Rakerda wants reached in this figure, the same for every agency; empty where nothing is set.',
    },
    target_gap: {
      header: 'Distance to target',
      meaning:
        'Above zero: what is still missing, or too much where lower is better. Zero or below: the target is reached.',
    },
    stored: {
      header: 'Stored value',
      meaning: 'The field as the whole number that is kept: 95.7 with one decimal is 957.',
    },
    band: { header: 'Band', meaning: 'Band or status of the headline; empty where the topic has none.' },
    ceiling: {
      header: 'Highest still possible',
      meaning: 'The highest headline still open to an unfinished agency; empty where complete or not known.',
    },
    remarks: {
      header: 'Remarks',
      meaning: 'What must be known beside the figure, such as reports without a status.',
    },
    state: { header: 'Status', meaning: 'State of the agency’s figures when exported.' },
    filled: { header: 'Filled', meaning: 'How many fields are filled in.' },
    total: { header: 'Fields', meaning: 'How many fields are asked for.' },
    confidence: { header: 'Confidence', meaning: 'How sure the formula of this measure is.' },
    source: { header: 'Source', meaning: 'Who says so, and a note.' },
    data_kind: { header: 'Kind of data', meaning: 'Marks made-up example data, which are no real figures.' },
  },
  method: {
    headline: 'Headline',
    direction: { higher: 'higher is better', lower: 'lower is better', neither: 'only describes' },
    formula: 'Formula',
    formulaText:
      'Every measure is reckoned from the fields on the sheet of figures, as this version of the instrument says. The exact numerator and denominator are given, so that every value can be reckoned again.',
    roundingText:
      'Reckoned as a fraction of whole numbers, then rounded once, half up. Never rounded from a rounded figure.',
    empty: 'Not filled in',
    emptyText:
      'An empty field keeps its row with an empty value. A measure that cannot be reckoned yet is empty too; it is not zero.',
    sources: 'Sources',
    confidence: {
      sourced: 'as the source says',
      proposal: 'this tool’s proposal',
      unconfirmed: 'unconfirmed',
    },
    sha256Text:
      'Fingerprint of the figures, not of the file: SHA-256 of the JSON without spaces {"instrument":"code@version","rakerda":"id","scope":"semua|disetujui","figures":[[agency code, state, [numerator, denominator of the headline] or null, [[field code, stored value or null], …]], …]} in the order of agency codes and of the fields. The same figures always give the same fingerprint.',
  },
};

export const topicFileWords = { id, en };

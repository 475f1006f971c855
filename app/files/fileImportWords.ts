/** What comes from a file in two steps: the words that are the same whatever the file holds, in both languages. */
const id = {
  stamp: 'Tanda template: jangan diubah',
  template: { heading: '1. Unduh template', get: 'Unduh template XLSX' },
  upload: {
    heading: '2. Unggah berkas yang sudah diisi',
    file: 'Berkas XLSX atau CSV',
    check: 'Periksa berkas',
  },
  difference: {
    heading: 'Perbedaan yang akan disimpan',
    before: 'Sekarang',
    after: 'Menjadi',
    empty: 'kosong',
    formulas: (p: { cells: string }) => `Nilai dari rumus dipakai apa adanya: ${p.cells}.`,
    mine: (p: { value: string }) => `Dari berkas: ${p.value}`,
    theirs: (p: { value: string }) => `Tetap yang sekarang: ${p.value}`,
    someone: 'Orang lain',
    take: 'Simpan perubahan ini',
    leave: 'Batal',
  },
  refused: {
    heading: 'Tidak ada yang berubah',
    problems: 'Perbaiki sel ini di berkas Anda, lalu unggah lagi:',
    more: (p: { count: string }) => `dan ${p.count} lainnya`,
    sheets: (p: { sheets: string }) => `Lembar di berkas ini: ${p.sheets}.`,
    noStamp:
      'Baris tanda template tidak ada atau berubah. Unduh template baru dari halaman ini, lalu salin isinya ke sana.',
    otherAgency: (p: { agency: string }) => `Berkas ini template instansi lain (${p.agency}).`,
    otherRakerda: 'Berkas ini template Rakerda lain.',
  },
};

const en: typeof id = {
  stamp: 'Mark of the template: leave as it is',
  template: { heading: '1. Download the template', get: 'Download XLSX template' },
  upload: {
    heading: '2. Upload the file you filled in',
    file: 'XLSX or CSV file',
    check: 'Check the file',
  },
  difference: {
    heading: 'Differences that will be saved',
    before: 'Now',
    after: 'Becomes',
    empty: 'empty',
    formulas: (p) => `Values of formulas are taken as they stand: ${p.cells}.`,
    mine: (p) => `From the file: ${p.value}`,
    theirs: (p) => `Keep what is there: ${p.value}`,
    someone: 'Somebody else',
    take: 'Save these changes',
    leave: 'Cancel',
  },
  refused: {
    heading: 'Nothing was changed',
    problems: 'Mend these cells in your file, then upload it again:',
    more: (p) => `and ${p.count} more`,
    sheets: (p) => `Sheets of this file: ${p.sheets}.`,
    noStamp:
      'The row with the mark of the template is missing or was changed. Download a new template here and copy what you filled in there.',
    otherAgency: (p) => `This file is a template of another agency (${p.agency}).`,
    otherRakerda: 'This file is a template of another Rakerda.',
  },
};

export const fileImportWords = { id, en };

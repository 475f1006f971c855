import ExcelJS from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTable, TableRefused } from './readTable.server';
import { cellName, columnOf, type TableCell } from './table';

const LIMITS = { rows: 100, columns: 10, unpacked: 1024 * 1024, letters: 200 };

async function rowsOf(bytes: Uint8Array | string, limits: Partial<typeof LIMITS> = {}) {
  const rows: { sheet: string; no: number; cells: Record<string, TableCell> }[] = [];
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  await readTable(all, { ...LIMITS, ...limits }, (sheet, { no, cells }) => {
    rows.push({
      sheet,
      no,
      cells: Object.fromEntries([...cells].map(([at, cell]) => [cellName(at, no), cell])),
    });
  });
  return rows;
}

const refusal = (bytes: Uint8Array | string, limits: Partial<typeof LIMITS> = {}) =>
  rowsOf(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof TableRefused ? error.why : error),
  );

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** A workbook with its parts changed by hand. */
async function changed(bytes: Uint8Array, parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

let plain: Uint8Array;
beforeAll(async () => {
  plain = await workbook((book) => {
    book.addWorksheet('Satu').addRows([
      ['Kode', 'Nilai'],
      ['received', 8146],
    ]);
    book.addWorksheet('Dua').addRow(['lain']);
  });
});

describe('a workbook', () => {
  it('is read sheet by sheet, cell by cell', async () => {
    expect(await rowsOf(plain)).toEqual([
      {
        sheet: 'Satu',
        no: 1,
        cells: { A1: { kind: 'text', text: 'Kode' }, B1: { kind: 'text', text: 'Nilai' } },
      },
      {
        sheet: 'Satu',
        no: 2,
        cells: { A2: { kind: 'text', text: 'received' }, B2: { kind: 'number', number: 8146 } },
      },
      { sheet: 'Dua', no: 1, cells: { A1: { kind: 'text', text: 'lain' } } },
    ]);
  });

  it('says what is a day, a share, an error, and what comes from a formula', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Satu');
      sheet.getCell('A1').value = new Date(Date.UTC(2024, 4, 1));
      sheet.getCell('B1').value = 0.957;
      sheet.getCell('B1').numFmt = '0.0%';
      sheet.getCell('C1').value = true;
      sheet.getCell('D1').value = { formula: '1+1', result: 2 };
      sheet.getCell('E1').value = { formula: "'[lain.xlsx]Isi'!A1" };
      sheet.getCell('F1').value = { error: '#DIV/0!' };
      sheet.getCell('G1').value = { richText: [{ text: 'dua ' }, { text: 'potong' }] };
      sheet.getCell('H1').value = 12;
      sheet.getCell('H1').numFmt = '#,##0 "dan sehari"';
    });
    expect((await rowsOf(bytes))[0]?.cells).toEqual({
      A1: { kind: 'date', number: 45413 },
      B1: { kind: 'percent', number: 0.957 },
      C1: { kind: 'other' },
      D1: { kind: 'number', number: 2, isFormula: true },
      E1: { kind: 'noValue', isFormula: true },
      F1: { kind: 'other' },
      G1: { kind: 'text', text: 'dua potong' },
      H1: { kind: 'number', number: 12 },
    });
  });

  it('that counts days from 1904 on means the same days', async () => {
    const at1904 = await workbook((book) => {
      book.properties.date1904 = true;
      book.addWorksheet('Satu').getCell('A1').value = new Date(Date.UTC(2024, 4, 1));
    });
    expect((await rowsOf(at1904))[0]?.cells.A1).toEqual({ kind: 'date', number: 45413 });
  });

  it('is read as other programs write it: prefixed names, texts in place, no addresses, absolute targets', async () => {
    const bytes = await changed(plain, {
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="r"><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Satu" r:id="rId1"/></x:sheets></x:workbook>',
      [SHEET]:
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>satu</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await rowsOf(bytes)).toEqual([
      {
        sheet: 'Satu',
        no: 1,
        cells: { A1: { kind: 'text', text: 'satu' }, B1: { kind: 'number', number: 2 } },
      },
    ]);
  });

  it('keeps no more of a cell than a code or a word needs', async () => {
    const bytes = await workbook((book) => book.addWorksheet('Satu').addRow(['cerita '.repeat(1000)]));
    const cell = (await rowsOf(bytes))[0]?.cells.A1;
    expect(cell?.kind === 'text' && cell.text.length).toBe(200);
  });
});

describe('a file that means no good', () => {
  it('is refused where it unpacks without end', async () => {
    const filler = ' '.repeat(2 * 1024 * 1024);
    for (const part of [SHEET, 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml']) {
      const bomb = await changed(plain, { [part]: `<a>${filler}</a>` });
      expect(bomb.length).toBeLessThan(20_000);
      expect(await refusal(bomb), part).toBe('tooLarge');
    }
  });

  it('is refused where a declaration of its own defines texts', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData></worksheet>';
    expect(await refusal(await changed(plain, { [SHEET]: laughs }))).toBe('broken');
  });

  it('is refused with macros', async () => {
    expect(await refusal(await changed(plain, { 'xl/vbaProject.bin': 'x' }))).toBe('macros');
    expect(await refusal(await changed(plain, { 'xl/macrosheets/sheet1.xml': '<a/>' }))).toBe('macros');
  });

  it('with links to other files is read, and nothing is opened', async () => {
    const linked = await changed(plain, {
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/externalLinks/_rels/externalLink1.xml.rels':
        '<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://127.0.0.1:9/x.xlsx"/></Relationships>',
    });
    expect(await rowsOf(linked)).toEqual(await rowsOf(plain));
  });

  it('is refused with a word for what it is', async () => {
    const zip = new JSZip();
    zip.file('mimetype', 'application/vnd.oasis.opendocument.spreadsheet');
    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }))).toBe('openDocument');
    const other = new JSZip();
    other.file('word/document.xml', '<a/>');
    expect(await refusal(await other.generateAsync({ type: 'uint8array' }))).toBe('notTable');
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toBe('locked');
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0, 1, 2))).toBe('notTable');
    expect(await refusal(plain.slice(0, plain.length / 2))).toBe('broken');
    expect(await refusal('')).toBe('empty');
    expect(await refusal('\r\n;;\r\n')).toBe('empty');
  });

  it('is refused with more rows than may be', async () => {
    expect(await refusal('a;b\r\n'.repeat(101))).toBe('tooManyRows');
    expect(await refusal('a;b\r\n'.repeat(100))).toBe('read');
    const long = await workbook((book) => {
      const sheet = book.addWorksheet('Satu');
      for (let no = 0; no < 101; no += 1) sheet.addRow([no]);
    });
    expect(await refusal(long)).toBe('tooManyRows');
  });

  it('never ends in anything but rows or a refusal, whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 30 }),
        fc.nat(plain.length),
        async (strokes, cut) => {
          const bytes = plain.slice(0, cut < 20 ? plain.length : cut);
          for (const [at, byte] of strokes) if (at < bytes.length) bytes[at] = byte;
          expect(typeof (await refusal(bytes))).toBe('string');
        },
      ),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof (await refusal(bytes))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text table', () => {
  const cells = async (text: string | Uint8Array) =>
    (await rowsOf(text)).map((row) =>
      Object.values(row.cells).map((cell) => cell.kind === 'text' && cell.text),
    );

  it('is split at what its first line is split at', async () => {
    expect(await cells('\ufeffKode;Nilai\r\nreceived;"8.146"\r\n')).toEqual([
      ['Kode', 'Nilai'],
      ['received', '8.146'],
    ]);
    expect(await cells('Code,Value\nreceived,"8,146"\n')).toEqual([
      ['Code', 'Value'],
      ['received', '8,146'],
    ]);
    expect(await cells('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await cells('sep=|\r\na|b\r\n')).toEqual([['a', 'b']]);
  });

  it('numbers its rows as a spreadsheet does, empty ones and texts of several lines included', async () => {
    const rows = await rowsOf('a;b\r\n\r\n"dua\r\nbaris";c\r\nd;e\r\n');
    expect(rows.map(({ no }) => no)).toEqual([1, 3, 4]);
  });

  it('may be written as Windows or Excel write it', async () => {
    expect(await cells(Uint8Array.of(0x63, 0xe9, 0x3b, 0x62))).toEqual([['cé', 'b']]);
    const wide = Buffer.from('\ufeffa\tb', 'utf16le');
    expect(await cells(new Uint8Array(wide))).toEqual([['a', 'b']]);
  });

  it('with an open quote is broken', async () => {
    expect(await refusal('a;b\r\n"c;d\r\n')).toBe('broken');
  });
});

it('names of cells and columns are each other’s way back', () => {
  expect([cellName(0, 1), cellName(25, 2), cellName(26, 3), cellName(701, 4), cellName(702, 5)]).toEqual([
    'A1',
    'Z2',
    'AA3',
    'ZZ4',
    'AAA5',
  ]);
  fc.assert(
    fc.property(fc.nat(16_383), fc.integer({ min: 1 }), (at, no) => columnOf(cellName(at, no)) === at),
  );
});

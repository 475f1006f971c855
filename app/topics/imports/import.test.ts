import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, KAMI, LAPOR, openHouse, PEMDI } from '#tests/house/house';
import { fileImportWords } from '~/files/fileImportWords';
import { csvFile, STYLES } from '~/files/csv';
import { tableWords } from '~/files/tableWords';
import { emptyFigures, type Figures, type Topic } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { newestSeq } from '~/record/read.server';
import { saveSheet } from '../saveSheet.server';
import { takeSheetStep } from '../takeSheetStep.server';
import { type SheetScope, withSheet, withTopic } from '../topicScope.server';
import { findSheet } from '../topicSheets.server';
import { type ImportAnswer, postImport, postImportFile } from './import.post.server';
import { makeTemplate } from './import.read.server';
import { importWords } from './importWords';

const words = importWords.id;
const refusals = tableWords.id;

let house: House;
let operator: Actor;
let colleague: Actor;
let head: Actor;
let facilitator: Actor;

beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  colleague = await house.person('operator', '63.01');
  head = await house.person('head', '63.01');
  facilitator = await house.person('facilitator');
});
afterAll(() => house.close());

const rakerda = () => house.rakerda({ topics: [LAPOR, PEMDI, KAMI], memberIds: [facilitator.id] });

async function at(actor: Actor, id: string, topic: Topic = LAPOR, agencyCode = '63.01'): Promise<SheetScope> {
  const meeting = await house.meeting(actor, id);
  return withSheet(await withTopic(meeting, topic.code, await newestSeq(house.db)), agencyCode);
}

const figures = (some: Figures): Figures => ({ ...emptyFigures(LAPOR), ...some });
const stored = async (id: string, topic: Topic = LAPOR) => findSheet(house.db, id, topic, '63.01');

function upload(bytes: Uint8Array | string, fields: Readonly<Record<string, string>> = {}): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), 'angka.xlsx');
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

/** The template with values changed, by code. */
async function filled(
  scope: SheetScope,
  values: Readonly<Record<string, ExcelJS.CellValue>>,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const { body } = await makeTemplate(scope);
  await book.xlsx.load(body.buffer);
  book.worksheets[0]?.eachRow((row) => {
    const code = row.getCell(1).text;
    if (code in values) row.getCell(5).value = values[code] ?? null;
    if (values[code] instanceof Date) row.getCell(5).style = { numFmt: 'dd/mm/yyyy' };
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function difference(answer: ImportAnswer) {
  if (answer.kind !== 'difference') throw new Error(JSON.stringify(answer));
  return answer.difference;
}

/** The form that a difference is drawn as. */
function takeForm(answer: ImportAnswer, picks: Readonly<Record<string, string>> = {}): FormData {
  const { rows, version, language } = difference(answer);
  const form = new FormData();
  form.append('intent', 'take');
  form.append('version', String(version));
  form.append('seen.language', language);
  for (const { code, typed, movedBy } of rows) {
    form.append(`figure.${code}`, typed);
    if (movedBy !== null) form.append(`asked.${code}`, '1');
  }
  for (const [code, pick] of Object.entries(picks)) form.append(`pick.${code}`, pick);
  return form;
}

const says = (answer: ImportAnswer) => (answer.kind === 'refused' ? answer.says : [answer.kind]);

describe('a template that was filled in', () => {
  it('shows what would change, changes nothing, and is saved whole once somebody agrees', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 100, resolved: 60, units: 30 }));
    const scope = await at(operator, id);
    const file = await filled(scope, {
      received: 8146,
      resolved: { formula: '7000+797', result: 7797 },
      units: null,
    });
    const answer = await postImportFile(scope, upload(file));
    expect(difference(answer)).toMatchObject({ version: 1, language: 'id', same: 11 });
    expect(
      difference(answer).rows.map(({ code, before, after, movedBy }) => [code, before, after, movedBy]),
    ).toEqual([
      ['received', '100', '8.146', null],
      ['resolved', '60', '7.797', null],
      ['units', '30', null, null],
    ]);
    expect(answer.kind === 'difference' && answer.formulas).toHaveLength(1);
    expect((await stored(id))?.version).toBe(1);

    expect(await postImport(await at(operator, id), takeForm(answer))).toEqual({ kind: 'saved' });
    expect((await stored(id))?.figures).toMatchObject({ received: 8146, resolved: 7797, units: null });
    const events = (await house.events('topic.saved')).filter((one) => one.rakerda_id === id);
    expect(JSON.parse(events.at(-1)?.payload ?? '')).toMatchObject({
      version: 2,
      changes: { received: [100, 8146], resolved: [60, 7797], units: [30, null] },
    });
  });

  it.each([
    { topic: PEMDI, words: ['Siap', 'Dikerjakan'] },
    { topic: KAMI, words: ['Kurang dari Rp3 miliar', 'Lebih dari Rp1 sampai 10 miliar'] },
  ])(
    'of another kind is the same to the page: $topic.kind',
    async ({ topic, words: [one = '', other = ''] }) => {
      const id = await rakerda();
      const [first = '', second = ''] = Object.keys(emptyFigures(topic));
      const scope = await at(operator, id, topic);
      const answer = await postImportFile(
        scope,
        upload(await filled(scope, { [first]: one, [second]: other })),
      );
      expect(difference(answer).rows.map(({ code, after, typed }) => [code, after, typed])).toEqual([
        [first, one, '2'],
        [second, other, '1'],
      ]);
      expect(await postImport(scope, takeForm(answer))).toEqual({ kind: 'saved' });
      expect((await stored(id, topic))?.figures).toMatchObject({ [first]: 2, [second]: 1 });
      // An emptied cell empties what was saved.
      const then = await at(operator, id, topic);
      const emptied = await postImportFile(then, upload(await filled(then, { [second]: null })));
      expect(difference(emptied).rows).toMatchObject([{ code: second, before: other, after: null }]);
      expect(await postImport(then, takeForm(emptied))).toEqual({ kind: 'saved' });
      expect((await stored(id, topic))?.figures).toMatchObject({ [first]: 2, [second]: null });
    },
  );

  it('keeps what others saved into other fields, and asks about the same one by their name', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 100, units: 30 }));
    const file = await filled(await at(operator, id), { received: 120, 'units-decree': 3 });
    await saveSheet(await at(colleague, id), 1, figures({ received: 110, units: 31 }));
    const answer = await postImportFile(await at(operator, id), upload(file));
    expect(difference(answer).rows).toMatchObject([
      { code: 'received', before: '110', after: '120', movedBy: colleague.name },
      { code: 'units-decree', before: null, after: '3', movedBy: null },
    ]);
    const unanswered = await postImport(await at(operator, id), takeForm(answer));
    expect(unanswered.kind === 'answer' && says(unanswered.answer)).toEqual([words.refused.picks]);
    expect((await stored(id))?.version).toBe(2);
    expect(await postImport(await at(operator, id), takeForm(answer, { received: 'theirs' }))).toEqual({
      kind: 'saved',
    });
    expect((await stored(id))?.figures).toMatchObject({ received: 110, units: 31, 'units-decree': 3 });
  });

  it('is asked once more where somebody saved between the difference and the agreement', async () => {
    const id = await rakerda();
    await saveSheet(await at(operator, id), 0, figures({ received: 100 }));
    const answer = await postImportFile(
      await at(operator, id),
      upload(await filled(await at(operator, id), { received: 120 })),
    );
    await saveSheet(await at(colleague, id), 1, figures({ received: 90 }));
    const again = await postImport(await at(operator, id), takeForm(answer));
    if (again.kind !== 'answer') throw new Error(again.kind);
    expect(difference(again.answer).rows).toMatchObject([
      { code: 'received', before: '90', after: '120', movedBy: colleague.name },
    ]);
    expect(await postImport(await at(operator, id), takeForm(again.answer, { received: 'mine' }))).toEqual({
      kind: 'saved',
    });
    expect((await stored(id))?.figures.received).toBe(120);
  });

  it('is all or nothing: each wrong cell is named, and nothing is shown to agree to', async () => {
    const id = await rakerda();
    const scope = await at(operator, id);
    const file = await filled(scope, {
      received: '8,146',
      resolved: -1,
      untouched: 1.5,
      'in-process': true,
      'on-time': new Date(Date.UTC(2024, 4, 1)),
      archived: '58.5',
      units: 5,
      'units-decree': 6,
      'units-active': { formula: '1+1' },
    });
    const answer = await postImportFile(scope, upload(file));
    if (answer.kind !== 'refused') throw new Error(answer.kind);
    const problemAt = (text: string) => answer.problems.find((problem) => problem.includes(text)) ?? '';
    expect(problemAt('Laporan diterima')).toMatch(/^E3: .*ribuan atau pecahan/);
    expect(problemAt('Selesai')).toMatch(/^E\d+: .*kurang dari nol/);
    expect(problemAt('berisi tanggal')).toMatch(/^E\d+: /);
    expect(problemAt('benar/salah')).toMatch(/^E\d+: /);
    expect(problemAt('Belum ditindaklanjuti')).toMatch(/^E\d+: .*di belakang koma/);
    expect(problemAt('Diarsipkan')).toMatch(/^E\d+: .*titik untuk ribuan/);
    expect(problemAt('Memiliki SK')).toMatch(/^E\d+: .*lebih besar dari/);
    expect(problemAt('rumus tanpa nilai')).toMatch(/^E\d+: /);
    expect(answer.problems).toHaveLength(8);
    expect(await stored(id)).toBeNull();
  });

  it('of another topic, agency or Rakerda is refused by name', async () => {
    const id = await rakerda();
    const scope = await at(operator, id);
    const pemdi = await filled(await at(operator, id, PEMDI), {});
    expect(says(await postImportFile(scope, upload(pemdi)))).toEqual([
      words.refused.otherTopic({ topic: PEMDI.code }),
    ]);
    const neighbour = await house.person('operator', '63.02');
    const theirs = await filled(await at(neighbour, id, LAPOR, '63.02'), {});
    expect(says(await postImportFile(scope, upload(theirs)))).toEqual([
      fileImportWords.id.refused.otherAgency({ agency: '63.02' }),
    ]);
    const elsewhere = await filled(await at(operator, await rakerda()), {});
    expect(says(await postImportFile(scope, upload(elsewhere)))).toEqual([
      fileImportWords.id.refused.otherRakerda,
    ]);
  });

  it('is refused to whoever may not write, and once the head has approved', async () => {
    const id = await rakerda();
    const reader = await at(facilitator, id);
    await expect(makeTemplate(reader)).rejects.toMatchObject({ status: 403 });
    await expect(postImportFile(reader, upload('x'))).rejects.toMatchObject({ status: 403 });
    await expect(postImport(reader, new FormData())).rejects.toMatchObject({ status: 403 });
    await saveSheet(await at(operator, id), 0, figures({ received: 1 }));
    const answer = await postImportFile(
      await at(operator, id),
      upload(await filled(await at(operator, id), { received: 2 })),
    );
    await takeSheetStep(await at(operator, id), 1, { step: 'submit', unansweredConfirmed: true });
    await takeSheetStep(await at(head, id), 1, { step: 'approve', gapsConfirmed: true });
    expect(says(await postImportFile(await at(operator, id), upload('x')))).toEqual([words.refused.approved]);
    const taken = await postImport(await at(operator, id), takeForm(answer));
    expect(taken.kind === 'answer' && says(taken.answer)).toEqual([words.refused.approved]);
    expect((await stored(id))?.figures.received).toBe(1);
  });

  it('that is no file, or a hostile one, is refused with a word', async () => {
    const id = await rakerda();
    const scope = await at(operator, id);
    const none = new Request('http://127.0.0.1/', { method: 'POST', body: new FormData() });
    expect(says(await postImportFile(scope, none))).toEqual([refusals.upload.noFile]);
    expect(says(await postImportFile(scope, upload(new Uint8Array(10 * 1024 * 1024 + 1))))).toEqual([
      refusals.upload.tooLarge,
    ]);
    expect(says(await postImportFile(scope, upload('PK\u0003\u0004')))).toEqual([refusals.file.broken]);
    expect(says(await postImportFile(scope, upload('a;b\r\n'.repeat(100_000))))).toEqual([
      refusals.file.tooManyRows,
    ]);
    expect(says(await postImportFile(scope, upload('Kode;Angka\r\nreceived;5\r\n')))).toEqual([
      words.refused.noColumns({ code: 'Kode', value: 'Nilai' }),
    ]);
  });

  it('whose form was tampered with changes no field that the topic does not have', async () => {
    const id = await rakerda();
    const form = new FormData();
    for (const [name, value] of [
      ['intent', 'take'],
      ['version', '0'],
      ['seen.language', 'id'],
      ['figure.received', '5'],
      ['figure.__proto__', '9'],
      ['figure.tidak-ada', '9'],
    ] as const)
      form.append(name, value);
    expect(await postImport(await at(operator, id), form)).toEqual({ kind: 'saved' });
    expect((await stored(id))?.figures).toEqual(figures({ received: 5 }));
    form.set('figure.received', '-5');
    expect((await postImport(await at(operator, id), form)).kind).toBe('answer');
    expect((await stored(id))?.figures.received).toBe(5);
  });
});

describe('a list of reports', () => {
  const SECRET = 'Siti Aminah, 0812-3456-7890';
  const list = (rows: readonly (readonly (string | number)[])[], heading?: readonly string[]) =>
    csvFile(
      [
        heading ?? [
          'tracking_id',
          'tanggal_masuk',
          'dinas_tujuan',
          'status',
          'klasifikasi',
          'tanggal_selesai',
          'isi_laporan',
        ],
        ...rows,
      ],
      STYLES.id,
    );
  const row = (no: number, status: string, more: Partial<{ date: string; finished: string }> = {}) =>
    [no, more.date ?? '2024-03-04', 'Dinas PU', status, 'Pengaduan', more.finished ?? '', SECRET] as const;
  const ask = { what: 'list', year: '2024' };

  it('is counted, shown against the sheet, and nothing of what people wrote is kept', async () => {
    const id = await rakerda();
    const scope = await at(operator, id);
    const rows = [
      row(1, 'Selesai', { finished: '2024-03-06' }),
      row(2, 'Selesai', { finished: '2024-09-06' }),
      row(3, 'Proses'),
      row(4, SECRET),
      row(4, 'Selesai'),
      row(5, 'Selesai', { date: '2023-12-30' }),
    ];
    const answer = await postImportFile(scope, upload(list(rows), ask));
    expect(difference(answer).rows.map(({ code, after }) => [code, after])).toEqual([
      ['received', '4'],
      ['complaints', '4'],
      ['oversight', '0'],
      ['aspirations', '0'],
      ['information', '0'],
      ['resolved', '2'],
      ['in-process', '1'],
      ['untouched', '0'],
      ['archived', '0'],
      ['on-time', '1'],
      ['working-days', '136'],
    ]);
    expect(answer.kind === 'difference' && answer.counted).toMatchObject({
      rows: 6,
      taken: 4,
      left: [],
      findings: [
        { kind: 'duplicate', rows: [6] },
        { kind: 'otherYear', rows: [7] },
        { kind: 'statusUnknown', rows: [5] },
      ],
    });
    expect(await postImport(scope, takeForm(answer))).toEqual({ kind: 'saved' });
    expect((await stored(id))?.figures).toMatchObject({ received: 4, resolved: 2, 'on-time': 1 });
    const everything = JSON.stringify(await house.db.selectFrom('event').selectAll().execute());
    expect(everything).not.toContain('Siti');
    expect(everything).not.toContain('Dinas PU');
  });

  it('asks which column is what where it does not say so, and takes what is chosen', async () => {
    const id = await rakerda();
    const scope = await at(operator, id);
    const file = list([['2024-03-04', 'Selesai']], ['Kapan', 'Keadaan']);
    expect(await postImportFile(scope, upload(file, ask))).toEqual({
      kind: 'columns',
      headings: ['Kapan', 'Keadaan'],
      columns: { id: null, date: null, status: null, type: null, finished: null },
      year: 2024,
    });
    const answer = await postImportFile(
      scope,
      upload(file, { ...ask, 'column.date': 'Kapan', 'column.status': 'Keadaan', 'column.type': '-' }),
    );
    expect(difference(answer).rows.map(({ code, after }) => [code, after])).toContainEqual(['resolved', '1']);
    expect(answer.kind === 'difference' && answer.counted?.left).toHaveLength(6);
  });

  it('is refused where months come first, where the year is none, and where it holds nothing of it', async () => {
    const scope = await at(operator, await rakerda());
    const american = list([
      row(1, 'Selesai', { date: '05/06/2024' }),
      row(2, 'Selesai', { date: '05/23/2024' }),
    ]);
    expect(says(await postImportFile(scope, upload(american, ask)))).toEqual([words.counts.monthFirstText]);
    expect(says(await postImportFile(scope, upload(american, { ...ask, year: '24' })))).toEqual([
      words.counts.yearProblem,
    ]);
    const other = list([row(1, 'Selesai')]);
    expect(says(await postImportFile(scope, upload(other, { ...ask, year: '2022' })))).toEqual([
      words.counts.noRows,
    ]);
  });

  it('that contradicts what stands in the sheet changes nothing', async () => {
    const id = await rakerda();
    const saved = figures({ received: 50, resolved: 40, 'on-time': 30 });
    await saveSheet(await at(operator, id), 0, saved);
    const answer = await postImportFile(await at(operator, id), upload(list([row(1, 'Selesai')]), ask));
    if (answer.kind !== 'refused') throw new Error(answer.kind);
    expect(answer.problems[0]).toContain('lebih besar dari');
  });

  it('of 100,000 reports is counted, and one more is refused', async () => {
    const scope = await at(operator, await rakerda());
    const many = list(
      Array.from({ length: 99_999 }, (_, no) => [no, '2024-03-04', '', 'Selesai', 'Aspirasi', '', '']),
    );
    const answer = await postImportFile(scope, upload(many, ask));
    expect(difference(answer).rows.find(({ code }) => code === 'received')?.after).toBe('99.999');
    const more = `${many}1;2024-03-04;;Selesai;;;\r\n`;
    expect(says(await postImportFile(scope, upload(more, ask)))).toEqual([refusals.file.tooManyRows]);
  }, 60_000);

  it('is not asked of a topic that is counted out of none', async () => {
    const scope = await at(operator, await rakerda(), PEMDI);
    expect(says(await postImportFile(scope, upload(list([row(1, 'Selesai')]), ask)))).toEqual([
      refusals.upload.unreadable,
    ]);
  });
});

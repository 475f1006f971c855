import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import { fileImportWords } from '~/files/fileImportWords';
import { tableWords } from '~/files/tableWords';
import type { Actor } from '~/policy';
import { parseLevels } from '../levels';
import { EMPTY, readAnswer, saveAnswer } from '../saveAnswer.server';
import { takeStep } from '../takeStep.server';
import { answerImportWords } from './answerImportWords';
import { type AnswersImport, postAnswers, postAnswersFile } from './import.post.server';
import { makeAnswersTemplate } from './import.read.server';

const words = answerImportWords.id;

let house: House;
let operator: Actor;
let colleague: Actor;
let reviewer: Actor;

beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  colleague = await house.person('operator', '63.01');
  reviewer = await house.person('reviewer');
});
afterAll(() => house.close());

const rakerda = () => house.rakerda({ state: 'filling', memberIds: [reviewer.id] });
const at = (actor: Actor, id: string, agencyCode = '63.01') => house.assessment(actor, id, agencyCode);
const save = async (
  actor: Actor,
  id: string,
  no: number,
  input: Parameters<typeof saveAnswer>[1]['input'],
  version = 0,
) =>
  saveAnswer(
    await at(actor, id),
    { indicatorNo: no, input: { ...EMPTY, ...input }, baseVersion: version },
    null,
  );
const stored = async (id: string, no: number) =>
  readAnswer(house.db, (await at(operator, id)).place.assessment.id, no);

/** The template with levels and justifications changed, by number. */
async function filled(
  actor: Actor,
  id: string,
  values: Readonly<Record<number, readonly [ExcelJS.CellValue, ExcelJS.CellValue]>>,
  agencyCode = '63.01',
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  const { body } = await makeAnswersTemplate(await at(actor, id, agencyCode));
  await book.xlsx.load(body.buffer);
  book.worksheets[0]?.eachRow((row) => {
    const value = values[Number(row.getCell(1).text)];
    if (value) [row.getCell(5).value, row.getCell(6).value] = value;
    if (value?.[1] instanceof Date) row.getCell(6).style = { numFmt: 'dd/mm/yyyy' };
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function upload(bytes: Uint8Array<ArrayBuffer> | string): Request {
  const form = new FormData();
  form.append('file', new Blob([bytes]), 'jawaban.xlsx');
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

function difference(answer: AnswersImport) {
  if (answer.kind !== 'difference') throw new Error(JSON.stringify(answer));
  return answer;
}

/** The form that a difference is drawn as. */
function takeForm(answer: AnswersImport, picks: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  form.append('intent', 'take');
  for (const { no, version, fields } of difference(answer).rows) {
    form.append(`version.${no}`, String(version));
    for (const { field, sent, movedBy } of fields) {
      form.append(`${field}.${no}`, sent.replaceAll('\n', '\r\n'));
      if (movedBy !== null) form.append(`asked.${no}.${field}`, '1');
    }
  }
  for (const [name, pick] of Object.entries(picks)) form.append(`pick.${name}`, pick);
  return form;
}

const says = (answer: AnswersImport) => (answer.kind === 'refused' ? answer.says : [answer.kind]);

describe('answers out of a spreadsheet', () => {
  it('are shown as differences, and saved together once somebody agrees', async () => {
    const id = await rakerda();
    await save(operator, id, 1, { level: 2, justification: 'SK lama', note: 'catatan' });
    const file = await filled(operator, id, { 1: [3, 'SK baru\nkedua'], 2: [4, 'Ada'], 3: [null, null] });
    const answer = await postAnswersFile(await at(operator, id), upload(file));
    expect(difference(answer).same).toBe(45);
    expect(difference(answer).rows).toMatchObject([
      {
        no: 1,
        version: 1,
        fields: [
          { field: 'level', before: '2', after: '3', movedBy: null },
          { field: 'justification', before: 'SK lama', after: 'SK baru\nkedua', movedBy: null },
        ],
      },
      { no: 2, version: 0, fields: [{ after: '4' }, { after: 'Ada' }] },
    ]);
    expect((await stored(id, 1))?.version).toBe(1);
    expect(await postAnswers(await at(operator, id), takeForm(answer))).toEqual({ kind: 'saved' });
    // What the file does not hold stays.
    expect(await stored(id, 1)).toMatchObject({
      version: 2,
      level: 3,
      justification: 'SK baru\nkedua',
      note: 'catatan',
    });
    expect(await stored(id, 2)).toMatchObject({ version: 1, level: 4, justification: 'Ada' });
    expect(await stored(id, 3)).toBeNull();
    const { place } = await at(operator, id);
    expect(parseLevels(place.assessment.levels).slice(0, 3)).toEqual([3, 4, null]);
    const events = (await house.events('answer.saved')).filter((one) => one.rakerda_id === id);
    expect(events).toHaveLength(3);
  });

  it('that somebody else has changed since are asked about by name, and what they wrote elsewhere stays', async () => {
    const id = await rakerda();
    await save(operator, id, 1, { level: 2, justification: 'SK' });
    const file = await filled(operator, id, { 1: [3, 'SK baru'] });
    await save(colleague, id, 1, { level: 4, justification: 'SK' }, 1);
    const answer = await postAnswersFile(await at(operator, id), upload(file));
    expect(difference(answer).rows[0]?.fields).toMatchObject([
      { field: 'level', before: '4', after: '3', movedBy: colleague.name },
      { field: 'justification', before: 'SK', after: 'SK baru', movedBy: null },
    ]);
    const unpicked = await postAnswers(await at(operator, id), takeForm(answer));
    expect(unpicked.kind === 'answer' && says(unpicked.answer)).toEqual([words.refused.picks]);
    expect(await postAnswers(await at(operator, id), takeForm(answer, { '1.level': 'theirs' }))).toEqual({
      kind: 'saved',
    });
    expect(await stored(id, 1)).toMatchObject({ level: 4, justification: 'SK baru' });
  });

  it('are saved all or not at all where one was changed between the difference and the agreement', async () => {
    const id = await rakerda();
    const answer = await postAnswersFile(
      await at(operator, id),
      upload(await filled(operator, id, { 1: [3, 'satu'], 2: [3, 'dua'] })),
    );
    await save(colleague, id, 2, { level: 5 });
    const again = await postAnswers(await at(operator, id), takeForm(answer));
    if (again.kind !== 'answer') throw new Error(again.kind);
    expect(await stored(id, 1)).toBeNull();
    expect(difference(again.answer).rows.find(({ no }) => no === 2)?.fields[0]).toMatchObject({
      before: '5',
      after: '3',
      movedBy: colleague.name,
    });
    expect(await postAnswers(await at(operator, id), takeForm(again.answer, { '2.level': 'mine' }))).toEqual({
      kind: 'saved',
    });
    expect(await stored(id, 1)).toMatchObject({ level: 3 });
    expect(await stored(id, 2)).toMatchObject({ level: 3, justification: 'dua' });
  });

  it('with a cell that cannot be change nothing, and each is named', async () => {
    const id = await rakerda();
    const file = await filled(operator, id, {
      1: [6, 'a'],
      2: ['tiga', 'b'],
      3: [2, new Date(0)],
      4: [{ formula: '1+1' }, 'c'],
      5: [3, 'ok'],
    });
    const answer = await postAnswersFile(await at(operator, id), upload(file));
    expect(answer.kind === 'refused' && answer.problems.map((problem) => problem.split(':')[0])).toEqual([
      'E3',
      'E4',
      'F5',
      'E6',
    ]);
    expect(await stored(id, 5)).toBeNull();
  });

  it('of another agency, Rakerda or kind of file are refused with a word', async () => {
    const id = await rakerda();
    const scope = await at(operator, id);
    const neighbour = await house.person('operator', '63.02');
    const theirs = await filled(neighbour, id, {}, '63.02');
    expect(says(await postAnswersFile(scope, upload(theirs)))).toEqual([
      fileImportWords.id.refused.otherAgency({ agency: '63.02' }),
    ]);
    expect(says(await postAnswersFile(scope, upload(await filled(operator, await rakerda(), {}))))).toEqual([
      fileImportWords.id.refused.otherRakerda,
    ]);
    expect(says(await postAnswersFile(scope, upload('PK\u0003\u0004')))).toEqual([tableWords.id.file.broken]);
    expect(says(await postAnswersFile(scope, upload('a;b\r\n'.repeat(50_000))))).toEqual([
      tableWords.id.file.tooManyRows,
    ]);
    expect(says(await postAnswersFile(scope, upload('')))).toEqual([tableWords.id.upload.noFile]);
  });

  it('are refused to whoever may not write, and once they are submitted', async () => {
    const id = await rakerda();
    const reading = await at(reviewer, id);
    await expect(postAnswersFile(reading, upload('x'))).rejects.toMatchObject({ status: 403 });
    await expect(postAnswers(reading, new FormData())).rejects.toMatchObject({ status: 403 });
    const values = Object.fromEntries(Array.from({ length: 47 }, (_, at) => [at + 1, [3, 'Ada'] as const]));
    const answer = await postAnswersFile(await at(operator, id), upload(await filled(operator, id, values)));
    expect(difference(answer).rows).toHaveLength(47);
    expect(await postAnswers(await at(operator, id), takeForm(answer))).toEqual({ kind: 'saved' });
    const late = await postAnswersFile(
      await at(operator, id),
      upload(await filled(operator, id, { 1: [4, 'x'] })),
    );
    const step = await takeStep(await at(operator, id), { step: 'submit', unansweredConfirmed: false });
    expect(step.kind).not.toBe('locked');
    const { place } = await at(operator, id);
    expect(place.assessment.state).toBe('submitted');
    const taken = await postAnswers(await at(operator, id), takeForm(late));
    expect(taken.kind === 'answer' && says(taken.answer)).toEqual([words.refused.locked]);
    expect((await stored(id, 1))?.level).toBe(3);
    expect(WHOLE.level.max).toBe(5);
  });
});

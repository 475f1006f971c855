/** Cells and figures that wait on the device: whose they are, what is sent of them, and what people read of them. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAPOR, PEMDI } from '#tests/house/house';
import { parseMetrics } from '~/instrument/metrics';
import type { Topic } from '~/instrument/topic';
import { dropAllKept, readKept, waitingForms } from '~/ui/keptInput';
import { sendKept } from '~/ui/sendKept';
import { type CellHome, dropCell, keepCell, type KeptCell, keptCells } from './keptCells';
import { nameWaiting } from '../nameWaiting';

/** As a browser has it: what lies there are its own properties. */
class Storage {
  [name: string]: unknown;
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name: string, value: string) {
    this[name] = value;
  }
  removeItem(name: string) {
    Reflect.deleteProperty(this, name);
  }
}

const path = '/rakerda/uji/topik/konektivitas/63.01/register/villages';
const home: CellHome = { account: 'satu', path, cells: `${path}/sel`, label: 'Desa – Tanah Laut' };
const phone: KeptCell = { key: '63.01.01.2001', column: 'phone', row: 'Takisung', seen: '', typed: 'none' };

beforeEach(() => {
  vi.stubGlobal('localStorage', new Storage());
  vi.stubGlobal('window', { location: { href: 'http://uji/' } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a cell on the device', () => {
  it('is there for the account that typed it and for its register, until it is saved or given up', () => {
    keepCell(home, phone, true);
    keepCell(home, { ...phone, column: 'bts', typed: '2' }, true);
    keepCell(home, { ...phone, typed: '4g' }, true);
    expect(keptCells(home)).toEqual(
      expect.arrayContaining([
        { ...phone, typed: '4g' },
        { ...phone, column: 'bts', typed: '2' },
      ]),
    );
    expect(keptCells(home)).toHaveLength(2);
    expect(keptCells({ ...home, account: 'dua' })).toEqual([]);
    expect(keptCells({ ...home, path: path.replace('villages', 'groups') })).toEqual([]);
    // What was saved is not what was typed since.
    dropCell(home, phone, 'none');
    expect(keptCells(home)).toHaveLength(2);
    dropCell(home, phone, '4g');
    expect(keptCells(home).map(({ column }) => column)).toEqual(['bts']);
    dropAllKept();
    expect(keptCells(home)).toEqual([]);
  });

  it('says so where the device takes nothing more', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(keepCell(home, phone, true)).toBe(false);
  });

  it('goes out from any page to where cells are saved, under its account; a refusal waits for a person', async () => {
    keepCell(home, phone, true);
    const [form] = waitingForms('satu');
    if (!form) throw new Error('nothing waits');
    const asked: { address: string; fields: unknown }[] = [];
    let answer: unknown = { kind: 'refused' };
    vi.stubGlobal('fetch', (address: string, { body }: { body: FormData }) => {
      asked.push({ address, fields: Object.fromEntries(body) });
      const response = Response.json(answer);
      Object.defineProperty(response, 'url', { value: `http://uji${address}` });
      return Promise.resolve(response);
    });
    expect(await sendKept('satu', form)).toEqual({ kind: 'refused' });
    expect(asked).toEqual([
      {
        address: `${path}/sel`,
        fields: {
          intent: 'cells',
          seen: '{"63.01.01.2001":{"phone":""}}',
          'cell.63.01.01.2001.phone': 'none',
          row: 'Takisung',
          sentBy: 'satu',
        },
      },
    ]);
    expect(readKept(form.name)).toMatchObject({ sent: null });
    expect(keptCells(home)).toEqual([phone]);

    keepCell(home, phone, true);
    const [again] = waitingForms('satu');
    // A page that a network puts in the way of everything.
    answer = { hello: 'there' };
    expect(again && (await sendKept('satu', again))).toEqual({ kind: 'waits' });
    answer = { kind: 'saved' };
    expect(again && (await sendKept('satu', again))).toEqual({ kind: 'taken', to: path });
    expect(keptCells(home)).toEqual([]);
  });
});

describe('what waits, in words', () => {
  const villages = parseMetrics(
    JSON.parse(
      readFileSync(new URL('../../../seeds/instruments/konektivitas.json', import.meta.url), 'utf8'),
    ),
  );
  const page = (topic: Topic) => ({
    topic,
    agency: { code: '63.01', name: 'Kabupaten Tanah Laut' },
    rakerda: { name: 'Rakerda Uji' },
  });
  const form = (fields: Record<string, string[]>, at = '/rakerda/uji/topik/x/63.01') => ({
    path: at,
    kept: { fields },
  });

  it('names the questions of a sheet, choices by their words, in either language', () => {
    const numbers = form({ 'figure.received': ['8.146'], version: ['1'] });
    expect(nameWaiting(page(LAPOR), numbers, 'id')).toMatchObject({
      agency: 'Kabupaten Tanah Laut',
      rakerda: 'Rakerda Uji',
      fields: [{ name: 'Laporan diterima', value: '8.146' }],
    });
    expect(nameWaiting(page(LAPOR), numbers, 'en').fields[0]?.name).not.toBe('Laporan diterima');
    const item = nameWaiting(page(PEMDI), form({ 'figure.I1-L1-01': ['2'] }), 'id').fields[0];
    expect(item?.name).toMatch(/^I1-L1-01 \S/);
    expect(item?.value.toLowerCase()).toContain('siap');
    // A choice that was taken back, and a code that this version of the topic does not have.
    expect(nameWaiting(page(PEMDI), form({ 'figure.I1-L1-01': [] }), 'id').fields[0]?.value).toBe('');
    expect(nameWaiting(page(LAPOR), form({ 'figure.dahulu': ['1'] }), 'id').fields).toEqual([
      { name: 'dahulu', value: '1' },
    ]);
  });

  it('names the row and the column of a cell', () => {
    keepCell(home, phone, true);
    const [waiting] = waitingForms('satu');
    const words = waiting && nameWaiting(page(villages), waiting, 'id');
    expect(words?.topic).toContain('Register desa dan kelurahan');
    expect(words?.fields).toHaveLength(1);
    expect(words?.fields[0]?.name).toMatch(/^Takisung – /);
    expect(words?.fields[0]?.value).not.toBe('none');
  });
});

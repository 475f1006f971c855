import { describe, expect, it } from 'vitest';
import { neighbours } from '~/policy';
import { parseIndexInput, parseTargetInput } from '~/rakerda/indexInput';
import { emptyRakerdaForm, RAKERDA_ERRORS, rakerdaSchema, readRakerdaForm } from './rakerdaForm';
import { judge } from '~/text';
import { freeSlug, rakerdaSlug } from './slug';
import { TIME_ZONES, timeZoneOf } from './timeZones';
import { readAgencies } from '#seeds/agencies';

const blank = emptyRakerdaForm(new Date('2025-05-08T00:00:00Z'), ['spbe-2020@1.1.0']);
const filled = {
  ...blank,
  name: 'Rakerda Kalsel',
  startsOn: '2025-05-08',
  endsOn: '2025-05-10',
  place: 'Banjarbaru',
  host: 'Diskominfo',
  provinceCode: '63',
};

describe('a typed index', () => {
  it.each([
    ['3,20', 320],
    ['3.2', 320],
    ['3', 300],
    [' 4,05 ', 405],
    ['1,00', 100],
    ['5,00', 500],
  ])('reads %s', (typed, hundredths) => {
    expect(parseIndexInput(typed)).toBe(hundredths);
  });

  it.each(['', '0,99', '5,01', '3,205', '-3', '3,', 'tiga', '3 2', '1e0', '٣'])('refuses "%s"', (typed) => {
    expect(parseIndexInput(typed)).toBeNull();
  });

  it('takes an empty field as "no target", and nonsense as neither', () => {
    expect(parseTargetInput('  ')).toEqual({ ok: true, hundredths: null });
    expect(parseTargetInput('x')).toEqual({ ok: false });
  });
});

it('starts with the year on the wall, not the one in Greenwich', () => {
  expect(emptyRakerdaForm(new Date('2025-12-31T15:59:59Z'), []).year).toBe('2025');
  expect(emptyRakerdaForm(new Date('2025-12-31T16:00:00Z'), []).year).toBe('2026');
});

describe('the address of a Rakerda', () => {
  it.each([
    ['Rakerda SPBE Kalimantan Selatan', 2025, 'rakerda-spbe-kalimantan-selatan-2025'],
    ['Rakerda Kalsel 2025', 2025, 'rakerda-kalsel-2025'],
    ['  Évaluasi — "Pleno" & lain/lain ', 2024, 'evaluasi-pleno-lain-lain-2024'],
    ['会议', 2025, 'rakerda-2025'],
  ])('%s, %i', (name, year, slug) => {
    expect(rakerdaSlug(name, year)).toBe(slug);
  });

  it('never grows beyond what an address bears, nor ends in a hyphen', () => {
    expect(rakerdaSlug('a '.repeat(200), 2025)).toMatch(/^[a-z0-9-]{1,65}$/);
    expect(rakerdaSlug(`${'a'.repeat(59)} b`, 2025)).not.toContain('--');
  });

  it('counts on from 2 past those taken', () => {
    expect(freeSlug('a-2025', new Set())).toBe('a-2025');
    expect(freeSlug('a-2025', new Set(['a-2025', 'a-2025-2']))).toBe('a-2025-3');
  });
});

describe('the form of a new Rakerda', () => {
  it('is understood when filled in', () => {
    expect(rakerdaSchema.parse({ ...filled, targets: { 'spbe-2020': '3,20' } })).toMatchObject({
      year: 2025,
      targets: { 'spbe-2020': 320 },
      agencyCodes: [],
    });
  });

  it('names every field that is missing', () => {
    const judged = judge(rakerdaSchema, blank, RAKERDA_ERRORS, 'required');
    expect(!judged.ok && judged.errors).toEqual({
      name: 'required',
      startsOn: 'date',
      endsOn: 'date',
      place: 'required',
      host: 'required',
      provinceCode: 'choose',
    });
  });

  it.each([
    [{ endsOn: '2025-05-07' }, { endsOn: 'endsBeforeStart' }],
    [{ startsOn: '2025-02-30' }, { startsOn: 'date' }],
    [{ year: '25' }, { year: 'year' }],
    [{ targets: { 'spbe-2020': '7' } }, { 'targets.spbe-2020': 'target' }],
    [{ instruments: [] }, { instruments: 'agencies' }],
    [{ provinceCode: '' }, { provinceCode: 'choose' }],
    [
      { provinceCode: '', endsOn: '' },
      { provinceCode: 'choose', endsOn: 'date' },
    ],
    [{ scope: 'chosen' as const }, { agencyCodes: 'agencies' }],
    [{ scope: 'chosen' as const, agencyCodes: false }, { agencyCodes: 'agencies' }],
  ])('refuses %o', (change, errors) => {
    const judged = judge(rakerdaSchema, { ...filled, ...change }, RAKERDA_ERRORS, 'required');
    expect(!judged.ok && judged.errors).toEqual(errors);
  });

  it('needs no province, and nobody of one, where agencies from elsewhere take part', () => {
    const extra = { extraCodes: ['P.050', '62.01'] };
    expect(rakerdaSchema.parse({ ...filled, ...extra, provinceCode: '' })).toMatchObject({
      ...extra,
      provinceCode: '',
      timeZone: 'Asia/Jakarta',
    });
    expect(rakerdaSchema.parse({ ...filled, ...extra, scope: 'chosen' })).toMatchObject(extra);
  });

  it('keeps what was typed, in a post and in an address alike', () => {
    const form = new FormData();
    form.set('name', 'Belum selesai');
    form.append('agencyCodes', '63.01');
    form.append('agencyCodes', '63.02');
    form.set('timeZone', 'Europe/Berlin');
    form.set('targets.spbe-2020', 'tiga');
    form.set('targets.lain', '4');
    const values = readRakerdaForm(form, blank);
    expect(values).toMatchObject({
      name: 'Belum selesai',
      agencyCodes: ['63.01', '63.02'],
      timeZone: '',
      targets: { 'spbe-2020': 'tiga', lain: '4' },
      includeProvince: false,
    });
    expect(
      readRakerdaForm(new URLSearchParams('name=Belum+selesai&includeProvince=on'), blank),
    ).toMatchObject({ name: 'Belum selesai', includeProvince: true });
    expect(readRakerdaForm(new URLSearchParams(), blank)).toEqual(blank);
  });
});

describe('the targets of a new Rakerda', () => {
  it('are asked of the instruments ticked only', () => {
    const targets = { 'spbe-2020': '3,20', lain: 'tiga' };
    expect(rakerdaSchema.parse({ ...filled, targets }).targets).toEqual({ 'spbe-2020': 320 });
    const both = { ...filled, instruments: ['spbe-2020@1.1.0', 'lain@2.0.0'], targets };
    const judged = judge(rakerdaSchema, both, RAKERDA_ERRORS, 'required');
    expect(!judged.ok && judged.errors).toEqual({ 'targets.lain': 'target' });
    expect(rakerdaSchema.parse({ ...both, targets: { lain: '' } }).targets).toEqual({ lain: null });
  });
});

describe('the time zone of a new Rakerda', () => {
  const zoneOf = (change: object) => rakerdaSchema.parse({ ...filled, ...change }).timeZone;

  it.each([
    ['11', 'Asia/Jakarta'],
    ['33', 'Asia/Jakarta'],
    ['61', 'Asia/Jakarta'],
    ['62', 'Asia/Jakarta'],
    ['63', 'Asia/Makassar'],
    ['51', 'Asia/Makassar'],
    ['73', 'Asia/Makassar'],
    ['81', 'Asia/Jayapura'],
    ['91', 'Asia/Jayapura'],
    ['96', 'Asia/Jayapura'],
  ])('of province %s is %s, unless another was chosen', (provinceCode, zone) => {
    expect(zoneOf({ provinceCode })).toBe(zone);
    for (const timeZone of TIME_ZONES) expect(zoneOf({ provinceCode, timeZone })).toBe(timeZone);
  });

  it('is known of every province there is', async () => {
    const provinces = (await readAgencies()).filter(({ kind }) => kind === 'province');
    const codesIn = (zone: string) =>
      provinces.map(({ code }) => code).filter((code) => timeZoneOf(code) === zone);
    expect(codesIn('Asia/Jakarta').join(' ')).toBe('11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62');
    expect(codesIn('Asia/Makassar').join(' ')).toBe('51 52 53 63 64 65 71 72 73 74 75 76');
    expect(codesIn('Asia/Jayapura').join(' ')).toBe('81 82 91 92 93 94 95 96');
  });
});

describe('the stages', () => {
  it('go one forward or one back', () => {
    expect(neighbours('preparation')).toEqual({ back: null, forward: 'filling' });
    expect(neighbours('plenary')).toEqual({ back: 'filling', forward: 'closed' });
    expect(neighbours('archived')).toEqual({ back: 'closed', forward: null });
  });
});

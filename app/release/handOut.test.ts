/** What handing out a file reads, holds and puts on the record, in a house with two of everything. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { FILES } from './files';
import { handOut } from './handOut.server';
import { prepareRelease } from './prepareRelease.server';
import { writeFile } from './writeRelease.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2027';
const JSON_FILE = { instrumentCode: DECIMAL.code, file: 'skor.json', extent: 'semua' } as const;

let house: House;
let liaison: Actor;

beforeEach(async () => {
  house = await openHouse();
  liaison = await house.person('liaison');
  const wish = { memberIds: [liaison.id], agencyCodes: ['63.01', '63.02', '63.03'] };
  await house.rakerda({ ...wish, id: HERE, instruments: [DECIMAL] });
  await house.rakerda({ ...wish, id: OTHER, year: 2027, instruments: [DECIMAL, WHOLE] });
});
afterEach(() => house.close());

const approve = (agencyCode: string, rakerdaId = HERE) =>
  house.db
    .updateTable('assessment')
    .set({ state: 'approved' })
    .where('rakerda_id', '=', rakerdaId)
    .where('agency_code', '=', agencyCode)
    .execute();
const meeting = (actor = liaison) => house.meeting(actor, HERE);
const downloads = () => house.events('release.downloaded');

describe('a file', () => {
  it('leaves with who took it, of what, and two fingerprints on the record', async () => {
    await approve('63.02');
    const scope = await meeting();
    const release = await prepareRelease(scope, JSON_FILE);
    const download = await handOut(scope, JSON_FILE);
    if (!download) throw new Error('no download');
    const body = await buffer(download.stream);
    expect(download.name).toMatch(/^skor-desimal-uji-2026-semua-\d{8}-\d{4}\.json$/);
    expect(download.bytes).toBe(body.length);
    const [event, ...more] = await downloads();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor_id: liaison.id,
      rakerda_id: HERE,
      agency_code: null,
      request_id: scope.requestId,
    });
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      format: 'json',
      instrument: `${DECIMAL.code}@${DECIMAL.version}`,
      scope: 'semua',
      sha256: release?.sha256,
      fileSha256: createHash('sha256').update(body).digest('hex'),
      asOf: release?.asOf,
      agencies: 3,
    });
  });

  it('of a demo says so in its name', async () => {
    await house.db.updateTable('rakerda').set({ is_demo: 1 }).where('id', '=', HERE).execute();
    const download = await handOut(await meeting(), JSON_FILE);
    download?.stream.destroy();
    expect(download?.name).toMatch(/^demo-skor-desimal-/);
  });

  it('is nobody’s who does not belong to the Rakerda, and nothing is on the record', async () => {
    const stranger = await house.person('liaison');
    expect(await handOut(await meeting(stranger), JSON_FILE)).toBeNull();
    expect(await downloads()).toEqual([]);
  });

  it('of an instrument that this Rakerda does not hold, or of nothing, is none', async () => {
    expect(await handOut(await meeting(), { ...JSON_FILE, instrumentCode: WHOLE.code })).toBeNull();
    await approve('63.01', OTHER);
    const approved = { ...JSON_FILE, extent: 'disetujui' } as const;
    await expect(handOut(await meeting(), approved)).rejects.toMatchObject({ failure: 'empty' });
    expect(await downloads()).toEqual([]);
  });
});

describe('on the disk', () => {
  it.each(FILES)('%s is for this process alone, and never written over another file', async (file) => {
    const release = await prepareRelease(await meeting(), JSON_FILE);
    if (!release) throw new Error('nothing to release');
    const path = join(house.folder, file);
    await writeFile(file, path, release);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const before = await readFile(path);
    await expect(writeFile(file, path, release)).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await readFile(path)).equals(before)).toBe(true);
  });
});

describe('where files are made', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  const left = async () => (await readdir(house.folder)).filter((name) => name.startsWith('rakerda-rilis'));

  it('none is left, taken or refused', async () => {
    vi.stubEnv('TMPDIR', house.folder);
    const download = await handOut(await meeting(), JSON_FILE);
    expect(await left()).toEqual([]);
    if (!download) throw new Error('no download');
    const body = await buffer(download.stream);
    expect(JSON.parse(body.toString())).toHaveProperty('agencies');
    const approved = { ...JSON_FILE, extent: 'disetujui' } as const;
    await expect(handOut(await meeting(), approved)).rejects.toMatchObject({ failure: 'empty' });
    expect(await left()).toEqual([]);
  });

  it('fails in words, and nothing is on the record', async () => {
    const scope = await meeting();
    // The thread that makes files is there from now on: its start would make the folder.
    const first = await handOut(scope, JSON_FILE);
    first?.stream.destroy();
    vi.stubEnv('TMPDIR', join(house.folder, 'tidak-ada'));
    await expect(handOut(scope, JSON_FILE)).rejects.toMatchObject({ failure: 'storage' });
    expect(await downloads()).toHaveLength(1);
  });
});

describe('what a file is made of', () => {
  it.each([
    ['semua', ['63.01', '63.02']],
    ['disetujui', ['63.02']],
  ] as const)('is what its reader may see: %s', async (extent, agencies) => {
    await approve('63.02');
    const head = await house.person('head', '63.01');
    const release = await prepareRelease(await meeting(head), { instrumentCode: DECIMAL.code, extent });
    expect(release?.figures.map(({ agency }) => agency.code)).toEqual(agencies);
    expect(release).toMatchObject({
      rakerda: { id: HERE, year: 2026, timeZone: 'Asia/Makassar', isDemo: false },
      scope: extent,
      exportedBy: `${head.name} (${head.username})`,
    });
  });
});

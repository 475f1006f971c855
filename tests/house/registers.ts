/** A small register, as a file would hold it: for tests that change one thing of it. */
export const text = (id: string) => ({ id, en: `${id} (en)` });
const source = { confidence: 'proposal', citation: 'Usulan alat ini' };
export type More = Readonly<Record<string, unknown>>;
export const column = (code: string, type: string, more: More = {}): More => ({
  code,
  name: text(code),
  required: true,
  source,
  type,
  ...more,
});
export const option = (code: string): More => ({ code, name: text(code) });
export const register = (columns: readonly More[], more: More = {}): More => ({
  code: 'kelompok',
  name: text('Kelompok'),
  rowName: text('kelompok'),
  lead: text('Satu baris setiap kelompok'),
  columns,
  ...more,
});

export const STATE = column('keadaan', 'choice', { options: [option('aktif'), option('vakum')] });
export const NAME = column('nama', 'text', { most: 100 });
export const FOUNDED = column('berdiri', 'date');
const PLANNED = column('rencana', 'plan');
export const MEMBERS = column('anggota', 'number', { lowest: 0, highest: 1000 });
const DISTRICT = column('kecamatan', 'listed', { list: 'districts' });
export const EVERY_COLUMN = [STATE, NAME, FOUNDED, PLANNED, MEMBERS, DISTRICT];

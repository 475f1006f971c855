/** The letters of the province whose agencies meet; of a meeting of several, those of its own name. */
import { commonProvince, monogramOf } from '../monogram';
import type { Drawing } from './drawing.server';

export async function readMonogram({ db, field, rakerda }: Drawing): Promise<string> {
  const code = commonProvince(field.map((agency) => agency.code));
  if (code === null) return monogramOf(rakerda.name);
  const province = await db.selectFrom('agency').select('name').where('code', '=', code).executeTakeFirst();
  return monogramOf(province?.name ?? rakerda.name);
}

/** One published version as a file: `/bengkel/instrumen/:kode/:berkas`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { openScope } from '~/accounts/requestScope.server';
import { readLocale } from '~/i18n/locale.server';
import { documentResponse, refusalResponse } from '~/release/index.server';
import { readVersionFile } from '~/workshop/definitionFile.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openScope(args, 'instrument.prepare');
    const { kode, berkas } = args.params;
    const { name, type, body } = await readVersionFile(scope, kode, berkas);
    return documentResponse(body, name, type, 'attachment');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

/** A made-up instrument to begin from, as a file: `/bengkel/templat/:berkas`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { openScope } from '~/accounts/requestScope.server';
import { readLocale } from '~/i18n/locale.server';
import { documentResponse, refusalResponse } from '~/release/index.server';
import { readExample } from '~/workshop/definitionFile.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openScope(args, 'instrument.prepare');
    const { name, type, body } = await readExample(scope, args.params.berkas);
    return documentResponse(body, name, type, 'attachment');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

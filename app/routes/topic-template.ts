/** The sheet of one agency as a workbook to fill in: `/rakerda/:rakerda/topik/:topik/:instansi/isian.xlsx`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { documentResponse, refusalResponse } from '~/release/index.server';
import { makeTemplate } from '~/topics/imports/import.read.server';
import { openSheet } from '~/topics/topicScope.server';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openSheet(args);
    const { name, body } = await makeTemplate(scope);
    return documentResponse(body, name, TYPE, 'attachment');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

/** An assessment as a workbook to fill in: `/rakerda/:rakerda/:instrumen/:instansi/isian.xlsx`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { makeAnswersTemplate } from '~/assessment/imports/import.read.server';
import { readLocale } from '~/i18n/locale.server';
import { openAssessment } from '~/rakerda/meetingScope.server';
import { documentResponse, refusalResponse } from '~/release/index.server';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const { name, body } = await makeAnswersTemplate(await openAssessment(args, 'answer.write'));
    return documentResponse(body, name, TYPE, 'attachment');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

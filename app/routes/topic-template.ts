/** The sheet of one agency as a workbook to fill in: `/rakerda/:rakerda/topik/:topik/:instansi/isian.xlsx`. */
import { downloadLoader } from '~/files/fileResponse.server';
import { makeTemplate } from '~/topics/imports/import.read.server';
import { openSheet } from '~/topics/topicScope.server';

export const loader = downloadLoader(openSheet, makeTemplate);

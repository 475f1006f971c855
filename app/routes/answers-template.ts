/** An assessment as a workbook to fill in: `/rakerda/:rakerda/:instrumen/:instansi/isian.xlsx`. */
import { makeAnswersTemplate } from '~/assessment/imports/import.read.server';
import { downloadLoader } from '~/files/fileResponse.server';
import { openAssessment } from '~/rakerda/meetingScope.server';

export const loader = downloadLoader((args) => openAssessment(args, 'answer.write'), makeAnswersTemplate);

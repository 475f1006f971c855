/** What a sheet asks, on paper to be filled in by pen: `/rakerda/:rakerda/topik/:topik/:instansi/formulir.pdf`. */
import { paperLoader } from '~/files/fileResponse.server';
import { makeBlankSheetPdf } from '~/topics/papers/sheetPapers.server';
import { openSheet } from '~/topics/topicScope.server';

export const loader = paperLoader(openSheet, makeBlankSheetPdf);

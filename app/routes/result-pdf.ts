import { paperLoader } from '~/files/fileResponse.server';
import { openFigures } from '~/rakerda/meetingScope.server';
import { makeResultPdf } from '~/release/index.server';

export const loader = paperLoader(openFigures, makeResultPdf);

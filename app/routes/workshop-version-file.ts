/** One published version as a file: `/bengkel/instrumen/:kode/:berkas`. */
import { openScope } from '~/accounts/requestScope.server';
import { downloadLoader } from '~/files/fileResponse.server';
import { readVersionFile } from '~/workshop/definitionFile.server';

export const loader = downloadLoader(
  (args) => openScope(args, 'instrument.prepare'),
  (scope, { params }) => readVersionFile(scope, params.kode, params.berkas),
);

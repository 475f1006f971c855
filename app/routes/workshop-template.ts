/** A made-up instrument to begin from, as a file: `/bengkel/templat/:berkas`. */
import { openScope } from '~/accounts/requestScope.server';
import { downloadLoader } from '~/files/fileResponse.server';
import { readExample } from '~/workshop/definitionFile.server';

export const loader = downloadLoader(
  (args) => openScope(args, 'instrument.prepare'),
  (scope, { params }) => readExample(scope, params.berkas),
);

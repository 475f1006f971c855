/** Published results as a file: `/hasil-resmi.csv`. */
import { openScope } from '~/accounts/requestScope.server';
import { downloadLoader } from '~/files/fileResponse.server';
import { publishedCsv } from '~/published/index.server';

export const loader = downloadLoader(
  (args) => openScope(args, null),
  (scope, { url }) => publishedCsv(scope, url.searchParams),
);

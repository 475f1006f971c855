/** The comparison of one topic as a file. */
import { downloadLoader } from '~/files/fileResponse.server';
import { topicCsv } from '~/topics/topicCsv.server';
import { openTopic } from '~/topics/topicScope.server';

export const loader = downloadLoader(
  (args) => openTopic(args, 'comparison.read'),
  (scope, { url }) => topicCsv(scope, url.searchParams),
);

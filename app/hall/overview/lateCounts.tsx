/** Answers that arrived after filling in was closed, for whoever decides about them. */
import { Link } from '@remix-run/react';
import type { LateCount } from '~/assessment/index.server';
import { useFormat, useSection } from '~/i18n';
import { assessmentPath } from '~/paths';
import { Alert } from '~/ui';
import { overviewWords } from './overviewWords';

export function LateCounts({ rakerdaId, late }: { rakerdaId: string; late: readonly LateCount[] }) {
  const words = useSection(overviewWords).late;
  const format = useFormat();
  const all = late.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <div className="mb-8 print:hidden" data-testid="late-counts">
      <Alert title={words.title({ count: format.number(all) })}>
        <p>{words.lead}</p>
        <ul className="list-disc pl-6">
          {late.map(({ instrumentCode, agencyCode, agency, count }) => (
            <li key={`${instrumentCode} ${agencyCode}`}>
              <Link
                to={`${assessmentPath(rakerdaId, instrumentCode, agencyCode)}/status`}
                className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
              >
                {words.of({ agency, count: format.number(count) })}
              </Link>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

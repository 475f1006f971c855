/** What stands around a question that is looked at before it is published. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useSection } from '~/i18n';
import { draftPath, workshopPath } from '~/paths';
import { Alert, ButtonLink, PageHeader } from '~/ui';
import { workshopWords } from './workshopWords';

export function PreviewFrame(props: {
  draft: string;
  name: string;
  /** Indicators before and after this one, where each has a page, and a heading, of its own. */
  steps: { readonly previous: number | null; readonly next: number | null } | null;
  children: ReactNode;
}) {
  const all = useSection(workshopWords);
  const words = all.preview;
  const { steps } = props;
  return (
    <>
      {steps ? (
        <div className="mb-2 flex flex-wrap items-center gap-x-6">
          <p>{words.title({ name: props.name })}</p>
          <CrumbLink to={draftPath(props.draft)} label={words.back} />
        </div>
      ) : (
        <PageHeader
          title={words.title({ name: props.name })}
          crumbs={[
            { to: workshopPath(), label: all.title },
            { to: draftPath(props.draft), label: words.back },
          ]}
        />
      )}
      <div className="space-y-6">
        <div id="pesan">
          <Alert>{words.notice}</Alert>
        </div>
        {props.children}
        {steps ? (
          <nav aria-label={words.steps} className="flex flex-wrap gap-4">
            {steps.previous === null ? null : (
              <CrumbLink to={`?nomor=${steps.previous}`} label={words.previous} />
            )}
            {steps.next === null ? null : <CrumbLink to={`?nomor=${steps.next}`} label={words.next} />}
          </nav>
        ) : null}
        <p>
          <ButtonLink to={draftPath(props.draft)}>{words.back}</ButtonLink>
        </p>
      </div>
    </>
  );
}

function CrumbLink({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center text-brand underline">
      {label}
    </Link>
  );
}

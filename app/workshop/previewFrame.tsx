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
  /** Indicators before and after this one, where they have pages of their own here. */
  steps: { readonly previous: number | null; readonly next: number | null } | null;
  children: ReactNode;
}) {
  const all = useSection(workshopWords);
  const words = all.preview;
  const { steps } = props;
  return (
    <>
      <PageHeader
        title={words.title({ name: props.name })}
        crumbs={[
          { to: workshopPath(), label: all.title },
          { to: draftPath(props.draft), label: words.back },
        ]}
      />
      <div className="space-y-6">
        <div id="pesan">
          <Alert>{words.notice}</Alert>
        </div>
        {props.children}
        {steps ? (
          <nav className="flex flex-wrap gap-4">
            {steps.previous === null ? null : <StepLink no={steps.previous} label={words.previous} />}
            {steps.next === null ? null : <StepLink no={steps.next} label={words.next} />}
          </nav>
        ) : null}
        <p>
          <ButtonLink to={draftPath(props.draft)}>{words.back}</ButtonLink>
        </p>
      </div>
    </>
  );
}

function StepLink({ no, label }: { no: number; label: string }) {
  return (
    <Link to={`?nomor=${no}`} className="inline-flex min-h-11 items-center text-brand underline">
      {label}
    </Link>
  );
}

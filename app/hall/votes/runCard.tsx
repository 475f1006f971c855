/** The steps of a vote for who runs it. */
import { Link, useNavigation } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { Alert, Button, ButtonLink, Card, KeptForm } from '~/ui';
import type { Step } from './runVote.server';
import type { VotePage } from './votes.read.server';
import { voteWords } from './voteWords';

/** With fewer votes than this a result can point at persons. */
const FEW = 3;

export function RunCard({ page }: { page: VotePage }) {
  const { vote } = page;
  const text = useSection(voteWords);
  const format = useFormat();
  if (vote.state === 'revealed') {
    if (page.otherOpenId !== null || !page.isRunning) return null;
    return (
      <div className="flex flex-wrap gap-3 print:hidden">
        <ButtonLink to={`${rakerdaPath(page.rakerda.id, 'votes')}#buka`}>{text.run.next}</ButtonLink>
        <StepForm step="show" tone="secondary" label={text.run.show} />
      </div>
    );
  }
  return (
    <Card aria-labelledby="kendali-suara" className="space-y-3 print:hidden">
      <h2 id="kendali-suara" className="text-lg">
        {text.run.title}
      </h2>
      {page.isRunning ? (
        <>
          {vote.voted > 0 && vote.voted < FEW ? (
            <Alert tone="warning">{text.run.few({ count: format.number(vote.voted) })}</Alert>
          ) : null}
          <div className="flex flex-wrap gap-3">
            {vote.state === 'open' ? (
              <>
                <StepForm step="closeAndReveal" tone="primary" label={text.run.closeAndReveal} />
                <StepForm step="close" tone="secondary" label={text.run.close} />
              </>
            ) : (
              <>
                <StepForm step="reveal" tone="primary" label={text.run.reveal} />
                {page.otherOpenId === null ? (
                  <StepForm step="reopen" tone="secondary" label={text.run.reopen} />
                ) : null}
              </>
            )}
            <StepForm step="show" tone="secondary" label={text.run.show} />
          </div>
          <p className="max-w-prose text-sm text-muted">{text.run.hint}</p>
          <details>
            <summary className="min-h-11 py-2 font-medium">{text.run.mistake}</summary>
            <p className="mb-3 max-w-prose">{text.run.withdrawHint({ count: format.number(vote.voted) })}</p>
            <StepForm step="withdraw" tone="secondary" label={text.run.withdraw} />
          </details>
        </>
      ) : (
        <p>{text.vote.locked}</p>
      )}
      <Link
        className="inline-flex min-h-11 items-center text-brand underline"
        to={rakerdaPath(page.rakerda.id, 'remote')}
      >
        {text.run.remote}
      </Link>
    </Card>
  );
}

function StepForm({
  step,
  tone,
  label,
}: {
  step: Step | 'show';
  tone: 'primary' | 'secondary';
  label: string;
}) {
  const busy = useNavigation().state !== 'idle';
  return (
    <KeptForm method="post" preventScrollReset>
      <Button tone={tone} name="intent" value={step} disabled={busy}>
        {label}
      </Button>
    </KeptForm>
  );
}

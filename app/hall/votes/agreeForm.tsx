/** Writing down the level that the hall agreed on, and why; and correcting it. */
import { useNavigation } from '@remix-run/react';
import { useSection } from '~/i18n';
import { Alert, Button, Card, ErrorSummary, KeptForm, SelectField, TextAreaField } from '~/ui';
import type { VoteRefusal } from './voteForms';
import type { VotePage } from './votes.read.server';
import { useLevelText } from './voteMarks';
import type { Agreement } from './voteRows.server';
import { REASON_MAX } from './voteReason';
import { voteWords } from './voteWords';

export function AgreeForm(props: {
  page: VotePage;
  agreed: Agreement | null;
  refusal: VoteRefusal | undefined;
}) {
  const { page, agreed } = props;
  const text = useSection(voteWords);
  const levelText = useLevelText();
  const busy = useNavigation().state !== 'idle';
  const refusal = props.refusal?.kind === 'agree' ? props.refusal : undefined;
  const typed = refusal?.typed ?? {
    level: agreed === null ? '' : String(agreed.level),
    reason: agreed?.reason ?? '',
  };
  const errorOf = (field: 'level' | 'reason') => {
    const key = refusal?.errors[field];
    return key && text.errors[key];
  };
  const summary = (['level', 'reason'] as const).flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ id: `agree-${field}`, message }] : [];
  });
  const title = agreed === null ? text.agree.title : text.agree.correct;
  const form = (
    <KeptForm
      key={agreed?.agreedAt ?? ''}
      method="post"
      kept="sepakat"
      noValidate
      preventScrollReset
      className="space-y-4"
    >
      {refusal?.isStale ? <Alert tone="danger">{text.agree.stale}</Alert> : null}
      <ErrorSummary errors={summary} />
      <input type="hidden" name="seen" value={agreed?.agreedAt ?? ''} />
      <div className="max-w-sm">
        <SelectField
          id="agree-level"
          name="level"
          label={text.agree.level}
          defaultValue={typed.level}
          error={errorOf('level')}
        >
          <option value="">{text.agree.choose}</option>
          {page.choices.map(({ level, name }) => (
            <option key={level} value={level}>
              {text.agree.option({ level: levelText(level, page.vote.unit), name })}
            </option>
          ))}
        </SelectField>
      </div>
      <TextAreaField
        id="agree-reason"
        name="reason"
        label={text.agree.reason}
        hint={text.agree.reasonHint}
        most={REASON_MAX}
        defaultValue={typed.reason}
        error={errorOf('reason')}
      />
      <Button name="intent" value="agree" disabled={busy}>
        {agreed === null ? text.agree.submit : text.agree.correctSubmit}
      </Button>
      {agreed === null ? null : <p className="text-sm text-muted">{text.agree.correctHint}</p>}
    </KeptForm>
  );
  if (agreed === null) {
    return (
      <Card aria-labelledby="sepakat" className="space-y-4 print:hidden">
        <h2 id="sepakat" className="text-lg">
          {title}
        </h2>
        {form}
      </Card>
    );
  }
  // Once it is written down, what stands there matters more than the form.
  return (
    <details className="print:hidden" open={refusal !== undefined}>
      <summary className="min-h-11 py-2 font-medium text-brand">{title}</summary>
      <Card className="mt-2">{form}</Card>
    </details>
  );
}

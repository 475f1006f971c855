/** The own password once more, inside the form that needs it: what else was typed there stays. */
import { useSection } from '~/i18n';
import { Alert, TextField } from '~/ui';
import { accountFormWords } from './accountFormWords';
import { signInWords } from './signInWords';
import { PASSWORD_MAX } from './accountForms';
import { PROOF_MINUTES } from './proof';

/** Why it is asked for: it was not typed, it is wrong, or too many wait for their check. */
export type ProofRefusal = 'asked' | 'wrong' | 'unchecked';

/** @param of tells the field from others on the page */
export function ProofField({ why, of }: { why: ProofRefusal | undefined; of: string }) {
  const words = useSection(accountFormWords).proof;
  const signIn = useSection(signInWords);
  if (why === undefined) return null;
  return (
    <div className="basis-full space-y-3">
      {why === 'unchecked' ? (
        <Alert tone="warning" title={signIn.uncheckedTitle}>
          {signIn.unchecked}
        </Alert>
      ) : null}
      <div className="max-w-md">
        <TextField
          id={`proof-${of}`}
          name="proof"
          type="password"
          label={words.label}
          hint={words.hint({ minutes: String(PROOF_MINUTES) })}
          error={why === 'wrong' ? words.wrong : why === 'asked' ? words.asked : undefined}
          autoComplete="current-password"
          required
          maxLength={PASSWORD_MAX}
        />
      </div>
    </div>
  );
}

import { useFormat, useSection } from '~/i18n';
import { Button } from '~/ui';
import type { SaveState } from './autosave';
import { assessmentWords } from './assessmentWords';

/** Says at all times whether the server has what is on the screen. */
export function SaveStatus(props: { state: SaveState; timeZone: string; onRetry: () => void }) {
  const { state, timeZone, onRetry } = props;
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const words = assessmentText.saveState;
  const trouble = !['idle', 'dirty', 'saving', 'saved'].includes(state.kind);
  const message =
    state.kind === 'saved'
      ? words.saved({ time: format.time(state.at, timeZone) })
      : state.kind === 'conflict'
        ? state.own
          ? assessmentText.ownConflictTitle
          : assessmentText.conflictTitle
        : words[state.kind];
  return (
    <div
      data-testid="save-state"
      data-state={state.kind}
      role={trouble ? 'alert' : 'status'}
      className={`flex flex-wrap items-center gap-2 text-sm ${trouble ? 'font-medium text-danger' : 'text-muted'}`}
    >
      <span aria-hidden="true">{trouble ? '⚠' : state.kind === 'saved' ? '✓' : '•'}</span>
      <span>{message}</span>
      {state.kind === 'signedOut' ? (
        <a href="/masuk" target="_blank" rel="noreferrer" className="font-semibold text-brand underline">
          {assessmentText.signInAgain}
        </a>
      ) : null}
      {state.kind === 'offline' || state.kind === 'failed' || state.kind === 'signedOut' ? (
        <Button type="button" tone="quiet" onClick={onRetry}>
          {assessmentText.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}

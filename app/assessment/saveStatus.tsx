import { useFormat, useSection } from '~/i18n';
import { Button } from '~/ui';
import type { SaveState } from './editingView';
import { assessmentWords } from './assessmentWords';

/** Says at all times whether the server has what is on the screen. Its place keeps its height, whatever it says. */
export function SaveStatus(props: {
  state: SaveState;
  /** Whether what waits is on the device. */
  isStored: boolean;
  timeZone: string;
  onRetry: () => void;
}) {
  const { state, isStored, timeZone, onRetry } = props;
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const words = assessmentText.saveState;
  const isCalm = ['idle', 'typing', 'saving', 'saved'].includes(state.kind);
  const waits = ['offline', 'failed', 'signedOut', 'otherAccount', 'stage'].includes(state.kind);
  return (
    <div
      data-testid="save-state"
      data-state={state.kind}
      role={isCalm ? 'status' : 'alert'}
      translate="no"
      className={`flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-2 text-sm ${isCalm ? 'text-muted' : 'font-medium text-danger'}`}
    >
      <span className="min-w-0 leading-tight">
        <span aria-hidden="true">{isCalm ? (state.kind === 'saved' ? '✓ ' : '• ') : '⚠ '}</span>
        {state.kind === 'saved' ? words.saved({ time: format.time(state.at, timeZone) }) : words[state.kind]}
        {waits ? ` ${isStored ? words.onDevice : words.notOnDevice}` : null}
      </span>
      {state.kind === 'signedOut' || state.kind === 'otherAccount' ? (
        <a href="/masuk" target="_blank" rel="noreferrer" className="font-semibold text-brand underline">
          {assessmentText.signInAgain}
        </a>
      ) : null}
      {waits ? (
        <Button type="button" tone="quiet" onClick={onRetry}>
          {assessmentText.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}

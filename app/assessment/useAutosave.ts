/** Autosave of one page as a hook: it lives as long as the page does. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type AutosaveParts, createAutosave } from './autosave';
import { draftStore } from './answerDraft';
import { newChangeId, sendAnswer } from './sendAnswer';

export interface AutosaveOptions extends Pick<
  AutosaveParts,
  'server' | 'refused' | 'isValid' | 'onStanding' | 'onNewer'
> {
  readonly url: string;
  /** Unique per account, assessment and indicator. */
  readonly draftName: string;
}

/** Everything it is given counts from the first render on; another answer needs another `key`. */
export function useAutosave(options: AutosaveOptions) {
  const [autosave] = useState(() => {
    const { url, draftName } = options;
    let page: string | undefined;
    return createAutosave({
      ...options,
      drafts: draftStore(draftName, () => (page ??= newChangeId())),
      send: (change) => sendAnswer(url, change),
      newChangeId,
    });
  });
  const state = useSyncExternalStore(autosave.subscribe, autosave.state, autosave.state);
  const isRestored = useSyncExternalStore(autosave.subscribe, autosave.isRestored, autosave.isRestored);

  useEffect(() => {
    window.addEventListener('online', autosave.wake);
    window.addEventListener('focus', autosave.wake);
    return () => {
      window.removeEventListener('online', autosave.wake);
      window.removeEventListener('focus', autosave.wake);
      autosave.stop();
    };
  }, [autosave]);

  return { autosave, state, isRestored };
}

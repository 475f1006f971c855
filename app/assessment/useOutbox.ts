/** The outbox of this tab on any page, once it has been fetched: what waits in it, as it changes. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Outbox } from './outbox';

const SILENT = () => () => undefined;

export function useOutbox(account: string) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const none = useCallback(() => null, []);
  const view = useSyncExternalStore(outbox?.subscribe ?? SILENT, outbox?.view ?? none, none);

  useEffect(() => {
    let isLeft = false;
    // Without a network there is nothing to fetch it with, and nothing could be sent.
    import('./outbox').then(
      ({ outboxOf }) => {
        if (!isLeft) setOutbox(outboxOf(account));
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [account]);

  return { outbox, view };
}

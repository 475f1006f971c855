import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the server's HTML and the first client render, true afterwards: scripts run here. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

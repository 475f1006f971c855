import { useEffect } from 'react';

/** Keeps the computer's screen from going dark while the page is open; browsers let go of it when the tab is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (granted) => {
          lock = granted;
          if (isGone) void granted.release();
        },
        // Refused (low battery, not a secure address): the screen works all the same.
        () => undefined,
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', ask);
      if (lock && !lock.released) void lock.release();
    };
  }, []);
}

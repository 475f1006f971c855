/** The list with what was typed on this device and is not on the server yet. */
import { useMemo } from 'react';
import type { Overview } from '../assessment.read.server';
import { useOutbox } from '../useOutbox';
import { withAnswers } from './pages';

export function useUnsentAnswers(account: string, base: string, overview: Overview) {
  const { view } = useOutbox(account);
  const typed = view?.typed;
  return useMemo(() => {
    const unsent = new Set<number>();
    if (!typed || typed.size === 0) return { overview, unsent };
    const shown = withAnswers(overview, (no) => {
      const values = typed.get(`${base}/isi/${String(no)}`);
      if (values) unsent.add(no);
      return values;
    });
    return { overview: shown, unsent };
  }, [typed, overview, base]);
}

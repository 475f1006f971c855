/** Saves cells of a register one by one while somebody types on, and does not give up while the server is away. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { askServer, retryPause } from '~/ui/askServer';
import { type CellsAnswer, cellName, cellsAnswerSchema, writeSeen } from './registerForm';

export interface UnsavedCell {
  readonly typed: string;
  /** Null while it is on its way. */
  readonly says: string | null;
}

export interface CellSaves {
  /** Cell → what was typed there and is not saved. */
  readonly unsaved: Readonly<Record<string, UnsavedCell>>;
  /** The server does not answer. */
  readonly isAway: boolean;
  readonly hasSaved: boolean;
  /** What a cell holds by now, where this page saved it and has not read it back yet. */
  readonly standing: (key: string, column: string, shown: string) => string;
  readonly save: (cell: { key: string; column: string; shown: string; typed: string }) => void;
  /** What was typed is what stands there: nothing is left to save. */
  readonly forget: (key: string, column: string) => void;
}

interface Waiting {
  readonly key: string;
  readonly column: string;
  /** What the page showed when it was read. */
  readonly shown: string;
  readonly typed: string;
}

/** @param notTaken said against a cell that the server did not take without saying why */
export function useCellSaves(address: string, notTaken: string): CellSaves {
  const [unsaved, setUnsaved] = useState<Readonly<Record<string, UnsavedCell>>>({});
  const [isAway, setIsAway] = useState(false);
  const [hasSaved, setHasSaved] = useState(false);
  const queue = useRef<Waiting[]>([]);
  const isBusy = useRef(false);
  const isGone = useRef(false);
  /** Cell → what the page showed when it was saved, and what was stored then. */
  const stored = useRef(new Map<string, { readonly shown: string; readonly value: string }>());
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const standing = useCallback((key: string, column: string, shown: string) => {
    const own = stored.current.get(cellName(key, column));
    // Once the page has read something newer, that holds.
    return own?.shown === shown ? own.value : shown;
  }, []);

  const note = useCallback((name: string, cell: UnsavedCell | null) => {
    setUnsaved((before) => {
      const { [name]: _, ...others } = before;
      return cell ? { ...others, [name]: cell } : others;
    });
  }, []);

  const work = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    let failures = 0;
    for (let next = queue.current[0]; next && !isGone.current; next = queue.current[0]) {
      const name = cellName(next.key, next.column);
      const seen = standing(next.key, next.column, next.shown);
      const answer = await post(address, next, seen);
      if (answer === 'away') {
        failures += 1;
        setIsAway(true);
        const pause = retryPause(failures);
        await new Promise((resolve) => window.setTimeout(resolve, pause));
        continue;
      }
      failures = 0;
      setIsAway(false);
      queue.current.shift();
      const isNewer = queue.current.some((one) => one !== next && cellName(one.key, one.column) === name);
      if (answer !== 'refused' && answer.kind === 'saved') {
        stored.current.set(name, { shown: next.shown, value: answer.stored[name] ?? next.typed });
        setHasSaved(true);
        if (!isNewer) note(name, null);
      } else if (!isNewer) {
        const says = answer === 'refused' ? notTaken : (answer.cells[name] ?? answer.says ?? notTaken);
        note(name, { typed: next.typed, says });
      }
    }
    isBusy.current = false;
  }, [address, note, notTaken, standing]);

  const save = useCallback(
    (cell: Waiting) => {
      note(cellName(cell.key, cell.column), { typed: cell.typed, says: null });
      queue.current.push(cell);
      void work();
    },
    [note, work],
  );
  const forget = useCallback((key: string, column: string) => note(cellName(key, column), null), [note]);

  const isWaiting = Object.values(unsaved).some(({ says }) => says === null);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isWaiting]);

  return { unsaved, isAway, hasSaved, standing, save, forget };
}

async function post(
  address: string,
  { key, column, typed }: Waiting,
  seen: string,
): Promise<CellsAnswer | 'away' | 'refused'> {
  const body = new FormData();
  body.set('intent', 'cells');
  body.set('seen', writeSeen([{ key, cells: { [column]: seen } }]));
  body.set(`cell.${cellName(key, column)}`, typed);
  const options = { method: 'POST', body, headers: { Accept: 'application/json' } };
  return askServer(address, options, async (response): Promise<CellsAnswer | 'away' | 'refused'> => {
    if (response.status >= 500) return 'away';
    if (response.redirected || !response.ok) return 'refused';
    const parsed = cellsAnswerSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : 'refused';
  }).catch(() => 'away');
}

/**
 * Saves cells of a register one by one while somebody types on, and does not give up while the server is away. Until it has
 * them they lie on the device: a closed tab loses none.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAccount } from '~/ui';
import { askServer, retryPause } from '~/ui/askServer';
import { cellForm, type CellHome, dropCell, keepCell, type KeptCell, keptCells } from './keptCells';
import { type CellsAnswer, cellName, cellsAnswerSchema } from './registerForm';

export interface UnsavedCell extends KeptCell {
  /** Null while it is on its way. */
  readonly says: string | null;
  /** Somebody else wrote something else there meanwhile. */
  readonly isMoved: boolean;
}

export interface CellSaves {
  /** Cell → what was typed there and is not saved. */
  readonly unsaved: Readonly<Record<string, UnsavedCell>>;
  /** The server does not answer. */
  readonly isAway: boolean;
  readonly hasSaved: boolean;
  /** What a cell holds by now, where this page saved it and has not read it back yet. */
  readonly standing: (key: string, column: string, shown: string) => string;
  /** `seen` is what the page showed when it was read. */
  readonly save: (cell: KeptCell) => void;
  /** What was typed is given up, or is what stands there: nothing is left to save. */
  readonly forget: (key: string, column: string) => void;
}

/** @param notTaken said against a cell that the server did not take without saying why */
export function useCellSaves(at: Omit<CellHome, 'account'>, notTaken: string): CellSaves {
  const account = useAccount();
  const { path, cells, label } = at;
  const [unsaved, setUnsaved] = useState<Readonly<Record<string, UnsavedCell>>>({});
  const [isAway, setIsAway] = useState(false);
  const [hasSaved, setHasSaved] = useState(false);
  /** The device took nothing more: closing the tab loses it. */
  const [isLoose, setIsLoose] = useState(false);
  const queue = useRef<KeptCell[]>([]);
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

  const onDevice = useCallback(
    (work: (home: CellHome) => boolean) => {
      const isKept = account !== null && work({ account, path, cells, label });
      if (!isKept) setIsLoose(true);
    },
    [account, path, cells, label],
  );

  const work = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    let failures = 0;
    for (let next = queue.current[0]; next && !isGone.current; next = queue.current[0]) {
      const cell = { ...next, seen: standing(next.key, next.column, next.seen) };
      const name = cellName(next.key, next.column);
      const answer = await post(cells, cellForm(cell, account));
      if (answer === 'away') {
        failures += 1;
        setIsAway(true);
        const pause = retryPause(failures);
        await new Promise((resolve) => window.setTimeout(resolve, pause));
        continue;
      }
      failures = 0;
      setIsAway(false);
      queue.current = queue.current.filter((one) => one !== next);
      const isNewer = queue.current.some((one) => cellName(one.key, one.column) === name);
      if (answer !== 'refused' && answer.kind === 'saved') {
        stored.current.set(name, { shown: next.seen, value: answer.stored[name] ?? next.typed });
        setHasSaved(true);
        if (isNewer) continue;
        note(name, null);
        onDevice((home) => {
          dropCell(home, next, next.typed);
          return true;
        });
      } else if (!isNewer) {
        const says = answer === 'refused' ? notTaken : (answer.cells[name] ?? answer.says ?? notTaken);
        const isMoved = answer !== 'refused' && answer.moved.includes(name);
        note(name, { ...next, says, isMoved });
        // What was judged waits for a person; what was not – the sign-in is over – goes out again by itself.
        onDevice((home) => keepCell(home, cell, answer === 'refused'));
      }
    }
    isBusy.current = false;
  }, [account, cells, note, notTaken, onDevice, standing]);

  const send = useCallback(
    (cell: KeptCell) => {
      note(cellName(cell.key, cell.column), { ...cell, says: null, isMoved: false });
      queue.current.push(cell);
      void work();
    },
    [note, work],
  );
  const save = useCallback(
    (cell: KeptCell) => {
      onDevice((home) => keepCell(home, { ...cell, seen: standing(cell.key, cell.column, cell.seen) }, true));
      send(cell);
    },
    [onDevice, send, standing],
  );
  const forget = useCallback(
    (key: string, column: string) => {
      queue.current = queue.current.filter((one) => one.key !== key || one.column !== column);
      note(cellName(key, column), null);
      onDevice((home) => {
        dropCell(home, { key, column });
        return true;
      });
    },
    [note, onDevice],
  );

  // What was typed here before and did not get through: in this tab, or in one that is closed.
  const begin = useRef(send);
  useEffect(() => {
    begin.current = send;
  });
  useEffect(() => {
    if (account === null) return;
    for (const cell of keptCells({ account, path, cells, label })) {
      const isQueued = queue.current.some((one) => one.key === cell.key && one.column === cell.column);
      if (!isQueued) begin.current(cell);
    }
  }, [account, path, cells, label]);

  const isWaiting = isLoose && Object.values(unsaved).some(({ says }) => says === null);
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
  fields: Readonly<Record<string, string>>,
): Promise<CellsAnswer | 'away' | 'refused'> {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  const options = { method: 'POST', body, headers: { Accept: 'application/json' } };
  return askServer(address, options, async (response): Promise<CellsAnswer | 'away' | 'refused'> => {
    if (response.status >= 500) return 'away';
    if (response.redirected || !response.ok) return 'refused';
    const parsed = cellsAnswerSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : 'refused';
  }).catch(() => 'away');
}

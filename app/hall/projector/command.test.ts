import { describe, expect, it } from 'vitest';
import { afterCommand, type Command, commandSchema, nextScene, nextToReveal } from './command';
import { firstState } from './projectorRow.server';

const state = firstState('spbe-2020');
const at = '2026-05-08T02:00:00.000Z';
const around = { steps: ['a', 'b', 'c'], shown: ['a', 'b', 'c'], ranked: 3, pages: 3, focusPage: null, at };

describe('afterCommand', () => {
  it('gives the same object where nothing changes, so that a form sent twice makes one change', () => {
    const blank = afterCommand(state, { kind: 'blank', on: true }, around);
    expect(blank.isBlank).toBe(true);
    expect(afterCommand(blank, { kind: 'blank', on: true }, around)).toBe(blank);
  });

  it('passes over a step that was meant for another screen', () => {
    const moved = { ...state, version: 4 };
    expect(afterCommand(moved, { kind: 'focus', to: 'next', seen: 3 }, around)).toBe(moved);
    expect(afterCommand(moved, { kind: 'focus', to: 'next', seen: 4 }, around).options.focus).toBe('a');
  });

  it('steps around the ends', () => {
    const marking = (focus: string | null) => ({ ...state, options: { ...state.options, focus } });
    const step = (from: string | null, to: 'next' | 'previous') =>
      afterCommand(marking(from), { kind: 'focus', to, seen: 0 }, around).options.focus;
    expect([step(null, 'next'), step(null, 'previous'), step('c', 'next'), step('a', 'previous')]).toEqual([
      'a',
      'c',
      'a',
      'c',
    ]);
  });

  it('reveals from the last place upwards, and forgets it when names are hidden again', () => {
    let now = afterCommand(state, { kind: 'names', hidden: true }, around);
    const order: (string | null)[] = [];
    for (let i = 0; i < 4; i += 1) {
      order.push(nextToReveal(now, around));
      now = afterCommand(now, { kind: 'revealNext', seen: now.version }, around);
    }
    expect(order).toEqual(['c', 'b', 'a', null]);
    now = afterCommand(now, { kind: 'names', hidden: false }, around);
    expect(afterCommand(now, { kind: 'names', hidden: true }, around).revealed).toEqual([]);
  });

  it('reveals the top five from the fifth to the first, then the others; never one without a rank among them', () => {
    const shown = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const revealAll = (revealOrder: 'topFive' | 'fromTop', ranked: number) => {
      const some = { ...around, shown, ranked };
      let now = afterCommand(state, { kind: 'names', hidden: true }, some);
      now = afterCommand(now, { kind: 'revealOrder', order: revealOrder }, some);
      for (const _ of shown) now = afterCommand(now, { kind: 'revealNext', seen: 0 }, some);
      return now.revealed.join('');
    };
    expect(revealAll('topFive', 7)).toBe('edcbafg');
    expect(revealAll('topFive', 3)).toBe('cbadefg');
    expect(revealAll('fromTop', 7)).toBe('abcdefg');
  });

  it('a headline that somebody wrote ends with the picture it was written for, and undoing brings it back', () => {
    const text = 'Dua kota memimpin';
    const parsed = commandSchema.parse({ kind: 'headline', text: ` Dua kota\u200b  memimpin\n` });
    expect(parsed).toEqual({ kind: 'headline', text });
    const wrote = afterCommand({ ...state, scene: 'indicator' }, parsed, around);
    const headlineAfter = (command: Command) => afterCommand(wrote, command, around).options.headline;
    expect(headlineAfter({ kind: 'page', to: 'next', seen: 0 })).toBe(text);
    expect(headlineAfter({ kind: 'scene', scene: 'indicator' })).toBe(text);
    expect(headlineAfter({ kind: 'prepare', scene: 'vote', options: { indicator: 9 } })).toBe(text);
    expect(headlineAfter({ kind: 'scene', scene: 'indicator', options: { indicator: 9 } })).toBeNull();
    expect(headlineAfter({ kind: 'options', options: { instrument: 'lain' } })).toBeNull();
    expect(headlineAfter({ kind: 'take', seen: 0 })).toBeNull();
    expect(headlineAfter({ kind: 'headline', text: '' })).toBeNull();
    const next = afterCommand(wrote, { kind: 'scene', scene: 'ranking' }, around);
    expect(next.options.headline).toBeNull();
    expect(afterCommand(next, { kind: 'undo', seen: 0 }, around).options.headline).toBe(text);
    expect(commandSchema.safeParse({ kind: 'headline', text: 'x'.repeat(81) }).success).toBe(false);
  });

  it('reveals one chosen name once, and none where names are not hidden', () => {
    const hidden = { ...state, namesHidden: true };
    const one = afterCommand(hidden, { kind: 'revealOne', code: 'b' }, around);
    expect(one.revealed).toEqual(['b']);
    expect(afterCommand(one, { kind: 'revealOne', code: 'b' }, around)).toBe(one);
    expect(afterCommand(state, { kind: 'revealOne', code: 'b' }, around)).toBe(state);
  });

  it('brings on what was prepared, else what follows; what is only prepared leaves the hall as it is', () => {
    const prepared = afterCommand(
      state,
      { kind: 'prepare', scene: 'indicator', options: { indicator: 13 } },
      around,
    );
    expect(prepared).toMatchObject({ scene: 'welcome', options: { next: 'indicator', earlier: null } });
    const taken = afterCommand({ ...prepared, isBlank: true }, { kind: 'take', seen: 0 }, around);
    expect(taken).toMatchObject({
      scene: 'indicator',
      isBlank: false,
      options: { indicator: 13, next: null, turnsSince: at },
    });
    expect(nextScene(taken)).toBe('movement');
    expect(afterCommand(state, { kind: 'take', seen: 0 }, around).scene).toBe('join');
    const last = { ...state, scene: 'closing' as const };
    expect(afterCommand(last, { kind: 'take', seen: 0 }, around)).toBe(last);
  });

  it('undoes the last step, and undone once more it stands as before', () => {
    const hidden = afterCommand(state, { kind: 'names', hidden: true }, around);
    const shown = afterCommand(hidden, { kind: 'names', hidden: false }, around);
    const moved = afterCommand(shown, { kind: 'scene', scene: 'ranking' }, around);
    const undone = afterCommand(moved, { kind: 'undo', seen: 0 }, around);
    expect(undone).toMatchObject({ scene: 'welcome', namesHidden: false });
    expect(afterCommand(undone, { kind: 'undo', seen: 0 }, around).scene).toBe('ranking');
    // How the screen speaks and moves is no step, and does not hide the last one.
    const calm = afterCommand(moved, { kind: 'motion', motion: 'calm' }, around);
    expect(afterCommand(calm, { kind: 'undo', seen: 0 }, around)).toMatchObject({
      scene: 'welcome',
      options: { motion: 'calm' },
    });
    expect(afterCommand(state, { kind: 'undo', seen: 0 }, around)).toBe(state);
  });

  it('undoes a reveal, so that the name is hidden again', () => {
    const hidden = { ...state, namesHidden: true };
    const open = afterCommand(hidden, { kind: 'revealNext', seen: 0 }, around);
    expect(afterCommand(open, { kind: 'undo', seen: 0 }, around).revealed).toEqual([]);
  });

  it('keeps the page within what the scene can have, and begins a new scene anew', () => {
    let now = state;
    for (let i = 0; i < 9; i += 1) now = afterCommand(now, { kind: 'page', to: 'next', seen: 0 }, around);
    expect(now.options.page).toBe(2);
    now = afterCommand(now, { kind: 'focusOn', code: 'b' }, around);
    const { options } = afterCommand(now, { kind: 'scene', scene: 'ranking' }, around);
    expect(options).toMatchObject({ page: null, turnsSince: at, focus: null });
  });

  it('counts pages from the one that the marked agency stands on', () => {
    const marked = afterCommand(state, { kind: 'focusOn', code: 'b' }, around);
    const stepped = afterCommand(marked, { kind: 'page', to: 'next', seen: 0 }, { ...around, focusPage: 1 });
    expect(stepped.options).toMatchObject({ page: 2, focus: 'b' });
    const off = afterCommand(stepped, { kind: 'focusOff' }, around);
    expect(off.options).toMatchObject({ page: null, focus: null, turnsSince: at });
    expect(afterCommand(off, { kind: 'focusOff' }, around)).toBe(off);
  });

  it('another instrument begins with the first page; the same one leaves the page', () => {
    const on = afterCommand(state, { kind: 'pageOn', page: 2 }, around);
    const other = { kind: 'options', options: { instrument: 'lain' } } as const;
    expect(afterCommand(on, other, around).options).toMatchObject({ page: null, turnsSince: at });
    expect(afterCommand(on, { kind: 'options', options: { instrument: 'spbe-2020' } }, around)).toBe(on);
  });

  it('hides one revealed name again, which then comes next', () => {
    const open = { ...state, namesHidden: true, revealed: ['c', 'b'] };
    const hidden = afterCommand(open, { kind: 'hideName', code: 'c' }, around);
    expect(hidden.revealed).toEqual(['b']);
    expect(nextToReveal(hidden, around)).toBe('c');
    expect(afterCommand(hidden, { kind: 'hideName', code: 'c' }, around)).toBe(hidden);
  });
});

/**
 * How a screen moves: a new picture rises and its bars grow, rows that changed their place glide there, names that came up
 * are wiped in. The page stands complete before anything moves: an animation only begins from elsewhere, and where it does
 * not run (no scripts, a hidden window, calm motion) or is broken off, what is there is what should be there.
 */
import { type RefObject, useEffect, useRef } from 'react';
import { useAfterLayout } from '~/ui';
import { useStage } from './stage';

const EASING = 'cubic-bezier(0.22, 1, 0.36, 1)';
const GLIDE_MS = 700;
const WIPE_MS = 600;
const RISE_MS = 350;
const GROW_MS = 650;
/** Between one row and the next; all rows together never take much longer than a second. */
const STEP_MS = 45;
/** Lines that are drawn in turn, so that an eye can follow each; of very many all together take so long. */
const TURN_MS = 280;
const ALL_TURNS_MS = 4500;
/** How long the hall holds its breath before the name of the first place. */
export const HOLD_MS = 1800;

/** What stood on the screen when it was drawn last. */
interface Drawn {
  readonly drawing: string;
  readonly height: number;
  readonly headline: string;
  /** Where each row stood, by its key. */
  readonly tops: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
  /** What was told already, of what is told beat by beat. */
  readonly beats: ReadonlySet<string>;
}

/**
 * Moves what `root` holds. Rows say who they are by `data-flip`, names by `data-name`; what grows says how by `data-grow`.
 * @param drawing changes where another picture stands: another page of the scene
 */
export function useMotion(root: RefObject<HTMLElement | null>, drawing: string): void {
  const { isCalm, hasDrawn } = useStage();
  const last = useRef<Drawn | null>(null);
  useAfterLayout(() => {
    if (!root.current) return;
    const before = last.current;
    const now = read(root.current, drawing);
    last.current = now;
    if (isCalm || !mayMove()) return;
    if (before?.drawing === drawing) {
      // In a window of another size every row stands elsewhere: nothing has changed its place.
      if (before.height === now.height) glide(root.current, before, now);
      reveal(root.current, before, now);
      for (const fresh of beatsIn(root.current))
        if (!before.beats.has(fresh.dataset.beat ?? '')) beat(fresh, 0);
    } else if (before || hasDrawn.current) {
      enter(root.current);
    }
  });
  useEffect(() => {
    // Nobody looks: whoever comes back sees what is, not how it came about.
    const onHidden = () => {
      if (document.visibilityState !== 'hidden') return;
      for (const moving of root.current?.getAnimations({ subtree: true }) ?? []) moving.finish();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => document.removeEventListener('visibilitychange', onHidden);
  }, [root]);
}

const beatsIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-beat]')];

function mayMove(): boolean {
  return (
    document.visibilityState === 'visible' && !window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

function read(root: HTMLElement, drawing: string): Drawn {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-flip]')];
  const names = [...root.querySelectorAll<HTMLElement>('[data-name]')];
  return {
    drawing,
    height: root.clientHeight,
    headline: root.querySelector('[data-headline]')?.textContent ?? '',
    tops: new Map(rows.map((row) => [row.dataset.flip ?? '', row.offsetTop])),
    beats: new Set(beatsIn(root).map(({ dataset }) => dataset.beat ?? '')),
    names: new Set(names.map(({ dataset }) => dataset.name ?? '')),
  };
}

/** Rows that changed their place start from where they were. */
function glide(root: HTMLElement, before: Drawn, now: Drawn): void {
  for (const row of root.querySelectorAll<HTMLElement>('[data-flip]')) {
    const key = row.dataset.flip ?? '';
    const from = before.tops.get(key);
    const to = now.tops.get(key);
    if (from === undefined || to === undefined || from === to) continue;
    row.animate([{ transform: `translateY(${String(from - to)}px)` }, { transform: 'none' }], {
      duration: GLIDE_MS,
      easing: EASING,
    });
  }
}

/** Names that came up are wiped in, from the last row to the first; before the one of the first place there is a pause. */
function reveal(root: HTMLElement, before: Drawn, now: Drawn): void {
  const fresh = [...root.querySelectorAll<HTMLElement>('[data-name]')].filter(
    ({ dataset }) => !before.names.has(dataset.name ?? ''),
  );
  const [only, ...more] = fresh;
  if (!only) return;
  const row = more.length === 0 ? only.closest<HTMLElement>('[data-hold]') : null;
  const hold = row ? HOLD_MS : 0;
  if (row) {
    row.animate(
      [
        { backgroundColor: 'transparent' },
        { backgroundColor: 'var(--color-brand-soft)' },
        { backgroundColor: 'transparent' },
      ],
      { duration: HOLD_MS / 2, iterations: 2 },
    );
  }
  fresh.reverse().forEach((name, place) => wipe(name, hold + place * STEP_MS));
  // The headline names the leader: it waits as long as the name.
  const headline = root.querySelector<HTMLElement>('[data-headline]');
  if (headline && hold > 0 && before.headline !== now.headline) wipe(headline, hold + WIPE_MS / 2);
}

function wipe(element: HTMLElement, delay: number): void {
  // A little beyond its box, which letters may leave.
  element.animate(
    [{ clipPath: 'inset(-0.3em 100% -0.3em -0.3em)' }, { clipPath: 'inset(-0.3em -0.3em -0.3em -0.3em)' }],
    { duration: WIPE_MS, delay, easing: EASING, fill: 'backwards' },
  );
}

/** Another picture: it rises, and what it measures grows, row after row. */
function enter(root: HTMLElement): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-enter]')) {
    part.animate(
      [
        { opacity: 0, transform: 'translateY(2%)' },
        { opacity: 1, transform: 'none' },
      ],
      { duration: RISE_MS, easing: EASING },
    );
  }
  const growing = [...root.querySelectorAll<SVGElement>('[data-grow]')];
  const rows = [...new Set(growing.map(rowOf))];
  // A board is told from its end, as names are.
  if (root.querySelector('[data-board]')) rows.reverse();
  const order = new Map(rows.map((row, place) => [row, place]));
  const pause = growing.some(({ dataset }) => dataset.grow === 'draw')
    ? Math.min(TURN_MS, ALL_TURNS_MS / rows.length)
    : STEP_MS;
  for (const part of growing) {
    const step = Number(part.dataset.step ?? 0);
    grow(part, RISE_MS / 2 + ((order.get(rowOf(part)) ?? 0) + step) * pause);
  }
  const beats = beatsIn(root);
  if (beats.length === 0) return;
  const steps = Math.max(...growing.map(({ dataset }) => Number(dataset.step ?? 0)), 0);
  const told = RISE_MS + (rows.length + steps) * pause + GROW_MS / 2;
  const first = Math.min(...beats.map(placeOf));
  for (const part of beats) beat(part, told + (placeOf(part) - first) * BEAT_MS);
  // What the picture says is said after it was seen.
  const headline = root.querySelector<HTMLElement>('[data-headline]');
  if (headline) wipe(headline, told);
}

/** One thing after the other: what falls from above, what frames. */
const BEATS = ['claimed', 'agreed'];
const BEAT_MS = 1100;
const placeOf = ({ dataset }: HTMLElement) => BEATS.indexOf(dataset.beat ?? '');

function beat(part: HTMLElement, delay: number): void {
  const from =
    part.dataset.beat === 'claimed'
      ? { opacity: 0, transform: 'translateY(-3em)' }
      : { opacity: 0, transform: 'scale(1.15)' };
  part.animate([from, { opacity: 1, transform: 'none' }], {
    duration: WIPE_MS,
    delay,
    easing: EASING,
    fill: 'backwards',
  });
}

function rowOf(part: Element): Element {
  return part.closest('li, tr') ?? part;
}

function grow(part: SVGElement, delay: number): void {
  const { grow: kind, from } = part.dataset;
  const timing: KeyframeAnimationOptions = { duration: GROW_MS, delay, easing: EASING, fill: 'backwards' };
  if (kind === 'disc' && from !== undefined) {
    // From where it stood last year to where it stands now.
    part.animate([{ cx: from }, { cx: part.getAttribute('cx') }], timing);
    return;
  }
  if (kind === 'draw') {
    // Its length counts as 1: dashed once, it is drawn as the dash moves in.
    part.animate(
      [
        { strokeDasharray: '1 1', strokeDashoffset: 1 },
        { strokeDasharray: '1 1', strokeDashoffset: 0 },
      ],
      timing,
    );
    return;
  }
  const flat = kind === 'disc' || kind === 'dot' ? 'scale(0)' : kind === 'column' ? 'scaleY(0)' : 'scaleX(0)';
  part.animate([{ transform: flat }, { transform: 'none' }], timing);
}

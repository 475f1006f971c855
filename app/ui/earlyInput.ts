/**
 * What is chosen and typed while the scripts are still on their way. React 18 neither keeps all of it when it takes over
 * the server's HTML (a chosen radio button, a changed text area, every controlled field) nor tells the screen about it.
 * So it is noted before React starts and given again afterwards, as if it were entered now. Nothing of it reaches React
 * meanwhile: a key or a tap in the midst of its taking over makes it hurry, and that can end in its error 345 – a page that
 * stays without scripts. What the browser does by itself (following a link, ticking a box) goes on.
 */
import { enter, type Field, isBox, isField } from './formFields';

const held = new Map<Field, string | boolean>();
const keys: KeyboardEvent[] = [];
/** What React answers at once, wherever it stands. */
const HURRYING = [
  'input',
  'change',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'click',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
];
let stopWatching: (() => void) | undefined;

declare global {
  interface Window {
    /** Keys that were pressed before any file of scripts was there. */
    early?: KeyboardEvent[];
  }
}

/** Stands in the page itself: a field shows what was entered before the scripts came, a key leaves no trace. */
export const HOLD_KEYS = 'early=[];onkeydown=e=>{early.push(e)}';

/** Starts to note what fields hold; to be called once, before React touches the page. */
export function watchEarlyInput(): void {
  for (const field of document.querySelectorAll<Field>('input, textarea, select')) {
    if (isChanged(field)) note(field);
  }
  window.onkeydown = null;
  keys.push(...(window.early ?? []).filter(isShortcut));
  const hear = (event: Event) => {
    event.stopPropagation();
    if (event instanceof KeyboardEvent && event.type === 'keydown' && isShortcut(event)) keys.push(event);
    if (['input', 'change'].includes(event.type) && isField(event.target)) note(event.target);
  };
  // Before the document, where React listens.
  for (const kind of HURRYING) window.addEventListener(kind, hear, true);
  stopWatching = () => {
    for (const kind of HURRYING) window.removeEventListener(kind, hear, true);
  };
}

/** A sign by itself. What else a key does, the browser has done. */
function isShortcut({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;
}

/** Gives again what was noted, with the events a person would cause, and stops noting. For when React runs. */
export function replayEarlyInput(): void {
  stopWatching?.();
  for (const [noted, value] of held) {
    // A field may be drawn anew where scripts run, as another kind of field under the same id.
    const field = noted.isConnected ? noted : document.getElementById(noted.id);
    if (isField(field) && !field.disabled) enter(field, value);
  }
  held.clear();
  for (const { key, target } of keys.splice(0)) {
    const from = target instanceof Element && target.isConnected ? target : document.body;
    from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}

function note(field: Field): void {
  if (!isBox(field)) {
    if (!['hidden', 'file', 'submit', 'button'].includes(field.type)) held.set(field, field.value);
    return;
  }
  // The last choice of a group counts.
  if (field.type === 'radio') {
    for (const other of held.keys()) {
      if (other.type === 'radio' && other.name === field.name && other.form === field.form)
        held.delete(other);
    }
  }
  held.set(field, field.checked);
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    // Without a marked option the browser shows the first.
    const first = options.find((option) => option.defaultSelected) ?? options[0];
    return first !== undefined && !first.selected;
  }
  if (!isBox(field)) return field.value !== field.defaultValue;
  // A radio button that another one of its group put out is not a choice.
  return field.checked !== field.defaultChecked && (field.checked || field.type !== 'radio');
}

/** The fields of a form on the page: read and filled in as a person would. */
import type { FieldValues } from './keptInput';

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Everything that a person fills in, also boxes that are not ticked; never passwords or files. */
export function readFields(form: HTMLFormElement): FieldValues {
  return valuesOf(form, isFilledIn, (field) => (isBox(field) && !field.checked ? null : field.value));
}

/** The same fields as the page brought them, whatever was typed since. */
export function readFieldsOfPage(form: HTMLFormElement): FieldValues {
  return valuesOf(form, isFilledIn, (field) => {
    if (isBox(field)) return field.defaultChecked ? field.value : null;
    if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
    const options = [...field.options];
    // Without a marked option the browser shows the first.
    return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
  });
}

/** What the page itself puts into the form: versions, keys. */
export function readMarks(form: HTMLFormElement): FieldValues {
  return valuesOf(
    form,
    (field) => field.type === 'hidden',
    (field) => field.value,
  );
}

/** @returns whether that changed anything */
export function fillFields(form: HTMLFormElement, values: FieldValues): boolean {
  let isChanged = false;
  const used = new Map<string, number>();
  for (const field of fieldsOf(form)) {
    const wanted = values[field.name];
    if (wanted === undefined || field.type === 'hidden') continue;
    if (isBox(field)) {
      const isTicked = wanted.includes(field.value);
      if (field.checked === isTicked) continue;
      enter(field, isTicked);
    } else {
      const at = used.get(field.name) ?? 0;
      used.set(field.name, at + 1);
      const value = wanted[at];
      if (value === undefined || field.value === value) continue;
      enter(field, value);
    }
    isChanged = true;
  }
  return isChanged;
}

export function fillMarks(form: HTMLFormElement, marks: FieldValues): void {
  for (const field of fieldsOf(form)) {
    const value = marks[field.name]?.[0];
    if (field.type === 'hidden' && value !== undefined) field.value = value;
  }
}

/** Fills in as if a person did it. React compares with what it saw last: that has to be something else first. */
export function enter(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') {
    if (!(field instanceof HTMLInputElement) || (field.type === 'radio' && !value)) return;
    field.checked = !value;
    field.click();
    return;
  }
  const caret = field instanceof HTMLSelectElement ? null : field.selectionStart;
  field.value = value === '' ? ' ' : '';
  // Past the setter that React put on this one element to see what scripts write.
  Object.getOwnPropertyDescriptor(prototypeOf(field), 'value')?.set?.call(field, value);
  if (caret !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function isBox(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

export function isField(target: unknown): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

function prototypeOf(field: Field): Field {
  if (field instanceof HTMLSelectElement) return HTMLSelectElement.prototype;
  return field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
}

function fieldsOf(form: HTMLFormElement): readonly Field[] {
  return [...form.elements].filter(isField).filter((field) => field.name !== '');
}

function isFilledIn(field: Field): boolean {
  return !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type);
}

/** @param read null where the field adds nothing, like a box that is not ticked */
function valuesOf(
  form: HTMLFormElement,
  isMeant: (field: Field) => boolean,
  read: (field: Field) => string | null,
): FieldValues {
  const values: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    if (!isMeant(field) || field.disabled) continue;
    const all = (values[field.name] ??= []);
    const value = read(field);
    if (value !== null) all.push(value);
  }
  return values;
}

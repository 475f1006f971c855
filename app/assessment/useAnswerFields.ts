/** Ties the fields of an answer to the inputs on the page: these show what is kept, and say what is entered. */
import { type ChangeEvent, useState, useSyncExternalStore } from 'react';
import { isBox, isField } from '~/ui/formFields';
import { type FieldStore, fieldStore, type KeyedRow, type PlainField } from './answerFields';
import type { AnswerFormValues } from './answerForm';

/** What an input of the form carries beside its look. */
export interface FieldProps<Name extends string = string> {
  readonly name: Name;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
}

export interface AnswerFields extends Omit<FieldStore, 'enter' | 'drawnRows' | 'onRows'> {
  /** Puts a value into a field, as if it were entered. */
  readonly set: (name: PlainField, value: string | boolean) => void;
  readonly field: <Name extends string>(name: Name) => FieldProps<Name>;
}

/** The first values count; another answer needs another `key`. */
export function useAnswerFields(initial: AnswerFormValues): {
  readonly fields: AnswerFields;
  readonly rows: readonly KeyedRow[];
  /** The ref of the form. */
  readonly attach: (form: HTMLFormElement | null) => void;
} {
  const [{ store, fields, attach }] = useState(() => {
    const made = fieldStore(initial);
    return { store: made, ...tied(made) };
  });
  const rows = useSyncExternalStore(store.onRows, store.drawnRows, store.drawnRows);
  return { fields, rows, attach };
}

function tied(store: FieldStore) {
  let form: HTMLFormElement | null = null;
  const onChange: FieldProps['onChange'] = ({ target }) =>
    store.enter(
      target.name,
      target.type === 'checkbox' && 'checked' in target ? target.checked : target.value,
    );
  const fields: AnswerFields = {
    ...store,
    field: (name) => ({ name, onChange }),
    set: (name, value) => {
      for (const input of [...(form?.elements ?? [])]) {
        if (!isField(input) || input.name !== name) continue;
        // Each by itself: React counts on hearing of a box that is put out.
        if (isBox(input)) input.checked = input.type === 'radio' ? input.value === value : value === true;
        else input.value = String(value);
      }
      store.enter(name, value);
    },
  };
  const attach = (element: HTMLFormElement | null) => {
    form = element;
  };
  return { fields, attach };
}

/** A form of a sheet or a register that waits on this device, as people know it: its questions by their names. Pure. */
import { type Locale, localize } from '~/instrument';
import { kindOf, type Topic } from '~/instrument/topic';
import type { Kept } from '~/ui/keptInput';
import { keptCellOf } from './registers/keptCells';

export interface NamedForm {
  /** The topic, and the register where it is about one. */
  readonly topic: string;
  readonly agency: string;
  readonly rakerda: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

interface Whose {
  readonly topic: Topic;
  readonly agency: { readonly name: string };
  readonly rakerda: { readonly name: string };
}

/** @param path where it was typed: the page of the sheet, or of one of its registers */
export function nameWaiting(
  { topic, agency, rakerda }: Whose,
  form: { readonly path: string; readonly kept: Pick<Kept, 'fields'> },
  locale: Locale,
): NamedForm {
  const register = registerOf(topic, form.path);
  const name = localize(topic.shortName, locale);
  return {
    topic: register ? `${name}: ${localize(register.name, locale)}` : name,
    agency: agency.name,
    rakerda: rakerda.name,
    fields: register ? cellIn(register, form.kept, locale) : figuresIn(topic, form.kept, locale),
  };
}

type Register = NonNullable<ReturnType<typeof registerOf>>;

function registerOf(topic: Topic, path: string) {
  const code = /\/register\/([^/]+)$/.exec(path)?.[1];
  return kindOf(topic).registers?.all.find((one) => one.code === code);
}

function cellIn(register: Register, kept: Pick<Kept, 'fields'>, locale: Locale): NamedForm['fields'] {
  const cell = keptCellOf(kept.fields);
  if (!cell) return [];
  const column = register.columns.find(({ code }) => code === cell.column);
  const option = column?.type === 'choice' ? column.options.find(({ code }) => code === cell.typed) : null;
  return [
    {
      name: `${cell.row} – ${column ? localize(column.name, locale) : cell.column}`,
      value: option ? localize(option.name, locale) : cell.typed,
    },
  ];
}

const FIGURE = 'figure.';

function figuresIn(topic: Topic, kept: Pick<Kept, 'fields'>, locale: Locale): NamedForm['fields'] {
  const { asked, nameOf, say } = kindOf(topic);
  return Object.entries(kept.fields).flatMap(([field, [typed = '']]) => {
    if (!field.startsWith(FIGURE)) return [];
    const code = field.slice(FIGURE.length);
    const name = nameOf(code);
    const isChoice = asked(code)?.choices.some((choice) => String(choice) === typed) ?? false;
    return [
      {
        name: name ? localize(name, locale) : code,
        value: isChoice ? say(code, Number(typed), locale) : typed,
      },
    ];
  });
}

/** A sheet that is answered part by part, whatever its kind: figures above, parts beside, the open part as one form. */
import { Link } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useLocale } from '~/i18n';
import type { Topic } from '~/instrument/topic';
import { Button, ButtonLink, ErrorSummary, KeptForm } from '~/ui';
import { problemText, readTyped, type SheetControl, type TypedFigures, typedFrom } from '../sheetForm';

/** Where a part begins on its page, and what its fields are called there. */
export interface PartPlaces {
  readonly anchor: string;
  readonly idOf: (code: string) => string;
}

/** What the form of a part holds, and what is said against its fields. */
export function useTypedPart(control: SheetControl & { readonly topic: Topic }, { idOf }: PartPlaces) {
  const { topic, figures, problems } = control;
  const locale = useLocale();
  // The language that the fields are filled in with: numbers are read as it writes them.
  const [language] = useState(locale);
  const [atFirst] = useState<TypedFigures>(() => control.typed ?? typedFrom(topic, figures, locale));
  const [typed, setTyped] = useState(atFirst);
  const errorOf = (code: string) => {
    const problem = problems[code];
    return problem && problemText(topic, code, problem, locale);
  };
  return {
    language,
    atFirst,
    typed,
    errorOf,
    /** Of the fields of one part, in their order. */
    summaryOf: (codes: readonly string[]) =>
      codes.flatMap((code) => {
        const message = errorOf(code);
        return message === undefined ? [] : [{ id: idOf(code), message }];
      }),
    typedIn: (event: FormEvent<HTMLFormElement>) => {
      setTyped(readTyped(new FormData(event.currentTarget)));
      control.onTyped();
    },
  };
}

export function PartedSheet(props: {
  /** What the figures come to. */
  head: ReactNode;
  listName: string;
  list: ReactNode;
  /** The open part: a form, or what stands there to be read. */
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="space-y-6">
      {props.head}
      <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        {/* Beside the part where there is room, folded above it where there is none. */}
        <details className="rounded-xl border border-line bg-surface lg:hidden">
          <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">{props.listName}</summary>
          <div className="px-2 pb-3">{props.list}</div>
        </details>
        <div className="hidden lg:block">{props.list}</div>
        {props.children}
      </div>
      {props.foot}
    </div>
  );
}

export function PartForm(props: {
  /** What its unsent text is kept under on the device. */
  kept: string;
  /** What people call the sheet. */
  label: string;
  part: string;
  version: number;
  language: string;
  heading: ReactNode;
  /** What was proved before of the same. */
  earlier: ReactNode;
  summary: readonly { readonly id: string; readonly message: string }[];
  save: string;
  /** The part after this one. */
  next: { readonly to: string; readonly label: string } | null;
  onTyped: (event: FormEvent<HTMLFormElement>) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void;
  children: ReactNode;
}) {
  const { summary, next } = props;
  return (
    <KeptForm
      method="post"
      kept={props.kept}
      label={props.label}
      noValidate
      preventScrollReset
      onInput={props.onTyped}
      onKeyDown={props.onKeyDown}
      className="min-w-0 space-y-4"
    >
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={props.version} />
      <input type="hidden" name="seen.language" value={props.language} />
      <input type="hidden" name="part" value={props.part} />
      {props.heading}
      {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
      {props.earlier}
      {props.children}
      <div className="flex flex-wrap gap-3">
        <Button>{props.save}</Button>
        {next ? <ButtonLink to={next.to}>{next.label}</ButtonLink> : null}
      </div>
    </KeptForm>
  );
}

export const partAddress = (code: string, { anchor }: PartPlaces) => `?bagian=${code}#${anchor}`;

/** Every part in groups; the one that is open is marked. */
export function PartList<Part extends { readonly code: string }>(props: {
  name: string;
  part: string | null;
  places: PartPlaces;
  groups: readonly { readonly key: string; readonly name: string; readonly parts: readonly Part[] }[];
  /** What stands in the link of a part. */
  children: (part: Part) => ReactNode;
}) {
  return (
    <nav aria-label={props.name} className="space-y-3 print:hidden">
      {props.groups.map(({ key, name, parts }) => (
        <div key={key}>
          <p className="text-sm font-semibold text-muted">{name}</p>
          <ul>
            {parts.map((part) => (
              <li key={part.code}>
                <Link
                  to={partAddress(part.code, props.places)}
                  aria-current={part.code === props.part ? 'page' : undefined}
                  className="flex min-h-11 items-center gap-2 rounded-lg px-2 py-1 text-sm hover:bg-sunken aria-[current=page]:bg-brand-soft aria-[current=page]:font-semibold"
                >
                  {props.children(part)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** Labelled form fields: hint and error are tied to the field, an error says what to do. */
import { useFormat, useText } from '~/i18n';
import {
  forwardRef,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useState,
} from 'react';

interface Labelled {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

const control =
  'block w-full rounded-lg border bg-surface px-3 py-2 text-base text-ink placeholder:text-muted disabled:bg-sunken';
/** Not for selects and files: browsers count every one of them as read-only. */
const typed = `${control} read-only:bg-sunken`;

function borderOf(error: string | undefined): string {
  return error ? 'border-danger border-2' : 'border-line-strong';
}

function describedBy(id: string, hint?: string, error?: string, isCounted = false): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', isCounted ? `${id}-count` : ''].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Frame(props: Labelled & { id: string; children: ReactNode }) {
  const text = useText();
  return (
    <div className="space-y-1">
      <label htmlFor={props.id} className="block font-medium wrap-break-word">
        {props.label}
        {props.optional ? <span className="font-normal text-muted"> ({text.optional})</span> : null}
      </label>
      {props.hint ? (
        <p id={`${props.id}-hint`} className="text-sm text-muted">
          {props.hint}
        </p>
      ) : null}
      {props.children}
      {props.error ? (
        <p id={`${props.id}-error`} className="text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {props.error}
        </p>
      ) : null}
    </div>
  );
}

type TextFieldProps = Labelled & InputHTMLAttributes<HTMLInputElement> & { id: string; name: string };

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, optional, className = '', ...input },
  ref,
) {
  return (
    <Frame id={input.id} label={label} hint={hint} error={error} optional={optional ?? false}>
      <input
        ref={ref}
        className={`${input.type === 'file' ? control : typed} min-h-11 ${borderOf(error)} ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(input.id, hint, error)}
        {...input}
      />
    </Frame>
  );
});

type TextAreaProps = Labelled &
  TextareaHTMLAttributes<HTMLTextAreaElement> & {
    id: string;
    name: string;
    /** Most letters. More can be typed, so that nothing of a pasted text is cut away unseen; the field says how many. */
    most?: number;
  };

/** From this part of the limit on the letters are counted. */
const NEAR = 0.9;

export const TextAreaField = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextAreaField(
  { label, hint, error, optional, most = Infinity, className = '', ...input },
  ref,
) {
  const text = useText();
  const format = useFormat();
  const [typedLength, setTypedLength] = useState<number>();
  const length = typedLength ?? String(input.value ?? input.defaultValue ?? '').length;
  const figures = { length: format.number(length), most: format.number(most) };
  const limit = most === Infinity ? '' : text.mostLetters(figures);
  const said = [hint, limit].filter(Boolean).join(' ');
  const wrong = length > most ? text.tooLong(figures) : error;
  const isNear = length > most * NEAR && length <= most;
  return (
    <Frame id={input.id} label={label} hint={said} error={wrong} optional={optional ?? false}>
      <textarea
        ref={ref}
        rows={4}
        className={`${typed} ${borderOf(wrong)} ${className}`}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(input.id, said, wrong, isNear)}
        onInput={({ currentTarget }) => setTypedLength(currentTarget.value.length)}
        {...input}
      />
      <p
        id={`${input.id}-count`}
        role="status"
        translate="no"
        className="text-right text-sm text-muted empty:hidden"
      >
        {isNear ? text.lettersOf(figures) : null}
      </p>
    </Frame>
  );
});

type SelectProps = Labelled & SelectHTMLAttributes<HTMLSelectElement> & { id: string; name: string };

export const SelectField = forwardRef<HTMLSelectElement, SelectProps>(function SelectField(
  { label, hint, error, optional, className = '', ...input },
  ref,
) {
  return (
    <Frame id={input.id} label={label} hint={hint} error={error} optional={optional ?? false}>
      <select
        ref={ref}
        className={`${control} min-h-11 ${borderOf(error)} ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(input.id, hint, error)}
        {...input}
      />
    </Frame>
  );
});

type CheckProps = Omit<Labelled, 'optional'> &
  InputHTMLAttributes<HTMLInputElement> & { id: string; name: string };

export const CheckField = forwardRef<HTMLInputElement, CheckProps>(function CheckField(
  { label, hint, error, className = '', ...input },
  ref,
) {
  return (
    <div className="space-y-1">
      <label htmlFor={input.id} className={`flex min-h-11 items-start gap-3 py-2 ${className}`}>
        <input
          ref={ref}
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 accent-brand"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(input.id, hint, error)}
          {...input}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        // Nearer to its own label than to the next one.
        <p id={`${input.id}-hint`} className="-mt-2 pb-2 pl-8 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${input.id}-error`} className="text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
    </div>
  );
});

/** Lists what is wrong at the top of a refused form, each entry a link to its field. */
export function ErrorSummary({ errors }: { errors: readonly { id: string; message: string }[] }) {
  const text = useText();
  if (errors.length === 0) return null;
  return (
    <div role="alert" className="rounded-lg border-l-4 border-danger bg-danger-soft px-4 py-3">
      <p className="font-semibold">{text.formHasErrors}</p>
      <ul className="list-disc pl-5">
        {errors.map((error) => (
          <li key={error.id}>
            <a className="text-danger underline" href={`#${error.id}`}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

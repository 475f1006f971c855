/** The parts of a page that takes a file in two steps: template, upload, what is wrong, what somebody agrees to. */
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { Alert, Button, ButtonLink, Card, FileLink, TextField } from '~/ui';
import { fileImportWords } from './fileImportWords';
import type { FileRefusal } from './fileRefusal';

export function TemplateCard({ text, href }: { text: string; href: string }) {
  const words = useSection(fileImportWords).template;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.heading}</h2>
      <p className="max-w-prose">{text}</p>
      <FileLink href={href}>{words.get}</FileLink>
    </Card>
  );
}

export const ACCEPTED_TABLES =
  '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A plain form: the answer is the next page, with or without scripts. */
export function UploadCard({
  action,
  hint,
  children,
}: {
  action: string;
  hint: string;
  children?: ReactNode;
}) {
  const words = useSection(fileImportWords).upload;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.heading}</h2>
      <form method="post" action={action} encType="multipart/form-data" className="space-y-4">
        {children}
        <TextField
          id="berkas"
          name="file"
          type="file"
          accept={ACCEPTED_TABLES}
          label={words.file}
          hint={hint}
          required
        />
        <Button>{words.check}</Button>
      </form>
    </Card>
  );
}

/** @param inCells the problems stand in cells of the file, and can be mended there */
export function RefusalAlert({ refusal, inCells }: { refusal: FileRefusal; inCells: boolean }) {
  const words = useSection(fileImportWords).refused;
  const format = useFormat();
  const { says, problems, more } = refusal;
  return (
    <Alert tone="danger" title={words.heading}>
      {says.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {problems.length > 0 ? (
        <>
          {inCells ? <p>{words.problems}</p> : null}
          <ul className="list-disc pl-5" translate="no">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {more > 0 ? <li>{words.more({ count: format.number(more) })}</li> : null}
          </ul>
        </>
      ) : null}
    </Alert>
  );
}

/** How much would change, before what would. */
export function DifferenceLead({ text, formulas }: { text: string; formulas: readonly string[] }) {
  const words = useSection(fileImportWords).difference;
  return (
    <>
      <p className="font-medium">{text}</p>
      {formulas.length > 0 ? (
        <p className="text-muted">{words.formulas({ cells: formulas.slice(0, 20).join(', ') })}</p>
      ) : null}
    </>
  );
}

export function TakeOrLeave({ leave }: { leave: string }) {
  const words = useSection(fileImportWords).difference;
  return (
    <div className="flex flex-wrap gap-3">
      <Button>{words.take}</Button>
      <ButtonLink to={leave}>{words.leave}</ButtonLink>
    </div>
  );
}

/**
 * Two people wrote into one field: nobody is overwritten unseen.
 * @param field its name in `asked.` and `pick.`
 */
export function PickCard(props: {
  field: string;
  legend: ReactNode;
  /** What the file says, and what stands there now; empty where nothing does. */
  mine: string;
  theirs: string;
  children?: ReactNode;
}) {
  const words = useSection(fileImportWords).difference;
  const shown = (value: string) => (value === '' ? words.empty : value);
  const choices = [
    ['mine', words.mine({ value: shown(props.mine) })],
    ['theirs', words.theirs({ value: shown(props.theirs) })],
  ] as const;
  return (
    <fieldset data-moved={props.field} className="rounded-lg border border-line-strong p-4">
      <legend className="px-1">{props.legend}</legend>
      <input type="hidden" name={`asked.${props.field}`} value="1" />
      {props.children}
      {choices.map(([value, label]) => (
        <label key={value} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={`pick.${props.field}`}
            value={value}
            required
            className="size-5 shrink-0 accent-brand"
          />
          <span translate="no" className="wrap-anywhere whitespace-pre-line">
            {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

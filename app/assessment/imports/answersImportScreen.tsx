/** Answers that come as a file: template, upload, and what would change. Works without scripts: each step is a page. */
import { useFormat, useSection } from '~/i18n';
import { Alert, Button, ButtonLink, Card, FileLink, KeptForm, TextField } from '~/ui';
import type { ReadOnlyReason } from '../assessment.read.server';
import { ReadOnlyNotice } from '../assessmentHeader';
import { answerImportWords } from './answerImportWords';
import type { AnswersImport } from './import.post.server';
import type { AnswerDifference, FieldDifference } from './importAnswers.server';

export function AnswersImportScreen(props: {
  base: string;
  readOnly: ReadOnlyReason;
  answer: AnswersImport | null;
}) {
  const { base, readOnly, answer } = props;
  const words = useSection(answerImportWords);
  return (
    <div className="space-y-6">
      <ReadOnlyNotice reason={readOnly} />
      {answer?.kind === 'difference' ? <Differences base={base} answer={answer} /> : null}
      {answer?.kind === 'refused' ? <Refusal answer={answer} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card className="space-y-3">
          <h2 className="text-xl">{words.template.heading}</h2>
          <p className="max-w-prose">{words.template.text}</p>
          <FileLink href={`${base}/isian.xlsx`}>{words.template.get}</FileLink>
        </Card>
        {readOnly === null ? <Upload base={base} /> : null}
      </div>
      <p>
        <ButtonLink to={`${base}/isi`}>{words.back}</ButtonLink>
      </p>
    </div>
  );
}

/** A plain form: the answer is the next page, with or without scripts. */
function Upload({ base }: { base: string }) {
  const words = useSection(answerImportWords).upload;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.heading}</h2>
      <form method="post" action={`${base}/impor/berkas`} encType="multipart/form-data" className="space-y-4">
        <TextField
          id="berkas"
          name="file"
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={words.file}
          hint={words.hint}
          required
        />
        <Button>{words.check}</Button>
      </form>
    </Card>
  );
}

function Refusal({ answer }: { answer: Extract<AnswersImport, { kind: 'refused' }> }) {
  const words = useSection(answerImportWords).refused;
  const format = useFormat();
  const { says, problems, more } = answer;
  return (
    <Alert tone="danger" title={words.heading}>
      {says.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {problems.length > 0 ? (
        <>
          <p>{words.problems}</p>
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

function Differences(props: { base: string; answer: Extract<AnswersImport, { kind: 'difference' }> }) {
  const { base, answer } = props;
  const words = useSection(answerImportWords).difference;
  const format = useFormat();
  const { rows, same, formulas } = answer;
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.heading}</h2>
      {rows.length === 0 ? <p>{words.nothing}</p> : null}
      {rows.length > 0 ? (
        <KeptForm method="post" action={`${base}/impor`} className="space-y-4">
          <p className="font-medium">
            {words.lead({ count: format.number(rows.length), same: format.number(same) })}
          </p>
          {formulas.length > 0 ? (
            <p className="text-muted">{words.formulas({ cells: formulas.slice(0, 20).join(', ') })}</p>
          ) : null}
          <input type="hidden" name="intent" value="take" />
          <ol className="divide-y divide-line">
            {rows.map((row) => (
              <Row key={row.no} row={row} />
            ))}
          </ol>
          <div className="flex flex-wrap gap-3">
            <Button>{words.take}</Button>
            <ButtonLink to={`${base}/isi`}>{words.leave}</ButtonLink>
          </div>
        </KeptForm>
      ) : null}
    </Card>
  );
}

function Row({ row }: { row: AnswerDifference }) {
  const words = useSection(answerImportWords).difference;
  return (
    <li data-difference={row.no} className="space-y-2 py-3">
      <h3 className="font-medium">
        {row.no}. {row.name}
      </h3>
      <input type="hidden" name={`version.${row.no}`} value={row.version} />
      {row.fields.map((one) => (
        <div key={one.field} className="space-y-1 sm:pl-6">
          <input type="hidden" name={`${one.field}.${row.no}`} value={one.sent} />
          <h4 className="text-sm text-muted">{words[one.field]}</h4>
          {one.movedBy === null ? <Change change={one} /> : <Choice no={row.no} change={one} />}
        </div>
      ))}
    </li>
  );
}

function Change({ change }: { change: FieldDifference }) {
  const words = useSection(answerImportWords).difference;
  const { before, after } = change;
  if (change.field === 'level')
    return (
      <p translate="no" className="tabular-nums">
        <span className="text-muted">{before === '' ? '–' : before}</span> →{' '}
        <strong>{after === '' ? '–' : after}</strong>
      </p>
    );
  return (
    <div translate="no" className="max-w-prose space-y-1 wrap-anywhere whitespace-pre-line">
      {before === '' ? null : (
        <p className="text-muted">
          {words.before}: {before}
        </p>
      )}
      <p>{after === '' ? words.empty : after}</p>
    </div>
  );
}

/** Two people wrote into one field: nobody is overwritten unseen. */
function Choice({ no, change }: { no: number; change: FieldDifference }) {
  const words = useSection(answerImportWords).difference;
  const name = change.movedBy === null || change.movedBy === '' ? words.someone : change.movedBy;
  const key = `${no}.${change.field}`;
  const choices = [
    ['mine', words.mine({ value: change.after === '' ? words.empty : change.after })],
    ['theirs', words.theirs({ value: change.before === '' ? words.empty : change.before })],
  ] as const;
  return (
    <fieldset data-moved={key} className="rounded-lg border border-line-strong p-4">
      <legend className="px-1">{words.moved({ name })}</legend>
      <input type="hidden" name={`asked.${key}`} value="1" />
      {choices.map(([value, label]) => (
        <label key={value} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={`pick.${key}`}
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

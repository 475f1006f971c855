/** Answers that come as a file: template, upload, and what would change. Works without scripts: each step is a page. */
import {
  DifferenceLead,
  PickCard,
  RefusalAlert,
  TakeOrLeave,
  TemplateCard,
  UploadCard,
} from '~/files/fileImport';
import { fileImportWords } from '~/files/fileImportWords';
import { useFormat, useSection } from '~/i18n';
import { ButtonLink, Card, KeptForm } from '~/ui';
import type { ReadOnlyReason } from '../assessment.read.server';
import { AssessmentHeader, type AssessmentHeaderData, ReadOnlyNotice } from '../assessmentHeader';
import { answerImportWords } from './answerImportWords';
import type { AnswersImport } from './import.post.server';
import type { AnswerDifference, FieldDifference } from './importAnswers.server';

export function AnswersImportScreen(props: {
  header: AssessmentHeaderData;
  readOnly: ReadOnlyReason;
  answer: AnswersImport | null;
}) {
  const { header, readOnly, answer } = props;
  const { base } = header;
  const words = useSection(answerImportWords);
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="import" />
      <div className="space-y-6">
        <ReadOnlyNotice reason={readOnly} />
        {answer?.kind === 'difference' ? <Differences base={base} answer={answer} /> : null}
        {answer?.kind === 'refused' ? <RefusalAlert refusal={answer} inCells /> : null}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <TemplateCard text={words.template} href={`${base}/isian.xlsx`} />
          {readOnly === null ? <UploadCard action={`${base}/impor/berkas`} hint={words.uploadHint} /> : null}
        </div>
        <p>
          <ButtonLink to={`${base}/isi`}>{words.back}</ButtonLink>
        </p>
      </div>
    </>
  );
}

function Differences(props: { base: string; answer: Extract<AnswersImport, { kind: 'difference' }> }) {
  const { base, answer } = props;
  const words = useSection(answerImportWords).difference;
  const shared = useSection(fileImportWords).difference;
  const format = useFormat();
  const { rows, same, formulas } = answer;
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{shared.heading}</h2>
      {rows.length === 0 ? <p>{words.nothing}</p> : null}
      {rows.length > 0 ? (
        <KeptForm method="post" action={`${base}/impor`} className="space-y-4">
          <DifferenceLead
            text={words.lead({ count: format.number(rows.length), same: format.number(same) })}
            formulas={formulas}
          />
          <input type="hidden" name="intent" value="take" />
          <ol className="divide-y divide-line">
            {rows.map((row) => (
              <Row key={row.no} row={row} />
            ))}
          </ol>
          <TakeOrLeave leave={`${base}/isi`} />
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
  const words = useSection(fileImportWords).difference;
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

function Choice({ no, change }: { no: number; change: FieldDifference }) {
  const words = useSection(answerImportWords).difference;
  const { someone } = useSection(fileImportWords).difference;
  const name = change.movedBy === null || change.movedBy === '' ? someone : change.movedBy;
  return (
    <PickCard
      field={`${no}.${change.field}`}
      legend={words.moved({ name })}
      mine={change.after}
      theirs={change.before}
    />
  );
}

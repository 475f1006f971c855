/** Figures that come as a file: template, upload, and what would change. Works without scripts: each step is a page. */
import {
  ACCEPTED_TABLES,
  DifferenceLead,
  PickCard,
  RefusalAlert,
  TakeOrLeave,
  TemplateCard,
  UploadCard,
} from '~/files/fileImport';
import { fileImportWords } from '~/files/fileImportWords';
import { useFormat, useSection } from '~/i18n';
import { rakerdaPath, sheetFilePath, topicPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Button, ButtonLink, Card, KeptForm, SelectField, TextField, Sideways } from '~/ui';
import { topicWords } from '../topicWords';
import { CountedFacts } from './countedFacts';
import type { Difference, DifferenceRow } from './difference.server';
import type { ImportAnswer } from './import.post.server';
import type { ImportPage } from './import.read.server';
import { importWords } from './importWords';
import { LIST_ROLES } from './reportList';

interface ScreenProps {
  readonly page: ImportPage;
  readonly answer: ImportAnswer | undefined;
}

export function ImportScreen({ page, answer }: ScreenProps) {
  const words = useSection(importWords);
  const topics = useSection(topicWords).title;
  const { rakerda, topic, agency } = page;
  const sheet = topicPath(rakerda.id, topic.code, { agencyCode: agency.code });
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={words.title({ topic: topic.name, agency: agency.name })}
        crumbs={[
          { to: rakerdaPath(rakerda.id, 'topics'), label: topics },
          { to: sheet, label: topic.name },
        ]}
        lead={words.lead}
      />
      <div className="space-y-6">
        {page.isClosed ? <Alert>{words.closed}</Alert> : null}
        {answer?.kind === 'difference' ? <DifferenceCard page={page} answer={answer} /> : null}
        {answer?.kind === 'refused' ? <Refused answer={answer} /> : null}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <TemplateCard
            text={words.template}
            href={sheetFilePath(rakerda.id, topic.code, agency.code, 'template')}
          />
          {page.isClosed ? null : (
            <UploadCard
              action={sheetFilePath(rakerda.id, topic.code, agency.code, 'importFile')}
              hint={words.uploadHint}
            >
              <input type="hidden" name="what" value="sheet" />
            </UploadCard>
          )}
          {page.isClosed || page.countedYear === null ? null : (
            <ListCard page={page} year={page.countedYear} answer={answer} />
          )}
        </div>
        <p>
          <ButtonLink to={sheet}>{words.back}</ButtonLink>
        </p>
      </div>
    </>
  );
}

function ListCard({ page, year, answer }: ScreenProps & { year: number }) {
  const words = useSection(importWords);
  const { counts } = words;
  const { upload } = useSection(fileImportWords);
  const { rakerda, topic, agency } = page;
  const asked = answer?.kind === 'columns' ? answer : null;
  return (
    <Card className="space-y-3 lg:col-span-2">
      <h2 id="hitung" className="text-xl">
        {counts.heading}
      </h2>
      <p className="max-w-prose">{counts.text}</p>
      {asked ? (
        <Alert tone="warning" title={counts.noColumns}>
          <p>{counts.columnsText}</p>
        </Alert>
      ) : null}
      <form
        method="post"
        action={sheetFilePath(rakerda.id, topic.code, agency.code, 'importFile')}
        encType="multipart/form-data"
        className="space-y-4"
      >
        <input type="hidden" name="what" value="list" />
        {asked ? (
          <fieldset className="grid gap-4 sm:grid-cols-2 xl:grid-cols-5">
            <legend className="mb-2 font-medium">{counts.columns}</legend>
            {LIST_ROLES.map((role) => (
              <SelectField
                key={role}
                id={`kolom-${role}`}
                name={`column.${role}`}
                label={counts.role[role]}
                defaultValue={asked.columns[role] ?? ''}
              >
                <option value="">{counts.auto}</option>
                <option value="-">{counts.none}</option>
                {asked.headings.map((heading) => (
                  <option key={heading} value={heading}>
                    {heading}
                  </option>
                ))}
              </SelectField>
            ))}
          </fieldset>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <TextField
            id="berkas-laporan"
            name="file"
            type="file"
            accept={ACCEPTED_TABLES}
            label={upload.file}
            required
          />
          <TextField
            id="tahun"
            name="year"
            label={counts.year}
            inputMode="numeric"
            maxLength={4}
            translate="no"
            defaultValue={asked?.year ?? year}
            required
          />
        </div>
        <Button tone="secondary">{counts.check}</Button>
      </form>
    </Card>
  );
}

function Refused({ answer }: { answer: Extract<ImportAnswer, { kind: 'refused' }> }) {
  return (
    <>
      <RefusalAlert refusal={answer} inCells={answer.form === 'sheet'} />
      {answer.counted ? (
        <Card>
          <CountedFacts counted={answer.counted} />
        </Card>
      ) : null}
    </>
  );
}

function DifferenceCard({
  page,
  answer,
}: {
  page: ImportPage;
  answer: Extract<ImportAnswer, { kind: 'difference' }>;
}) {
  const words = useSection(importWords).difference;
  const shared = useSection(fileImportWords).difference;
  const format = useFormat();
  const { difference, formulas, counted } = answer;
  const { rows, same } = difference;
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{shared.heading}</h2>
      {counted ? <CountedFacts counted={counted} /> : null}
      {rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <DifferenceLead
            text={words.lead({ count: format.number(rows.length), same: format.number(same) })}
            formulas={formulas}
          />
          <TakeForm page={page} difference={difference} />
        </>
      )}
    </Card>
  );
}

function TakeForm({ page, difference }: { page: ImportPage; difference: Difference }) {
  const words = useSection(importWords).difference;
  const { rakerda, topic, agency } = page;
  const moved = difference.rows.filter(({ movedBy }) => movedBy !== null);
  return (
    <KeptForm
      method="post"
      action={sheetFilePath(rakerda.id, topic.code, agency.code, 'import')}
      className="space-y-4"
    >
      <input type="hidden" name="intent" value="take" />
      <input type="hidden" name="version" value={difference.version} />
      <input type="hidden" name="seen.language" value={difference.language} />
      {difference.rows.map(({ code, typed }) => (
        <input key={code} type="hidden" name={`figure.${code}`} value={typed} />
      ))}
      <DifferenceTable rows={difference.rows.filter(({ movedBy }) => movedBy === null)} />
      {moved.length > 0 ? (
        <div className="space-y-3">
          <p className="font-medium">{words.movedHeading}</p>
          {moved.map((row) => (
            <MovedField key={row.code} row={row} />
          ))}
        </div>
      ) : null}
      <TakeOrLeave leave={topicPath(rakerda.id, topic.code, { agencyCode: agency.code })} />
    </KeptForm>
  );
}

function DifferenceTable({ rows }: { rows: readonly DifferenceRow[] }) {
  const words = { ...useSection(importWords).difference, ...useSection(fileImportWords).difference };
  if (rows.length === 0) return null;
  return (
    <Sideways label={words.heading}>
      <table className="w-full max-w-4xl border-collapse text-left">
        <caption className="sr-only">{words.heading}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <th scope="col" className="py-1 pr-4 font-medium">
              {words.field}
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-medium">
              {words.before}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} data-difference={row.code} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 pr-4 font-normal">
                {row.name}
                {row.cell === null ? null : (
                  <span translate="no" className="block text-sm text-muted">
                    {words.cell} {row.cell}
                  </span>
                )}
              </th>
              <td translate="no" className="py-2 pr-4 text-right text-muted tabular-nums">
                {row.before ?? '–'}
              </td>
              <td translate="no" className="py-2 text-right font-semibold tabular-nums">
                {row.after ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function MovedField({ row }: { row: DifferenceRow }) {
  const words = useSection(importWords).difference;
  const { someone, empty } = useSection(fileImportWords).difference;
  const name = row.movedBy === null || row.movedBy === '' ? someone : row.movedBy;
  return (
    <PickCard
      field={row.code}
      legend={<span className="font-medium">{row.name}</span>}
      mine={row.after ?? ''}
      theirs={row.before ?? ''}
    >
      <p translate="no" className="text-muted">
        {words.moved({ name, now: row.before ?? empty })}
      </p>
    </PickCard>
  );
}

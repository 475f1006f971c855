/** An answer as text, for reading. */
import { useSection, useText } from '~/i18n';
import type { AnswerFormValues } from './answerForm';
import { assessmentWords } from './assessmentWords';

export function AnswerFacts({ values }: { values: AnswerFormValues }) {
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const facts = [
    ['level', text.level, values.level === null || values.level === '' ? text.unanswered : values.level],
    ...(values.service === '' ? [] : [['service', assessmentText.service, values.service] as const]),
    ['justification', assessmentText.justification, values.justification],
    ['note', assessmentText.note, values.note],
    ['personInCharge', assessmentText.personInCharge, values.personInCharge],
    ['discuss', assessmentText.discuss, values.discuss ? text.yes : text.no],
  ] as const;
  return (
    <dl className="space-y-2">
      {facts.map(([field, label, value]) => (
        <div key={field}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="whitespace-pre-line">{value === '' ? assessmentText.noText : value}</dd>
        </div>
      ))}
      <div>
        <dt className="text-sm text-muted">{assessmentText.evidence}</dt>
        <dd>
          <EvidenceLinks rows={values.evidence} />
        </dd>
      </div>
    </dl>
  );
}

export function EvidenceLinks({ rows }: { rows: readonly AnswerFormValues['evidence'][number][] }) {
  const assessmentText = useSection(assessmentWords);
  if (rows.length === 0) return <>{assessmentText.noText}</>;
  return (
    <ul className="list-disc pl-5">
      {rows.map((row) => (
        <li key={row.url + row.caption} className="break-all">
          <a
            href={row.url}
            target="_blank"
            rel="noreferrer nofollow"
            className="inline-block min-h-6 align-top text-brand underline"
          >
            {row.caption === '' ? row.url : row.caption}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** An answer as text, for reading. */
import { useText } from '~/i18n';
import type { AnswerFormValues } from './answerForm';

export function AnswerFacts({ values }: { values: AnswerFormValues }) {
  const text = useText();
  const facts = [
    [
      'level',
      text.ui.level,
      values.level === null || values.level === '' ? text.ui.unanswered : values.level,
    ],
    ['justification', text.assessment.justification, values.justification],
    ['note', text.assessment.note, values.note],
    ['personInCharge', text.assessment.personInCharge, values.personInCharge],
    ['discuss', text.assessment.discuss, values.discuss ? text.ui.yes : text.ui.no],
  ] as const;
  return (
    <dl className="space-y-2">
      {facts.map(([field, label, value]) => (
        <div key={field}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="whitespace-pre-line">{value === '' ? text.assessment.noText : value}</dd>
        </div>
      ))}
      <div>
        <dt className="text-sm text-muted">{text.assessment.evidence}</dt>
        <dd>
          <EvidenceLinks rows={values.evidence} />
        </dd>
      </div>
    </dl>
  );
}

export function EvidenceLinks({ rows }: { rows: AnswerFormValues['evidence'] }) {
  const text = useText();
  if (rows.length === 0) return <>{text.assessment.noText}</>;
  return (
    <ul className="list-disc pl-5">
      {rows.map((row) => (
        <li key={row.url + row.caption} className="break-all">
          <a href={row.url} target="_blank" rel="noreferrer nofollow" className="text-brand underline">
            {row.caption === '' ? row.url : row.caption}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Folded above a part of a sheet: what the agency proved before of the same, to be looked at. It changes nothing. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { Confidence } from '~/topics';
import { EvidenceLinks } from './answerFacts';
import type { EarlierProof, ProvenAnswer, ProvenIndicator } from './earlierProof.read.server';
import { earlierProofWords } from './earlierProofWords';

export function EarlierProofNote({ proof }: { proof: EarlierProof }) {
  const words = useSection(earlierProofWords);
  const format = useFormat();
  const of = proof.of.join(', ');
  const found = proof.pairs.flatMap(({ indicators }) =>
    indicators.flatMap(({ answer }) => answer?.evidence.map(({ url }) => url) ?? []),
  );
  const documents = new Set(found).size;
  return (
    <details data-earlier-proof="" className="rounded-xl border border-line bg-surface print:hidden">
      <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">
        {words.title({ of })} <Confidence of={proof} />{' '}
        <span translate="no" className="text-sm font-normal text-muted">
          {documents === 0 ? words.nothing : words.found({ documents: format.number(documents) })}
        </span>
      </summary>
      <div className="space-y-4 px-4 pb-4">
        <p className="max-w-prose text-sm text-muted">
          {words.lead({ of })} {proof.source.note}
        </p>
        {proof.pairs.map(({ about, codes, instrument, indicators }) => (
          <section key={`${instrument} ${about}`} className="space-y-2 border-t border-line pt-3">
            <div>
              <h3 className="font-semibold">{proof.of.length > 1 ? `${about} – ${instrument}` : about}</h3>
              {codes.length === 0 ? null : (
                <p translate="no" className="text-sm text-muted">
                  {words.codes({ codes: codes.join(', ') })}
                </p>
              )}
            </div>
            <ul className="space-y-3">
              {indicators.map((indicator) => (
                <li key={indicator.no} data-proven={indicator.no} className="min-w-0">
                  <Proven indicator={indicator} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

function Proven({ indicator: { no, name, answer } }: { indicator: ProvenIndicator }) {
  const words = useSection(earlierProofWords);
  const title = words.indicator({ no: String(no), name });
  if (!answer)
    return (
      <p>
        {title}. <span className="text-muted">{words.unanswered}</span>
      </p>
    );
  const { evidence, justification, to } = answer;
  return (
    <>
      <Link to={to} className="inline-block min-h-6 text-brand underline underline-offset-2">
        {title}
      </Link>
      <Standing answer={answer} />
      {justification === '' ? null : (
        <p className="max-w-prose break-words whitespace-pre-line">{justification}</p>
      )}
      {evidence.length === 0 ? (
        <p className="text-muted">{words.noDocument}</p>
      ) : (
        <EvidenceLinks rows={evidence} />
      )}
    </>
  );
}

/** The level it stood at, and where that was. */
function Standing({ answer: { level, levelName, rakerdaName, year } }: { answer: ProvenAnswer }) {
  const words = useSection(earlierProofWords);
  const format = useFormat();
  // Most Rakerda carry their year in their name.
  const isDated = rakerdaName.includes(String(year));
  return (
    <p translate="no" className="flex flex-wrap gap-x-4 text-sm text-muted">
      <span>
        {level === null ? words.noLevel : words.level({ level: format.number(level), name: levelName ?? '' })}
      </span>
      <span>{isDated ? rakerdaName : words.from({ rakerda: rakerdaName, year: String(year) })}</span>
    </p>
  );
}

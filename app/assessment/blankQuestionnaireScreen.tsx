/** Every indicator with its levels and room to write, for paper. No indicator is split over two sheets. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import type { AssessmentHeaderData } from './assessmentHeader';
import { assessmentWords } from './assessmentWords';
import type { BlankQuestionnaire } from './blankQuestionnaire.read.server';
import { blankQuestionnaireWords } from './blankQuestionnaireWords';

export function BlankQuestionnaireScreen(props: {
  header: AssessmentHeaderData;
  questionnaire: BlankQuestionnaire;
}) {
  const { header, questionnaire } = props;
  const words = useSection(blankQuestionnaireWords);
  const ask = useSection(assessmentWords);
  const text = useText();
  return (
    <main className="page-questionnaire mx-auto max-w-[180mm] bg-white px-4 py-6 text-[3.4mm] leading-snug text-black print:max-w-none print:p-0">
      <header className="mb-[6mm] space-y-[1mm]">
        <div className="mb-4 font-sans text-base print:hidden">
          <Link
            to={`${header.base}/isi`}
            className="inline-flex min-h-11 items-center text-[#0b5d5b] underline"
          >
            ‹ {words.back}
          </Link>
          <p>{words.lead}</p>
        </div>
        <h1 className="text-[6.5mm]">{words.title}</h1>
        <p>
          {questionnaire.instrument} · {header.rakerda.name}
        </p>
        <p className="font-semibold">
          {text.agency}: {header.agency}
        </p>
        <p>{words.tick}</p>
      </header>
      {questionnaire.indicators.map((indicator) => (
        <Indicator key={indicator.no} indicator={indicator} ask={ask} />
      ))}
      <Notes indicators={questionnaire.indicators} />
    </main>
  );
}

function Indicator(props: {
  indicator: BlankQuestionnaire['indicators'][number];
  ask: (typeof assessmentWords)['id'];
}) {
  const { indicator, ask } = props;
  const format = useFormat();
  return (
    <article className="mb-[6mm] break-inside-avoid">
      <h2 className="border-b border-black text-[4.2mm]">
        {format.number(indicator.no)}. {indicator.name}
      </h2>
      <p className="text-[3mm]">
        {indicator.aspect} · {ask.weightOf({ weight: format.number(indicator.weight / 100) })}
      </p>
      <p className="my-[1.5mm]">{indicator.explanation}</p>
      <ol className="space-y-[0.8mm]">
        {indicator.levels.map(({ level, name, criterion, note }) => (
          <li key={level} className="flex gap-[3mm]">
            <span aria-hidden="true" className="mt-[0.4mm] size-[4.5mm] shrink-0 border border-black" />
            <span>
              <strong>
                {level}. {name}
              </strong>{' '}
              – {criterion}
              {note ? ' *' : null}
            </span>
          </li>
        ))}
      </ol>
      <dl className="mt-[1mm]">
        {indicator.namesService ? <Lines label={ask.service} count={1} /> : null}
        <Lines label={ask.justification} count={3} />
        <Lines label={ask.evidence} count={2} />
        <Lines label={ask.personInCharge} count={1} />
      </dl>
    </article>
  );
}

/** Behind the questions: between them two indicators would no longer find room on one sheet. */
function Notes({ indicators }: Pick<BlankQuestionnaire, 'indicators'>) {
  const words = useSection(blankQuestionnaireWords);
  const format = useFormat();
  const noted = indicators.filter(({ levels }) => levels.some(({ note }) => note));
  if (noted.length === 0) return null;
  return (
    <section aria-labelledby="catatan" className="break-before-page text-[2.9mm]">
      <h2 id="catatan" className="border-b border-black text-[4.2mm]">
        * {words.notes}
      </h2>
      <div className="mt-[2mm] columns-2 gap-[8mm]">
        {noted.map((indicator) => (
          <p key={indicator.no} className="mb-[1.5mm] break-inside-avoid">
            <strong>
              {format.number(indicator.no)}. {indicator.name}
            </strong>
            {indicator.levels.map(({ level, note }) =>
              note ? (
                <span key={level} className="block">
                  {level}: {note}
                </span>
              ) : null,
            )}
          </p>
        ))}
      </div>
    </section>
  );
}

/** Ruled lines; the first begins beside its label. */
function Lines({ label, count }: { label: string; count: number }) {
  return (
    <div className="grid grid-cols-[42mm_1fr]">
      <dt className="pt-[3mm] font-semibold">{label}</dt>
      <dd>
        {Array.from({ length: count }, (_, line) => (
          <span key={line} className="block h-[7mm] border-b border-[#777]" />
        ))}
      </dd>
    </div>
  );
}

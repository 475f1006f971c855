/** One agency's sheet of one topic. */
import { Link, useLocation } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import { kindOf } from '~/instrument/topic';
import { rakerdaPath, sheetFilePath, topicPath } from '~/paths';
import { approvalWords, MeetingHeader } from '~/rakerda';
import { Alert, ButtonLink, FileLink } from '~/ui';
import { labelInBoth } from '~/ui/keptLabel';
import { AnswerControl, AnswersShown } from './controls/answerControl';
import { Confidence } from './confidence';
import type { SheetAnswer } from './sheet.post.server';
import type { SheetPage } from './sheet.read.server';
import { SheetHistory } from './sheetHistory';
import { SheetState } from './sheetState';
import { SheetWay } from './sheetWay';
import { OwnTarget } from './topicTarget';
import { topicWords } from './topicWords';
import { TopicNotes } from './topicNotes';

interface ScreenProps {
  readonly page: SheetPage;
  readonly answer: SheetAnswer | undefined;
  /** What the agency proved before of the open part. */
  readonly earlier: ReactNode;
}

export function SheetScreen({ page, answer, live, earlier }: ScreenProps & { live: ReactNode }) {
  const words = useSection(topicWords);
  const { returnNote } = useSection(approvalWords);
  const locale = useLocale();
  const location = useLocation();
  const { topic, rakerda, agency } = page;
  const name = localize(topic.shortName, locale);
  const message = !answer && page.message === 'disimpan' ? words.sheet.saved : undefined;
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={words.sheet.title({ topic: name, agency: agency.name })}
        crumbs={[
          { to: rakerdaPath(rakerda.id, 'topics'), label: words.title },
          { to: topicPath(rakerda.id, topic.code), label: name },
        ]}
        lead={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SheetState state={page.state} isBegun={page.version > 0} />
            <LastSaved page={page} />
            {live}
          </div>
        }
      />
      <div className="space-y-6">
        <div id="pesan" className="space-y-3 empty:hidden">
          {page.isFromDevice ? <FromDevice page={page} /> : null}
          {message === undefined ? null : <Alert tone="success">{message}</Alert>}
          {answer ? <Alert tone="danger">{words.sheet.refused[answer.reason]}</Alert> : null}
          {page.closed === null ? null : <Alert>{words.sheet[page.closed]}</Alert>}
          {page.way.returnNote === null ? null : (
            <Alert tone="warning" title={returnNote}>
              {page.way.returnNote}
            </Alert>
          )}
        </div>
        <p className="max-w-prose">
          {localize(topic.name, locale)}. {words.sheet.period({ period: localize(topic.period, locale) })}
        </p>
        {page.target ? <OwnTarget own={page.target} /> : null}
        {page.mayWrite ? (
          <Fields
            // A saved form begins anew on what was saved, and one that others were faster than on what stands there.
            key={`${page.part ?? ''} ${roundOf(page, answer, location.key)}`}
            page={page}
            answer={answer}
            earlier={earlier}
          />
        ) : (
          <AnswersShown page={page} earlier={earlier} />
        )}
        <SheetWay page={page} />
        {page.mayWrite ? (
          <p className="flex flex-wrap gap-3 print:hidden">
            <ButtonLink to={sheetFilePath(rakerda.id, topic.code, agency.code, 'import')}>
              {words.sheet.import}
            </ButtonLink>
            <FileLink href={sheetFilePath(rakerda.id, topic.code, agency.code, 'blank')}>
              {words.sheet.blank}
            </FileLink>
          </p>
        ) : null}
        <Notes page={page} />
        <SheetHistory history={page.history} timeZone={rakerda.timeZone} />
        {page.others.length > 0 ? (
          <nav aria-label={words.sheet.others} className="flex flex-wrap gap-2 print:hidden">
            {page.others.map((other) => (
              <ButtonLink
                key={other.code}
                tone="secondary"
                to={topicPath(rakerda.id, other.code, { agencyCode: agency.code })}
              >
                {other.name}
              </ButtonLink>
            ))}
          </nav>
        ) : null}
      </div>
    </>
  );
}

function roundOf(page: SheetPage, answer: SheetAnswer | undefined, visit: string): string {
  if (answer) return answer.version === null ? '' : `v${answer.version}`;
  return page.message === 'disimpan' ? visit : '';
}

/** Plainly above everything: these figures may have moved on. */
function FromDevice({ page: { readAt, rakerda } }: { page: SheetPage }) {
  const words = useSection(topicWords).sheet;
  const format = useFormat();
  return (
    <Alert tone="warning" title={words.fromDevice({ time: format.dateTime(readAt, rakerda.timeZone) })}>
      {words.fromDeviceHint}
    </Alert>
  );
}

function LastSaved({ page }: { page: SheetPage }) {
  const words = useSection(topicWords).sheet;
  const format = useFormat();
  if (!page.saved) return <span>{words.neverSaved}</span>;
  const time = format.dateTime(page.saved.at, page.rakerda.timeZone);
  const { by } = page.saved;
  return <span>{by === null ? words.lastSavedDemo({ time }) : words.lastSaved({ time, name: by })}</span>;
}

/** Opens the form anew on what others saved, as long as nobody has typed into it. */
function Fields({ page, answer, earlier }: ScreenProps) {
  const words = useSection(topicWords).sheet;
  const [shown, setShown] = useState({ version: page.version, figures: page.figures });
  const [isTyped, setIsTyped] = useState(false);
  if (!isTyped && !answer && shown.version !== page.version)
    setShown({ version: page.version, figures: page.figures });
  return (
    <AnswerControl
      key={shown.version}
      page={page}
      label={labelInBoth((one) =>
        words.title({ topic: localize(page.topic.shortName, one), agency: page.agency.name }),
      )}
      figures={shown.figures}
      version={answer?.version ?? shown.version}
      typed={answer?.typed ?? null}
      problems={answer?.problems ?? NO_PROBLEMS}
      earlier={earlier}
      onTyped={() => setIsTyped(true)}
    />
  );
}

const NO_PROBLEMS = {};

/** What the reader must know of the topic, and how sure each field and measure is. */
function Notes({ page }: { page: SheetPage }) {
  const words = useSection(topicWords);
  const locale = useLocale();
  const { topic } = page;
  const { sources } = kindOf(topic);
  return (
    <div className="space-y-4">
      <TopicNotes topic={topic} />
      <details className="rounded-xl border border-line bg-surface">
        <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">{words.sheet.sources}</summary>
        <div className="space-y-3 px-4 pb-4">
          <p className="max-w-prose">
            {topic.regulation.citation}. {localize(topic.regulation.note, locale)}
          </p>
          <ul className="space-y-2">
            {sources.map((one) => (
              <li key={one.name.id}>
                <span className="font-medium">{localize(one.name, locale)}</span> <Confidence of={one} />
                <span className="block text-sm text-muted">
                  {one.source.confidence === 'proposal' ? words.confidence.proposal : one.source.citation}
                  {one.source.note ? `. ${localize(one.source.note, locale)}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </details>
      <p className="print:hidden">
        <Link
          to={topicPath(page.rakerda.id, topic.code)}
          className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
        >
          {words.compare}
        </Link>
      </p>
    </div>
  );
}

/** The topics that a Rakerda measures, each with the way to its figures. */
import type { ReactNode } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import { localize } from '~/instrument';
import { sheetFilePath, topicPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { REMARK } from '~/rakerda/remarkSign';
import { Alert, Button, ButtonLink, Card, CheckField, KeptForm } from '~/ui';
import { Confidence } from './confidence';
import { useMeasureText } from './measureList';
import type { TopicCard, TopicListPage } from './topicList.read.server';
import { SheetState } from './sheetState';
import { topicStateWords } from './topicStateWords';
import { topicWords } from './topicWords';

export function TopicListScreen(props: { page: TopicListPage; isLocked: boolean; live: ReactNode }) {
  const { page, live } = props;
  const words = useSection(topicWords);
  const next = page.topics.find(
    ({ own }) => own !== null && (own.review !== null || (own.mayWrite && own.filled < own.total)),
  );
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={words.title}
        lead={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{words.lead}</span>
            {live}
          </div>
        }
      />
      <div id="pesan" className="mb-6 empty:hidden">
        {props.isLocked ? <Alert tone="danger">{words.add.locked}</Alert> : null}
        {page.message === 'ditambah' && !props.isLocked ? (
          <Alert tone="success">{words.add.done}</Alert>
        ) : null}
      </div>
      {page.topics.length === 0 ? (
        <Alert title={words.none}>
          <p>{words.noneHint}</p>
        </Alert>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-2 2xl:grid-cols-3">
        {page.topics.map((topic) => (
          <TopicEntry key={topic.code} rakerdaId={page.rakerda.id} topic={topic} isNext={topic === next} />
        ))}
      </div>
      <Further key={page.topics.length} further={page.further} />
    </>
  );
}

/** Topics that the Rakerda may still take up; once measured, a topic stays. */
function Further({ further }: Pick<TopicListPage, 'further'>) {
  const words = useSection(topicWords).add;
  if (further.length === 0) return null;
  return (
    <KeptForm method="post" kept="topik" preventScrollReset className="mt-6 print:hidden">
      <Card className="space-y-3">
        <fieldset className="space-y-1">
          <legend className="text-xl font-semibold">{words.title}</legend>
          <p className="text-sm text-muted">{words.lead}</p>
          {further.map(({ value, name, note }) => (
            <CheckField
              key={value}
              id={`topic-${value}`}
              name="topics"
              value={value}
              label={name}
              hint={note}
            />
          ))}
        </fieldset>
        <Button tone="secondary">{words.submit}</Button>
      </Card>
    </KeptForm>
  );
}

function TopicEntry(props: {
  rakerdaId: string;
  topic: TopicCard;
  /** What the reader fills in next. */
  isNext: boolean;
}) {
  const { rakerdaId, topic, isNext } = props;
  const words = useSection(topicWords);
  const locale = useLocale();
  const format = useFormat();
  const say = useMeasureText();
  const states = useSection(topicStateWords);
  const { own, headline } = topic;
  const id = `topik-${topic.code}`;
  const action = own?.mayWrite ? 'fill' : 'see';
  const step = own?.review ? words.sheet.reviewAnd[own.review] : null;
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-xl">
        {topic.name}
      </h2>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {words.headlineIs({ name: localize(headline.name, locale) })} <Confidence of={headline} />
      </p>
      {own ? (
        <div>
          <p translate="no" className={own.quantity ? 'text-3xl font-bold tabular-nums' : 'text-muted'}>
            {own.quantity ? say(headline, own.quantity) : words.notYet}
          </p>
          <p translate="no" className="flex flex-wrap items-center gap-2 text-sm text-muted tabular-nums">
            {words.filled({
              filled: format.number(own.filled),
              total: counted(format.number(own.total), own.counted.one, own.counted.several),
            })}
            <SheetState state={own.state} isBegun={own.isBegun} />
          </p>
          {own.remarks.map((remark) => (
            <p key={remark.id} translate="no" className="font-medium">
              <span aria-hidden="true">{REMARK} </span>
              {localize(remark, locale)}
            </p>
          ))}
        </div>
      ) : (
        <p translate="no" className="tabular-nums">
          {words.finished({ count: format.number(topic.finished), total: format.number(topic.seen) })}
          <span className="block text-sm text-muted">
            {states.line({
              submitted: format.number(topic.submitted),
              approved: format.number(topic.approved),
            })}
          </span>
        </p>
      )}
      <div className="mt-auto flex flex-wrap gap-3 pt-2">
        {own ? (
          <ButtonLink
            tone={isNext ? 'primary' : 'secondary'}
            to={
              step
                ? sheetFilePath(rakerdaId, topic.code, own.agencyCode, 'review')
                : topicPath(rakerdaId, topic.code, { agencyCode: own.agencyCode })
            }
            aria-label={step ? `${step}: ${topic.name}` : words[`${action}Of`]({ topic: topic.name })}
          >
            {step ?? words[action]}
          </ButtonLink>
        ) : null}
        <ButtonLink to={topicPath(rakerdaId, topic.code)} aria-label={words.compareOf({ topic: topic.name })}>
          {words.compare}
        </ButtonLink>
      </div>
    </Card>
  );
}

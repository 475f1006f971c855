/** All agencies in one topic: sorted by any measure, the headline first, with what nobody accounts for. */
import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatMovement, useFormat, useLocale, useSection } from '~/i18n';
import { localize, type Movement } from '~/instrument';
import { canStillRise, kindOf, type Topic, type TopicGoal } from '~/instrument/topic';
import { instrumentPath, rakerdaPath, topicPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { SortedHead } from '~/rakerda/sortedHead';
import { goalText, useSpoken } from '~/rakerda/topicTargetText';
import { Badge, ButtonLink, FileLink, ListPages, ListSearch, Sideways } from '~/ui';
import { Confidence } from './confidence';
import { useMeasureText } from './measureList';
import { SheetState } from './sheetState';
import { FILLED, NAME, STATE, type TableOrder, type TableRow } from './topicTable';
import type { TargetRefusal } from './target.post.server';
import type { TopicPage } from './topicTable.read.server';
import { References } from './references';
import { Distance, TopicTarget } from './topicTarget';
import { topicWords } from './topicWords';
import { TopicNotes } from './topicNotes';

export function TopicTableScreen({
  page,
  refusal,
  live,
}: {
  page: TopicPage;
  refusal: TargetRefusal | undefined;
  live: ReactNode;
}) {
  const words = useSection(topicWords);
  const locale = useLocale();
  const [params] = useSearchParams();
  const { topic, rakerda, part } = page;
  const path = topicPath(rakerda.id, topic.code);
  const kept = {
    ...(params.has('urut') && { urut: page.order.column }),
    ...(page.order.isReversed && { arah: 'balik' }),
  };
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={localize(topic.name, locale)}
        crumbs={[{ to: rakerdaPath(rakerda.id, 'topics'), label: words.title }]}
        lead={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{words.comparison.lead}</span>
            {live}
          </div>
        }
        actions={
          <>
            <FileLink
              href={`${topicPath(rakerda.id, topic.code, 'file')}?${new URLSearchParams(kept).toString()}`}
            >
              {words.comparison.csv}
            </FileLink>
            {page.mayDownload ? (
              <ButtonLink to={instrumentPath(rakerda.id, topic.code, 'release')}>
                {words.comparison.release}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="space-y-5">
        <TopicTarget target={page.target} refusal={refusal} />
        {part.isLong ? <ListSearch part={part} path={path} kept={kept} anchor="tabel" /> : null}
        <Table
          topic={topic}
          rakerdaId={rakerda.id}
          rows={part.items}
          order={page.order}
          goal={page.target.goal}
        />
        <ListPages part={part} path={path} kept={kept} anchor="tabel" />
        <p className="max-w-prose text-sm text-muted">{words.comparison.unfinished}</p>
        <References topic={topic} />
        <TopicNotes topic={topic} />
      </div>
    </>
  );
}

function Table(props: {
  topic: Topic;
  rakerdaId: string;
  rows: readonly TableRow[];
  order: TableOrder;
  goal: TopicGoal | null;
}) {
  const { topic, order, goal } = props;
  const spoken = useSpoken();
  const target = (code: string) =>
    goal?.figure.code === code ? goalText(null, goal.goal, spoken) : undefined;
  const words = useSection(topicWords);
  const locale = useLocale();
  const caption = words.comparison.caption({ topic: localize(topic.shortName, locale) });
  const { first, aimed, rest } = placesOf(topic, goal);
  const { differences } = kindOf(topic);
  const headers = (places: typeof first) =>
    places.map(({ measure }) => (
      <SortHeader
        key={measure.code}
        order={order}
        column={measure.code}
        label={localize(measure.name, locale)}
        startsLow={measure.direction === 'lower'}
        isLead={measure.code === kindOf(topic).headline.code}
        target={target(measure.code)}
        mark={<Confidence of={measure} />}
      />
    ));
  return (
    <Sideways id="tabel" label={caption} framed>
      {/* Lines of cells, not of rows: a pinned cell would cover its row's. */}
      <table className="w-full border-separate border-spacing-0 text-left [&_tbody_tr:last-child>*]:border-b-0 [&_tr>*]:border-b [&_tr>*]:border-line">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken align-bottom">
          <tr>
            <SortHeader order={order} column={NAME} label={words.comparison.agency} startsLow isPinned />
            {headers(first)}
            <th scope="col" className="min-w-28 px-3 py-1 text-right text-sm">
              {words.comparison.movement}
            </th>
            {headers(aimed)}
            <SortHeader order={order} column={FILLED} label={words.comparison.filled} />
            <SortHeader order={order} column={STATE} label={words.comparison.state} />
            {differences.map((check) => (
              <SortHeader
                key={check.code}
                order={order}
                column={check.code}
                label={localize(check.name, locale)}
              />
            ))}
            {headers(rest)}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.agencyCode} topic={topic} rakerdaId={props.rakerdaId} row={row} goal={goal} />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

/** Every measure with its place in the instrument: the headline, the one with the target where that is another, the rest. */
function placesOf(topic: Topic, goal: TopicGoal | null) {
  const { columns, headline } = kindOf(topic);
  const places = columns.map((measure, place) => ({ measure, place }));
  const isFirst = (code: string) => code === headline.code;
  const isAimed = (code: string) => !isFirst(code) && code === goal?.figure.code;
  return {
    first: places.filter(({ measure }) => isFirst(measure.code)),
    aimed: places.filter(({ measure }) => isAimed(measure.code)),
    rest: places.filter(({ measure }) => !isFirst(measure.code) && !isAimed(measure.code)),
  };
}

function SortHeader(props: {
  order: TableOrder;
  column: string;
  label: string;
  mark?: ReactNode;
  target?: string | undefined;
  startsLow?: boolean;
  isPinned?: boolean;
  isLead?: boolean;
}) {
  const { order, column, label } = props;
  const words = useSection(topicWords).comparison;
  return (
    <SortedHead
      order={order}
      column={column}
      label={label}
      says={words.sortBy({ column: label })}
      startsLow={props.startsLow ?? false}
      isPinned={props.isPinned ?? false}
      // The first figure is what the table is about: its name is not broken over five lines.
      className={props.isLead ? 'min-w-40' : 'min-w-28'}
    >
      {props.target ? (
        <span translate="no" className="block text-xs font-normal text-muted">
          {props.target}
        </span>
      ) : null}
      {props.mark ? <span className="block text-xs font-normal">{props.mark}</span> : null}
    </SortedHead>
  );
}

function Row(props: { topic: Topic; rakerdaId: string; row: TableRow; goal: TopicGoal | null }) {
  const { topic, rakerdaId, row, goal } = props;
  const words = useSection(topicWords);
  const format = useFormat();
  const say = useMeasureText();
  const { columns } = kindOf(topic);
  const { first, aimed, rest } = placesOf(topic, goal);
  const isUnfinished = row.filled < row.total;
  const cell = (place: number, isHeadline: boolean) => {
    const measure = columns[place];
    const quantity = row.measures[place];
    return (
      <td
        key={measure?.code}
        translate="no"
        className={`px-3 py-2 text-right whitespace-nowrap tabular-nums ${isHeadline ? 'text-lg font-bold' : ''}`}
      >
        {measure && quantity ? say(measure, quantity) : <Nothing />}
        {goal?.place === place && quantity && !canStillRise(goal, row) ? (
          <Distance goal={goal.goal} now={quantity} />
        ) : null}
      </td>
    );
  };
  return (
    <tr data-agency={row.agencyCode}>
      <th
        scope="row"
        className="sticky left-0 z-10 max-w-40 bg-surface px-3 py-2 font-medium sm:min-w-60 sm:max-w-none"
      >
        {row.isOpen ? (
          <Link
            to={topicPath(rakerdaId, topic.code, { agencyCode: row.agencyCode })}
            className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
          >
            {row.agencyName}
          </Link>
        ) : (
          <span className="inline-flex min-h-11 flex-wrap items-center gap-x-2">
            {row.agencyName}
            <span className="text-sm font-normal text-muted">{words.comparison.hidden}</span>
          </span>
        )}
        {row.isOwn ? (
          <span className="ml-2 inline-block align-middle">
            <Badge tone="brand">{words.comparison.own}</Badge>
          </span>
        ) : null}
      </th>
      {first.map(({ place }) => cell(place, true))}
      <td translate="no" className="px-3 py-2 text-right whitespace-nowrap tabular-nums">
        {row.movement ? <Moved movement={row.movement} /> : <Nothing />}
      </td>
      {aimed.map(({ place }) => cell(place, false))}
      <td
        translate="no"
        className={`px-3 py-2 text-right whitespace-nowrap tabular-nums ${isUnfinished ? 'text-accent' : 'text-muted'}`}
      >
        {row.isOpen ? `${format.number(row.filled)}/${format.number(row.total)}` : <Nothing />}
      </td>
      <td className="px-3 py-2 text-right whitespace-nowrap">
        <SheetState state={row.state} isBegun={row.isBegun} />
      </td>
      {row.differences.map((difference, place) => (
        <td
          key={place}
          translate="no"
          className={`px-3 py-2 text-right whitespace-nowrap tabular-nums ${difference ? 'font-bold text-accent' : ''}`}
        >
          {difference === null ? <Nothing /> : format.number(difference)}
        </td>
      ))}
      {rest.map(({ place }) => cell(place, false))}
    </tr>
  );
}

/** Whether it is for the better stands in words too: a colour alone says nothing to some. */
function Moved({ movement }: { movement: Movement }) {
  const words = useSection(topicWords).comparison;
  const locale = useLocale();
  const { isBetter } = movement;
  return (
    <span className={isBetter === null ? '' : isBetter ? 'text-success' : 'text-danger'}>
      {formatMovement(movement, locale)}
      {isBetter === null ? null : (
        <span className="block text-xs">{isBetter ? words.better : words.worse}</span>
      )}
    </span>
  );
}

function Nothing() {
  const words = useSection(topicWords).comparison;
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words.noValue}</span>
    </span>
  );
}

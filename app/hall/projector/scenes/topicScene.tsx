/** One topic as a board: whoever stands best first, with unit, direction, band and remarks; the unfinished below a rule. */
import { BandMark, type ShownCell, type ShownTopic } from '~/hall/table';
import { useFormat, useSection } from '~/i18n';
import { REMARK } from '~/rakerda/remarkSign';
import type { SceneOf } from '../scene';
import { Bar } from './sceneBars';
import { Frame, Nothing, NothingOf } from './sceneFrame';
import { HALL_ROWS } from './scenePaging';
import { remarkLead, withoutLead } from './remarkLead';
import { UnfinishedPart, WholeKey } from './sceneMarks';
import { AgencyName, AgencyRow, AgencyRows } from './sceneRows';
import { useMarkOf, usePaged, useStage, useWords } from './stage';
import { topicWords } from './topicWords';
import { UnfinishedKey } from './unfinishedKey';

type Row = SceneOf<'topic'>['rows'][number];

/** A long remark must not take the place of the bars. */
const COLUMNS = {
  bare: 'hall:grid-cols-[auto_auto_minmax(0,1fr)_auto_auto] wide:hall:grid-cols-[auto_auto_minmax(0,1fr)_minmax(0,auto)_auto_auto]',
  withRemarks:
    'hall:grid-cols-[auto_auto_minmax(0,1fr)_auto_auto] wide:hall:grid-cols-[auto_auto_minmax(0,1fr)_minmax(0,1fr)_auto_auto]',
} as const;

/** A bar is so many parts long. */
const WHOLE = 1000;

export function Topic(scene: SceneOf<'topic'>) {
  const text = useWords();
  const words = useSection(topicWords);
  const markOf = useMarkOf();
  const { topic, rows, targetAt, reached, whole, without } = scene;
  const paged = usePaged(rows, HALL_ROWS);
  const lead = remarkLead(rows.flatMap(({ cell }) => cell?.remarks?.[0] ?? []));
  if (!topic) {
    return (
      <Frame title={words.nothing}>
        <Nothing>{text.nothing}</Nothing>
      </Frame>
    );
  }
  const apart = [
    paged.rows.find(({ cell }) => cell?.isWhole),
    paged.rows.find(({ isFinished }) => !isFinished),
  ];
  return (
    <Frame
      title={`${topic.name}${topic.isProposal ? '°' : ''}: ${topic.measure}${topic.isLowerBetter ? ' ↓' : ''}`}
      paged={paged}
      drawing={topic.key}
      footer={<Key {...{ topic, rows, reached, whole, without, lead }} hasLine={targetAt !== null} />}
    >
      {rows.length === 0 ? <NothingOf without={without} /> : null}
      {paged.rows.length > 0 ? (
        <AgencyRows
          columns={paged.rows.some(({ cell }) => cell?.remarks) ? COLUMNS.withRemarks : COLUMNS.bare}
          longest={paged.longest}
        >
          {paged.rows.map((row) => (
            <AgencyRow
              key={markOf(row.agency).key}
              agency={row.agency}
              isBelowRule={apart.includes(row) && row !== paged.rows[0]}
              holds={row.rank === 1}
            >
              <Line {...{ row, topic, targetAt, lead }} />
            </AgencyRow>
          ))}
        </AgencyRows>
      ) : null}
    </Frame>
  );
}

function Line({
  row,
  topic,
  targetAt,
  lead,
}: {
  readonly row: Row;
  /** What the remarks of several rows begin with. */
  readonly lead: string | null;
  readonly topic: ShownTopic;
  readonly targetAt: number | null;
}) {
  const { agency, rank, share, cell, isFinished } = row;
  const text = useWords();
  const words = useSection(topicWords);
  const format = useFormat();
  return (
    <>
      <span translate="no" className="min-w-8 text-right font-bold text-muted tabular-nums">
        {rank === null ? null : <span className="sr-only">{words.rank({ rank: format.number(rank) })}</span>}
        <span aria-hidden="true">{rank !== null ? format.number(rank) : cell?.isWhole ? 'Σ' : '–'}</span>
      </span>
      <AgencyName agency={agency} className={`grow ${isFinished ? '' : 'text-muted'}`} />
      {share === null ? null : (
        <span className="order-last h-4 basis-full hall:order-none hall:hidden hall:h-full wide:hall:block">
          <Bar value={share} top={WHOLE} target={targetAt} />
        </span>
      )}
      {/* Where there is no bar, what is to be said has its room too. */}
      <span
        className={`order-last basis-full text-muted hall:order-none hall:line-clamp-1 hall:text-sm ${share === null ? 'wide:hall:col-span-2' : ''}`}
      >
        {cell?.isWhole ? <span className="font-semibold">{text.inWhole} </span> : null}
        {cell?.remarks ? <Remarks of={cell.remarks} lead={lead} /> : null}
      </span>
      <span translate="no" className="font-bold whitespace-nowrap tabular-nums hall:text-right">
        {cell?.figure === undefined ? (
          <span className="font-normal text-muted">
            <span aria-hidden="true">–</span>
            <span className="sr-only">{words.none}</span>
          </span>
        ) : cell.part === undefined ? (
          <>
            {cell.band === undefined ? null : (
              <>
                <BandMark band={cell.band} bands={topic.bands.length} isLarge />{' '}
                <span className="sr-only">{topic.bands[cell.band]} </span>
              </>
            )}
            {cell.figure}
            {cell.target ? <Reached target={cell.target} /> : null}
          </>
        ) : (
          <UnfinishedPart part={cell.part} />
        )}
      </span>
      <span
        translate="no"
        className={`font-semibold whitespace-nowrap tabular-nums hall:text-right ${cell?.isBetter === undefined ? 'text-muted' : cell.isBetter ? 'text-success' : 'text-danger'}`}
      >
        {cell?.change}
      </span>
    </>
  );
}

/** In the hall the first one, and how many more there are; on a projector of 4:3 without what the key says of several. */
function Remarks({ of, lead }: { readonly of: readonly string[]; readonly lead: string | null }) {
  const { size } = useStage();
  const format = useFormat();
  const [first = '', ...more] = of;
  if (size === 'phone') return `${REMARK} ${of.join(' · ')}`;
  const further = more.length === 0 ? '' : ` (+${format.number(more.length)})`;
  const whole = `${REMARK} ${first}${further}`;
  if (lead === null) return whole;
  return (
    <>
      <span className="wide:hidden">{`${REMARK} ${withoutLead(first, lead)}${further}`}</span>
      <span className="hidden wide:inline">{whole}</span>
    </>
  );
}

/** A sign behind a figure that has reached its target, and its room behind the others; in words what it says. */
function Reached({ target }: { readonly target: NonNullable<ShownCell['target']> }) {
  return (
    <>
      <span
        aria-hidden="true"
        className={target.isReached ? 'text-success' : 'hidden hall:invisible hall:inline'}
      >
        {' ✓'}
      </span>
      <span className="sr-only">{` (${target.says})`}</span>
    </>
  );
}

/** What the board's signs say, as far as it has them. */
function Key({
  topic,
  rows,
  reached,
  hasLine,
  whole,
  without,
  lead,
}: {
  readonly topic: ShownTopic;
  readonly rows: readonly Row[];
  readonly reached: SceneOf<'topic'>['reached'];
  readonly hasLine: boolean;
  readonly whole: SceneOf<'topic'>['whole'];
  readonly without: number;
  readonly lead: string | null;
}) {
  const text = useWords();
  const words = useSection(topicWords);
  const format = useFormat();
  const finished = rows.filter(({ isFinished }) => isFinished).length;
  const noted = rows.filter(({ cell, isFinished }) => isFinished && cell?.remarks).length;
  const open = rows.find(({ cell }) => cell?.part !== undefined);
  const isBanded = rows.some(({ cell }) => cell?.band !== undefined);
  return (
    <ul className="flex flex-wrap gap-x-5 leading-tight">
      <li className="font-semibold text-ink">
        {words.finished({ count: format.number(finished), agencies: format.number(rows.length + without) })}
      </li>
      {noted > 0 ? (
        <li className={lead === null ? undefined : 'hall:hidden wide:hall:list-item'}>
          {REMARK} {words.noted({ count: format.number(noted) })}
        </li>
      ) : null}
      {lead !== null ? (
        <li className="hidden hall:list-item wide:hall:hidden">
          {REMARK} {lead} …
        </li>
      ) : null}
      {topic.target !== null && reached ? (
        <li translate="no">
          {hasLine ? (
            <span aria-hidden="true" className="font-bold text-accent">
              ❙{' '}
            </span>
          ) : null}
          {`${text.target} ${topic.target}: ${words.reached({
            reached: format.number(reached.reached),
            known: format.number(reached.known),
          })}`}
        </li>
      ) : null}
      {topic.isLowerBetter ? <li>{words.lowerBetter}</li> : null}
      {isBanded
        ? topic.bands.map((band, place) => (
            <li key={band} className="whitespace-nowrap">
              <BandMark band={place} bands={topic.bands.length} isLarge /> {band}
            </li>
          ))
        : null}
      {topic.isProposal ? <li>{words.proposal}</li> : null}
      {topic.yearBefore === null ? null : <li>{words.since({ year: String(topic.yearBefore) })}</li>}
      {open ? (
        <li>
          <UnfinishedKey part={open.cell?.part} />
        </li>
      ) : null}
      {rows.some(({ cell }) => cell?.figure === undefined) ? <li>– {words.none}</li> : null}
      {without > 0 && rows.length > 0 ? <li>{text.without({ count: format.number(without) })}</li> : null}
      {whole ? (
        <li className="font-semibold text-ink">
          <WholeKey name={null} parts={whole.parts} />
        </li>
      ) : null}
    </ul>
  );
}

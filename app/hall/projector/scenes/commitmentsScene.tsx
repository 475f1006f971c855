import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { Frame, Nothing } from './sceneFrame';
import { COMMITMENT_ROWS } from './scenePaging';
import { AgencyName } from './sceneRows';
import { useMarkOf, usePaged } from './stage';
import { commitmentsWords } from './commitmentsWords';

type Row = SceneOf<'commitments'>['rows'][number];

const STATUS = {
  planned: { sign: '◇', tone: 'text-muted' },
  underway: { sign: '◐', tone: 'text-accent' },
  done: { sign: '■', tone: 'text-success' },
  dropped: { sign: '✕', tone: 'text-muted' },
} as const;

/** Who promised what, until when. */
export function Commitments(scene: SceneOf<'commitments'>) {
  const format = useFormat();
  const words = useSection(commitmentsWords);
  const paged = usePaged(scene.rows, COMMITMENT_ROWS);
  const statuses = ['planned', 'underway', 'done', 'dropped', 'late'] as const;
  return (
    <Frame
      title={words.title({ year: String(scene.year) })}
      paged={paged}
      footer={
        <p className="flex flex-wrap gap-x-6">
          {statuses.map((status) =>
            scene.counts[status] === 0 ? null : (
              <span key={status} className={status === 'late' ? 'font-semibold text-danger' : ''}>
                <span aria-hidden="true">{status === 'late' ? '!' : STATUS[status].sign} </span>
                {words.counts[status]({
                  count: format.number(scene.counts[status]),
                  today: format.day(scene.today),
                })}
              </span>
            ),
          )}
          {scene.agenciesWithout > 0 ? (
            <span>{words.without({ count: format.number(scene.agenciesWithout) })}</span>
          ) : null}
        </p>
      }
    >
      {scene.rows.length === 0 ? <Nothing>{words.empty}</Nothing> : null}
      {paged.rows.length > 0 ? (
        <ol
          className={`space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:gap-2 hall:space-y-0 ${paged.longest <= 3 ? 'hall:grid-rows-3' : 'hall:grid-rows-4'}`}
        >
          {paged.rows.map((row) => (
            <Card key={row.id} row={row} />
          ))}
        </ol>
      ) : null}
    </Frame>
  );
}

function Card({ row }: { readonly row: Row }) {
  const mark = useMarkOf()(row.agency);
  const text = useSection(commitmentsWords);
  const format = useFormat();
  const { sign, tone } = STATUS[row.status];
  const frame = mark.isFocused
    ? 'border-accent outline-2 outline-accent'
    : mark.isOwn
      ? 'border-brand outline-2 outline-brand'
      : 'border-line';
  return (
    <li
      className={`flex flex-wrap items-center gap-x-6 gap-y-1 rounded-lg border bg-surface p-3 leading-tight hall:min-h-0 hall:flex-nowrap hall:py-1 ${frame}`}
    >
      <div className="min-w-0 basis-full space-y-0.5 hall:flex-1 hall:basis-auto">
        <AgencyName agency={row.agency} className="text-brand" />
        <p
          className={`hall:line-clamp-3 hall:text-sm/(--hall-line) ${row.status === 'dropped' ? 'text-muted' : ''}`}
        >
          {row.what} <span className="text-muted">({row.who})</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-x-4 hall:shrink-0 hall:flex-col hall:items-end hall:text-right hall:text-sm">
        <span className={`font-bold whitespace-nowrap ${tone}`}>
          <span aria-hidden="true">{sign} </span>
          {text.status[row.status]}
        </span>
        {row.isLate ? (
          <span className="font-bold whitespace-nowrap text-danger">
            <span aria-hidden="true">! </span>
            {text.late}
          </span>
        ) : null}
        <span className="whitespace-nowrap">{text.due({ date: format.day(row.dueOn) })}</span>
        {row.gain === null || row.gain <= 0 ? null : (
          <span className="font-semibold whitespace-nowrap text-muted">
            {text.gain({ gain: format.figure(row.gain) })}
          </span>
        )}
      </div>
    </li>
  );
}

import { useFormat, useSection } from '~/i18n';
import { LevelMark } from '~/ui';
import type { SceneOf } from '../scene';
import { Bar } from './sceneBars';
import { Frame } from './sceneFrame';
import { CriteriaList } from './sceneLevels';
import { HALL_ROWS, nameBudgets } from './scenePaging';
import { AgencyNames } from './sceneRows';
import { useChosenPage, useStage } from './stage';
import { indicatorWords } from './indicatorWords';

/** Where everybody stands on one indicator. In the hall, the criteria in full, and notes on them, take turns with the picture. */
export function Indicator(scene: SceneOf<'indicator'>) {
  const { size } = useStage();
  const words = useSection(indicatorWords);
  const format = useFormat();
  const notes = scene.levels.flatMap(({ level, note }) =>
    note === undefined ? [] : [{ level, text: note }],
  );
  const pages = notes.length > 0 ? 3 : 2;
  const page = useChosenPage(pages);
  const isPhone = size === 'phone';
  const answers = scene.levels.reduce((sum, { agencies }) => sum + agencies.length, 0);
  return (
    <Frame
      title={words.title({ no: String(scene.no), name: scene.name })}
      paged={{ page, pages }}
      footer={
        <p className="flex flex-wrap gap-x-6">
          <span translate="no" className="font-semibold text-ink">
            {words.answered({
              answers: format.number(answers),
              agencies: format.number(answers + scene.unanswered.length),
            })}
            {scene.mean === null ? null : `: ${words.mean} ${format.figure(scene.mean)}`}
          </span>
          <span>{words.claimed}</span>
          <span className="hall:hidden wide:hall:inline">{scene.aspect}</span>
        </p>
      }
    >
      {isPhone || page === 0 ? <Distribution {...scene} /> : null}
      {!isPhone && page === 1 ? (
        <CriteriaList criteria={scene.levels.map(({ level, criterion }) => ({ level, text: criterion }))} />
      ) : null}
      {!isPhone && page === 2 ? <CriteriaList criteria={notes} isWhole /> : null}
    </Frame>
  );
}

function Distribution({ levels, unanswered }: SceneOf<'indicator'>) {
  const { size } = useStage();
  const words = useSection(indicatorWords);
  const format = useFormat();
  const rows = [
    ...levels,
    ...(unanswered.length > 0 ? [{ level: null, criterion: '', agencies: unanswered }] : []),
  ];
  const all = rows.reduce((sum, { agencies }) => sum + agencies.length, 0);
  const budgets = nameBudgets(
    rows.map(({ agencies }) => agencies.length),
    size === 'hall' ? HALL_ROWS : 60,
  );
  return (
    <ol className="space-y-3 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:justify-around hall:space-y-0">
      {rows.map(({ level, criterion, agencies }, position) => (
        <li
          key={level ?? 'unanswered'}
          className="flex items-center gap-4 rounded-lg border border-line p-3 hall:border-0 hall:border-t hall:p-0 hall:pt-1"
        >
          <LevelMark level={level} />
          <span
            translate="no"
            className="min-w-10 shrink-0 text-right text-2xl font-bold tabular-nums hall:min-w-16"
          >
            {format.number(agencies.length)}
          </span>
          <div className="min-w-0 flex-1 space-y-1 hall:text-sm/(--hall-line)">
            <p className="text-muted hall:line-clamp-1">{level === null ? words.unanswered : criterion}</p>
            <Bar
              value={agencies.length}
              top={all}
              // No answer is no level.
              isProvisional={level === null}
              className="hall:!h-4"
            />
            {agencies.length > 0 ? (
              <AgencyNames agencies={agencies} most={budgets[position] ?? 0} />
            ) : (
              <p className="text-muted">{words.nobody}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

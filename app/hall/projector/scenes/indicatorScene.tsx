import { useFormat, useSection } from '~/i18n';
import { LevelMark } from '~/ui';
import type { SceneOf } from '../scene';
import { Bar } from './sceneBars';
import { Frame } from './sceneFrame';
import { CriteriaList } from './sceneLevels';
import { HALL_ROWS, levelTexts, nameBudgets } from './scenePaging';
import { AgencyNames } from './sceneRows';
import { shortAspect } from './shortAspect';
import { useChosenPage, useStage } from './stage';
import { indicatorWords } from './indicatorWords';

/** Where everybody stands on one indicator. In the hall, the criteria in full, and notes on them, take turns with the picture. */
export function Indicator(scene: SceneOf<'indicator'>) {
  const { size } = useStage();
  const words = useSection(indicatorWords);
  const format = useFormat();
  const texts = levelTexts(scene.levels);
  const pages = 1 + texts.length;
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
          <span className="hall:hidden wide:hall:inline">
            {words.aspect({ aspect: shortAspect(scene.aspect) })}
          </span>
          {isPhone || page > 0 ? null : <span>{words.criteriaNext}</span>}
        </p>
      }
    >
      {isPhone || page === 0 ? <Distribution {...scene} /> : null}
      {!isPhone && page > 0 ? <CriteriaList criteria={texts[page - 1] ?? []} isWhole /> : null}
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
          {/* Two numbers beside one another do not say which of them is the level. */}
          <span
            aria-hidden="true"
            className={`hidden text-muted wide:hall:inline ${level === null ? 'invisible' : ''}`}
          >
            {words.level}
          </span>
          <LevelMark level={level} />
          <span
            translate="no"
            className="min-w-10 shrink-0 text-right text-2xl font-bold tabular-nums hall:min-w-16"
          >
            {format.number(agencies.length)}
          </span>
          <div className="min-w-0 flex-1 space-y-1">
            {/* In the hall the criteria have a page of their own: one of their lines would be half a sentence. */}
            {size === 'hall' && level !== null ? null : (
              <p className="text-muted">{level === null ? words.unanswered : criterion}</p>
            )}
            <Bar
              value={agencies.length}
              top={all}
              // No answer is no level.
              isProvisional={level === null}
              className="hall:!h-5"
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

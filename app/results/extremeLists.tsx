/** Where the agency is strongest and weakest. */
import { Card, LevelMark } from '~/ui';
import { useFormat, useSection } from '~/i18n';
import { type LevelRange, shownLevel, storedLevel } from '~/instrument';
import { extremes, type IndicatorRow } from './resultReading';
import { resultWords } from './resultWords';

export function ExtremeLists({ rows, range }: { rows: readonly IndicatorRow[]; range: LevelRange }) {
  const resultText = useSection(resultWords);
  const { strongest, weakest } = extremes(rows, storedLevel(range, range.min));
  return (
    <>
      <List id="terkuat" title={resultText.strongest} rows={strongest} range={range} />
      <List id="terlemah" title={resultText.weakest} rows={weakest} range={range} />
    </>
  );
}

function List(props: { id: string; title: string; rows: readonly IndicatorRow[]; range: LevelRange }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  return (
    <Card aria-labelledby={props.id} className="space-y-3">
      <div>
        <h2 id={props.id} className="text-xl">
          {props.title}
        </h2>
        <p className="text-sm text-muted">
          {props.rows.length === 0 ? resultText.extremesFew : resultText.extremesHint}
        </p>
      </div>
      <ol className="space-y-2">
        {props.rows.map((row) => (
          <li key={row.no} className="flex items-center gap-3">
            <LevelMark level={row.level === null ? null : shownLevel(props.range, row.level)} />
            <span className="min-w-0">
              <span className="text-muted">{row.no}.</span> {row.name}
              <span className="block text-sm text-muted">
                {resultText.weightOf({ weight: `${format.figure(row.weight)}%` })}
                {row.level === null
                  ? ` · ${resultText.unansweredCounts({ level: format.number(props.range.min) })}`
                  : null}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

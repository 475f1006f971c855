/** Where the agency is strongest and weakest. */
import { Card, LevelMark } from '~/ui';
import { useFormat, useSection } from '~/i18n';
import { extremes, type IndicatorRow } from './resultReading';
import { resultWords } from './resultWords';

export function ExtremeLists({ rows, unit }: { rows: readonly IndicatorRow[]; unit: number }) {
  const resultText = useSection(resultWords);
  const { strongest, weakest } = extremes(rows);
  return (
    <>
      <List id="terkuat" title={resultText.strongest} rows={strongest} unit={unit} />
      <List id="terlemah" title={resultText.weakest} rows={weakest} unit={unit} />
    </>
  );
}

function List(props: { id: string; title: string; rows: readonly IndicatorRow[]; unit: number }) {
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
            <LevelMark level={row.level === null ? null : row.level / props.unit} />
            <span className="min-w-0">
              <span className="text-muted">{row.no}.</span> {row.name}
              <span className="block text-sm text-muted">
                {resultText.weightOf({ weight: `${format.figure(row.weight)}%` })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

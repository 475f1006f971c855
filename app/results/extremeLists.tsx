/** Where the agency is strongest and weakest. */
import type { ComponentProps } from 'react';
import { Card, LevelMark } from '~/ui';
import { useFormat, useSection } from '~/i18n';
import { type LevelRange, shownLevel, storedLevel } from '~/instrument';
import { IndicatorName } from './figures';
import { extremes, type IndicatorRow } from './resultReading';
import { resultWords } from './resultWords';

interface ExtremesProps {
  readonly rows: readonly IndicatorRow[];
  readonly range: LevelRange;
  readonly place: ComponentProps<typeof IndicatorName>['place'];
}

export function ExtremeLists({ rows, ...rest }: ExtremesProps) {
  const resultText = useSection(resultWords);
  const { strongest, weakest } = extremes(rows, storedLevel(rest.range, rest.range.min));
  return (
    <>
      <List id="terkuat" title={resultText.strongest} rows={strongest} {...rest} />
      <List id="terlemah" title={resultText.weakest} rows={weakest} {...rest} />
    </>
  );
}

function List(props: ExtremesProps & { id: string; title: string }) {
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
              <span className="text-muted">{row.no}.</span>{' '}
              <IndicatorName no={row.no} name={row.name} place={props.place} />
              <span className="block text-sm text-muted">
                {resultText.weightOf({ weight: `${format.figure(row.share)}%` })}
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

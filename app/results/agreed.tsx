/** What the hall agreed on about this agency, beside what the agency claims. */
import type { ComponentProps } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { type InstrumentOutline, isWholeLevel, levelHundredths, shownLevel } from '~/instrument';
import { Card, LevelMark, Sideways } from '~/ui';
import { IndicatorName } from './figures';
import type { ResultData } from './result.read.server';
import { indicatorNames } from './resultReading';
import { resultWords } from './resultWords';

export function AgreedLevels(props: {
  instrument: InstrumentOutline;
  agreed: ResultData['agreed'];
  place: ComponentProps<typeof IndicatorName>['place'];
}) {
  const { instrument, agreed } = props;
  const words = useSection(resultWords);
  const text = useText();
  const format = useFormat();
  if (agreed.length === 0) return null;
  const names = indicatorNames(instrument);
  const level = (stored: number | null) => {
    if (stored === null) return <LevelMark level={null} />;
    if (isWholeLevel(instrument.level, stored)) {
      return <LevelMark level={shownLevel(instrument.level, stored)} />;
    }
    // Levels in between have no colour of their own.
    return (
      <span translate="no" className="text-lg font-bold tabular-nums">
        {format.figure(levelHundredths(instrument.level, stored))}
      </span>
    );
  };
  return (
    <Card aria-labelledby="disepakati" className="space-y-3">
      <div>
        <h2 id="disepakati" className="text-xl">
          {words.agreedTitle}
        </h2>
        <p className="text-sm text-muted">{words.agreedHint}</p>
      </div>
      <Sideways labelledBy="disepakati" className="-mx-4 px-4 sm:mx-0 sm:px-0">
        <table className="w-full text-left">
          <caption className="sr-only">{words.agreedTitle}</caption>
          <thead className="text-sm">
            <tr className="border-b border-line-strong">
              <th scope="col" className="min-w-48 py-2 pr-3">
                {text.indicator}
              </th>
              <th scope="col" className="px-3">
                {words.agreedClaim}
              </th>
              <th scope="col" className="px-3">
                {words.agreedLevel}
              </th>
              <th scope="col" className="min-w-48 px-3">
                {words.agreedReason}
              </th>
            </tr>
          </thead>
          <tbody>
            {agreed.map((one) => (
              <tr key={one.indicatorNo} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-3 font-normal">
                  {format.number(one.indicatorNo)}.{' '}
                  <IndicatorName
                    no={one.indicatorNo}
                    name={names.get(one.indicatorNo) ?? ''}
                    place={props.place}
                  />
                </th>
                <td className="px-3 py-2">{level(one.claimed)}</td>
                <td className="px-3 py-2">{level(one.level)}</td>
                <td className="px-3 py-2">{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Card>
  );
}

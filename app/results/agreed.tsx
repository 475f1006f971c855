/** What the hall agreed on about this agency, beside what the agency claims. */
import { useFormat, useLocale, useSection, useText } from '~/i18n';
import { type Instrument, indicatorsOf, localize } from '~/instrument';
import { Card, LevelMark } from '~/ui';
import type { ResultData } from './result.read.server';
import { resultWords } from './resultWords';

export function AgreedLevels(props: { instrument: Instrument; agreed: ResultData['agreed'] }) {
  const { instrument, agreed } = props;
  const words = useSection(resultWords);
  const text = useText();
  const format = useFormat();
  const locale = useLocale();
  if (agreed.length === 0) return null;
  const names = new Map(
    indicatorsOf(instrument).map((indicator) => [indicator.no, localize(indicator.name, locale)]),
  );
  const level = (stored: number | null) => {
    const { unit } = instrument.level;
    if (stored === null || stored % unit === 0)
      return <LevelMark level={stored === null ? null : stored / unit} />;
    // Levels in between have no colour of their own.
    return (
      <span className="text-lg font-bold tabular-nums">
        {format.figure(Math.round((stored * 100) / unit))}
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
      <div
        tabIndex={0}
        role="region"
        aria-labelledby="disepakati"
        className="relative -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0"
      >
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
                  {format.number(one.indicatorNo)}. {names.get(one.indicatorNo)}
                </th>
                <td className="px-3 py-2">{level(one.claimed)}</td>
                <td className="px-3 py-2">{level(one.level)}</td>
                <td className="px-3 py-2">{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

import { useEffect, useRef, useState } from 'react';
import { shortAgencyName, useFormat, useSection } from '~/i18n';
import type { InstrumentOutline } from '~/instrument';
import type { RankedAgency } from './ranking';
import { comparisonWords } from './comparisonWords';

/** Movements are gathered this long, so that a screen reader is not talked over by a busy hall. */
const GATHER_MS = 2500;

/** Tells who moved, for those who cannot see the mark. */
export function Announcer(props: {
  instrument: InstrumentOutline;
  agencies: readonly RankedAgency[];
  moved: ReadonlySet<string>;
}) {
  const comparisonText = useSection(comparisonWords);
  const format = useFormat();
  const [message, setMessage] = useState('');
  const gathered = useRef(new Set<string>());
  const timer = useRef<number | undefined>(undefined);
  const sentence = useRef<() => string>(() => '');

  useEffect(() => {
    sentence.current = () => {
      const codes = [...gathered.current];
      const agency = props.agencies.find(({ code }) => code === codes[0]);
      if (codes.length > 1) return comparisonText.live.movedMany({ count: format.number(codes.length) });
      if (!agency) return '';
      if (agency.predicate === null) {
        return comparisonText.live.movedOpen({
          agency: shortAgencyName(agency.name),
          answered: format.number(agency.answered),
          total: format.number(agency.total),
        });
      }
      const predicate = props.instrument.predicates.find(({ code }) => code === agency.predicate);
      return comparisonText.live.moved({
        agency: shortAgencyName(agency.name),
        index: format.figure(agency.index),
        predicate: predicate?.name ?? '',
      });
    };
  });
  useEffect(() => {
    for (const code of props.moved) gathered.current.add(code);
    if (props.moved.size === 0 || timer.current !== undefined) return;
    timer.current = window.setTimeout(() => {
      setMessage(sentence.current());
      gathered.current.clear();
      timer.current = undefined;
    }, GATHER_MS);
  }, [props.moved]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );

  return (
    <p aria-live="polite" className="sr-only">
      {message}
    </p>
  );
}

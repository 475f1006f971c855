/** How figures of this room are worded: exact points, movements, the links of an assessment. */
import { Link } from '@remix-run/react';
import { useMemo } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { type Figure, gainDecimals, type Scheme } from '~/instrument';
import { assessmentPath, rakerdaPath } from '~/paths';
import { resultWords } from './resultWords';

/**
 * Formats what an indicator brings to the index: every figure of an instrument with the same decimals, so that one stands
 * below the other and a column adds up.
 */
export function usePoints(scheme: Scheme): (points: Figure) => string {
  const locale = useLocale();
  return useMemo(() => {
    const decimals = gainDecimals(scheme);
    const format = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return (points) => format.format(points.numerator / points.denominator);
  }, [locale, scheme]);
}

/**
 * A difference in hundredths in words with an arrow: ▲ naik 0,45. Where answers are missing in one of the two years it is
 * neither rise nor fall, and no figure stands there.
 */
export function Movement({ by, provisional = false }: { by: number; provisional?: boolean }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  if (provisional) return <span className="text-muted">{resultText.notComparable}</span>;
  if (by === 0) return <span className="text-muted">{resultText.same}</span>;
  return by > 0 ? (
    <span className="font-medium text-success">
      <span aria-hidden="true">▲ </span>
      {resultText.up({ by: format.figure(by) })}
    </span>
  ) : (
    <span className="font-medium text-danger">
      <span aria-hidden="true">▼ </span>
      {resultText.down({ by: format.figure(-by) })}
    </span>
  );
}

/** A difference in hundredths with its sign: +0,45. */
export function useSigned(): (hundredths: number) => string {
  const format = useFormat();
  return (hundredths) => (hundredths > 0 ? `+${format.figure(hundredths)}` : format.figure(hundredths));
}

/** An indicator's name; it leads to the indicator where the reader may open it. */
export function IndicatorName(props: {
  no: number;
  name: string;
  place: Parameters<typeof addressOf>[0] | null;
}) {
  const { no, name, place } = props;
  if (!place) return <>{name}</>;
  return (
    <Link
      to={`${addressOf(place).result}/isi/${String(no)}`}
      className="underline underline-offset-2 hover:text-brand"
    >
      {name}
    </Link>
  );
}

/** Addresses around one assessment. */
export function addressOf(place: {
  readonly rakerda: { readonly id: string };
  readonly instrument: { readonly code: string };
  readonly agency: { readonly code: string };
}) {
  const rakerda = rakerdaPath(place.rakerda.id);
  return {
    rakerda,
    compare: `${rakerda}/${place.instrument.code}/banding`,
    result: assessmentPath(place.rakerda.id, place.instrument.code, place.agency.code),
  };
}

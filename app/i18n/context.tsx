import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from '~/instrument';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatFigure,
  formatNumber,
  formatPercent,
  formatTime,
} from './format';
import type { catalogue as indonesian } from './id';

export type Catalogue = typeof indonesian;

const I18nContext = createContext<{ locale: Locale; text: Catalogue } | null>(null);

export function I18nProvider(props: { locale: Locale; catalogue: Catalogue; children: ReactNode }) {
  const value = useMemo(
    () => ({ locale: props.locale, text: props.catalogue }),
    [props.locale, props.catalogue],
  );
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>;
}

function useI18n() {
  const value = useContext(I18nContext);
  if (!value) throw new Error('I18nProvider is missing');
  return value;
}

/** The catalogue of the reader's language: `const text = useText(); text.ui.save`. */
export function useText(): Catalogue {
  return useI18n().text;
}

export function useLocale(): Locale {
  return useI18n().locale;
}

/** The formats of format.ts with the reader's locale filled in. */
export function useFormat() {
  const { locale } = useI18n();
  return useMemo(
    () => ({
      figure: (hundredths: number) => formatFigure(hundredths, locale),
      number: (value: number) => formatNumber(value, locale),
      percent: (part: number, whole: number) => formatPercent(part, whole, locale),
      day: (day: string) => formatDay(day, locale),
      dayRange: (from: string, to: string) => formatDayRange(from, to, locale),
      date: (iso: string, timeZone: string) => formatDate(iso, locale, timeZone),
      time: (iso: string, timeZone: string) => formatTime(iso, locale, timeZone),
      dateTime: (iso: string, timeZone: string) => formatDateTime(iso, locale, timeZone),
    }),
    [locale],
  );
}

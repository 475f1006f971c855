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
import { type SharedWords, sharedWords } from './sharedWords';

const LocaleContext = createContext<Locale>('id');

/** The language that everything below it is written in. */
export function LocaleProvider(props: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={props.locale}>{props.children}</LocaleContext.Provider>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** A screen's words in the reader's language: `const words = useSection(voteWords)`. */
export function useSection<Words>(section: Readonly<Record<Locale, Words>>): Words {
  return section[useLocale()];
}

/** The words that every screen shares. */
export function useText(): SharedWords {
  return useSection(sharedWords);
}

/** The formats of format.ts with the reader's locale filled in. */
export function useFormat() {
  const locale = useLocale();
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

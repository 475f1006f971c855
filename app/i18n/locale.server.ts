/** Reading and writing the two display preferences: language and light or dark. */
import { createCookie } from '@remix-run/node';
import type { Locale } from '~/instrument';
import { catalogue as english } from './en';
import { comparison as englishComparison } from './en/comparison';
import { release as englishRelease } from './en/release';
import { results as englishResults } from './en/results';
import { catalogue as indonesian } from './id';
import { comparison as indonesianComparison } from './id/comparison';
import { release as indonesianRelease } from './id/release';
import { results as indonesianResults } from './id/results';

export type Theme = 'light' | 'dark' | 'system';

const languageCookie = createCookie('bahasa', { sameSite: 'lax', path: '/', maxAge: 31_536_000 });
const themeCookie = createCookie('tema', { sameSite: 'lax', path: '/', maxAge: 31_536_000 });

const catalogues = {
  id: {
    ...indonesian,
    comparison: indonesianComparison,
    release: indonesianRelease,
    results: indonesianResults,
  },
  en: { ...english, comparison: englishComparison, release: englishRelease, results: englishResults },
};

/** The catalogue with the words of the rooms whose files and titles are written on the server. */
export type ServerCatalogue = (typeof catalogues)['id'];

/** The catalogue of a language, for text that is written on the server (files, PDFs). */
export function catalogueOf(locale: Locale): ServerCatalogue {
  return catalogues[locale];
}

/** The reader's language: what they chose, else Indonesian. */
export async function readLocale(request: Request): Promise<Locale> {
  const value: unknown = await languageCookie.parse(request.headers.get('Cookie'));
  return value === 'en' ? 'en' : 'id';
}

export async function readTheme(request: Request): Promise<Theme> {
  const value: unknown = await themeCookie.parse(request.headers.get('Cookie'));
  return value === 'light' || value === 'dark' ? value : 'system';
}

export async function languageHeader(locale: Locale, secure: boolean): Promise<string> {
  return languageCookie.serialize(locale, { secure });
}

export async function themeHeader(theme: Theme, secure: boolean): Promise<string> {
  return themeCookie.serialize(theme, { secure });
}

/** Reading and writing the two display preferences: language and light or dark. */
import { createCookie } from '@remix-run/node';
import type { Locale } from '~/instrument';

export type Theme = 'light' | 'dark' | 'system';

const languageCookie = createCookie('bahasa', { sameSite: 'lax', path: '/', maxAge: 31_536_000 });
const themeCookie = createCookie('tema', { sameSite: 'lax', path: '/', maxAge: 31_536_000 });

/** The reader's language: what they chose, else Indonesian. */
export async function readLocale(request: Pick<Request, 'headers'>): Promise<Locale> {
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

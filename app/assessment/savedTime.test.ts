/** Moments on the page of an indicator: in the zone of the Rakerda, wherever the server and the reader stand. */
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LocaleProvider } from '~/i18n';
import { FieldQuestion } from './fieldQuestion';
import { SaveStatus } from './saveStatus';

const AT = '2025-12-08T16:30:00.000Z';

/** What a reader of Indonesian is shown. */
function shown(part: ReactElement): string {
  return renderToStaticMarkup(createElement(LocaleProvider, { locale: 'id', children: part }));
}

const ZONES = [
  ['Asia/Jakarta', '23.30 WIB', '8 Desember 2025'],
  ['Asia/Makassar', '00.30 WITA', '9 Desember 2025'],
  ['Asia/Jayapura', '01.30 WIT', '9 Desember 2025'],
] as const;

describe.each(ZONES)('in a Rakerda of %s', (timeZone, time, day) => {
  it('an answer was saved when its clocks said so', () => {
    const state = { kind: 'saved', at: AT } as const;
    const onRetry = () => undefined;
    expect(shown(createElement(SaveStatus, { state, isStored: true, timeZone, onRetry }))).toContain(
      `${time}<`,
    );
  });

  it('what somebody else saved has that time too', () => {
    const question = { theirs: { note: 'lain' }, name: 'Rina', version: 2, own: false, at: AT };
    const page = shown(
      createElement(FieldQuestion, { field: 'note', question, timeZone, choices: [], onSettle: undefined }),
    );
    expect(page).toContain(`${day} ${time}`);
  });
});

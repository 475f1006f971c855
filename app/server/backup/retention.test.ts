import { expect, test } from 'vitest';
import { archiveName, isDue, outdated } from './retention';

const at = (iso: string) => new Date(iso);
const MONDAY = archiveName(at('2026-03-02T17:00:05Z'));
const TUESDAY = archiveName(at('2026-03-03T17:00:00Z'));
const BY_HAND = 'sebelum-pembaruan.tar.gz';

test('an archive is called by its moment', () => {
  expect(MONDAY).toBe('rakerda-20260302-170005Z.tar.gz');
});

test('the next one is due when the newest is old enough, and at once where there is none', () => {
  const names = [TUESDAY, BY_HAND, MONDAY];
  expect(isDue([BY_HAND], at('2026-03-03T17:00:00Z'), 24)).toBe(true);
  expect(isDue(names, at('2026-03-04T16:59:59Z'), 24)).toBe(false);
  expect(isDue(names, at('2026-03-04T17:00:00Z'), 24)).toBe(true);
});

test('a clock that was set back does not stop the backups', () => {
  expect(isDue([TUESDAY], at('2026-03-01T00:00:00Z'), 24)).toBe(true);
});

test('the oldest go, and nothing that somebody named by hand', () => {
  expect(outdated([TUESDAY, BY_HAND, MONDAY], 1)).toEqual([MONDAY]);
  expect(outdated([TUESDAY, BY_HAND, MONDAY], 2)).toEqual([]);
});

import { expect, test } from 'vitest';
import {
  isSentAlready,
  keptAfterRefusal,
  keptAfterSaving,
  keptAfterSilence,
  keptAfterTyping,
} from './keptInput';

const page = { body: [''], agency: ['63.01'], show: ['1'] };
const marks = { version: ['4'], key: ['a'] };

test('only what was changed is kept, with the version it was typed on', () => {
  expect(keptAfterTyping(null, page, { ...page, body: ['Teks'], show: [] }, marks)).toEqual({
    fields: { body: ['Teks'], show: [] },
    marks,
    sent: null,
  });
  expect(keptAfterTyping(null, page, page, marks)).toBeNull();
});

test('a field that was put back from an earlier page stays kept, and so does its version', () => {
  const before = keptAfterTyping(null, page, { ...page, body: ['Teks'] }, marks);
  const restored = { ...page, body: ['Teks'] };
  const after = keptAfterTyping(before, restored, { ...restored, agency: ['63.02'] }, { version: ['5'] });
  expect(after).toEqual({ fields: { body: ['Teks'], agency: ['63.02'] }, marks, sent: null });
});

test('what was taken back by hand is no longer kept', () => {
  const before = keptAfterTyping(null, page, { ...page, body: ['Teks'] }, marks);
  expect(keptAfterTyping(before, page, page, marks)).toBeNull();
});

test('sent without an answer and unchanged since: the same form again; changed: another one', () => {
  const typed = { ...page, body: ['Teks'] };
  const before = keptAfterTyping(null, page, typed, marks);
  if (!before) throw new Error('nothing kept');
  const silent = keptAfterSilence(before, { ...typed, ...marks });
  expect(isSentAlready(silent, typed)).toBe(true);
  expect(isSentAlready(silent, { ...typed, body: ['Teks lain'] })).toBe(false);
  expect(isSentAlready(keptAfterRefusal(silent), typed)).toBe(false);
});

test('after it was saved only what was typed meanwhile is left', () => {
  const typed = { ...page, body: ['Teks'] };
  const before = keptAfterTyping(null, page, typed, marks);
  if (!before) throw new Error('nothing kept');
  expect(keptAfterSaving(before, typed)).toBeNull();
  const more = keptAfterTyping(before, page, { ...typed, body: ['Teks dan lagi'] }, marks);
  if (!more) throw new Error('nothing kept');
  expect(keptAfterSaving(more, typed)?.fields).toEqual({ body: ['Teks dan lagi'] });
});

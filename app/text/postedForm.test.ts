import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { groupIn, isTicked, judge, listIn, readForm, textIn, textsIn } from './postedForm';

function formOf(...fields: readonly (readonly [string, string | Blob])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('a posted form', () => {
  it('is text with plain line ends; what is missing or a file is empty', () => {
    const form = formOf(['body', 'a\r\nb\rc'], ['file', new Blob(['x'])]);
    expect(textIn(form, 'body')).toBe('a\nb\nc');
    expect(textIn(form, 'file')).toBe('');
    expect(textsIn(form, ['body', 'file', 'none'])).toEqual({ body: 'a\nb\nc', file: '', none: '' });
  });

  it('sent a field twice: the first counts, unless it is a list', () => {
    const form = formOf(['a', '1'], ['a', '2'], ['a', new Blob(['x'])]);
    expect(textIn(form, 'a')).toBe('1');
    expect(groupIn(form, '')).toEqual({ a: '1' });
    expect(listIn(form, 'a')).toEqual(['1', '2']);
    expect(listIn(form, 'b')).toEqual([]);
  });

  it('has fields that belong together by the beginning of their names', () => {
    const form = formOf(['target.spbe-2020.63.01', '3,20'], ['targets', 'x'], ['seen.name', 'old']);
    expect(groupIn(form, 'target.')).toEqual({ 'spbe-2020.63.01': '3,20' });
    expect(textsIn(form, ['name'], 'seen.')).toEqual({ name: 'old' });
  });

  it('keeps every name as a name', () => {
    const read = groupIn(formOf(['__proto__', 'x'], ['constructor', 'y']), '');
    expect(Object.entries(read)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it('knows a ticked box from one that was left out or says something else', () => {
    const form = formOf(['a', 'on'], ['b', 'off']);
    expect(['a', 'b', 'c'].map((name) => isTicked(form, name))).toEqual([true, false, false]);
  });

  it('asks for something, or for nothing that the page has', () => {
    const schema = z.object({ intent: z.literal('remove'), id: z.string() });
    expect(readForm(formOf(['intent', 'remove'], ['id', '7']), schema)).toEqual({
      intent: 'remove',
      id: '7',
    });
    for (const form of [formOf(['intent', 'remove']), new FormData()])
      expect(() => readForm(form, schema)).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('what was typed', () => {
  const schema = z.object({
    name: z.string().check(z.minLength(1, { error: 'missing' }), z.maxLength(2, { error: 'long' })),
    links: z.array(z.object({ url: z.string().check(z.minLength(1, { error: 'missing' })) })),
    age: z.number(),
  });

  it('is an input where the schema takes it', () => {
    const typed = { name: 'ab', links: [], age: 1 };
    expect(judge(schema, typed, ['missing', 'long'], 'missing')).toEqual({ ok: true, input: typed });
  });

  it('has one problem per field, in words of the page; a message that is none of them becomes the given one', () => {
    const typed = { name: 'abc', links: [{ url: 'x' }, { url: '' }], age: '1' };
    expect(judge(schema, typed, ['missing', 'long', 'odd'], 'odd')).toEqual({
      ok: false,
      errors: { name: 'long', 'links.1.url': 'missing', age: 'odd' },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { judge } from '~/text';
import { ANSWER_ERRORS, answerSchema, readAnswerForm } from './answerForm';

const schema = answerSchema({ min: 1, max: 5 });

function posted(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('answer form', () => {
  it('understands a posted form: no level is null, empty evidence rows are dropped, line breaks are one kind', () => {
    const values = readAnswerForm(
      posted({
        level: '',
        justification: 'satu\r\ndua ',
        'evidence.0.url': '',
        'evidence.0.caption': '',
        'evidence.2.url': ' https://a.example/b ',
        'evidence.2.caption': 'SK',
      }),
    );
    expect(schema.parse(values)).toEqual({
      level: null,
      justification: 'satu\ndua',
      note: '',
      personInCharge: '',
      service: '',
      discuss: false,
      evidence: [{ url: 'https://a.example/b', caption: 'SK' }],
    });
  });

  it.each([
    [{ level: '6' }, 'level', 'level'],
    [{ level: '2.5' }, 'level', 'level'],
    [{ level: 'abc' }, 'level', 'level'],
    [{ justification: 'x'.repeat(4001) }, 'justification', 'tooLong'],
    [{ 'evidence.0.url': 'javascript:alert(1)' }, 'evidence.0.url', 'url'],
    [{ 'evidence.0.url': 'dokumen.pdf' }, 'evidence.0.url', 'url'],
    [{ 'evidence.0.url': 'mailto:sekda@contoh.go.id' }, 'evidence.0.url', 'url'],
    [{ 'evidence.0.url': 'htt' }, 'evidence.0.url', 'url'],
    [{ 'evidence.0.url': '', 'evidence.0.caption': 'SK' }, 'evidence.0.url', 'urlMissing'],
  ])('refuses %o at %s', (fields, field, key) => {
    const judged = judge(schema, readAnswerForm(posted(fields)), ANSWER_ERRORS, 'level');
    expect(!judged.ok && judged.errors).toHaveProperty([field], key);
  });

  it.each([
    ['contoh.go.id/sk?no=1', 'https://contoh.go.id/sk?no=1'],
    ['contoh.go.id:8080', 'https://contoh.go.id:8080'],
    ['HTTP://contoh.go.id', 'HTTP://contoh.go.id'],
  ])('understands the address %s', (url, understood) => {
    const values = readAnswerForm(posted({ 'evidence.0.url': url, 'evidence.0.caption': '' }));
    expect(schema.parse(values).evidence).toEqual([{ url: understood, caption: '' }]);
  });

  it('judges addresses in browsers that lack the newer functions', () => {
    vi.stubGlobal('URL', class extends URL {});
    Object.defineProperty(globalThis.URL, 'canParse', { value: undefined });
    const values = readAnswerForm(posted({ 'evidence.0.url': 'https://contoh.go.id' }));
    expect(schema.safeParse(values).success).toBe(true);
    vi.unstubAllGlobals();
  });

  it('never throws and never lets a link through that is not http, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('level', 'note', 'discuss', 'evidence.0.url', 'evidence.1.caption'),
          fc.string(),
        ),
        (fields) => {
          const parsed = schema.safeParse(readAnswerForm(posted(fields)));
          if (!parsed.success) return;
          for (const row of parsed.data.evidence) expect(row.url).toMatch(/^https?:\/\//i);
          expect([null, 1, 2, 3, 4, 5]).toContain(parsed.data.level);
        },
      ),
    );
  });
});

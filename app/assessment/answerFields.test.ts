import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fieldStore } from './answerFields';
import type { AnswerFormValues } from './answerForm';

const row = (url: string) => ({ url, caption: '' });
const EMPTY: AnswerFormValues = {
  level: '',
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [row('')],
};

describe('the fields of an answer', () => {
  it('hold what is entered, and say which field it was', () => {
    const fields = fieldStore(EMPTY);
    const heard = vi.fn();
    const end = fields.hear(heard);
    fields.enter('level', '3');
    fields.enter('justification', ' dua ');
    fields.enter('discuss', true);
    fields.enter('evidence.0.caption', 'Peraturan');
    expect(fields.values()).toEqual({
      ...EMPTY,
      level: '3',
      justification: ' dua ',
      discuss: true,
      evidence: [{ url: '', caption: 'Peraturan' }],
    });
    expect(heard.mock.calls.flat()).toEqual(['level', 'justification', 'discuss', 'evidence.0.caption']);
    end();
    fields.enter('note', 'x');
    expect(heard).toHaveBeenCalledTimes(4);
  });

  it.each(['account', 'evidence', 'evidence.0.key', 'evidence.0', 'toString', ''])(
    'take nothing under the name "%s"',
    (name) => {
      const fields = fieldStore(EMPTY);
      const heard = vi.fn();
      fields.hear(heard);
      fields.enter(name, 'x');
      expect(fields.values()).toEqual(EMPTY);
      expect(heard).not.toHaveBeenCalled();
    },
  );

  it('draw rows anew when one comes or goes, with what was typed, and not while somebody types', () => {
    const fields = fieldStore({ ...EMPTY, evidence: [row('a'), row('b')] });
    const watch = vi.fn();
    fields.onRows(watch);
    const [, second] = fields.drawnRows();
    fields.enter('evidence.1.url', 'bb');
    expect(watch).not.toHaveBeenCalled();
    fields.removeRow(0);
    expect(fields.drawnRows()).toEqual([{ url: 'bb', caption: '', key: second?.key }]);
    fields.addRow();
    fields.enter('evidence.1.url', 'c');
    expect(fields.values().evidence).toEqual([row('bb'), row('c')]);
    fields.setRows([row('d')]);
    expect(fields.drawnRows().map(({ url }) => url)).toEqual(['d']);
    expect(watch).toHaveBeenCalledTimes(3);
  });

  it('keep a row under its key, whatever happens beside it', () => {
    const step = fc.oneof(
      fc.constant({ kind: 'add' as const }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
      fc.record({ kind: fc.constant('type' as const), at: fc.nat(5), url: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const fields = fieldStore(EMPTY);
        let model = [''];
        for (const one of steps) {
          const before = fields.drawnRows().map(({ key }) => key);
          if (one.kind === 'add') {
            fields.addRow();
            model = [...model, ''];
          } else if (one.kind === 'remove') {
            fields.removeRow(one.at);
            model = model.filter((_url, at) => at !== one.at);
          } else {
            fields.enter(`evidence.${String(one.at)}.url`, one.url);
            model = model.map((url, at) => (at === one.at ? one.url : url));
          }
          const keys = fields.drawnRows().map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const kept = one.kind === 'remove' ? before.filter((_key, at) => at !== one.at) : before;
          expect(keys.slice(0, kept.length)).toEqual(kept);
          expect(fields.values().evidence.map(({ url }) => url)).toEqual(model);
        }
      }),
    );
  });

  it('hand out copies', () => {
    const fields = fieldStore(EMPTY);
    const [first] = fields.values().evidence;
    if (first) first.url = 'from outside';
    expect(fields.values()).toEqual(EMPTY);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerField, FIELDS } from './answerChanges';
import type { AnswerInput } from './answerForm';
import { differences, mergeChange, type Origin, type PastChange } from './mergeChange';

const EMPTY: AnswerInput = {
  level: null,
  justification: '',
  note: '',
  personInCharge: '',
  service: '',
  discuss: false,
  evidence: [],
};
const link = (name: string) => ({ url: `https://a.example/${name}`, caption: '' });
const phone = (seq: number): Origin => ({ actorId: 'operator', device: { id: 'telepon', seq } });
const form: Origin = { actorId: 'operator', device: null };
const head: Origin = { actorId: 'head', device: { id: 'laptop', seq: 1 } };

/** A record of saves, one after the other, from an empty answer. */
function recordOf(...saves: readonly (readonly [Origin, Partial<AnswerInput>])[]) {
  let stored = EMPTY;
  const since = saves.map(([by, fields], index): PastChange => {
    const after = { ...stored, ...fields };
    const changes = differences(stored, after);
    stored = after;
    return { version: index + 1, at: '', by, changes };
  });
  return { stored, since };
}
const arrive = (
  { stored, since }: ReturnType<typeof recordOf>,
  input: Partial<AnswerInput>,
  origin: Origin = phone(1),
  setAside: readonly AnswerField[] = [],
) => mergeChange(stored, since, { input, setAside, origin });

describe('a change that arrives', () => {
  it('goes beside what others have changed in other fields', () => {
    const record = recordOf([head, { level: 4, justification: 'Perbup' }]);
    const { after, asked } = arrive(record, { personInCharge: 'Bagian Organisasi' });
    expect(after).toEqual({ ...record.stored, personInCharge: 'Bagian Organisasi' });
    expect(asked).toEqual([]);
  });

  it('is asked about where another has changed the same field, and only that field', () => {
    const record = recordOf([head, { note: 'kepala' }]);
    const { after, asked } = arrive(record, { note: 'operator', level: 3 });
    expect(after).toEqual({ ...record.stored, level: 3 });
    expect(asked).toEqual([{ field: 'note', by: record.since[0] }]);
  });

  it('is no quarrel where both wrote the same', () => {
    expect(arrive(recordOf([head, { note: 'sama' }]), { note: 'sama' })).toMatchObject({
      asked: [],
      left: {},
    });
  });

  it('follows what the same device wrote before, unless another wrote in between', () => {
    const own = recordOf([phone(1), { note: 'satu' }]);
    expect(arrive(own, { note: 'satu dua' }, phone(2)).after.note).toBe('satu dua');
    const between = recordOf([phone(1), { note: 'satu' }], [head, { note: 'kepala' }]);
    expect(arrive(between, { note: 'satu dua' }, phone(2)).asked).toHaveLength(1);
  });

  it('asks where the same account wrote on another device', () => {
    const other: Origin = { actorId: 'operator', device: { id: 'laptop', seq: 9 } };
    expect(arrive(recordOf([other, { note: 'laptop' }]), { note: 'telepon' }).asked).toHaveLength(1);
  });

  it('asks where another person wrote on the same device, and where the same account wrote without scripts', () => {
    const neighbour: Origin = { actorId: 'head', device: { id: 'telepon', seq: 1 } };
    for (const by of [neighbour, form]) {
      const record = recordOf([by, { note: 'lain' }]);
      expect(arrive(record, { note: 'telepon' }, phone(2))).toEqual({
        after: record.stored,
        left: {},
        asked: [{ field: 'note', by: record.since[0] }],
      });
    }
    // Whoever wrote later on this device was somebody else: nothing of this person is late.
    const later: Origin = { actorId: 'head', device: { id: 'telepon', seq: 9 } };
    expect(arrive(recordOf([later, { note: 'lain' }]), { note: 'telepon' }, phone(2)).asked).toHaveLength(1);
  });

  it('counts where a device sends it, although the field is as it was seen', () => {
    const record = recordOf([head, { note: 'kepala' }]);
    expect(arrive(record, { note: '' }).asked).toHaveLength(1);
  });

  it('does not undo what the same device wrote later; what it said goes on the record', () => {
    const record = recordOf([phone(7), { note: 'kemudian' }]);
    expect(arrive(record, { note: 'dahulu' }, phone(6))).toEqual({
      after: record.stored,
      left: { note: 'dahulu' },
      asked: [],
    });
  });

  it('keeps links that another added meanwhile, and drops those that its own device had added before', () => {
    const record = recordOf(
      [phone(1), { evidence: [link('a')] }],
      [head, { evidence: [link('a'), link('b')] }],
    );
    const { after } = arrive(record, { evidence: [link('c')] }, phone(2));
    expect(after.evidence).toEqual([link('b'), link('c')]);
  });

  it('keeps a link that another added before its own last change, which it has not seen', () => {
    const record = recordOf(
      [head, { evidence: [link('b')] }],
      [phone(1), { evidence: [link('b'), link('a')] }],
    );
    const { after } = arrive(record, { evidence: [link('a'), link('c')] }, phone(2));
    expect(after.evidence).toEqual([link('b'), link('a'), link('c')]);
  });

  it('puts its own links in another order, and takes them away', () => {
    const record = recordOf([phone(1), { evidence: [link('a'), link('b')] }]);
    for (const evidence of [[link('b'), link('a')], [link('b')], []]) {
      expect(arrive(record, { evidence }, phone(2)).after.evidence).toEqual(evidence);
    }
  });

  it('takes in as many links as an answer may have', () => {
    const many = Array.from({ length: 9 }, (_, no) => link(String(no)));
    const record = recordOf([head, { evidence: many }]);
    expect(arrive(record, { evidence: [link('x')] }).after.evidence).toEqual([...many, link('x')]);
  });

  it('never takes in more links than an answer may have: then it is asked', () => {
    const many = Array.from({ length: 10 }, (_, no) => link(String(no)));
    const record = recordOf([head, { evidence: many }]);
    expect(arrive(record, { evidence: [link('x')] })).toMatchObject({ after: record.stored, asked: [{}] });
  });

  it('that nobody chose goes on the record and not into the answer', () => {
    const record = recordOf([head, { note: 'kepala' }]);
    const { after, left } = arrive(record, { note: 'operator' }, phone(1), ['note']);
    expect([after, left]).toEqual([record.stored, { note: 'operator' }]);
  });
});

describe('a whole form without scripts', () => {
  it('changes only the fields that differ from what was seen', () => {
    const record = recordOf([head, { level: 4, note: 'kepala' }]);
    const { after, asked } = arrive(record, { ...EMPTY, personInCharge: 'Organisasi' }, form);
    expect(after).toEqual({ ...record.stored, personInCharge: 'Organisasi' });
    expect(asked).toEqual([]);
  });

  it('replaces nothing unseen, whatever was saved since', () => {
    const values = fc.record({
      level: fc.constantFrom(null, 1, 2, 5),
      justification: fc.constantFrom('', 'a', 'b'),
      note: fc.constantFrom('', 'a', 'b'),
      personInCharge: fc.constantFrom('', 'a'),
      service: fc.constantFrom('', 'a'),
      discuss: fc.boolean(),
      evidence: fc.uniqueArray(fc.constantFrom('x', 'y', 'z').map(link), { selector: ({ url }) => url }),
    });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 4 }), values, (saves, typed) => {
        const record = recordOf(...saves.map((fields) => [head, fields] as const));
        const { after, asked } = arrive(record, typed, form);
        const wanted = Object.keys(differences(EMPTY, typed));
        const changed = Object.keys(differences(EMPTY, record.stored));
        for (const field of FIELDS) {
          const isMine = wanted.includes(field);
          if (!isMine) expect(after[field]).toEqual(record.stored[field]);
          else if (!changed.includes(field) && record.since.every((past) => !past.changes[field])) {
            expect(after[field]).toEqual(typed[field]);
          } else if (field !== 'evidence') {
            const isAlike = JSON.stringify(record.stored[field]) === JSON.stringify(typed[field]);
            expect(asked.some((one) => one.field === field)).toBe(!isAlike);
          }
        }
      }),
    );
  });
});

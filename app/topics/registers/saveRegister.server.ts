/** Changing a register: its rows, and in the same moment the figures of the sheet that follow from them. */
import { randomUUID } from 'node:crypto';
import { type Countable, MOST_ROWS, type Register, type RowCells } from '~/instrument/metrics';
import { emptyFigures, type FigureProblems, type Figures, kindOf, type Topic } from '~/instrument/topic';
import { change, type Doing, type Locked } from '~/record/change.server';
import type { Area } from '../area.server';
import { listRows, type RowWrite, writeRows } from './registerRows.server';
import { differing, type OutOfHand, type SheetOf, writeSheet } from '../saveSheet.server';
import type { RegisterScope } from './registerScope.server';
import { findSheet } from '../topicSheets.server';

/** A cell that a person wrote into; both as they are stored. */
export interface CellChange {
  readonly key: string;
  readonly column: string;
  /** What they saw there; null where it does not matter, as in a list that is taken over whole. */
  readonly seen: string | null;
  readonly value: string;
}

export interface RegisterChange {
  readonly cells: readonly CellChange[];
  readonly added: readonly RowCells[];
  readonly removed: readonly { readonly key: string; readonly seen: RowCells }[];
}

export type RegisterResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unchanged' }
  | Locked
  | OutOfHand
  /** Others wrote something else into the same cells since, or took the row away. */
  | {
      readonly kind: 'moved';
      readonly cells: readonly {
        readonly key: string;
        readonly column: string;
        /** Null where the row is gone. */
        readonly now: string | null;
      }[];
    }
  /** What the register counts and what was typed in cannot both be true. */
  | { readonly kind: 'contradictory'; readonly problems: FigureProblems }
  | { readonly kind: 'full' };

type Cells = Record<string, string>;

/** Saves what was changed, all of it or nothing; what others wrote into other cells stays. */
export async function saveRegister(scope: RegisterScope, wish: RegisterChange): Promise<RegisterResult> {
  const { agency, actor, place, register, topic } = scope;
  const terms = { may: 'answer.write', part: 'answers', agencyCode: agency.code } as const;
  return change(scope, terms, async (doing): Promise<RegisterResult> => {
    const { trx } = doing;
    const there = await findSheet(trx, place.row.id, topic, agency.code);
    if (there && there.state !== 'draft') return { kind: there.state };
    const before = there ? await listRows(trx, there.id, register.code) : new Map<string, RowCells>();
    const applied = apply(scope, before, wish);
    if (applied.kind === 'moved') return applied;
    if (applied.after.size > MOST_ROWS) return { kind: 'full' };
    const facts = there?.figures ?? emptyFigures(topic);
    const figures = { ...facts, ...count(topic, countable(scope, place.row.year, applied.after), register) };
    const problems = kindOf(topic).contradictions(figures);
    if (Object.keys(problems).length > 0) return { kind: 'contradictory', problems };
    const changed = differing(facts, figures);
    const isTouched = applied.touched.size > 0 || applied.removed.length > 0;
    if (!isTouched && changed.length === 0) return { kind: 'unchanged' };
    const of = { id: there?.id ?? randomUUID(), topic, rakerdaId: place.row.id, agencyCode: agency.code };
    const version = (there?.version ?? 0) + 1;
    await writeSheet(doing, of, there, { figures, version, updatedBy: actor.id, at: doing.at });
    await writeRows(trx, of.id, register.code, {
      written: [...applied.touched].flatMap((key, at): RowWrite[] => {
        const cells = applied.after.get(key);
        return cells ? [{ key, cells, place: placeOf(version, at) }] : [];
      }),
      removed: applied.removed,
    });
    await doing.tell('register.saved', {
      id: of.id,
      topic: topic.code,
      register: register.code,
      version,
      changes: Object.fromEntries(
        changed.map((code) => [code, [facts[code] ?? null, figures[code] ?? null]]),
      ),
      rows: Object.fromEntries(
        [...applied.touched, ...applied.removed].map((key) => [
          key,
          cellChanges(before.get(key) ?? {}, applied.after.get(key) ?? {}),
        ]),
      ),
      removed: [...applied.removed],
    });
    return { kind: 'saved' };
  });
}

/** Rows that were added later stand below, those of one moment in their order. A row that is there keeps its place. */
function placeOf(version: number, at: number): number {
  return version * (MOST_ROWS + 1) + at;
}

function count(topic: Topic, given: Countable, register: Register): Figures {
  return kindOf(topic).registers?.count(register, given) ?? {};
}

function countable(
  { area, register }: Pick<RegisterScope, 'area' | 'register'>,
  year: number,
  rows: ReadonlyMap<string, RowCells>,
) {
  return {
    rows: { [register.code]: rows },
    area: {
      villages: area.villages.map(({ code }) => code),
      districts: area.districts.map(({ code }) => code),
    },
    year,
  };
}

type Applied =
  | Extract<RegisterResult, { kind: 'moved' }>
  | {
      readonly kind: 'applied';
      readonly after: ReadonlyMap<string, RowCells>;
      readonly touched: ReadonlySet<string>;
      readonly removed: readonly string[];
    };

function apply(
  { register, area }: Pick<RegisterScope, 'register' | 'area'>,
  before: ReadonlyMap<string, RowCells>,
  wish: RegisterChange,
): Applied {
  const after = new Map<string, Cells>([...before].map(([key, cells]) => [key, { ...cells }]));
  const listed = register.rows && new Set(area[register.rows].map(({ code }) => code));
  const touched = new Set<string>();
  const moved: { key: string; column: string; now: string | null }[] = [];
  for (const { key, column, seen, value } of wish.cells) {
    if (value === seen) continue;
    const isThere = listed ? listed.has(key) : before.has(key);
    const now = before.get(key)?.[column] ?? '';
    if (!isThere) moved.push({ key, column, now: null });
    else if (seen !== null && now !== seen && now !== value) moved.push({ key, column, now });
    else if (now !== value) {
      after.set(key, { ...after.get(key), [column]: value });
      touched.add(key);
    }
  }
  const removed: string[] = [];
  for (const { key, seen } of wish.removed) {
    const now = before.get(key);
    // Somebody else was faster: what was wished has come about.
    if (!now) continue;
    const other = register.columns.find(({ code }) => (now[code] ?? '') !== (seen[code] ?? ''));
    if (other) moved.push({ key, column: other.code, now: now[other.code] ?? '' });
    else {
      after.delete(key);
      touched.delete(key);
      removed.push(key);
    }
  }
  if (moved.length > 0) return { kind: 'moved', cells: moved };
  for (const cells of wish.added) {
    const key = randomUUID();
    after.set(key, { ...cells });
    touched.add(key);
  }
  return { kind: 'applied', after, touched, removed };
}

function cellChanges(before: RowCells, after: RowCells): Record<string, [string, string]> {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...columns].flatMap((column): [string, [string, string]][] => {
      const [was, is] = [before[column] ?? '', after[column] ?? ''];
      return was === is ? [] : [[column, [was, is]]];
    }),
  );
}

/** Fills a register of a sheet that is there, inside a transaction that is open already, as seeds have it. */
export async function addRegisterIn(
  doing: Doing,
  of: Omit<SheetOf, 'id'> & {
    readonly register: Register;
    readonly area: Area;
    readonly year: number;
  },
  rows: ReadonlyMap<string, RowCells>,
): Promise<void> {
  const there = await findSheet(doing.trx, of.rakerdaId, of.topic, of.agencyCode);
  const facts = there?.figures ?? emptyFigures(of.topic);
  const figures = { ...facts, ...count(of.topic, countable(of, of.year, rows), of.register) };
  const id = there?.id ?? randomUUID();
  const version = (there?.version ?? 0) + 1;
  await writeSheet(doing, { ...of, id }, there, { figures, version, updatedBy: null, at: doing.at });
  await writeRows(doing.trx, id, of.register.code, {
    written: [...rows].map(([key, cells], at) => ({ key, cells, place: placeOf(version, at) })),
    removed: [],
  });
  const changed = differing(facts, figures);
  await doing.tell('register.saved', {
    id,
    topic: of.topic.code,
    register: of.register.code,
    version,
    changes: Object.fromEntries(changed.map((code) => [code, [facts[code] ?? null, figures[code] ?? null]])),
    rows: Object.fromEntries([...rows].map(([key, cells]) => [key, cellChanges({}, cells)])),
    removed: [],
  });
}

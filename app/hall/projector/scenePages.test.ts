import { expect, it } from 'vitest';
import { pageCount, pageOfAgency } from './scenePages';
import type { SceneOf } from './scene';

function progressOf(agencies: number): SceneOf<'progress'> {
  const rows = Array.from({ length: agencies }, (_, agency) => ({
    agency,
    answered: 0,
    total: 47,
    isComplete: false,
    state: 'draft' as const,
  }));
  return { scene: 'progress', rows, answered: 0, total: 0, complete: 0 };
}

it('an agency has the page that its row stands on, behind the picture of all where there is one', () => {
  const country = progressOf(514);
  const pages = Array.from({ length: 514 }, (_, place) => pageOfAgency(country, place));
  expect(pages[0]).toBe(1);
  expect(pages[513]).toBe(pageCount(country, 'Asia/Makassar') - 1);
  // Pages follow one another, and none is left out.
  expect(new Set(pages).size).toBe(pageCount(country, 'Asia/Makassar') - 1);
  expect([...pages].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(pages);
});

it('an agency of a scene with one page, or without its row, has none', () => {
  expect(pageOfAgency(progressOf(8), 5)).toBeNull();
  expect(pageOfAgency(progressOf(38), -1)).toBeNull();
  expect(pageOfAgency(progressOf(38), 14)).toBe(1);
});

it('who is done has no row in the progress, and so no page', () => {
  const open = progressOf(20).rows;
  const done = open.map((row) => ({ ...row, agency: row.agency + 20, isComplete: true }));
  const scene = (rows: typeof open) => ({ ...progressOf(0), rows });
  expect(pageCount(scene([...open, ...done]), 'Asia/Makassar')).toBe(3);
  expect(pageOfAgency(scene([...open, ...done]), 19)).toBe(2);
  expect(pageOfAgency(scene([...open, ...done]), 20)).toBeNull();
  expect(pageCount(scene(done), 'Asia/Makassar')).toBe(1);
  // Of many there is the picture of all, also where nobody is left.
  const all = Array.from({ length: 4 }, () => done).flat();
  expect(pageCount(scene(all), 'Asia/Makassar')).toBe(1);
});

it('the table has a page for each part of its rows and of its topics', () => {
  const tableOf = (rows: number, topics: number): SceneOf<'table'> => ({
    scene: 'table',
    without: 0,
    headline: '',
    orderedBy: null,
    wholes: [],
    topics: Array.from({ length: topics }, (_, place) => ({
      key: String(place),
      name: '',
      measure: '',
      isProposal: false,
      isLowerBetter: false,
      bands: [],
      yearBefore: null,
      target: null,
    })),
    rows: Array.from({ length: rows }, (_, agency) => ({ agency, cells: [] })),
  });
  const pages = (rows: number, topics: number) => pageCount(tableOf(rows, topics), 'Asia/Makassar');
  expect([pages(14, 3), pages(15, 3), pages(14, 7), pages(38, 8), pages(0, 0)]).toEqual([1, 2, 3, 9, 1]);
  expect(pageOfAgency(tableOf(38, 8), 37)).toBe(2);
});

it('an indicator has a further page where a later guide says something of its levels', () => {
  const indicatorOf = (note?: string): SceneOf<'indicator'> => ({
    scene: 'indicator',
    no: 1,
    name: '',
    aspect: '',
    levels: [
      { level: 1, criterion: 'a', agencies: [] },
      { level: 2, criterion: 'b', note, agencies: [] },
    ],
    unanswered: [],
    mean: null,
  });
  expect(pageCount(indicatorOf(), 'Asia/Makassar')).toBe(2);
  expect(pageCount(indicatorOf('Pedoman'), 'Asia/Makassar')).toBe(3);
  // What does not stand there whole gets a page more.
  expect(pageCount(indicatorOf('Pedoman '.repeat(200)), 'Asia/Makassar')).toBe(3);
  const [first] = indicatorOf().levels;
  const long = { level: 1, agencies: [], ...first, criterion: 'Kriteria '.repeat(100) };
  expect(pageCount({ ...indicatorOf(), levels: [long, { ...long, level: 2 }] }, 'Asia/Makassar')).toBe(3);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FullPicture } from './fullPicture';
import { countRevealed, maskPicture } from './mask';

const codes = fc.uniqueArray(
  fc.integer({ min: 10, max: 99 }).map((no) => `63.${no}`),
  { minLength: 1, maxLength: 12 },
);

it('hands out no name and no code of a hidden agency', () => {
  fc.assert(
    fc.property(codes, fc.array(fc.nat(11)), fc.nat(20), (all, revealedPlaces, ownPlace) => {
      const revealed = revealedPlaces.flatMap((place) => all[place] ?? []);
      const ownCode = all[ownPlace] ?? null;
      const sent = JSON.stringify(
        maskPicture(pictureOf(all), { namesHidden: true, revealed, focus: all[0] ?? null }, { ownCode }),
      );
      for (const code of all) {
        const mayBeSeen = revealed.includes(code) || code === ownCode;
        expect(sent.includes(code)).toBe(mayBeSeen);
      }
    }),
  );
});

const THREE = ['63.01', '63.02', '63.03'];
const HIDDEN = { namesHidden: true, revealed: ['63.02'], focus: '63.03' };

function pictureOf(all: readonly string[]): FullPicture {
  return {
    agencies: all.map((code) => ({ code, name: `Nama${code}` })),
    leftOut: [],
    content: { scene: 'welcome', monogram: '', items: [] },
  };
}

describe('a picture', () => {
  it('shows a viewer the own agency and those that were revealed, the others by their place', () => {
    const { agencies, content } = maskPicture(pictureOf(THREE), HIDDEN, { ownCode: '63.01' });
    expect(agencies).toEqual([
      { key: '63.01', name: 'Nama63.01', isOwn: true, isFocused: false },
      { key: '63.02', name: 'Nama63.02', isOwn: false, isFocused: false },
      { key: 'h2', name: null, isOwn: false, isFocused: true },
    ]);
    expect(content).toEqual({ scene: 'welcome', monogram: '', items: [] });
  });

  it('tells an agency without a row that it is one of those, and nobody else', () => {
    const full = { ...pictureOf(THREE), leftOut: [{ code: '63.09', name: 'Nama63.09' }] };
    expect(maskPicture(full, HIDDEN, { ownCode: '63.09' }).ownLeftOut).toBe('Nama63.09');
    for (const eyes of ['all', { ownCode: null }, { ownCode: '63.01' }] as const) {
      expect(JSON.stringify(maskPicture(full, HIDDEN, eyes))).not.toContain('63.09');
    }
  });

  it('shows the remote every name, none as its own', () => {
    const { agencies } = maskPicture(pictureOf(THREE), HIDDEN, 'all');
    expect(agencies.map(({ key, name, isOwn }) => [key, name, isOwn])).toEqual(
      THREE.map((code) => [code, `Nama${code}`, false]),
    );
  });

  it('shows everybody every name where none is hidden, and marks nothing without a focus', () => {
    const open = { namesHidden: false, revealed: [], focus: null };
    for (const ownCode of [null, '63.02']) {
      expect(maskPicture(pictureOf(THREE), open, { ownCode }).agencies).toEqual(
        THREE.map((code) => ({ key: code, name: `Nama${code}`, isOwn: code === ownCode, isFocused: false })),
      );
    }
  });
});

describe('districts of agencies', () => {
  const content = {
    scene: 'topicParts',
    headline: 'terbanyak Kurau',
    plain: 'terbanyak 5',
    key: 'konektivitas',
    name: 'Konektivitas',
    isByDistrict: true,
    isOfFull: false,
    orderedBy: null,
    highest: null,
    columns: [{ name: 'Titik tanpa sinyal', isLowerBetter: true }],
    shades: [],
    median: null,
    rows: ['Kurau', 'Jorong', 'Aluh-Aluh'].map((place, agency) => ({
      agency,
      amount: 5 - agency,
      place,
      isFinished: true,
      headline: null,
      cells: [{ figure: String(5 - agency), shade: 100, isHeld: false }],
    })),
    unbegun: 0,
    tally: {
      begun: 3,
      all: 3,
      finished: 3,
      clean: 0,
      sum: 12,
      complete: null,
      unitName: { one: 'desa', several: 'desa' },
    },
  } as const satisfies FullPicture['content'];
  const full = { ...pictureOf(THREE), content };

  it('are named where their agency is, and no headline names one meanwhile', () => {
    const sent = maskPicture(full, HIDDEN, { ownCode: null }).content;
    if (sent.scene !== 'topicParts') throw new Error('another scene');
    expect(sent.rows.map(({ place }) => place)).toEqual([null, 'Jorong', null]);
    expect(sent.headline).toBe('terbanyak 5');
    expect(JSON.stringify(sent)).not.toContain('Kurau');
  });

  it('all stand there for the remote', () => {
    expect(maskPicture(full, HIDDEN, 'all').content).toEqual(content);
  });
});

it('the names on the screen are counted: all of them, or those of this picture that were revealed', () => {
  expect(countRevealed(pictureOf(THREE), { ...HIDDEN, namesHidden: false })).toBe(3);
  expect(countRevealed(pictureOf(THREE), HIDDEN)).toBe(1);
  expect(countRevealed(pictureOf(THREE), { ...HIDDEN, revealed: ['63.02', '63.03', '63.09'] })).toBe(2);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FullPicture } from './fullPicture';
import { maskPicture } from './mask';

const codes = fc.uniqueArray(
  fc.integer({ min: 10, max: 99 }).map((no) => `63.${no}`),
  { minLength: 1, maxLength: 12 },
);

it('hands out no name and no code of a hidden agency', () => {
  fc.assert(
    fc.property(codes, fc.array(fc.nat(11)), fc.nat(20), (all, revealedPlaces, ownPlace) => {
      const full: FullPicture = {
        agencies: all.map((code) => ({ code, name: `Nama${code}` })),
        content: { scene: 'welcome', items: [] },
      };
      const revealed = revealedPlaces.flatMap((place) => all[place] ?? []);
      const ownCode = all[ownPlace] ?? null;
      const sent = JSON.stringify(
        maskPicture(full, { namesHidden: true, revealed, focus: all[0] ?? null }, { ownCode }),
      );
      for (const code of all) {
        const mayBeSeen = revealed.includes(code) || code === ownCode;
        expect(sent.includes(code)).toBe(mayBeSeen);
      }
    }),
  );
});

/** Names of forms that wait on a device. */
import { expect, it } from 'vitest';
import { labelIn, labelInBoth } from './keptLabel';

it('are told in the language of the page that tells of them', () => {
  const label = labelInBoth((locale) =>
    locale === 'id' ? 'Konektivitas – Banjar' : 'Connectivity – Banjar',
  );
  expect([labelIn(label, 'id'), labelIn(label, 'en')]).toEqual([
    'Konektivitas – Banjar',
    'Connectivity – Banjar',
  ]);
});

it('are one where both languages say the same, as those of before were', () => {
  const label = labelInBoth(() => 'SP4N-LAPOR! – Banjar');
  expect(label).toBe('SP4N-LAPOR! – Banjar');
  expect([labelIn(label, 'id'), labelIn(label, 'en')]).toEqual([label, label]);
});

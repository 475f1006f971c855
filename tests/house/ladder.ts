/** A small instrument of the kind `ladder`, as a file would hold it: for tests that change one thing of it. */
const text = (id: string) => ({ id, en: `${id} (en)` });
const source = { confidence: 'proposal', citation: 'Usulan alat ini' };

/**
 * @param counts main items per level, per indicator; `null` for a score from outside of 0–100
 */
export function ladderFile(counts: readonly (readonly number[] | null)[], weights: readonly number[]) {
  return {
    schemaVersion: 1,
    code: 'tangga',
    version: '1.0.0',
    kind: 'ladder',
    name: text('Tangga'),
    shortName: text('Tangga'),
    regulation: { title: text('Peraturan'), citation: 'P 1', status: 'in-force', note: text('Catatan') },
    agenda: 'spbe',
    period: text('Setahun'),
    notes: [],
    lowest: 100,
    levels: [150, 250, 350].map((top, at) => ({ level: at + 1, name: text(`Level ${at + 1}`), top })),
    bands: [100, 150, 250].map((min, at) => ({ code: `pita-${at + 1}`, name: text(`Pita ${at + 1}`), min })),
    sources: { items: source, points: source, levels: source, bands: source },
    aspects: counts.map((perLevel, i) => ({
      no: i + 1,
      code: `aspek-${i + 1}`,
      name: text(`Aspek ${i + 1}`),
      indicators: [
        {
          no: i + 1,
          code: `I${i + 1}`,
          name: text(`Indikator ${i + 1}`),
          weight: weights[i] ?? 0,
          rungs: [0, 1, 2].map((level) => ({
            criterion: text(`Kriteria ${level + 1}`),
            items: Array.from({ length: perLevel?.[level] ?? 0 }, (_, item) => ({
              code: `I${i + 1}-L${level + 1}-0${item + 1}`,
              name: text(`Butir ${item + 1}`),
              role: 'main',
              confidence: 'proposal',
            })),
          })),
          ...(perLevel === null && {
            external: {
              name: text('Skor'),
              steward: 'Pembina',
              conversion: [
                [0, 100],
                [2500, 150],
                [10000, 350],
              ],
              source,
            },
          }),
          source,
        },
      ],
    })),
  };
}

/**
 * Two indicators of evidence in one aspect, one that is scored from outside in another; beside the main items of the first
 * level stands a supporting one.
 */
export function smallLadder(more: object = {}) {
  const file = ladderFile([[2, 1, 1], [1, 2, 2], null], [50, 30, 20]);
  const [one, two, three] = file.aspects;
  const [first, ...others] = [...(one?.indicators ?? []), ...(two?.indicators ?? [])];
  const supporting = {
    code: 'I1-L1-03',
    name: text('Butir 3'),
    role: 'supporting',
    confidence: 'unconfirmed',
  };
  const rungs = first?.rungs.map((rung, at) =>
    at === 0 ? { ...rung, items: [...rung.items, supporting] } : rung,
  );
  return {
    ...file,
    aspects: [
      { ...one, indicators: [{ ...first, rungs }, ...others] },
      { ...three, no: 2 },
    ],
    ...more,
  };
}

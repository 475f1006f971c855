/** How far somebody is who has no figure yet: one sign in every picture, a broken ring; read out of one of them. */
const id = {
  unfinished: (p: { filled: string; total: string }) =>
    `◌ ${p.filled}/${p.total}: baru ${p.filled} dari ${p.total} terisi`,
};

const en: typeof id = {
  unfinished: (p) => `◌ ${p.filled}/${p.total}: only ${p.filled} of ${p.total} filled in`,
};

export const unfinishedKeyWords = { id, en };

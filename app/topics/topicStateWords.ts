/** How far topics are on their way to the heads, on pages of a whole Rakerda: in both languages. */
const id = {
  title: 'Topik yang diukur',
  line: (p: { submitted: string; approved: string }) =>
    `${p.submitted} menunggu persetujuan, ${p.approved} disetujui kepala`,
};

const en: typeof id = {
  title: 'Topics that are measured',
  line: (p) => `${p.submitted} awaiting approval, ${p.approved} approved by the head`,
};

export const topicStateWords = { id, en };

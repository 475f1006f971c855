/** Invented notes and promises of the demo: last year's with every status, this year's first ones. */
import type { CommitmentStatus, NoteKind, Topic } from '#db/schema';
import { doingIn, type Trx } from '~/record/change.server';

interface DemoCommitment {
  readonly agency: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
  readonly measure: string;
  readonly status: CommitmentStatus;
  readonly statusNote?: string;
  /** Indicator number and the level to reach. */
  readonly rises: readonly (readonly [no: number, toLevel: number])[];
}

const COMMITMENTS: Readonly<Record<2024 | 2025, readonly DemoCommitment[]>> = {
  2024: [
    {
      agency: '63.01',
      what: 'Menetapkan Peraturan Bupati tentang arsitektur SPBE (contoh)',
      who: 'Kepala Dinas Kominfo',
      dueOn: '2025-06-30',
      measure: 'Peraturan Bupati diundangkan',
      status: 'done',
      statusNote: 'Diundangkan Mei 2025.',
      rises: [[1, 3]],
    },
    {
      agency: '63.02',
      what: 'Menyusun peta rencana SPBE lima tahunan (contoh)',
      who: 'Bappeda',
      dueOn: '2025-09-30',
      measure: 'Peta rencana ditandatangani',
      status: 'underway',
      statusNote: 'Rancangan sudah dibahas, menunggu persetujuan.',
      rises: [[2, 3]],
    },
    {
      agency: '63.04',
      what: 'Membangun pusat data sendiri (contoh)',
      who: 'Bidang Aptika',
      dueOn: '2025-11-30',
      measure: 'Ruang server beroperasi',
      status: 'dropped',
      statusNote: 'Dibatalkan: memakai Pusat Data Nasional lebih hemat.',
      rises: [],
    },
    {
      agency: '63.08',
      what: 'Melatih operator SPBE di semua dinas (contoh)',
      who: 'BKPSDM bersama Kominfo',
      dueOn: '2025-08-31',
      measure: 'Setiap dinas memiliki operator bersertifikat',
      status: 'planned',
      rises: [],
    },
    {
      agency: '63.71',
      what: 'Menghubungkan layanan kependudukan ke Sistem Penghubung Layanan (contoh)',
      who: 'Disdukcapil',
      dueOn: '2025-10-31',
      measure: 'Tiga layanan terhubung',
      status: 'done',
      rises: [],
    },
  ],
  2025: [
    {
      agency: '63.01',
      what: 'Menyelesaikan dokumen arsitektur SPBE dan menetapkannya (contoh)',
      who: 'Kepala Dinas Kominfo',
      dueOn: '2026-12-15',
      measure: 'Keputusan Bupati ditandatangani',
      status: 'planned',
      rises: [
        [1, 4],
        [11, 3],
      ],
    },
    {
      agency: '63.04',
      what: 'Menjalankan audit keamanan informasi tahunan (contoh)',
      who: 'Bidang Persandian',
      dueOn: '2026-09-30',
      measure: 'Laporan audit beserta tindak lanjut',
      status: 'underway',
      rises: [[31, 4]],
    },
    {
      agency: '63.11',
      what: 'Memperbarui data prioritas di portal Satu Data setiap bulan (contoh)',
      who: 'Kepala Bidang Statistik',
      dueOn: '2027-03-31',
      measure: 'Dua belas pembaruan tercatat',
      status: 'planned',
      rises: [],
    },
  ],
};

const NOTES: readonly {
  readonly kind: NoteKind;
  readonly topic: Topic;
  readonly agency: string | null;
  readonly body: string;
}[] = [
  {
    kind: 'recommendation',
    topic: 'spbe',
    agency: null,
    body: 'Contoh: kabupaten dengan arsitektur SPBE yang sudah ditetapkan membagikan naskahnya kepada yang belum.',
  },
  {
    kind: 'note',
    topic: 'complaints',
    agency: '63.04',
    body: 'Contoh: waktu tindak lanjut LAPOR! rata-rata sembilan hari; diminta menjadi lima hari.',
  },
  {
    kind: 'recommendation',
    topic: 'statistics',
    agency: null,
    body: 'Contoh: wali data tiap kabupaten dan kota bertemu setiap tiga bulan.',
  },
  {
    kind: 'note',
    topic: 'cryptography',
    agency: null,
    body: 'Contoh: tanda tangan elektronik dipakai untuk seluruh surat dinas mulai triwulan kedua.',
  },
];

/**
 * Adds the demo's commitments and, in 2025, its notes. Before the Rakerda is closed: afterwards the database refuses.
 * @param facilitatorId who wrote them down
 */
export async function addDemoCommitments(
  trx: Trx,
  rakerdaId: string,
  year: 2024 | 2025,
  instrumentCode: string,
  facilitatorId: string,
  at: string,
): Promise<void> {
  const { tell } = doingIn(trx, { actorId: facilitatorId, rakerdaId, requestId: 'demo' }, at);
  for (const [place, one] of COMMITMENTS[year].entries()) {
    const id = `demo-komitmen-${String(year)}-${String(place + 1)}`;
    await trx
      .insertInto('commitment')
      .values({
        id,
        rakerda_id: rakerdaId,
        agency_code: one.agency,
        instrument_code: one.rises.length > 0 ? instrumentCode : null,
        what: one.what,
        who: one.who,
        due_on: one.dueOn,
        measure: one.measure,
        status: one.status,
        status_note: one.statusNote ?? '',
        status_at: at,
        version: 1,
        created_at: at,
        created_by: facilitatorId,
        updated_at: at,
      })
      .execute();
    for (const [no, toLevel] of one.rises)
      await trx
        .insertInto('commitment_indicator')
        .values({ commitment_id: id, indicator_no: no, to_level: toLevel })
        .execute();
    const { what, who, dueOn, measure } = one;
    const rises = one.rises.map(([no, toLevel]) => ({ no, toLevel }));
    const payload = { id, after: { what, who, dueOn, measure, rises } };
    await tell('commitment.added', payload, { agencyCode: one.agency });
  }
  if (year === 2024) return;
  const agenda = await trx
    .selectFrom('agenda_item')
    .select(['id', 'topic'])
    .where('rakerda_id', '=', rakerdaId)
    .where('removed_at', 'is', null)
    .orderBy('starts_at')
    .execute();
  for (const [place, { kind, topic, agency, body }] of NOTES.entries()) {
    const id = `demo-catatan-${String(place + 1)}`;
    await trx
      .insertInto('note')
      .values({
        id,
        rakerda_id: rakerdaId,
        kind,
        agenda_item_id: agenda.find((item) => item.topic === topic)?.id ?? null,
        agency_code: agency,
        body,
        version: 1,
        created_at: at,
        created_by: facilitatorId,
        updated_at: at,
      })
      .execute();
    await tell('note.added', { id, after: { kind, body } }, { agencyCode: agency });
  }
}

/** Hands out a Berita Acara: the stored PDF as it is, or the copy for editing made from the stored body. */
import { readArms } from '~/rakerda/arms.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, change } from '~/record/change.server';
import { sha256 } from './minutesChecksum';
import { fileOf, minutesDocxJob } from './minutesJobs.server';
import { paperOf } from './minutesPaper';
import { findByNumber, readPdf } from './minutesRows.server';
import { MinutesError } from './minutesError';

const FORMATS = ['pdf', 'docx'] as const;
export type MinutesFormat = (typeof FORMATS)[number];

export interface MinutesFile {
  readonly number: number;
  readonly format: MinutesFormat;
}

/** The file that an address names: `1.pdf`, `12.docx`; undefined where it names none. */
export function readMinutesFile(word: string | undefined): MinutesFile | undefined {
  const found = /^([1-9]\d{0,4})\.(pdf|docx)$/.exec(word ?? '');
  const format = FORMATS.find((one) => one === found?.[2]);
  return found && format ? { number: Number(found[1]), format } : undefined;
}

export interface MinutesDownload {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * One file of a Berita Acara; null where the Rakerda has none of that number. That it left the house is recorded.
 * @throws MinutesError where what was stored is no longer what was made; WorkRefused
 */
export async function downloadMinutes(
  scope: MeetingScope,
  { number, format }: MinutesFile,
): Promise<MinutesDownload | null> {
  const { db, place } = scope;
  authorize(scope.actor, 'minutes.read', place);
  const kept = await findByNumber(db, place.row.id, number);
  if (!kept) return null;
  let body: Uint8Array<ArrayBuffer>;
  if (format === 'pdf') {
    body = await readPdf(db, place.row.id, number);
    if (sha256(body) !== kept.pdfSha256)
      throw new MinutesError('the stored PDF is not the one that was made');
  } else {
    const paper = paperOf(kept.body, kept.bodySha256);
    const now = await readArms(db, place.row.id);
    // Only those that stand at the head of the PDF: others came later.
    const arms = now?.fingerprint === kept.body.rakerda.arms ? now : null;
    body = await fileOf(scope, minutesDocxJob, { paper, arms });
  }
  await change(scope, { may: 'minutes.read' }, ({ tell }) =>
    tell('minutes.downloaded', { number, name: kept.numberText, format, sha256: sha256(body) }),
  );
  // Demo files always say so first.
  const id = place.row.id.replace(/^demo-/, '');
  return {
    name: `${kept.body.rakerda.isDemo ? 'demo-' : ''}berita-acara-${String(number).padStart(3, '0')}-${id}.${format}`,
    body,
  };
}

/** A paper of a Rakerda that leaves the house: drawn in a thread, read back there, recorded, and only then handed out. */
import { createHash } from 'node:crypto';
import { downloadName } from '~/files/downloadName';
import type { Action } from '~/policy';
import { change, type ChangeScope } from '~/record/change.server';
import { type Asker, type Job, type ProvenFile, Unproven, type Workers } from '~/work';

interface PaperScope extends Omit<ChangeScope, 'actor'> {
  readonly actor: ChangeScope['actor'] & Asker['actor'];
  readonly gone: Asker['gone'];
  readonly workers: Workers;
}

/**
 * @param paper `may`: what it takes to have it; `what`: what the record calls it; `words`: what its file is called
 * @throws 403; Unproven where the document did not come out whole; WorkRefused
 */
export async function handOutPaper<Input extends { readonly isDemo: boolean }>(
  scope: PaperScope,
  job: Job<Input, ProvenFile>,
  input: Input,
  paper: {
    readonly may: Action;
    readonly agencyCode: string;
    readonly what: string;
    readonly instrument: string;
    readonly words: readonly string[];
  },
) {
  const { may, agencyCode, what: format, instrument } = paper;
  const file = await scope.workers.run(job, input, scope);
  if (file.kind === 'unproven') throw new Unproven(file.why);
  await change(scope, { may, agencyCode }, ({ tell }) =>
    tell('release.downloaded', {
      format,
      instrument,
      scope: agencyCode,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    }),
  );
  return { name: downloadName(input.isDemo, paper.words, 'pdf'), body: file.bytes };
}

/** Takes a definition that somebody hands in: refused with every fault, or kept as a draft. */
import { demand, type Scope } from '~/accounts/requestScope.server';
import { type FileRefusal, refusedCells, refusedFor } from '~/files/fileRefusal';
import { readUploadedForm } from '~/files/uploadedFile.server';
import { type InstrumentProblem, parseAnyInstrument, unknownPredecessors } from '~/instrument';
import { isWorkRefused } from '~/work';
import { checkWords } from './checkWords';
import type { Checked } from './checkDefinition.server';
import { checkJob } from './definitionJobs.server';
import { keepDraft, newestPublished } from './drafts.server';
import { DEFINITION_LIMIT } from './limits.server';
import { problemIn } from './problemWords';
import { unpublishableText } from './refusals';

export type UploadAnswer =
  | { readonly kind: 'kept'; readonly id: string }
  | (FileRefusal & { readonly kind: 'refused'; readonly in: 'cells' | 'paths' });

const refuse = (...says: readonly string[]): UploadAnswer => ({
  kind: 'refused',
  in: 'paths',
  ...refusedFor(...says),
});

export async function postDefinition(scope: Scope, request: Request): Promise<UploadAnswer> {
  demand(scope, 'instrument.prepare');
  const words = checkWords[scope.locale];
  const upload = await readUploadedForm(request, 'file', DEFINITION_LIMIT);
  if (upload.kind !== 'read')
    return refuse(upload.kind === 'tooLarge' ? words.refused.tooLong : words.refused[upload.kind]);
  const checked = await checkIn(scope, upload.bytes);
  if (checked === null) return refuse(words.refused.busy);
  switch (checked.kind) {
    case 'refused':
      return refuse(words.refused[checked.why]);
    case 'notJson':
      return refuse(words.notJson({ line: String(checked.line) }));
    case 'faulty': {
      const problems = checked.faults.map(({ place, text }) => `${place}: ${text}`);
      return { kind: 'refused', in: checked.in, says: [], problems, more: checked.more };
    }
    case 'right':
      return keep(scope, checked.body);
  }
}

/** Null where too many wait for a thread. */
async function checkIn(scope: Scope, bytes: Uint8Array<ArrayBuffer>): Promise<Checked | null> {
  try {
    return await scope.workers.run(checkJob, { bytes, locale: scope.locale }, scope);
  } catch (error) {
    if (isWorkRefused(error)) return null;
    throw error;
  }
}

async function keep(scope: Scope, body: string): Promise<UploadAnswer> {
  const unknown = await findUnknown(scope, body);
  if (unknown.length > 0) {
    const problems = unknown.map((one) => `${one.place}: ${problemIn(one, scope.locale)}`);
    return { kind: 'refused', in: 'paths', ...refusedCells(problems) };
  }
  const kept = await keepDraft(scope, body);
  switch (kept.kind) {
    case 'kept':
      return kept;
    case 'tooMany':
      return refuse(checkWords[scope.locale].refused.tooManyDrafts);
    case 'refused':
      return refuse(unpublishableText(kept.why, parseAnyInstrument(JSON.parse(body)), scope.locale));
  }
}

/** Instruments and indicators that it speaks of and nobody has published: what its file alone cannot say. */
async function findUnknown(scope: Scope, body: string): Promise<readonly InstrumentProblem[]> {
  const newest = await newestPublished(scope);
  return unknownPredecessors(parseAnyInstrument(JSON.parse(body)), newest);
}

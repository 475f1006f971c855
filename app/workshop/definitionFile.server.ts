/** Definitions that leave: one version as it is pinned, or an example to begin from. */
import { notFound, type Scope } from '~/accounts/requestScope.server';
import { downloadName } from '~/files/downloadName';
import { Unproven } from '~/work';
import { definitionJob } from './definitionJobs.server';
import { tableKindOf, writeDefinitionTable } from './definitionTable';
import { publishedIn } from './drafts.server';
import { EXAMPLES } from './examples';
import { TABLE_KINDS } from './kinds';

export interface DefinitionFile {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** `maturity.xlsx`, `metrics.json`. @throws 404; Unproven; WorkRefused */
export async function readExample(scope: Scope, file: string | undefined): Promise<DefinitionFile> {
  const { stem, form } = partsOf(file);
  const kind = TABLE_KINDS.find((one) => one === stem) ?? notFound();
  return fileOf(scope, EXAMPLES[kind], form, ['contoh', 'instrumen', kind]);
}

/** `1.0.0.json` of an instrument. @throws 404; Unproven; WorkRefused */
export async function readVersionFile(
  scope: Scope,
  code: string | undefined,
  file: string | undefined,
): Promise<DefinitionFile> {
  const { stem, form } = partsOf(file);
  const row = await scope.db
    .selectFrom('instrument')
    .select(['code', 'version'])
    .where('code', '=', code ?? '')
    .where('version', '=', stem)
    .executeTakeFirst();
  if (!row) return notFound();
  const instrument = publishedIn(scope.instruments, row.code, row.version);
  return fileOf(scope, instrument, form, [row.code, row.version]);
}

function partsOf(file: string | undefined) {
  const [, stem, form] = /^(.{1,40})\.(json|xlsx)$/.exec(file ?? '') ?? [];
  if (stem === undefined) return notFound();
  return { stem, form: form === 'xlsx' ? ('xlsx' as const) : ('json' as const) };
}

async function fileOf(
  scope: Scope,
  instrument: object,
  form: 'json' | 'xlsx',
  words: readonly string[],
): Promise<DefinitionFile> {
  const name = downloadName(false, words, form);
  if (form === 'json')
    return { name, body: new TextEncoder().encode(`${JSON.stringify(instrument, null, 2)}\n`) };
  const kind = tableKindOf(instrument) ?? notFound();
  const sheets = writeDefinitionTable(instrument, kind, scope.locale);
  const file = await scope.workers.run(definitionJob, sheets, scope);
  if (file.kind === 'unproven') throw new Unproven(file.why);
  return { name, body: file.bytes };
}

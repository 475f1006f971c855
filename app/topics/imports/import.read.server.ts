/** Puts the page together that figures come to as a file, and makes the template that they leave in. */
import { formJob } from '~/files/formJobs.server';
import { downloadName } from '~/files/downloadName';
import { localize } from '~/instrument';
import { emptyFigures, kindOf } from '~/instrument/topic';
import type { RakerdaPage } from '~/paths';
import { allows } from '~/policy';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { authorize } from '~/record/change.server';
import { Unproven } from '~/work';
import type { SheetScope } from '../topicScope.server';
import { importWords } from './importWords';
import { formOf, templateRows } from './sheetTable';

export interface ImportPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly topic: { readonly code: string; readonly name: string };
  readonly agency: { readonly code: string; readonly name: string };
  /** The stage takes no figures, or they are with the head. */
  readonly isClosed: boolean;
  /** The year that a list of reports is asked for; null where the topic is counted out of none. */
  readonly countedYear: number | null;
}

/** @throws 403 for whoever may not fill the sheet in */
export function readImportPage(scope: SheetScope): ImportPage {
  const { actor, agency, locale, place, sheet, topic } = scope;
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const name = localize(topic.shortName, locale);
  const { row } = place;
  return {
    title: `${importWords[locale].title({ topic: name, agency: agency.name })} – ${row.name}`,
    rakerda: rakerdaFacts(row),
    pages: rakerdaPagesFor(actor, place),
    topic: { code: topic.code, name },
    agency: { code: agency.code, name: agency.name },
    isClosed: (sheet !== null && sheet.state !== 'draft') || !allows(row.state, 'answers'),
    // A meeting speaks of the year that has ended before it.
    countedYear: kindOf(topic).counting ? row.year - 1 : null,
  };
}

/** The sheet as a workbook to fill in. @throws 403; Unproven; WorkRefused */
export async function makeTemplate(scope: SheetScope) {
  const { actor, agency, locale, place, sheet, topic, workers } = scope;
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const isDemo = place.row.is_demo === 1;
  const stamp = {
    topicCode: topic.code,
    agencyCode: agency.code,
    version: sheet?.version ?? 0,
    language: locale,
    rakerdaId: place.row.id,
  };
  const rows = templateRows(topic, sheet?.figures ?? emptyFigures(topic), stamp);
  const file = await workers.run(formJob, formOf(rows, locale, isDemo), scope);
  if (file.kind === 'unproven') throw new Unproven(file.why);
  return {
    name: downloadName(isDemo, ['isian', topic.code, place.row.id, agency.code], 'xlsx'),
    body: file.bytes,
  };
}

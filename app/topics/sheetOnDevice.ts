/** A sheet as the device shows it where nobody answers: as it was read last, and what waits to be sent. Pure. */
import { kindOf } from '~/instrument/topic';
import type { FieldValues, WaitingForm } from '~/ui/keptInput';
import type { SheetPage } from './sheet.read.server';
import { languageOf, partFrom, readTyped, sentPart, typedFrom } from './sheetForm';

/**
 * @param waiting the forms of this sheet that nobody has answered
 * @returns the sheet at the part that the address names. What waits in the other parts counts in its figures; what waits
 *   in the open one is put back into its fields, which must begin as they were read.
 */
export function sheetFromDevice(
  page: SheetPage,
  params: URLSearchParams,
  waiting: readonly Pick<WaitingForm, 'kept'>[],
): SheetPage {
  const { topic } = page;
  const part = partFrom(topic, params);
  const kind = kindOf(topic);
  const figures = waiting.reduce((before, { kept: { sent } }) => {
    if (!sent) return before;
    const form = formOf(sent);
    const of = sentPart(topic, form);
    if (of === undefined || of === part) return before;
    const language = languageOf(form, 'id');
    const typed = { ...typedFrom(topic, before, language), ...readTyped(form) };
    const judged = kind.judge(of, typed, language);
    return judged.ok ? { ...before, ...judged.figures } : before;
  }, page.figures);
  return { ...page, part, figures, message: null, isFromDevice: true };
}

/** As it was sent; a choice that was not made empties what stood there. */
function formOf(fields: FieldValues): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).map(([name, values]) => [name, values[0] ?? '']));
}

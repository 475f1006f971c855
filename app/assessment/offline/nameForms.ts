/** What waits on this device of sheets and registers, with the names of its questions: fetched with the page that lists it. */
import type { Locale } from '~/instrument';
import { type NamedForm, nameWaiting } from '~/topics';
import type { WaitingForm } from '~/ui/keptInput';
import { openPageStore } from './pageStore';
import { placeOf } from './pages';
import { fetchSheets } from './sheetShelf';

/**
 * The names come with the sheets that the device keeps. One that it does not have is asked for, with the others of the
 * agency; without an answer the form is not among the result.
 * @returns by the names that the forms are kept under
 */
export async function nameForms(
  account: string,
  locale: Locale,
  forms: readonly WaitingForm[],
): Promise<ReadonlyMap<string, NamedForm>> {
  const owner = { account, locale, release: window.__remixManifest.version };
  const store = openPageStore(owner);
  await store.claim();
  const asked = new Map<string, Promise<unknown>>();
  const found = new Map<string, NamedForm>();
  for (const form of forms) {
    const path = sheetOf(form.path);
    const base = placeOf(path)?.base;
    if (base === undefined) continue;
    let sheet = await store.find.sheet(path);
    if (!sheet) {
      const answer = asked.get(base) ?? fetchSheets(store, owner, base).catch(() => null);
      asked.set(base, answer);
      await answer;
      sheet = await store.find.sheet(path);
    }
    if (sheet) found.set(form.name, nameWaiting(sheet.page, form, locale));
  }
  return found;
}

/** A register lies below the sheet that it is counted for. */
export const sheetOf = (path: string) => path.replace(/\/register\/[^/]+$/, '');

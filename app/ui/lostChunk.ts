/**
 * A part of the page that cannot be fetched any more: after an update of the server the old page asks for files that are
 * gone. The new page knows the new ones, so the page is loaded anew – once for each version of it.
 */

/** What Chromium, Firefox and Safari say of a script, and what the loader says of its styles. */
const LOST =
  /failed to fetch dynamically imported module|error loading dynamically imported module|importing a module script failed|unable to preload css/i;

export function isLostChunk(error: unknown): boolean {
  return error instanceof Error && LOST.test(error.message);
}

const MARK = 'rakerda-muat-ulang';

/** Whether the page may be loaded anew for this version; says so once. */
export function claimReload(marks: Pick<Storage, 'getItem' | 'setItem'>, version: string): boolean {
  try {
    if (marks.getItem(MARK) === version) return false;
    marks.setItem(MARK, version);
    return true;
  } catch {
    // Without a memory it might go on for ever.
    return false;
  }
}

/** An index as people type it: `3,20`, `3.2` or `3`. */

/** Lowest and highest target the database holds, in hundredths. */
export const TARGET_RANGE = { min: 100, max: 500 };

/**
 * Reads a typed index.
 * @returns hundredths (`3,20` → 320), or null where it is no index from 1,00 to 5,00 with at most two decimals
 */
export function parseIndexInput(typed: string): number | null {
  const match = /^(\d)(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (!match) return null;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths >= TARGET_RANGE.min && hundredths <= TARGET_RANGE.max ? hundredths : null;
}

/** The same for a field that may be left empty: null is "no target". */
export type TargetInput = { readonly ok: true; readonly hundredths: number | null } | { readonly ok: false };

export function parseTargetInput(typed: string): TargetInput {
  if (typed.trim() === '') return { ok: true, hundredths: null };
  const hundredths = parseIndexInput(typed);
  return hundredths === null ? { ok: false } : { ok: true, hundredths };
}

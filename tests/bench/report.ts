/** The lines that a bench prints: what was measured, what was asked for, whether it holds. */
export interface Line {
  readonly what: string;
  readonly measured: string;
  /** The bar; null where a figure is only shown. */
  readonly bar: string | null;
  readonly holds: boolean | null;
}

export function shown(what: string, measured: string): Line {
  return { what, measured, bar: null, holds: null };
}

export function held(what: string, measured: string, bar: string, holds: boolean): Line {
  return { what, measured, bar, holds };
}

/** One Markdown table. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.measured,
    line.bar ?? '–',
    line.holds === null ? '–' : line.holds ? 'pass' : '**FAIL**',
  ]);
  return [['what', 'measured', 'bar', 'result'], ['---', '---', '---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** The value below which `share` of the sorted-anew values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError('No values were measured');
  return value;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

/** QR codes as one SVG path, for print and for screens. */
import { create } from 'qrcode';

/** White modules that scanners need around the code. */
const QUIET = 4;

export interface QrPath {
  /** `d` of an SVG path in a square of `size` × `size` units, the quiet zone included. */
  readonly path: string;
  readonly size: number;
}

/** The QR code of a text: one unit is one module; each run of dark modules in a row is one rectangle. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const isDark = column < modules.size && modules.get(row, column) !== 0;
      if (isDark && start < 0) start = column;
      if (!isDark && start >= 0) {
        const width = String(column - start);
        parts.push(`M${String(start + QUIET)} ${String(row + QUIET)}h${width}v1h-${width}z`);
        start = -1;
      }
    }
  }
  return { path: parts.join(''), size: modules.size + 2 * QUIET };
}

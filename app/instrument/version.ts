/** Whether a version of an instrument is above another: 1.10.0 above 1.9.0. */
export function isNewerVersion(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

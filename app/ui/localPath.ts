/**
 * A path of this site that may be redirected to; anything else becomes the start page. Printable ASCII only: browsers
 * drop tabs and line breaks from addresses, which would turn `/⇥/elsewhere` into another site.
 */
export function localPath(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[!-~]*$/.test(path) ? path : '/';
}

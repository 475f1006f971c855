/** What the release room offers to the server: figures that leave the house, proven and on the record. */
export { ReleaseError } from './failure';
export { readFile } from './files';
export { type Download, handOut } from './handOut.server';
export type { ReleaseRequest } from './prepareRelease.server';
export { readReleasePage } from './release.read.server';
export { makeResultPdf } from './resultPdf.server';

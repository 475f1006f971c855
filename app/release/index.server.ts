/** What the release room offers to the server: figures that leave the house, proven and on the record. */
export { ReleaseError } from './failure';
export { CONTENT_TYPES, readFile } from './files';
export { type Download, handOut, type ReleaseRequest } from './handOut.server';
export { readReleasePage } from './release.read.server';
export { documentResponse, refusalResponse, streamResponse } from './fileResponse.server';
export { makeResultPdf } from './resultPdf.server';

/** What the release room offers to code that also runs in the browser: its page and the names of its files. */
export { type Failure, isFailure } from './failure';
export { type Extent, readScope } from './files';
export { ReleaseScreen, type ReleaseScreenProps } from './releaseScreen';

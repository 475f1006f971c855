/** What the live room offers to screens: what happens in a Rakerda, as it happens. */
export { type Hint, type LevelEvent, type LiveEvent, type StateEvent } from './liveEvents';
export { LiveMarker } from './liveMarker';
export type { LiveState } from './line';
export { rakerdaStream, useLive } from './useLive';
export { type LiveData, useLiveData } from './useLiveData';
export { isAboutFigures, useLiveRevalidation } from './useLiveRevalidation';

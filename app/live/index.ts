/** What the live room offers to screens: what happens in a Rakerda, as it happens. */
export { type LevelEvent, type LiveEvent, type StateEvent } from './events';
export { LiveMarker } from './LiveMarker';
export { type LiveState, useLive } from './useLive';
export { useLiveRevalidation } from './useLiveRevalidation';

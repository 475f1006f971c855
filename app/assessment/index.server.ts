/** What the assessment room offers to server code of other rooms. */
export { createInstrumentLibrary, type InstrumentLibrary } from './instrumentLibrary.server';
export { emptyLevels, parseLevels } from './levels';
export { findEarlierLevels } from './queries.server';

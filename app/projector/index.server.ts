/** What the projector room offers to server code. */
export { openProjector, showVote } from './control.server';
export { obeyRemote } from './controlForm.server';
export { findOwnPaths, readFollow } from './followView.server';
export { findRakerdaByLink, screenToken } from './link.server';
export { findProjector } from './queries.server';
export { readChoices, readRemote } from './remoteView.server';
export { readHallScreen } from './screen.server';

/** What the projector room offers to server code. */
export { openProjector, showVote } from './control.server';
export { obeyRemote } from './controlForm.server';
export { readFollow } from './followView.server';
export { openByLink } from './link.server';
export { readChoices, readRemote } from './remoteView.server';
export { readHallScreen } from './screen.server';

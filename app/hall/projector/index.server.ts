/** What the projector room offers to server code. */
export { openProjector, showVote } from './controlProjector.server';
export { obeyRemote } from './remote.post.server';
export { readFollow } from './follow.read.server';
export { openByLink } from './screenLink.server';
export { readChoices, readRemote } from './remote.read.server';
export { readHallScreen } from './hallScreen.read.server';
export { hearPlainScreen, hearScreen, listScreens } from './screenReports.server';

/** What the overview of a Rakerda and the start page offer to server code. */
export { readHomePage } from './home.read.server';
export { manageRakerda } from './overview.post.server';
export { readOverviewPage } from './overview.read.server';

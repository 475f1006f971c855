/** What the rakerda room offers to server code. */
export { createRakerdaIn, type NewRakerda } from '~/hall/setUp/createRakerda.server';
export { readHomePage } from '~/hall/overview/home.read.server';
export { manageRakerda } from '~/hall/overview/overview.post.server';
export { readOverviewPage } from '~/hall/overview/overview.read.server';
export { rakerdaPagesFor } from './rakerdaPages.server';
export { listPinned, type RakerdaFacts, rakerdaFacts } from '~/hall/overview/rakerdaProgress.server';
export { postEdit, readEditPage } from '~/hall/setUp/edit.post.server';
export { postSetUp } from '~/hall/setUp/setUp.post.server';
export { readSetUpPage } from '~/hall/setUp/setUp.read.server';

/** What the rakerda room offers to server code. */
export { createRakerdaIn, type NewRakerda } from './create.server';
export { readHomePage } from './home.server';
export { manageRakerda } from './manageForm.server';
export { readOverviewPage } from './overviewPage.server';
export { rakerdaPagesFor } from './pages.server';
export { listPinned, type RakerdaFacts, rakerdaFacts } from './queries.server';
export { postEdit, readEditPage } from './setUp/postEdit.server';
export { postSetUp } from './setUp/postSetUp.server';
export { readSetUpPage } from './setUp/setUpPage.server';

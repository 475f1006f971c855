/** What the rakerda room offers to server code. */
export { createRakerdaIn, type NewRakerda } from './create.server';
export { manageRakerda } from './manageForm.server';
export { rakerdaPagesFor } from './pages.server';
export { readOverview } from './overview.server';
export { readOverviewPage } from './overviewPage.server';
export {
  listAgenciesOf,
  listInstrumentChoices,
  listOwnAssessments,
  listPinned,
  listProgress,
  listProvinces,
  listRakerdaPlaces,
  type RakerdaFacts,
  rakerdaFacts,
} from './queries.server';
export { postEdit, readEditPage } from './setUp/postEdit.server';
export { postSetUp } from './setUp/postSetUp.server';
export { setUpRakerda } from './setUp/setUp.server';
export { readSetUpPage } from './setUp/setUpPage.server';

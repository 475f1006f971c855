/** What the rakerda room offers to server code. */
export { createRakerdaIn, type NewRakerda } from './create.server';
export { manageRakerda } from './manageForm.server';
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
  mayReadAssessment,
  type RakerdaFacts,
  rakerdaFacts,
} from './queries.server';
export { setUpRakerda } from './setUp.server';

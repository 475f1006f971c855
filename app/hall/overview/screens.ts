/** The overview of a Rakerda and the start pages; only routes come through this door. */
export { AgencyHome } from './agencyHome';
export { OverviewScreen } from './overviewScreen';
export { RakerdaList } from './rakerdaList';
export { Welcome } from './welcome';

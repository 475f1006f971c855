/** The screens of this room and what their routes need in the browser; only routes come through this door. */
export { AgencyHome } from './agencyHome';
export { EditScreen } from './setUp/editScreen';
export { NewRakerda } from './setUp/newRakerda';
export { OverviewScreen } from './overviewScreen';
export { RakerdaList } from './rakerdaList';
export { Welcome } from './welcome';

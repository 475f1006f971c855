/** The screens of this room and what their routes need in the browser; only routes come through this door. */
export { AgencyHome } from '~/hall/overview/agencyHome';
export { EditScreen } from '~/hall/setUp/editScreen';
export { NewRakerda } from '~/hall/setUp/setUpScreen';
export { OverviewScreen } from '~/hall/overview/overviewScreen';
export { RakerdaList } from '~/hall/overview/rakerdaList';
export { Welcome } from '~/hall/overview/welcome';

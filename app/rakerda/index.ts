/** What the rakerda room offers to code that also runs in the browser. */
export { AgencyHome } from './agencyHome';
export { parseIndexInput, parseTargetInput } from './indexInput';
export { NewRakerda } from './newRakerda';
export { readOrder } from './overview';
export { OverviewScreen } from './overviewScreen';
export {
  emptyRakerdaForm,
  type RakerdaErrors,
  rakerdaErrors,
  rakerdaSchema,
  readRakerdaForm,
} from './rakerdaForm';
export { RakerdaList } from './rakerdaList';
export { Welcome } from './welcome';

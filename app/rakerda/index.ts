/** What the rakerda room offers to code that also runs in the browser. Its screens stand in screens.ts. */
export { parseIndexInput, parseTargetInput } from './indexInput';
export { assessmentPath, type RakerdaPage, rakerdaPagePath } from './pages';
export { RakerdaNav } from './rakerdaNav';

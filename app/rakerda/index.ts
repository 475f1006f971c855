/** What the rakerda room offers to code that also runs in the browser. Its screens stand in screens.ts. */
export { parseIndexInput, parseTargetInput } from './indexInput';
export { type RakerdaPage, rakerdaPagePath } from './rakerdaPages';
export { RakerdaNav } from './rakerdaNav';

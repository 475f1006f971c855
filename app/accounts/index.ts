/** What the accounts room offers to code that also runs in the browser. */
export { type Action, ACTIONS, type Actor, may, type Place, POLICY, type Scope } from './policy';

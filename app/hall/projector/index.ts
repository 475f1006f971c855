/** What the projector room offers to code that also runs in the browser. */
export type { Command } from './command';
export { isSceneName, type ProjectorState, type SceneName, SCENES } from './projectorState';

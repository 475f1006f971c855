/** Where a thread of `workers.ts` begins: Node reads TypeScript in a thread only once the thread itself has asked for it. */
import { register } from 'tsx/esm/api';

register();

const { default: work } = await import('./worker.ts');

export default work;

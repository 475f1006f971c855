/** The rules as pure tables: who may do what, in which stage, and who sees which figures. Also runs in the browser. */
export { type Action, ACTIONS, type Actor, may, mustProve, type Place, POLICY, type Reach } from './actions';
export { maySeeFigures } from './figures';
export { belongsToAgency, isAssignedToRakerda, ROLES } from './roles';
export { allows, closesSomething, isStep, isUnderWay, neighbours, type Part, PARTS, STAGES } from './stages';

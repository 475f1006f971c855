/** The rules as pure tables: who may do what, in which stage, and who sees which figures. Also runs in the browser. */
export { type Action, ACTIONS, type Actor, may, mustProve, type Place, POLICY, type Reach } from './actions';
export { leadsFrom, type StepName, STEPS, stepsOpenTo, TRANSITIONS } from './approval';
export { maySeeFigures } from './figures';
export { belongsToAgency, isAssignedToRakerda, ROLES } from './roles';
export { allows, closesSomething, isStep, isUnderWay, neighbours, type Part, PARTS, STAGES } from './stages';

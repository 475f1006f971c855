/** What the agenda room offers to server code. */
export {
  addItem,
  addItemsIn,
  changeItem,
  copyAgendaIn,
  type ItemFacts,
  type ItemResult,
  moveAgendaIn,
  removeItem,
} from './items.server';
export { daysBetween, toLocal, toUtc } from './localTime';
export { changeAgenda } from './manageAgenda.server';
export { listAgenda, readAgendaPage } from './queries.server';
export { starterAgenda } from './starter';
export { topicName } from './topics';

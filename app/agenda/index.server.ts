/** What the agenda room offers to server code. */
export { addItemsIn, copyAgendaIn, moveAgendaIn } from './items.server';
export { changeAgenda } from './manageAgenda.server';
export { listAgenda, readAgendaPage } from './queries.server';
export { starterAgenda } from './starter';

/** What the agenda room offers to server code. */
export { addItemsIn, copyAgendaIn, moveAgendaIn } from './agendaItems.server';
export { changeAgenda } from './agenda.post.server';
export { listAgenda, readAgendaPage } from './agenda.read.server';
export { starterAgenda } from './starterAgenda';

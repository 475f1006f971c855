/** The screen of this room; only its route comes through this door. */
export { AgendaScreen, isAboutAgenda } from './agendaScreen';

/** The screens of this room, for its routes. */
export { BoardScreen } from './boardScreen';
export { CommitmentScreen } from './commitmentScreen';
export { NoteScreen } from './noteScreen';
export { NotesScreen } from './notesScreen';
export { concernsCommitments, concernsNotes } from './commitmentMarks';

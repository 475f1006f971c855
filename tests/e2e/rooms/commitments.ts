import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

const rakerda = `/rakerda/${RAKERDA}`;

export const pages: readonly PageUnderTest[] = [
  { name: 'notes', path: `${rakerda}/catatan`, as: 'fasilitator' },
  { name: 'notes, read only', path: `${rakerda}/catatan`, as: 'operator.6301' },
  { name: 'note', path: `${rakerda}/catatan/demo-catatan-1`, as: 'penelaah' },
  { name: 'commitments', path: `${rakerda}/komitmen`, as: 'fasilitator' },
  { name: 'commitments, new', path: `${rakerda}/komitmen?buat=63.01`, as: 'operator.6301' },
  { name: 'commitments, reminders', path: `${rakerda}/komitmen?tampil=pengingat`, as: 'penghubung' },
  { name: 'commitment', path: `${rakerda}/komitmen/demo-komitmen-2025-1`, as: 'operator.6301' },
  { name: 'commitment of last year', path: `${rakerda}/komitmen/demo-komitmen-2024-1`, as: 'operator.6302' },
];

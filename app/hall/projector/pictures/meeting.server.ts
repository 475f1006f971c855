/** Scenes about the meeting itself: welcome, joining, how far everybody is. */
import { listAgenda } from '~/hall/agenda/index.server';
import { joinedCounts, qrPath } from '~/hall/cards/index.server';
import { isComplete } from '~/instrument';
import type { Draw } from './drawing.server';
import { standingOf } from './field.server';
import { readMonogram } from './monogram.server';

export const drawWelcome: Draw<'welcome'> = async (drawing) => {
  const items = await listAgenda(drawing.db, drawing.rakerda.id);
  const monogram = await readMonogram(drawing);
  return { scene: 'welcome', monogram, items: items.map(({ version: _version, ...item }) => item) };
};

export const drawJoin: Draw<'join'> = async ({ db, rakerda, address, field }) => {
  const joined = await joinedCounts(db, rakerda.id);
  const link = `${address.origin}/gabung`;
  const qr = qrPath(link);
  return {
    scene: 'join',
    address: link.replace(/^https?:\/\//, ''),
    qrPath: qr.path,
    qrSize: qr.size,
    isReachable: address.isReachable,
    joinedAgencies: joined.agencies,
    agencies: field.length,
    people: joined.people,
  };
};

const STATE_ORDER = { approved: 0, submitted: 1, draft: 2 } as const;

export const drawProgress: Draw<'progress'> = ({ field, agencies, tie }) => {
  const rows = field
    .toSorted(
      (a, b) =>
        Number(isComplete(standingOf(a))) - Number(isComplete(standingOf(b))) ||
        b.answered - a.answered ||
        STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
        tie(a, b),
    )
    .map((agency) => ({
      agency: agencies.place(agency),
      answered: agency.answered,
      total: agency.levels.length,
      isComplete: isComplete(standingOf(agency)),
      state: agency.state,
    }));
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    scene: 'progress',
    rows,
    answered: sum((row) => row.answered),
    total: sum((row) => row.total),
    complete: field.filter((agency) => isComplete(standingOf(agency))).length,
  };
};

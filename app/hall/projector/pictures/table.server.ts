/** The scene of the table: every topic at once, in the order of the instrument that the remote chose. */
import { headlineOf, orderAgencies, readTable, sourceForHall } from '~/hall/table/index.server';
import type { Draw } from './drawing.server';
import { saysSomething, tellingRows } from './telling';
import { stageCells, stageTopics } from './topicCells.server';

/** Two lines of the hall's title, on the narrowest projector. */
export const TITLE_LETTERS = 84;

export const drawTable: Draw<'table'> = async (drawing) => {
  const { locale, state, tie } = drawing;
  const { agencies, topics } = await readTable(sourceForHall(drawing));
  const lead = topics.find(({ key }) => key === state.options.instrument) ?? topics[0];
  const shown = stageTopics(topics, drawing);
  const cells = topics.map((topic) => stageCells(topic, drawing));
  const {
    shown: rows,
    without,
    left,
  } = tellingRows(
    orderAgencies(agencies, lead, false, tie).map((agency) => ({
      agency,
      cells: cells.map(({ cellOf }) => cellOf(agency.code)),
    })),
    (row) => row.cells.some(saysSomething),
  );
  drawing.agencies.leaveOut(left.map(({ agency }) => agency));
  return {
    scene: 'table',
    headline: headlineOf(topics, lead, locale, TITLE_LETTERS),
    topics: shown,
    orderedBy: lead?.key ?? null,
    wholes: shown.flatMap(({ key }, at) => {
      const whole = cells[at]?.whole;
      return whole ? [{ topic: key, ...whole }] : [];
    }),
    rows: rows.map((row) => ({ ...row, agency: drawing.agencies.place(row.agency) })),
    without,
  };
};

/** The scene of the table: every topic at once, in the order of the instrument that the remote chose. */
import {
  cellsOf,
  headlineOf,
  orderAgencies,
  readTable,
  shownTopic,
  sourceForHall,
} from '~/hall/table/index.server';
import type { Draw } from './drawing.server';

/** Two lines of the hall's title, on the narrowest projector. */
export const TITLE_LETTERS = 84;

export const drawTable: Draw<'table'> = async (drawing) => {
  const { locale, state, tie } = drawing;
  const { agencies, topics } = await readTable(sourceForHall(drawing));
  const lead = topics.find(({ key }) => key === state.options.instrument) ?? topics[0];
  const show = topics.map((topic) => cellsOf(topic, locale));
  return {
    scene: 'table',
    headline: headlineOf(topics, lead, locale, TITLE_LETTERS),
    topics: topics.map((topic) => shownTopic(topic, locale)),
    orderedBy: lead?.key ?? null,
    rows: orderAgencies(agencies, lead, false, tie).map((agency) => ({
      agency: drawing.agencies.place(agency),
      cells: show.map((cellOf) => cellOf(agency.code)),
    })),
  };
};

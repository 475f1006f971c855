/** The columns of a topic's files: one list for the sheets, the CSV, the JSON and the dictionary. */
import type { Topic } from '~/instrument/topic';
import { allowedStates, column, type DictionaryEntry, entriesOf } from './columns';
import type { FileWords } from './fileWords';

export type TopicColumnKey = keyof FileWords['topic']['column'];

/** One row per agency × figure: what is reckoned first, then what was filled in. */
export const FIGURE_COLUMNS = [
  column('rakerda_id', 'text', 20),
  column('year', 'integer', 8),
  column('agency_code', 'text', 11),
  column('agency_name', 'text', 30),
  column('instrument_code', 'text', 13),
  column('instrument_version', 'text', 11),
  column('figure_kind', 'text', 12),
  column('figure_code', 'text', 18),
  column('figure_name', 'text', 50),
  column('value', 'decimal', 12),
  column('said', 'text', 20),
  column('unit', 'text', 10),
  column('unit_name', 'text', 12),
  column('numerator', 'integer', 12),
  column('denominator', 'integer', 12),
  column('target', 'decimal', 12),
  column('target_gap', 'decimal', 12),
  column('stored', 'integer', 12),
  column('band', 'text', 16),
  column('remarks', 'text', 50),
  column('state', 'text', 12),
  column('filled', 'integer', 9),
  column('total', 'integer', 9),
  column('data_kind', 'text', 15),
] as const;
export type FigureKey = (typeof FIGURE_COLUMNS)[number]['key'];

/** One row per agency. */
export const BOARD_COLUMNS = [
  column('agency_code', 'text', 11),
  column('agency_name', 'text', 34),
  column('state', 'text', 12),
  column('filled', 'integer', 9),
  column('total', 'integer', 9),
  column('value', 'decimal', 12),
  column('band', 'text', 16),
  column('ceiling', 'decimal', 14),
  column('remarks', 'text', 60),
  column('year', 'integer', 8),
  column('rakerda_id', 'text', 20),
  column('data_kind', 'text', 15),
] as const;

/** One row per figure: what it says, and how sure that is. */
export const LIST_COLUMNS = [
  column('figure_kind', 'text', 12),
  column('figure_code', 'text', 18),
  column('figure_name', 'text', 50),
  column('section', 'text', 40),
  column('unit', 'text', 10),
  column('unit_name', 'text', 12),
  column('direction', 'text', 12),
  column('confidence', 'text', 14),
  column('source', 'text', 60),
] as const;
export type ListKey = (typeof LIST_COLUMNS)[number]['key'];

export function topicDictionary(
  topic: Topic,
  text: FileWords,
  both: { readonly id: FileWords; readonly en: FileWords },
): readonly DictionaryEntry[] {
  const { sheet, column: columns, allowed } = text.topic;
  const { dataKind, dictionary } = text.release;
  return entriesOf<TopicColumnKey>({
    sheets: [
      [sheet.board, BOARD_COLUMNS],
      [sheet.figures, FIGURE_COLUMNS],
      [sheet.list, LIST_COLUMNS],
    ],
    columns,
    both: { id: both.id.topic.column, en: both.en.topic.column },
    words: dictionary,
    allowed: {
      ...allowed,
      state: allowedStates(text.ui),
      instrument_code: topic.code,
      instrument_version: topic.version,
      data_kind: `demo = ${dataKind.demo}; session = ${dataKind.session}`,
    },
  });
}

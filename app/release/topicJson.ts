/** The JSON of a topic's release. Keys are those of the data dictionary. */
import { localize } from '~/instrument';
import type { FileWords } from './fileWords';
import { closeJson, list, openJson } from './json';
import { topicDictionary } from './topicColumns';
import {
  figureRows,
  listedFigures,
  remarksText,
  shownValue,
  type TopicFigures,
  type TopicRelease,
} from './topicFigures';
import { topicMethod } from './topicMethod';

/** The document in pieces: the head, then one agency at a time. */
export function* topicJsonOf(
  release: TopicRelease,
  text: FileWords,
  both: { readonly id: FileWords; readonly en: FileWords },
): Generator<string> {
  const { instrument, locale, figures } = release;
  const listed = listedFigures(instrument, locale);
  yield* openJson(release, text, {
    method: topicMethod(release, text),
    dictionary: topicDictionary(instrument, text, both),
  });
  yield* list('figureList', [listed], ({ columns, differences, fields }) => [
    ...columns,
    ...differences,
    ...fields,
  ]);
  yield* list('agencies', figures, (one) => agencyRow(release, one));
  yield* list('figures', figures, (one) =>
    [...figureRows(release, listed, one)].map(
      ({ agency_code, figure_kind, figure_code, value, said, numerator, denominator, stored, ...more }) => ({
        agency_code,
        figure_kind,
        figure_code,
        value,
        ...(said !== null && { said }),
        ...(figure_kind === 'field' ? { stored } : { numerator, denominator }),
        ...(more.target !== null && { target: more.target, target_gap: more.target_gap }),
      }),
    ),
  );
  yield closeJson();
}

function agencyRow({ locale }: TopicRelease, { agency, outcome }: TopicFigures): object {
  const { band, ceiling, filled, headline, remarks, total } = outcome;
  return {
    agency_code: agency.code,
    agency_name: agency.name,
    state: agency.state,
    filled,
    total,
    value: shownValue(headline),
    numerator: headline?.numerator ?? null,
    denominator: headline?.denominator ?? null,
    band: band?.code ?? null,
    band_name: band && localize(band.name, locale),
    ceiling: shownValue(ceiling),
    remarks: remarks.length === 0 ? null : remarksText(outcome, locale),
  };
}

/** The details of a Rakerda that can be changed later, as a form holds them. */
export const DETAIL_FIELDS = [
  'name',
  'year',
  'startsOn',
  'endsOn',
  'place',
  'host',
  'timeZone',
  'previousId',
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];
export type Details = Readonly<Record<DetailField, string>>;

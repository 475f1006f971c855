/** Apart from the schemas, which no page takes along. */

/** Most rows of one register; the largest list of the country, the villages of a province, is below. */
export const MOST_ROWS = 10_000;

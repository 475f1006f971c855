/** Kinds that a workbook can hold; the others come as JSON. */
export const TABLE_KINDS = ['maturity', 'metrics'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

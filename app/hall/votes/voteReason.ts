/** Longest reason of an agreed level. Apart from the schemas, which the pages do not carry. */
export const REASON_MAX = 1000;

/**
 * Stands before what must be known beside a figure, and beside a figure that something is said of elsewhere: a note, as in
 * a book. Nothing is wrong with the figure, so it is no warning sign.
 */
export const REMARK = '*';

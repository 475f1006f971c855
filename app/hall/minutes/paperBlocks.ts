/** What a paper is made of, whoever draws it. */

export interface Column {
  readonly title: string;
  /** Share of the width; columns of a table need not sum to anything. */
  readonly width: number;
  readonly align?: 'right';
}

/** A row of cells, or the name of the group that the rows after it belong to. */
export type TableRow = { readonly cells: readonly string[] } | { readonly group: string };

export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'remark'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] };

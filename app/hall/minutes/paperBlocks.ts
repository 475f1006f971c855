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

/** Whether a sentence leads into a table: it stays on the table's page, so that no heading and lead stand alone at a foot. */
export function leadsToTable(blocks: readonly Block[], place: number): boolean {
  const isSentence = (block: Block) => block.kind === 'paragraph' || block.kind === 'remark';
  const behind = blocks.slice(place).find((block) => !isSentence(block));
  const own = blocks[place];
  return own !== undefined && isSentence(own) && behind?.kind === 'table';
}

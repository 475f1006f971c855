/** Draws the blocks of the paper. A heading never stands alone at the foot of a page; table heads repeat. */
import { Text, View } from '@react-pdf/renderer';
import type { Block, Column, TableRow } from './paperBlocks';
import { cellText, paperText } from './letters';
import { styles } from './minutesStyles';

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
    case 'subheading':
      return (
        <Text style={styles[block.kind]} minPresenceAhead={90}>
          {paperText(block.text)}
        </Text>
      );
    case 'paragraph':
    case 'remark':
      return (
        <Text style={styles[block.kind]} orphans={2} widows={2}>
          {paperText(block.text)}
        </Text>
      );
    case 'facts':
      return <Facts block={block} />;
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Table block={block} />;
  }
}

function Facts({ block }: { block: Of<'facts'> }) {
  return (
    <View>
      {block.rows.map(([label, value], i) => (
        <View key={i} style={styles.fact} wrap={false}>
          <Text style={styles.factLabel}>{paperText(label)}</Text>
          <Text style={styles.factValue}>{paperText(value)}</Text>
        </View>
      ))}
    </View>
  );
}

function List({ block }: { block: Of<'list'> }) {
  return (
    <View>
      {block.items.map((item, i) => (
        <View key={i} style={styles.item}>
          <Text style={styles.bullet}>•</Text>
          <Text style={styles.itemText} orphans={2} widows={2}>
            {paperText(item)}
          </Text>
        </View>
      ))}
    </View>
  );
}

/** Longer rows than this may break across pages; a row that is whole must fit on one. */
export const WHOLE_ROW_LETTERS = 900;

/** A row that is drawn whole; the read-back counts on it. */
export function isWhole(cells: readonly string[]): boolean {
  return Math.max(...cells.map((cell) => cell.length)) <= WHOLE_ROW_LETTERS;
}

function Table({ block: { columns, rows } }: { block: Of<'table'> }) {
  return (
    <View style={styles.table}>
      <View fixed style={styles.headRow}>
        {columns.map((column, i) => (
          <Cell key={i} column={column} text={column.title} head />
        ))}
      </View>
      {withGroups(rows).map(({ group, cells }, i) => (
        <View key={i} wrap={!isWhole(cells)}>
          {group === null ? null : <Text style={styles.groupRow}>{paperText(group)}</Text>}
          <View style={styles.row}>
            {columns.map((column, place) => (
              <Cell key={place} column={column} text={cells[place] ?? ''} />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function Cell(props: { column: Column; text: string; head?: boolean }) {
  const { column, text, head = false } = props;
  return (
    <View style={{ flexGrow: column.width, flexShrink: 1, flexBasis: 0 }}>
      <Text
        style={[head ? styles.headCell : styles.cell, ...(column.align === 'right' ? [styles.right] : [])]}
      >
        {cellText(text)}
      </Text>
    </View>
  );
}

interface DrawnRow {
  readonly group: string | null;
  readonly cells: readonly string[];
}

/** Every row with the name of its group where it is the group's first: the two stay together. */
function withGroups(rows: readonly TableRow[]): readonly DrawnRow[] {
  const drawn: DrawnRow[] = [];
  let group: string | null = null;
  for (const row of rows) {
    if ('group' in row) {
      group = row.group;
      continue;
    }
    drawn.push({ group, cells: row.cells });
    group = null;
  }
  return drawn;
}

/** The two tables of the PDF. Their heads repeat on every page they reach. */
import { Text, View } from '@react-pdf/renderer';
import { Fragment } from 'react';
import type { FileWords } from './fileWords';
import { styles } from './pdfStyles';
import { pdfText } from './pdfText';
import type { IndicatorGroup, IndicatorRow, ResultSheet } from './resultSheet';

interface TableProps {
  readonly sheet: ResultSheet;
  readonly text: FileWords;
}

/** Every domain with its aspects. */
export function PartTable({ sheet, text }: TableProps) {
  return (
    <View>
      <View style={styles.headRow}>
        <Text style={styles.name}>{`${text.ui.domain} / ${text.ui.aspect}`}</Text>
        <Text style={styles.figure}>{text.ui.weight}</Text>
        <Text style={styles.figure}>{pdfText(text.release.column.answered.header)}</Text>
        <Text style={styles.figure}>{text.ui.index}</Text>
      </View>
      {sheet.parts.map((part) => (
        <View
          key={part.label}
          wrap={false}
          style={part.kind === 'domain' ? [styles.row, styles.domainRow] : styles.row}
        >
          <Text style={part.kind === 'domain' ? styles.name : styles.indented}>{pdfText(part.label)}</Text>
          <Text style={styles.figure}>{part.weight}</Text>
          <Text style={styles.figure}>{part.answered}</Text>
          <Text style={styles.figure}>{part.index}</Text>
        </View>
      ))}
    </View>
  );
}

/** Every indicator, grouped by aspect. */
export function IndicatorTable({ sheet, text }: TableProps) {
  return (
    <View>
      <View fixed style={styles.headRow}>
        <Text style={styles.number}>{pdfText(text.release.pdf.numberColumn)}</Text>
        <Text style={styles.name}>{text.ui.indicator}</Text>
        <Text style={styles.figure}>{text.ui.weight}</Text>
        <Text style={styles.level}>{text.ui.level}</Text>
        <Text style={styles.wide}>{pdfText(text.release.column.level_name.header)}</Text>
      </View>
      {sheet.groups.map((group) => (
        <Group key={group.label} group={group} text={text} />
      ))}
    </View>
  );
}

/** The name of an aspect never stands alone at the foot of a page. */
function Group({ group, text }: { group: IndicatorGroup; text: FileWords }) {
  const [first, ...others] = group.rows;
  return (
    <Fragment>
      <View wrap={false}>
        <Text style={styles.groupRow}>{pdfText(group.label)}</Text>
        {first ? <Row row={first} text={text} /> : null}
      </View>
      {others.map((row) => (
        <Row key={row.no} row={row} text={text} />
      ))}
    </Fragment>
  );
}

function Row({ row, text }: { row: IndicatorRow; text: FileWords }) {
  const mark = row.discuss ? ` (${text.release.pdf.discussMark})` : '';
  return (
    <View wrap={false} style={styles.row}>
      <Text style={styles.number}>{row.no}</Text>
      <Text style={styles.name}>{pdfText(row.name + mark)}</Text>
      <Text style={styles.figure}>{row.weight}</Text>
      <Text style={styles.level}>{pdfText(row.level)}</Text>
      <Text style={styles.wide}>{pdfText(row.levelName)}</Text>
    </View>
  );
}

/** The copy for editing: the same blocks as the PDF, as a Word document that says on every page what it is not. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Picture } from '~/files/picture.server';
import { type Block, type Column, leadsToTable, type TableRow as PaperRow } from './paperBlocks';
import type { Paper } from './minutesPaper';
import { paperWords as words } from './paperWords';
import { proveDocx } from './readDocx.server';

/** Width of the text on A4 with 2 cm margins, in twentieths of a point. */
const TEXT_WIDTH = 9638;
const MARGIN = 1134;
const FOOT = 'Foot';

/**
 * The document as the bytes of a `.docx` file, read back before anybody gets it.
 * @throws MinutesError where what came out does not hold what the paper says
 */
export async function minutesDocx(
  paper: Paper,
  arms: Picture | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: `${paper.title} ${paper.name}`,
    subject: paper.number,
    creator: paper.name,
    description: words.editable,
    styles: {
      default: { document: { run: { font: 'Arial', size: 20, language: { value: 'id-ID' } } } },
      // Writer takes the size of a page number from the style of its paragraph, not from its run.
      paragraphStyles: [{ id: FOOT, name: FOOT, basedOn: 'Normal', run: { size: 15 } }],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: new Header({ children: [marked(paper)] }) },
        footers: { default: new Footer({ children: [footer(paper)] }) },
        children: [
          ...head(paper, arms),
          centred(paper.title.toUpperCase(), 32),
          centred(paper.name, 24),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: runs(paper.number),
          }),
          small(words.editableLead({ number: paper.number, address: paper.checkAddress })),
          ...paper.blocks.flatMap((block, place) => drawn(block, leadsToTable(paper.blocks, place))),
          heading(words.signatures, 2),
          text(words.closing),
          signatures(paper),
          heading(words.authenticity, 3),
          facts(paper.authenticity),
        ],
      },
    ],
  });
  const bytes = Uint8Array.from(await Packer.toBuffer(document));
  await proveDocx(bytes, paper);
  return bytes;
}

/** Pixels that the arms may have on the paper, of a side. */
const ARMS_SIDE = 96;

/** The arms above the title. Word cannot show WebP: there the copy does without. */
function head(paper: Paper, arms: Picture | null): Paragraph[] {
  if (!arms || arms.type === 'image/webp') return [];
  const scale = ARMS_SIDE / Math.max(arms.width, arms.height);
  const image = new ImageRun({
    type: arms.type === 'image/png' ? 'png' : 'jpg',
    data: arms.bytes,
    transformation: { width: Math.round(arms.width * scale), height: Math.round(arms.height * scale) },
    altText: { name: 'lambang', description: words.arms({ host: paper.host }) },
  });
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [image] })];
}

function marked(paper: Paper): Paragraph {
  const marks = [words.editable, ...(paper.isDemo ? [words.demo.toUpperCase()] : [])].join(' – ');
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: runs(marks, { bold: true, size: 17, color: '8A1C1C' }),
  });
}

function footer(paper: Paper): Paragraph {
  return new Paragraph({
    style: FOOT,
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun(`${paper.number} – `),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}

/** A sentence that leads into a table stays on the table's page. */
function drawn(block: Block, leads: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text, 2)];
    case 'subheading':
      return [heading(block.text, 3)];
    case 'paragraph':
      return [text(block.text, leads)];
    case 'remark':
      return [small(block.text, leads)];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: runs(item) }),
      );
    case 'facts':
      return [facts(block.rows), small('')];
    case 'table':
      return [table(block.columns, block.rows), small('')];
  }
}

/** Text as runs; a line break stays one. */
function runs(content: string, options: { bold?: boolean; size?: number; color?: string } = {}): TextRun[] {
  return content
    .split(/\r?\n/)
    .map((line, i) => new TextRun({ text: line, ...(i === 0 ? {} : { break: 1 }), ...options }));
}

function centred(content: string, size: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(size > 30 ? { heading: HeadingLevel.HEADING_1 } : {}),
    children: runs(content, { bold: true, size, color: '000000' }),
  });
}

function heading(content: string, level: 2 | 3): Paragraph {
  return new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
    keepNext: true,
    spacing: { before: level === 2 ? 280 : 180, after: 100 },
    children: runs(content, { bold: true, size: level === 2 ? 22 : 20, color: '000000' }),
  });
}

function text(content: string, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, spacing: { after: 120, line: 300 }, children: runs(content) });
}

function small(content: string, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, spacing: { after: 80 }, children: runs(content, { size: 17 }) });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;

function facts(rows: readonly (readonly [label: string, value: string])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [2600, TEXT_WIDTH - 2600],
    borders: NO_LINES,
    rows: rows.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(runs(label), 2600), cell(runs(value), TEXT_WIDTH - 2600)],
        }),
    ),
  });
}

function table(columns: readonly Column[], rows: readonly PaperRow[]): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / total) * TEXT_WIDTH));
  const alignment = (i: number) => (columns[i]?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, i) =>
          cell(runs(title, { bold: true, size: 17 }), widths[i] ?? 0, alignment(i), 'E5E7EB'),
        ),
      }),
      ...rows.map((row) =>
        'group' in row
          ? new TableRow({
              cantSplit: true,
              children: [groupCell(row.group, columns.length)],
            })
          : new TableRow({
              cantSplit: true,
              children: columns.map((_, i) =>
                cell(runs(row.cells[i] ?? '', { size: 17 }), widths[i] ?? 0, alignment(i)),
              ),
            }),
      ),
    ],
  });
}

function cell(
  children: TextRun[],
  width: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  fill?: string,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [new Paragraph({ alignment, children })],
  });
}

function groupCell(name: string, span: number): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F4F6' },
    // The name of a group stays with its first row.
    children: [new Paragraph({ keepNext: true, children: runs(name, { bold: true, size: 18 }) })],
  });
}

function signatures(paper: Paper): Table {
  const half = Math.floor(TEXT_WIDTH / 2);
  const lines = Array.from({ length: Math.ceil(paper.signatures.length / 2) }, (_, i) =>
    paper.signatures.slice(2 * i, 2 * i + 2),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: NO_LINES,
    rows: lines.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          children: [0, 1].map((side) => {
            const one = pair[side];
            return new TableCell({
              width: { size: half, type: WidthType.DXA },
              margins: { top: 100, bottom: 200, left: 80, right: 200 },
              children: one
                ? [
                    new Paragraph({ children: runs(one.role, { size: 18 }) }),
                    new Paragraph({
                      spacing: { after: 800 },
                      children: runs(one.institution, { bold: true }),
                    }),
                    new Paragraph({
                      border: { top: { style: BorderStyle.SINGLE, size: 4, color: '000000' } },
                      children: runs(`${words.signatureName}:`, { size: 17 }),
                    }),
                    new Paragraph({ children: runs(`${words.signatureNip}:`, { size: 17 }) }),
                  ]
                : [new Paragraph({})],
            });
          }),
        }),
    ),
  });
}

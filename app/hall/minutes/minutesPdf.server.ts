/** Sets the PDF of a Berita Acara and reads it back before anybody gets it. */
import { readFileSync } from 'node:fs';
import { cellText, paperText } from '~/files/letters.server';
import type { Picture } from '~/files/picture.server';
import { typeset } from '~/files/typst.server';
import { qrPath } from '~/hall/cards/index.server';
import { shortChecksum } from './minutesCode';
import type { Paper } from './minutesPaper';
import { type Block, leadsToTable } from './paperBlocks';
import { paperWords as words } from './paperWords';
import { isWhole, provePdf } from './readBackMinutes.server';

/**
 * The PDF of a paper.
 * @throws MinutesError where what came out does not hold what the paper says
 */
export function minutesPdf(paper: Paper, arms: Picture | null = null): Uint8Array<ArrayBuffer> {
  const template = readFileSync(new URL('./minutes.typ', import.meta.url), 'utf8');
  const bytes = typeset(template, templateData(paper, arms !== null), paper.madeAt, arms?.bytes);
  provePdf(bytes, paper);
  return bytes;
}

/** What the template reads, in letters that the typeface has. */
function templateData(paper: Paper, hasArms: boolean) {
  const name = paperText(paper.name);
  const number = paperText(paper.number);
  return {
    documentTitle: `${paper.title} ${name}`,
    title: paper.title.toUpperCase(),
    name,
    number,
    author: name,
    lang: 'id' as const,
    watermark: paper.isDemo ? words.demo.toUpperCase() : null,
    footer: [number, ...(paper.isDemo ? [words.demo.toUpperCase()] : [])].join(' – '),
    stamp: words.footerChecksum({ checksum: shortChecksum(paper.bodySha256) }),
    pageWords: words.page({ page: '{page}', pages: '{pages}' }),
    armsAlt: hasArms ? words.arms({ host: paper.host }) : null,
    qr: qrSvg(paper.checkAddress),
    qrAlt: words.qr({ address: paper.checkAddress }),
    blocks: paper.blocks.map((block, place) => blockData(block, leadsToTable(paper.blocks, place))),
    signatures: paper.signatures.map(({ role, institution }) => ({
      role: paperText(role),
      institution: paperText(institution),
    })),
    authenticity: paper.authenticity.map(([label, value]) => [paperText(label), paperText(value)]),
    words: {
      signatures: words.signatures,
      closing: words.closing,
      signatureName: words.signatureName,
      signatureNip: words.signatureNip,
      authenticity: words.authenticity,
      authenticityLead: words.authenticityLead,
    },
  };
}

function blockData(block: Block, leads: boolean) {
  switch (block.kind) {
    case 'heading':
    case 'subheading':
    case 'paragraph':
    case 'remark':
      return { kind: block.kind, text: paperText(block.text), leads };
    case 'facts':
      return { kind: block.kind, rows: block.rows.map((row) => row.map(paperText)) };
    case 'list':
      return { kind: block.kind, items: block.items.map(paperText) };
    case 'table':
      return {
        kind: block.kind,
        columns: block.columns.map(({ title, width, align }) => ({
          title: cellText(title),
          width,
          right: align === 'right',
        })),
        rows: block.rows.map((row) =>
          'group' in row
            ? { group: paperText(row.group) }
            : {
                cells: block.columns.map((_, place) => cellText(row.cells[place] ?? '')),
                whole: isWhole(row.cells),
              },
        ),
      };
  }
}

function qrSvg(address: string): string {
  const { path, size } = qrPath(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}

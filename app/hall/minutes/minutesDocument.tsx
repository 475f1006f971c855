/** Draws the Berita Acara: A4, standard fonts, black on white. */
import { Document, Page, Path, Svg, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { QrPath } from '~/hall/cards/index.server';
import { BlockView } from './minutesBlocks';
import { shortChecksum } from './minutesCode';
import { paperText } from './letters';
import { styles } from './minutesStyles';
import type { Paper, Signature } from './minutesPaper';
import { paperWords as words } from './paperWords';
import { sheetsOf } from './minutesSheets';

/** The document as the renderer takes it: its outermost element must be the document itself. */
export function drawMinutes(paper: Paper, qr: QrPath) {
  const sheets = sheetsOf(paper.blocks);
  const isOneFlow = sheets.length === 1;
  return (
    <Document
      title={paperText(`${paper.title} ${paper.name}`)}
      subject={paperText(paper.number)}
      author={paperText(paper.name)}
      language="id"
    >
      {sheets.map((blocks, i) => (
        <Sheet key={i} paper={paper}>
          {i === 0 ? <Head paper={paper} qr={qr} /> : null}
          {blocks.map((block, place) => (
            <BlockView key={place} block={block} />
          ))}
          {isOneFlow ? closing(paper, qr) : null}
        </Sheet>
      ))}
      {isOneFlow ? null : <Sheet paper={paper}>{closing(paper, qr)}</Sheet>}
    </Document>
  );
}

function Sheet({ paper, children }: { paper: Paper; children: ReactNode }) {
  return (
    <Page size="A4" style={styles.page}>
      {paper.isDemo ? (
        <View fixed style={styles.watermarkFrame}>
          <Text style={styles.watermark}>{words.demo}</Text>
        </View>
      ) : null}
      <Footer paper={paper} />
      {children}
    </Page>
  );
}

function Head({ paper, qr }: { paper: Paper; qr: QrPath }) {
  return (
    <View>
      <View style={styles.head}>
        <View style={styles.headSide} />
        <View style={styles.headText}>
          <Text style={styles.title}>{paper.title}</Text>
          <Text style={styles.name}>{paperText(paper.name)}</Text>
          <Text style={styles.number}>{paperText(paper.number)}</Text>
        </View>
        <QrCode qr={qr} size={72} />
      </View>
      <View style={styles.rule} />
    </View>
  );
}

/** A list and not a component: how much room a heading needs below it is reckoned among the page's own children. */
function closing(paper: Paper, qr: QrPath): readonly ReactNode[] {
  return [
    <Text key="heading" style={styles.heading} minPresenceAhead={150}>
      {words.signatures}
    </Text>,
    <Text key="closing" style={styles.paragraph}>
      {words.closing}
    </Text>,
    ...pairs(paper.signatures).map((pair, i) => (
      <View key={i} style={styles.signatures} wrap={false}>
        {pair.map((one, side) => (
          <SignatureBox key={side} {...one} />
        ))}
      </View>
    )),
    <Authenticity key="authenticity" paper={paper} qr={qr} />,
  ];
}

/** The last thing in the document, and whole, so that it stands on the last page. */
function Authenticity({ paper, qr }: { paper: Paper; qr: QrPath }) {
  return (
    <View style={styles.authenticity} wrap={false}>
      <QrCode qr={qr} size={104} />
      <View style={styles.authenticityText}>
        <Text style={[styles.subheading, { marginTop: 0 }]}>{words.authenticity}</Text>
        <Text style={[styles.remark, { marginTop: 0, marginBottom: 5 }]}>{words.authenticityLead}</Text>
        {paper.authenticity.map(([label, value]) => (
          <View key={label} style={styles.smallFact}>
            <Text style={styles.smallLabel}>{paperText(label)}</Text>
            <Text style={styles.smallValue}>{paperText(value)}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function QrCode({ qr, size }: { qr: QrPath; size: number }) {
  return (
    <Svg width={size} height={size} viewBox={`0 0 ${qr.size} ${qr.size}`}>
      <Path d={qr.path} fill="#000000" />
    </Svg>
  );
}

function SignatureBox({ role, institution }: Signature) {
  return (
    <View style={styles.signature}>
      <Text style={styles.signatureRole}>{paperText(role)}</Text>
      <Text style={styles.signatureFor}>{paperText(institution)}</Text>
      <View style={styles.signatureSpace} />
      <View style={styles.signatureLine}>
        <Text style={styles.signatureFact}>{words.signatureName}:</Text>
        <Text style={styles.signatureFact}>{words.signatureNip}:</Text>
      </View>
    </View>
  );
}

function Footer({ paper }: { paper: Paper }) {
  const left = [paper.number, ...(paper.isDemo ? [words.demo.toUpperCase()] : [])].join(' – ');
  return (
    <View fixed style={styles.footer}>
      <Text>{paperText(left)}</Text>
      <Text>{words.footerChecksum({ checksum: shortChecksum(paper.bodySha256) })}</Text>
      <Text
        render={({ pageNumber, totalPages }) =>
          words.page({ page: String(pageNumber), pages: String(totalPages) })
        }
      />
    </View>
  );
}

function pairs<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, i) => items.slice(2 * i, 2 * i + 2));
}

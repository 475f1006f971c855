/** Draws the PDF of one agency's result: A4, standard fonts, no colour that carries meaning alone. */
import { Document, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { FileWords } from './fileWords';
import type { Locale } from '~/instrument';
import { DomainBars, RadarChart } from './resultCharts';
import { IndicatorTable, PartTable } from './resultTables';
import { pdfText } from './pdfText';
import { styles } from './pdfStyles';
import type { ResultSheet } from './resultSheet';

export interface ResultDocumentProps {
  readonly sheet: ResultSheet;
  readonly text: FileWords;
  readonly locale: Locale;
}

/** The document as the renderer takes it: its outermost element must be the document itself. */
export function drawResult({ sheet, text, locale }: ResultDocumentProps) {
  const words = text.release.pdf;
  return (
    <Document
      title={pdfText(sheet.title)}
      author={text.ui.productName}
      subject={pdfText(sheet.instrument)}
      language={locale}
    >
      <Page size="A4" style={styles.page}>
        {sheet.isDemo ? <Watermark>{words.watermark}</Watermark> : null}
        <Footer sheet={sheet} text={text} />
        <View style={styles.head}>
          <View style={styles.headText}>
            <Text style={styles.kicker}>{pdfText(words.title)}</Text>
            <Text style={styles.agency}>{pdfText(sheet.agency)}</Text>
            <Text>{pdfText(sheet.rakerda)}</Text>
            <Text style={styles.muted}>{pdfText(sheet.instrument)}</Text>
          </View>
          {sheet.provisional ? <Text style={styles.provisional}>{words.provisional}</Text> : null}
        </View>
        <Text style={sheet.provisional ? styles.warning : styles.muted}>{pdfText(sheet.stateText)}</Text>
        <View style={styles.facts}>
          <View style={styles.indexBox}>
            <Text style={styles.muted}>{text.ui.index}</Text>
            <Text style={styles.index}>{sheet.index}</Text>
          </View>
          <View style={styles.factList}>
            <Fact label={text.ui.predicate}>{sheet.predicate}</Fact>
            <Fact label={words.completeness}>{sheet.completeness}</Fact>
            {sheet.reach ? <Fact label={text.ui.provisional}>{sheet.reach}</Fact> : null}
            <Fact label={text.ui.target}>{sheet.target}</Fact>
          </View>
        </View>
        <View style={styles.charts}>
          <View style={styles.chart}>
            <Text style={styles.heading}>{words.radarTitle}</Text>
            <RadarChart bars={sheet.aspects} scale={sheet.scale} target={sheet.targetValue} />
            <AspectKey sheet={sheet} />
          </View>
          <View style={styles.chart}>
            <Text style={styles.heading}>{words.domainTitle}</Text>
            <DomainBars bars={sheet.domains} scale={sheet.scale} target={sheet.targetValue} />
            {sheet.targetValue === null ? null : <Text style={styles.key}>{`- - -  ${text.ui.target}`}</Text>}
          </View>
        </View>
        <Text style={styles.heading}>{words.aspectTitle}</Text>
        <PartTable sheet={sheet} text={text} />
        <Text style={styles.heading} break>
          {words.indicatorTitle}
        </Text>
        <IndicatorTable sheet={sheet} text={text} />
        <View wrap={false}>
          <Text style={styles.heading}>{words.methodTitle}</Text>
          {sheet.method.map((line) => (
            <Text key={line} style={styles.note}>
              {pdfText(line)}
            </Text>
          ))}
          <Text style={styles.note}>{pdfText(sheet.regulation)}</Text>
          {sheet.isDemo ? <Text style={styles.warning}>{pdfText(text.ui.demoNotice)}</Text> : null}
        </View>
      </Page>
    </Document>
  );
}

function Watermark({ children }: { children: string }) {
  return (
    <View fixed style={styles.watermarkFrame}>
      <Text style={styles.watermark}>{children}</Text>
    </View>
  );
}

function Fact({ label, children }: { label: string; children: string }): ReactNode {
  return (
    <View style={styles.fact}>
      <Text style={styles.factLabel}>{pdfText(label)}</Text>
      <Text style={styles.factValue}>{pdfText(children)}</Text>
    </View>
  );
}

/** The radar numbers its axes; here is what the numbers mean. */
function AspectKey({ sheet }: { sheet: ResultSheet }) {
  return (
    <View>
      {sheet.aspects.map(({ label, figure }, i) => (
        <Text key={label} style={styles.key}>
          {pdfText(`${String(i + 1)}  ${label}: ${figure}`)}
        </Text>
      ))}
    </View>
  );
}

function Footer({ sheet, text }: { sheet: ResultSheet; text: FileWords }) {
  const marks = [
    ...(sheet.isDemo ? [text.release.pdf.watermark] : []),
    ...(sheet.provisional ? [text.release.pdf.provisional] : []),
  ];
  return (
    <View fixed style={styles.footer}>
      <Text>{pdfText([sheet.agency, ...marks].join(' – '))}</Text>
      <Text>{pdfText(sheet.printed)}</Text>
      <Text
        render={({ pageNumber, totalPages }) =>
          text.release.pdf.page({ page: String(pageNumber), pages: String(totalPages) })
        }
      />
    </View>
  );
}

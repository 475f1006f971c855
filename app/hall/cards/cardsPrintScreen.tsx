/** Sheets of eight cards on A4, made to be cut. On the screen the same sheets, with a bar that is not printed. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { Button, useHydrated, Sideways } from '~/ui';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { showCode } from './cardCode';
import { QrCode } from './qrCode';
import type { PrintableCard } from './cardRows.server';
import { cardWords } from './cardWords';

const PER_SHEET = 8;

export interface CardToPrint extends PrintableCard {
  readonly qr: { readonly path: string; readonly size: number };
}

export interface PrintProps {
  readonly rakerda: RakerdaFacts;
  readonly cards: readonly CardToPrint[];
  /** What people type who cannot scan: the address without its scheme. */
  readonly shortAddress: string;
  readonly isReachable: boolean;
}

export function PrintScreen(props: PrintProps) {
  const words = useSection(cardWords).print;
  const sheets = Array.from({ length: Math.ceil(props.cards.length / PER_SHEET) }, (_, sheet) =>
    props.cards.slice(sheet * PER_SHEET, (sheet + 1) * PER_SHEET),
  );
  return (
    <main className="page-cards">
      <Toolbar {...props} sheets={sheets.length} />
      {sheets.length === 0 ? <p className="p-6 print:hidden">{words.empty}</p> : null}
      <Sideways label={words.preview} className="p-4 sm:p-6 print:p-0">
        {sheets.map((cards) => (
          <ul
            key={cards[0]?.id}
            className="mx-auto mb-8 grid w-[190mm] auto-rows-[66mm] grid-cols-2 border-t border-l border-dashed border-[#777] bg-white text-black last:mb-0 print:mx-0 print:mb-0 print:break-after-page print:last:break-after-auto"
          >
            {cards.map((card) => (
              <li
                key={card.id}
                className="flex break-inside-avoid flex-col gap-[1.5mm] overflow-hidden border-r border-b border-dashed border-[#777] p-[4mm]"
              >
                <PrintedCard {...props} card={card} />
              </li>
            ))}
          </ul>
        ))}
      </Sideways>
    </main>
  );
}

function Toolbar({ rakerda, cards, isReachable, sheets }: PrintProps & { sheets: number }) {
  const format = useFormat();
  const section = useSection(cardWords);
  const words = section.print;
  const hydrated = useHydrated();
  return (
    <header className="space-y-2 border-b border-line bg-surface p-4 sm:px-6 print:hidden">
      <Link
        to={rakerdaPath(rakerda.id, 'cards')}
        className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
      >
        <span aria-hidden="true">←&nbsp;</span>
        {words.back}
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1 className="text-2xl">{words.title}</h1>
          <p className="text-muted">
            {words.sheets({ cards: format.number(cards.length), sheets: format.number(sheets) })}.{' '}
            {words.hint}
          </p>
        </div>
        {cards.length === 0 ? null : hydrated ? (
          <Button type="button" onClick={() => window.print()}>
            {words.button}
          </Button>
        ) : (
          <p>{words.noScript}</p>
        )}
      </div>
      {isReachable ? null : (
        <div className="rounded-lg border-l-4 border-danger bg-danger-soft px-4 py-3">
          <p className="font-semibold">{section.list.unreachableTitle}</p>
          <p>{section.list.unreachable}</p>
        </div>
      )}
    </header>
  );
}

/** Every measure in millimetres: it is paper. */
function PrintedCard({ rakerda, card, shortAddress }: PrintProps & { card: CardToPrint }) {
  const text = useText();
  const section = useSection(cardWords);
  const words = section.print;
  return (
    <>
      <p className="flex items-start justify-between gap-[2mm] text-[2.9mm] leading-[3.6mm]">
        <span className="line-clamp-2">
          <strong>{text.productName}</strong> · {rakerda.name}
        </span>
        {rakerda.isDemo ? (
          <strong className="border border-black px-[1.5mm] whitespace-nowrap uppercase">{text.demo}</strong>
        ) : null}
      </p>
      <div>
        <h2 className="line-clamp-2 text-[4.8mm] leading-[5.6mm] font-bold">{card.agencyName}</h2>
        <p className="text-[3.8mm] leading-[4.6mm] font-semibold">{section.role[card.role]}</p>
      </div>
      <div className="flex flex-1 items-center gap-[3mm]">
        <QrCode qr={card.qr} label={words.scan} className="size-[31mm]" />
        <div className="min-w-0 space-y-[1mm] text-[2.9mm] leading-[3.6mm]">
          <p>{words.scan}</p>
          <p>
            {words.orOpen} <span className="block text-[3.3mm] font-semibold break-all">{shortAddress}</span>
          </p>
          <p>{words.andType}</p>
          <p className="font-mono text-[6.4mm] leading-[7.6mm] font-bold whitespace-nowrap">
            {showCode(card.code)}
          </p>
        </div>
      </div>
      <p className="text-[2.5mm] leading-[3.1mm]">{words.secret}</p>
    </>
  );
}

/** Small marks that several scenes share. */
import type { Average } from '~/instrument';
import { useFormat } from '~/i18n';
import { armsPath } from '~/paths';
import { useStage, useWords } from './stage';

/** `▲ +0,55`: sign, figure and colour say the same. */
export function Change({ before, now }: { readonly before: number | null; readonly now: number }) {
  const text = useWords().change;
  const format = useFormat();
  if (before === null) return <span className="whitespace-nowrap text-muted">{text.isNew}</span>;
  const change = now - before;
  const [sign, word, tone] =
    change > 0
      ? ['▲', text.up, 'text-success']
      : change < 0
        ? ['▼', text.down, 'text-danger']
        : ['=', text.same, 'text-muted'];
  return (
    <span translate="no" className={`font-bold whitespace-nowrap tabular-nums hall:text-right ${tone}`}>
      <span aria-hidden="true">{sign} </span>
      <span className="sr-only">{word} </span>
      {change > 0 ? '+' : ''}
      {format.figure(change)}
    </span>
  );
}

/** Which of the two discs of a line is of when, in their own colours. */
export function YearsKey({ before }: { readonly before: number | null }) {
  const { now } = useWords().key;
  return (
    <span className="whitespace-pre-wrap">
      <span aria-hidden="true" className="text-brand">
        ●{' '}
      </span>
      {now}
      {`   ○ ${String(before ?? '')}`}
    </span>
  );
}

/**
 * Of how many agencies the figures are: every picture that has some says so, first and in the same words. Beside it the
 * one mean of the Rakerda, where the picture shows no other measure of all.
 */
export function Complete({ of, hasMean = true }: { readonly of: Average; readonly hasMean?: boolean }) {
  const text = useWords();
  const format = useFormat();
  const said = { complete: format.number(of.complete), agencies: format.number(of.agencies) };
  return (
    <span translate="no" className="font-semibold text-ink">
      {of.complete === 0 ? text.noneComplete(said) : text.complete(said)}
      {hasMean && of.mean !== null ? `: ${text.mean} ${format.figure(of.mean)}` : null}
    </span>
  );
}

/** The same where only those count that have a figure of the year before too. */
export function Compared(props: {
  readonly complete: number;
  readonly agencies: number;
  readonly compared: number;
  readonly before: number;
  readonly means?: readonly [before: number, now: number] | undefined;
}) {
  const text = useWords();
  const format = useFormat();
  const { means } = props;
  return (
    <span translate="no" className="font-semibold text-ink">
      {text.compared({
        complete: format.number(props.complete),
        agencies: format.number(props.agencies),
        compared: format.number(props.compared),
        before: String(props.before),
      })}
      {means ? `: ${text.mean} ${means.map(format.figure).join(' → ')}` : null}
    </span>
  );
}

/**
 * What stands where the figure would, of everybody who is not complete: the sign of the board, and how far they are. A
 * provisional figure is none: what is unanswered would count as the lowest.
 */
export function Unfinished(props: { readonly filled: number; readonly total: number }) {
  const format = useFormat();
  return <UnfinishedPart part={`${format.number(props.filled)}/${format.number(props.total)}`} />;
}

/** The same where the parts came as they are read: `12/47`. */
export function UnfinishedPart({ part }: { readonly part: string }) {
  const text = useWords();
  return (
    <span translate="no" className="font-normal whitespace-nowrap text-muted tabular-nums">
      <span aria-hidden="true">◌ </span>
      {part}
      <span className="sr-only"> ({text.open})</span>
    </span>
  );
}

/** What is said of a figure that holds those of others: what a reader adds up, and why it is not the same. */
export function WholeKey(props: {
  /** Of the topic, where several stand side by side. */
  readonly name: string | null;
  readonly parts: { readonly count: number; readonly sum: string } | null;
}) {
  const text = useWords();
  const format = useFormat();
  const { name, parts } = props;
  const said = parts ? text.wholeOf({ parts: format.number(parts.count), sum: parts.sum }) : text.whole;
  return (
    <>
      <span aria-hidden="true" className="font-bold text-accent">
        Σ{' '}
      </span>
      {name === null ? said : `${name}: ${said}`}
    </>
  );
}

/**
 * The arms or logo on a white ground, for no drawing of arms was made for a dark stage; else letters in a ring. What they
 * stand for is written beside them.
 */
export function Emblem(props: {
  readonly letters: string;
  /** The size of the letters, and of the arms. */
  readonly className: string;
  readonly armsClass: string;
}) {
  const { screen, armsBase } = useStage();
  const { arms } = screen.rakerda;
  if (arms === null || armsBase === undefined) return <Monogram {...props} />;
  return (
    <img
      src={armsPath(armsBase, arms)}
      alt=""
      data-arms
      className={`block shrink-0 self-start rounded-lg bg-white object-contain p-2 ${props.armsClass}`}
    />
  );
}

function Monogram({ letters, className }: { readonly letters: string; readonly className: string }) {
  if (letters === '') return null;
  return (
    <svg aria-hidden="true" className={`block shrink-0 ${className}`}>
      <circle cx="50%" cy="50%" r="46%" strokeWidth="4%" className="fill-brand-soft stroke-brand" />
      <text x="50%" y="50%" dy="0.36em" textAnchor="middle" className="fill-brand-strong font-bold">
        {letters}
      </text>
    </svg>
  );
}

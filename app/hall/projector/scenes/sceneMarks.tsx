/** Small marks that several scenes share. */
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

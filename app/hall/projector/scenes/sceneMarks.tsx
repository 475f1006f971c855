/** Small marks that several scenes share. */
import { useFormat } from '~/i18n';
import { useWords } from './stage';

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

/** Letters in a ring where arms would stand. What they stand for is written beside them. */
export function Monogram({ letters, className }: { readonly letters: string; readonly className: string }) {
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

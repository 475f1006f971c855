/** Small parts that several screens of this room share. */
import type { RakerdaState } from '#db/schema';
import { useFormat, useSection, useText } from '~/i18n';
import { Badge, type BadgeTone } from '~/ui';
import { overviewWords } from './overviewWords';

const STAGE_TONES: Readonly<Record<RakerdaState, BadgeTone>> = {
  preparation: 'neutral',
  filling: 'brand',
  plenary: 'accent',
  closed: 'neutral',
  archived: 'neutral',
};

export function StageBadge({ state }: { state: RakerdaState }) {
  const text = useText();
  return <Badge tone={STAGE_TONES[state]}>{text.rakerdaState[state]}</Badge>;
}

/** How much is answered, as a bar with its figures beside it. */
export function Completeness(props: { answered: number; total: number; label: string; short?: boolean }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const figures = { answered: format.number(props.answered), total: format.number(props.total) };
  // A column says in its header what is counted.
  const words = props.short ? overviewText.overview.answeredShort(figures) : text.answeredOf(figures);
  return (
    <div className={props.short ? 'flex items-center gap-2' : ''}>
      <progress
        className={props.short ? 'bar w-12!' : 'bar'}
        aria-label={props.label}
        max={props.total}
        value={props.answered}
      >
        {words}
      </progress>
      <p className={`text-sm text-muted ${props.short ? 'whitespace-nowrap' : ''}`}>{words}</p>
    </div>
  );
}

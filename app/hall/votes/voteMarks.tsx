/** Small parts that both pages of the votes share. */
import type { VoteState } from '#db/schema';
import { useFormat, useSection } from '~/i18n';
import { Badge, type BadgeTone, LevelMark } from '~/ui';
import { voteWords } from './voteWords';

const STATE_TONES: Readonly<Record<VoteState, BadgeTone>> = {
  open: 'accent',
  closed: 'neutral',
  revealed: 'success',
};

export function VoteStateBadge({ state }: { state: VoteState }) {
  return <Badge tone={STATE_TONES[state]}>{useSection(voteWords).state[state]}</Badge>;
}

/** A stored level as people write it: `3`, or `3,50` where the instrument has levels in between. */
export function useLevelText(): (level: number, unit: number) => string {
  const format = useFormat();
  return (level, unit) =>
    level % unit === 0 ? format.number(level / unit) : format.figure(Math.round((level * 100) / unit));
}

export function Level({ level, unit }: { level: number; unit: number }) {
  const levelText = useLevelText();
  if (level % unit === 0) return <LevelMark level={level / unit} />;
  return <span className="text-lg font-bold tabular-nums">{levelText(level, unit)}</span>;
}

/** How many have voted, as a bar with its figures. */
export function Turnout({ voted, eligible }: { voted: number; eligible: number }) {
  const text = useSection(voteWords);
  const format = useFormat();
  const figures = text.voted({ voted: format.number(voted), eligible: format.number(eligible) });
  return (
    <div className="max-w-md">
      <progress
        className="bar"
        aria-label={text.votedLabel}
        aria-valuetext={figures}
        max={Math.max(1, eligible)}
        value={voted}
      />
      <p className="font-medium tabular-nums">{figures}</p>
    </div>
  );
}

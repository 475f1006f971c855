/** Small parts that both pages of the votes share. */
import type { Ballot, VoteState } from '#db/schema';
import { useFormat, useSection } from '~/i18n';
import { isWholeLevel, levelHundredths, shownLevel } from '~/instrument';
import { Badge, type BadgeTone, LevelMark } from '~/ui';
import { voteWords } from './voteWords';

const STATE_TONES: Readonly<Record<VoteState, BadgeTone>> = {
  open: 'accent',
  closed: 'neutral',
  revealed: 'success',
};

export function VoteStateBadge({ vote }: { vote: { state: VoteState; isWithdrawn: boolean } }) {
  const text = useSection(voteWords).state;
  if (vote.isWithdrawn) return <Badge>{text.withdrawn}</Badge>;
  return <Badge tone={STATE_TONES[vote.state]}>{text[vote.state]}</Badge>;
}

/** A stored level as people write it: `3`, or `3,50` where the instrument has levels in between. */
export function useLevelText(): (level: number, unit: number) => string {
  const format = useFormat();
  return (level, unit) =>
    isWholeLevel({ unit }, level)
      ? format.number(shownLevel({ unit }, level))
      : format.figure(levelHundredths({ unit }, level));
}

export function Level({ level, unit }: { level: number; unit: number }) {
  const levelText = useLevelText();
  if (isWholeLevel({ unit }, level)) return <LevelMark level={shownLevel({ unit }, level)} />;
  return (
    <span translate="no" className="text-lg font-bold tabular-nums">
      {levelText(level, unit)}
    </span>
  );
}

/** How many have voted, as a bar with its figures. */
export function Turnout({ vote }: { vote: { voted: number; eligible: number; ballot: Ballot } }) {
  const { voted, eligible, ballot } = vote;
  const text = useSection(voteWords);
  const format = useFormat();
  const figures = text.voted[ballot]({ voted: format.number(voted), eligible: format.number(eligible) });
  return (
    <div className="max-w-md">
      <progress
        className="bar"
        aria-label={text.votedLabel}
        aria-valuetext={figures}
        max={Math.max(1, eligible)}
        value={voted}
      />
      <p translate="no" className="font-medium tabular-nums">
        {figures}
      </p>
    </div>
  );
}

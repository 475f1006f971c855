import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { LevelMark } from '~/ui';
import type { SceneOf } from '../scene';
import { Frame, Nothing } from './sceneFrame';
import { CriteriaList } from './sceneLevels';
import { AgencyName } from './sceneRows';
import { useMarkOf, useStage } from './stage';
import { ballotsPerDot, ColumnDots, columnShape, TurnoutDots } from './voteDots';
import { voteWords } from './voteWords';

type Vote = NonNullable<SceneOf<'vote'>['vote']>;

/** "What level is this evidence?" – the question, how many have answered, and in the end what they said. */
export function VoteScene({ vote }: SceneOf<'vote'>) {
  const words = useSection(voteWords);
  if (!vote) {
    return (
      <Frame title={words.heading}>
        <Nothing>{words.none}</Nothing>
      </Frame>
    );
  }
  return (
    <Frame
      title={words.title({ no: String(vote.indicatorNo), name: vote.indicatorName })}
      drawing={`${vote.id} ${vote.tally ? 'result' : 'casting'}`}
    >
      <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:gap-2 hall:space-y-0">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Question agency={vote.agency} />
          <StateSign state={vote.state} />
        </div>
        {vote.tally ? <Result vote={vote} tally={vote.tally} /> : <Casting {...vote} />}
      </div>
    </Frame>
  );
}

function Question({ agency }: { readonly agency: number }) {
  const mark = useMarkOf()(agency);
  const text = useSection(voteWords);
  return (
    <p className="text-lg font-semibold hall:text-base wide:hall:text-lg">
      {mark.name === null ? text.questionHidden : text.question({ agency: mark.name })}{' '}
      {mark.isOwn ? <AgencyOwn agency={agency} /> : null}
    </p>
  );
}

function AgencyOwn({ agency }: { readonly agency: number }) {
  const { size } = useStage();
  return size === 'phone' ? <AgencyName agency={agency} /> : null;
}

const TONES = {
  open: 'border-success bg-success-soft text-success',
  closed: 'border-accent bg-accent-soft text-accent',
  revealed: 'border-brand bg-brand-soft text-brand-strong',
} as const;

function StateSign({ state }: { readonly state: Vote['state'] }) {
  const text = useSection(voteWords);
  return (
    <p
      role="status"
      translate="no"
      className={`rounded-lg border-2 px-4 py-1 text-xl font-bold hall:text-lg wide:hall:text-2xl ${TONES[state]}`}
    >
      {text[state]}
    </p>
  );
}

function Casting({ criteria, state, ballot, voted, eligible }: Vote) {
  const text = useSection(voteWords);
  const format = useFormat();
  const { size } = useStage();
  return (
    <>
      <CriteriaList criteria={criteria} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-2 hall:flex-nowrap">
        <p translate="no" className="text-3xl font-bold whitespace-nowrap tabular-nums hall:text-4xl">
          {text.cast[ballot]({ count: format.number(voted), total: format.number(eligible) })}
        </p>
        <TurnoutDots voted={voted} eligible={eligible} />
        {state === 'closed' ? (
          <p className="text-lg text-muted hall:hidden hall:whitespace-nowrap wide:hall:block">
            {text.waiting}
          </p>
        ) : size === 'hall' ? (
          <p className="hidden text-lg whitespace-nowrap text-muted wide:block">{text.fromPhone}</p>
        ) : null}
      </div>
    </>
  );
}

/** Three beats: how the ballots fell, what the agency claims, what the hall agrees on. */
function Result({ vote, tally }: { readonly vote: Vote; readonly tally: NonNullable<Vote['tally']> }) {
  const text = useSection(voteWords);
  const format = useFormat();
  const most = Math.max(1, ...tally.map(({ votes }) => votes));
  const perDot = ballotsPerDot(tally.reduce((sum, { votes }) => sum + votes, 0));
  const shape = columnShape(most, perDot);
  return (
    <>
      <ol className="grid auto-cols-fr grid-flow-col gap-1 hall:min-h-0 hall:flex-1 hall:gap-3">
        {tally.map(({ level, votes }) => {
          const isAgreed = vote.agreed?.level === level;
          return (
            <li
              key={level}
              className="relative flex min-w-0 flex-col items-center gap-1 px-1 py-2 hall:min-h-0 hall:py-1"
            >
              {isAgreed ? (
                <span
                  data-beat="agreed"
                  aria-hidden="true"
                  className="pointer-events-none absolute inset-0 rounded-lg border-4 border-success bg-success-soft/40"
                />
              ) : null}
              <span className="relative flex min-h-6 items-center gap-2 font-bold whitespace-nowrap hall:min-h-10">
                {vote.claimed === level ? (
                  <span data-beat="claimed" className="text-accent">
                    ◆ <Word>{text.claim}</Word>
                  </span>
                ) : null}
              </span>
              <span className="relative h-28 w-full hall:h-auto hall:min-h-0 hall:flex-1">
                <span className="absolute inset-0">
                  <ColumnDots votes={votes} perDot={perDot} shape={shape} />
                </span>
              </span>
              <span className="relative flex flex-wrap items-center justify-center gap-x-3 border-t-2 border-line-strong pt-1 hall:w-full hall:flex-nowrap">
                <LevelMark level={level} />
                <span
                  translate="no"
                  className="text-lg font-bold whitespace-nowrap tabular-nums hall:text-xl"
                >
                  {format.number(votes)}
                  <span className="sr-only"> {text.votes({ count: format.number(votes) })}</span>
                </span>
                {isAgreed ? (
                  <span data-beat="agreed" className="sr-only">
                    {text.agreed}
                  </span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      <dl className="flex flex-wrap items-baseline gap-x-8 gap-y-1">
        <Fact label={text.median}>{vote.median === null ? '–' : format.figure(vote.median)}</Fact>
        <Fact label={`◆ ${text.claimed}`} tone="text-accent" beat="claimed">
          {vote.claimed === null ? '–' : format.number(vote.claimed)}
        </Fact>
        <Fact label={text.agreed} tone="text-success" beat="agreed" isFramed>
          {vote.agreed ? format.number(vote.agreed.level) : '–'}
        </Fact>
        {perDot === 1 ? null : (
          <div className="text-muted hall:text-sm">{text.perDot({ count: format.number(perDot) })}</div>
        )}
        <div data-beat="agreed" className="basis-full">
          <dt className="sr-only">{text.reason}</dt>
          <dd className="leading-tight hall:line-clamp-2 hall:text-sm/(--hall-line)">
            {vote.agreed ? vote.agreed.reason : <span className="text-muted">{text.notAgreed}</span>}
          </dd>
        </div>
      </dl>
    </>
  );
}

/** On a phone a column has room for its sign alone; what it means stands below. */
function Word({ children }: { readonly children: string }) {
  const { size } = useStage();
  return <span className={size === 'phone' ? 'sr-only' : ''}>{children}</span>;
}

function Fact({
  label,
  tone = 'text-muted',
  beat,
  isFramed = false,
  children,
}: {
  readonly label: string;
  readonly tone?: string;
  /** Its column has a frame: the key has the same. */
  readonly isFramed?: boolean;
  /** It is told when the picture tells it. */
  readonly beat?: string;
  readonly children: ReactNode;
}) {
  return (
    <div data-beat={beat} className="flex items-baseline gap-x-3">
      <dt className={`font-semibold ${tone}`}>
        {isFramed ? (
          <span
            aria-hidden="true"
            className="mr-2 inline-block size-[0.8em] rounded-sm border-4 border-success bg-success-soft/40"
          />
        ) : null}
        {label}
      </dt>
      <dd translate="no" className="text-2xl font-bold tabular-nums">
        {children}
      </dd>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useFormat } from '~/i18n';
import { LevelMark } from '~/ui';
import type { SceneOf } from '../scene';
import { Bar } from './sceneBars';
import { Frame, Nothing } from './sceneFrame';
import { CriteriaList } from './sceneLevels';
import { AgencyName } from './sceneRows';
import { useMarkOf, useStage, useWords } from './stage';

type Vote = NonNullable<SceneOf<'vote'>['vote']>;

/** "What level is this evidence?" – the question, how many have answered, and in the end what they said. */
export function VoteScene({ vote }: SceneOf<'vote'>) {
  const text = useWords();
  if (!vote) {
    return (
      <Frame title={text.vote.heading}>
        <Nothing>{text.vote.none}</Nothing>
      </Frame>
    );
  }
  return (
    <Frame title={text.vote.title({ no: String(vote.indicatorNo), name: vote.indicatorName })}>
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
  const text = useWords().vote;
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

const STATES = {
  open: { sign: '●', tone: 'border-success bg-success-soft text-success' },
  closed: { sign: '■', tone: 'border-accent bg-accent-soft text-accent' },
  revealed: { sign: '✓', tone: 'border-brand bg-brand-soft text-brand-strong' },
} as const;

function StateSign({ state }: { readonly state: Vote['state'] }) {
  const text = useWords().vote;
  const { sign, tone } = STATES[state];
  return (
    <p
      role="status"
      translate="no"
      className={`rounded-lg border-2 px-4 py-1 text-xl font-bold hall:text-lg wide:hall:text-2xl ${tone}`}
    >
      <span aria-hidden="true">{sign} </span>
      {text[state]}
    </p>
  );
}

function Casting({ criteria, state, ballot, voted, eligible }: Vote) {
  const text = useWords().vote;
  const format = useFormat();
  const { size } = useStage();
  return (
    <>
      <CriteriaList criteria={criteria} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-2 hall:flex-nowrap">
        <p translate="no" className="text-3xl font-bold whitespace-nowrap tabular-nums hall:text-4xl">
          {text.cast[ballot]({ count: format.number(voted), total: format.number(eligible) })}
        </p>
        <Bar value={voted} top={Math.max(eligible, voted)} className="hall:!h-8" />
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

function Result({ vote, tally }: { readonly vote: Vote; readonly tally: NonNullable<Vote['tally']> }) {
  const text = useWords().vote;
  const format = useFormat();
  const most = Math.max(1, ...tally.map(({ votes }) => votes));
  return (
    <>
      <ol className="space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:auto-rows-[minmax(0,1fr)] hall:grid-cols-[auto_minmax(0,1fr)_auto_auto] hall:gap-x-4 hall:space-y-0">
        {tally.map(({ level, votes }) => {
          const isAgreed = vote.agreed?.level === level;
          return (
            <li
              key={level}
              className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-2 py-1 hall:col-span-full hall:grid hall:min-h-0 hall:grid-cols-subgrid hall:grid-rows-[minmax(0,1fr)] ${isAgreed ? 'outline-2 -outline-offset-2 outline-success' : ''}`}
            >
              <LevelMark level={level} />
              <Bar value={votes} top={most} className="order-last hall:order-none" />
              <span translate="no" className="text-xl font-bold whitespace-nowrap tabular-nums">
                {text.votes({ count: format.number(votes) })}
              </span>
              <span className="flex flex-wrap gap-x-4 font-semibold whitespace-nowrap">
                {vote.claimed === level ? <span className="text-accent">◆ {text.claimed}</span> : null}
                {isAgreed ? <span className="text-success">✓ {text.agreed}</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
      <dl className="grid grid-cols-3 gap-3 ">
        <Fact label={text.median}>{vote.median === null ? '–' : format.figure(vote.median)}</Fact>
        <Fact label={text.claimed}>{vote.claimed === null ? '–' : format.number(vote.claimed)}</Fact>
        <Fact label={text.agreed}>{vote.agreed?.level ?? '–'}</Fact>
        <div className="col-span-full">
          <dt className="sr-only">{text.reason}</dt>
          <dd className="leading-tight hall:line-clamp-3 hall:text-sm/(--hall-line)">
            {vote.agreed ? vote.agreed.reason : <span className="text-muted">{text.notAgreed}</span>}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-lg border border-line bg-surface px-2 py-1 hall:px-4">
      <dt className="leading-tight text-muted hall:text-sm">{label}</dt>
      <dd translate="no" className="text-2xl font-bold tabular-nums hall:text-3xl">
        {children}
      </dd>
    </div>
  );
}

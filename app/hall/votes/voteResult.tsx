/** What the hall said: distribution, median, and the agency's claim beside what was agreed. */
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { shownLevel } from '~/instrument';
import { Badge, Card, LevelMark } from '~/ui';
import type { VotePage } from './votes.read.server';
import { Level } from './voteMarks';
import type { VoteResult } from './voteRows.server';
import { shares } from './shares';
import { voteWords } from './voteWords';

export function Result({ page, revealed }: { page: VotePage; revealed: VoteResult }) {
  const text = useSection(voteWords).result;
  const format = useFormat();
  const { unit } = page.vote;
  const { agreed, claimed, median } = revealed;
  return (
    <Card aria-labelledby="hasil" className="space-y-4">
      <h2 id="hasil" className="text-xl">
        {text.title}
      </h2>
      <dl className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Fact name={text.median}>
          {median === null ? (
            <span className="text-muted">{text.noMedian}</span>
          ) : (
            <span translate="no" className="text-3xl font-bold tabular-nums">
              {format.figure(median)}
            </span>
          )}
        </Fact>
        <Fact name={text.claimed}>
          {claimed === null ? (
            <span className="text-muted">{text.noClaim}</span>
          ) : (
            <Level level={claimed} unit={unit} />
          )}
        </Fact>
        <Fact name={text.agreed}>
          {agreed === null ? (
            <span className="text-muted">{text.notAgreed}</span>
          ) : (
            <Level level={agreed.level} unit={unit} />
          )}
        </Fact>
      </dl>
      {agreed === null ? null : (
        <div>
          <p className="font-semibold">{text.reason}</p>
          <p className="max-w-prose whitespace-pre-line">{agreed.reason}</p>
        </div>
      )}
      <Distribution page={page} revealed={revealed} />
      <p className="max-w-prose text-sm text-muted">{text.beside}</p>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="flex min-h-10 items-center">{children}</dd>
    </div>
  );
}

function Distribution({ page, revealed }: { page: VotePage; revealed: VoteResult }) {
  const text = useSection(voteWords).result;
  const format = useFormat();
  const { unit } = page.vote;
  const total = revealed.tally.reduce((sum, { votes }) => sum + votes, 0);
  const share = shares(revealed.tally.map(({ votes }) => votes));
  const nameOf = new Map(page.choices.map(({ level, name }) => [level, name]));
  return (
    <table className="w-full border-collapse">
      <caption className="pb-2 text-left font-semibold">
        {text.caption} ({text.total({ count: format.number(total) })})
      </caption>
      <thead>
        <tr className="border-b border-line text-sm text-muted">
          <th scope="col" className="py-1 text-left font-medium sm:w-64">
            {text.level}
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            {text.votes}
          </th>
          <th scope="col" className="w-2/5 py-1 text-left font-medium sm:w-1/2">
            {text.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {revealed.tally.map(({ level, votes }, place) => (
          <tr key={level} className="border-b border-line">
            <th scope="row" className="py-2 pr-2 text-left font-medium">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <LevelMark level={shownLevel({ unit }, level)} />
                <span>{nameOf.get(level) ?? ''}</span>
                {revealed.claimed === level ? <Badge>{text.claimed}</Badge> : null}
                {revealed.agreed?.level === level ? <Badge tone="success">{text.agreed}</Badge> : null}
              </span>
            </th>
            <td translate="no" className="py-2 pr-3 text-right text-lg font-bold tabular-nums">
              {format.number(votes)}
            </td>
            <td className="py-2">
              <span className="flex items-center gap-2">
                <svg
                  className="h-6 w-0 flex-1 rounded bg-sunken"
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect className="fill-brand" width={(votes / Math.max(1, total)) * 100} height="10" />
                </svg>
                <span translate="no" className="w-11 shrink-0 text-right text-sm tabular-nums">
                  {format.percent(share[place] ?? 0, 100)}
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

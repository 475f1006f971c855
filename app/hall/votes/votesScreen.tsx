/** All votes of a Rakerda: what runs now, how to open one, and what came of the earlier ones. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { entryPath, rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Button, ButtonLink, Card, FilterForm, SelectField, Sideways } from '~/ui';
import type { OpenRefusal } from './voteForms';
import { OpenSection } from './openVoteForm';
import type { ListedVote, VotesPage } from './votes.read.server';
import { Level, Turnout, VoteStateBadge } from './voteMarks';
import { voteWords } from './voteWords';

export function VotesScreen(props: { page: VotesPage; refusal: OpenRefusal | undefined; live: ReactNode }) {
  const { page } = props;
  const text = useSection(voteWords);
  return (
    <div className="space-y-8">
      <div>
        <MeetingHeader
          frame={page}
          current="votes"
          title={text.title}
          lead={
            <>
              <p>{text.lead}</p>
              <p className="mt-2">{props.live}</p>
            </>
          }
        />
        {page.open ? <OpenNow page={page} open={page.open} /> : null}
      </div>
      {page.manage ? <OpenSection page={page} manage={page.manage} refusal={props.refusal} /> : null}
      <List page={page} />
      <noscript>
        <a className="text-brand underline" href={rakerdaPath(page.rakerda.id, 'votes')}>
          {text.reload}
        </a>
      </noscript>
    </div>
  );
}

/** What a participant came for stands first and is one tap away. */
function OpenNow({ page, open }: { page: VotesPage; open: ListedVote }) {
  const text = useSection(voteWords);
  const mustVote = page.votesNow && !page.hasVotedOpen;
  return (
    <Card aria-labelledby="berlangsung" className="space-y-3 border-l-4 border-l-accent">
      <h2 id="berlangsung" className="text-xl">
        {text.now.title}
      </h2>
      <div>
        <p className="font-semibold">
          {text.indicator({ no: String(open.indicatorNo), name: open.indicatorName })}
        </p>
        <p className="text-muted">{open.agencyName}</p>
      </div>
      <Turnout vote={open} />
      {page.hasVotedOpen ? <p className="font-medium text-success">✓ {text.now.hasVoted}</p> : null}
      <ButtonLink
        tone={mustVote || page.manage ? 'primary' : 'secondary'}
        className="w-full sm:w-auto"
        to={entryPath(page.rakerda.id, 'votes', open.id)}
      >
        {mustVote ? text.now.cast : text.now.follow}
      </ButtonLink>
    </Card>
  );
}

function List({ page }: { page: VotesPage }) {
  const text = useSection(voteWords);
  return (
    <section aria-labelledby="daftar" className="space-y-3">
      <h2 id="daftar" className="text-xl">
        {text.list.title}
      </h2>
      {page.total === 0 ? (
        <Alert>
          <p>{text.list.none}</p>
          {page.mayCast ? <p>{text.list.noneParticipant}</p> : null}
        </Alert>
      ) : (
        <>
          <Filter page={page} />
          {page.votes.length === 0 ? <p>{text.list.noneForAgency}</p> : <Table page={page} />}
        </>
      )}
    </section>
  );
}

function Filter({ page }: { page: VotesPage }) {
  const text = useSection(voteWords);
  if (page.agencies.length < 2 && page.agency === null) return null;
  return (
    <FilterForm
      className="flex flex-wrap items-end gap-3 print:hidden"
      button={<Button tone="secondary">{text.list.filterApply}</Button>}
    >
      <div className="w-full max-w-xs">
        <SelectField id="instansi" name="instansi" label={text.list.filter} defaultValue={page.agency ?? ''}>
          <option value="">{text.list.filterAll}</option>
          {page.agencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </FilterForm>
  );
}

function Table({ page }: { page: VotesPage }) {
  const text = useSection(voteWords);
  const format = useFormat();
  const head = 'px-3 py-2 text-left font-semibold';
  return (
    <Sideways label={text.list.title} framed>
      <table className="w-full border-collapse">
        <caption className="sr-only">{text.list.caption}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={head}>
              {text.list.question}
            </th>
            <th scope="col" className={head}>
              {text.list.state}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {text.list.voted}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {text.list.median}
            </th>
            <th scope="col" className={head}>
              {text.list.claimed}
            </th>
            <th scope="col" className={head}>
              {text.list.agreed}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.votes.map((vote) => (
            <tr key={vote.id} className="border-t border-line align-top">
              <th scope="row" className="min-w-56 px-3 py-2 text-left font-normal">
                <Link
                  className="inline-block min-h-6 font-semibold text-brand underline underline-offset-2"
                  to={entryPath(page.rakerda.id, 'votes', vote.id)}
                >
                  {text.indicator({ no: String(vote.indicatorNo), name: vote.indicatorName })}
                </Link>
                <span className="block">{vote.agencyName}</span>
                <span className="block text-sm text-muted">
                  {vote.instrumentName === null ? '' : `${vote.instrumentName} · `}
                  {format.dateTime(vote.openedAt, page.rakerda.timeZone)}
                </span>
              </th>
              <td className="px-3 py-2">
                <VoteStateBadge vote={vote} />
              </td>
              <td translate="no" className="px-3 py-2 text-right whitespace-nowrap tabular-nums">
                {format.number(vote.voted)} / {format.number(vote.eligible)}
              </td>
              <Outcome vote={vote} />
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Outcome({ vote }: { vote: ListedVote }) {
  const text = useSection(voteWords);
  const format = useFormat();
  const { revealed, unit } = vote;
  if (revealed === null) {
    return (
      <td colSpan={3} className="px-3 py-2 text-muted">
        {vote.isWithdrawn ? text.list.withdrawn : text.list.hidden}
      </td>
    );
  }
  return (
    <>
      <td translate="no" className="px-3 py-2 text-right font-semibold tabular-nums">
        {revealed.median === null ? '–' : format.figure(revealed.median)}
      </td>
      <td className="px-3 py-2">
        {revealed.claimed === null ? '–' : <Level level={revealed.claimed} unit={unit} />}
      </td>
      <td className="px-3 py-2">
        {revealed.agreed === null ? (
          <span className="text-muted">{text.list.notAgreed}</span>
        ) : (
          <Level level={revealed.agreed.level} unit={unit} />
        )}
      </td>
    </>
  );
}

/** One vote. On a participant's phone: the question and the choice; for who runs it: the steps and the agreement. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useSection } from '~/i18n';
import { shownLevel } from '~/instrument';
import { assessmentPath, entryPath, rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Card, LevelMark } from '~/ui';
import { AgreeForm } from './agreeForm';
import { CastForm } from './castForm';
import type { VoteRefusal } from './voteForms';
import type { VotePage } from './votes.read.server';
import { Turnout, VoteStateBadge } from './voteMarks';
import { Result } from './voteResult';
import { RunCard } from './runCard';
import { voteWords } from './voteWords';

export interface VoteScreenProps {
  readonly page: VotePage;
  readonly refusal: VoteRefusal | undefined;
  /** The word in the address that says what was just done. */
  readonly message: string | null;
  readonly live: ReactNode;
}

export function VoteScreen({ page, refusal, message, live }: VoteScreenProps) {
  const { vote, rakerda } = page;
  const text = useSection(voteWords);
  const mayChoose = page.mayCast && page.sitsOut === null && vote.state === 'open' && page.isRunning;
  const castsNow = mayChoose && !page.hasVoted;
  return (
    <div className="space-y-6">
      <div>
        <MeetingHeader
          frame={page}
          current="votes"
          title={text.vote.question}
          lead={
            <>
              <p className="text-lg font-semibold text-ink">{vote.agencyName}</p>
              <p className="text-ink">
                {vote.instrumentName === null ? '' : `${vote.instrumentName} · `}
                {text.indicator({ no: String(vote.indicatorNo), name: vote.indicatorName })}
              </p>
              <p className="mt-2 flex flex-wrap items-center gap-2">
                <VoteStateBadge vote={vote} />
                {live}
              </p>
              <p className="mt-1 text-sm text-muted">
                {text.ballot[vote.ballot]} {text.subject[vote.includesSubject ? 'votes' : 'sitsOut']}
              </p>
            </>
          }
          crumbs={[{ to: rakerdaPath(rakerda.id, 'votes'), label: text.crumb }]}
        />
      </div>
      {page.otherOpenId === null ? null : (
        <Alert tone="warning">
          <p>{text.now.other}</p>
          <Link
            className="inline-flex min-h-11 items-center font-semibold text-brand underline"
            to={entryPath(rakerda.id, 'votes', page.otherOpenId)}
          >
            {page.mayCast ? text.now.cast : text.now.follow}
          </Link>
        </Alert>
      )}
      <Told page={page} refusal={refusal} message={message} />
      {vote.state === 'revealed' || castsNow ? null : <Turnout vote={vote} />}
      {page.mayManage && vote.state !== 'revealed' && !vote.isWithdrawn ? <RunCard page={page} /> : null}
      {vote.revealed ? <Result page={page} revealed={vote.revealed} /> : null}
      {page.mayManage && vote.revealed && page.isRunning ? (
        <AgreeForm page={page} agreed={vote.revealed.agreed} refusal={refusal} />
      ) : null}
      {/* First the agreement, then the next question. */}
      {page.mayManage && vote.state === 'revealed' ? <RunCard page={page} /> : null}
      {mayChoose && !castsNow ? (
        <details open={refusal?.kind === 'castInvalid'}>
          <summary className="min-h-11 py-2 text-lg font-semibold">{text.vote.change}</summary>
          <p className="mb-2 max-w-prose text-muted">{text.vote.changeHint[vote.ballot]}</p>
          <CastForm page={page} isInvalid={refusal?.kind === 'castInvalid'} />
        </details>
      ) : castsNow ? (
        <>
          <CastForm page={page} isInvalid={refusal?.kind === 'castInvalid'} />
          <Turnout vote={vote} />
        </>
      ) : (
        <Criteria page={page} />
      )}
      <Proof page={page} />
      <noscript>
        <a className="text-brand underline" href={entryPath(rakerda.id, 'votes', vote.id)}>
          {text.reload}
        </a>
      </noscript>
    </div>
  );
}

const MANAGE_MESSAGES = ['dibuka', 'ditutup', 'dibuka-lagi', 'batal', 'hasil', 'sepakat', 'layar'] as const;
const REFUSALS = ['notOpen', 'locked', 'stillOpen', 'otherOpen', 'over', 'sitsOut'] as const;

/** Where the reader stands: what was just done, what was refused, whether the own vote is in. */
function Told({ page, refusal, message }: Omit<VoteScreenProps, 'live'>) {
  const text = useSection(voteWords);
  const { vote } = page;
  const refused = REFUSALS.find((known) => known === refusal?.kind);
  if (refused === 'sitsOut')
    return <Alert tone="danger">{text.vote.sitsOut[page.sitsOut ?? 'subject']}</Alert>;
  if (refused) return <Alert tone="danger">{text.vote[refused]}</Alert>;
  if (vote.isWithdrawn && !page.mayManage) return <Alert>{text.vote.withdrawn}</Alert>;
  if (page.mayManage) {
    const said = MANAGE_MESSAGES.find((known) => known === message);
    return said ? <Alert tone="success">{text.message[said]}</Alert> : null;
  }
  if (page.hasVoted) {
    const isSecond = message === 'sudah';
    return (
      <Alert
        tone={isSecond ? 'info' : 'success'}
        title={
          isSecond
            ? text.vote.already
            : `✓ ${message === 'diubah' ? text.vote.changed : text.vote.done[vote.ballot]}`
        }
      >
        {isSecond ? <p>{text.vote.alreadyHint}</p> : null}
        {vote.state === 'revealed' ? null : <p>{text.vote.doneHint}</p>}
      </Alert>
    );
  }
  if (page.sitsOut && vote.state !== 'revealed') return <Alert>{text.vote.sitsOut[page.sitsOut]}</Alert>;
  if (vote.state === 'closed') {
    return <Alert title={page.mayCast ? text.vote.missed : text.vote.closed}>{text.vote.closedHint}</Alert>;
  }
  if (vote.state === 'open' && !page.mayCast) return <Alert>{text.vote.onlyWatches}</Alert>;
  return vote.state === 'open' && !page.isRunning ? <Alert>{text.vote.locked}</Alert> : null;
}

/** The criteria for reading, where there is nothing (more) to choose. */
function Criteria({ page }: { page: VotePage }) {
  const text = useSection(voteWords);
  return (
    <details open={page.vote.state === 'open' && (page.mayManage || page.sitsOut !== null)}>
      <summary className="min-h-11 py-2 text-lg font-semibold">{text.vote.criteria}</summary>
      <ol className="mt-2 space-y-3">
        {page.choices.map((choice) => (
          <li key={choice.level} className="flex gap-3">
            <LevelMark level={shownLevel(page.vote, choice.level)} />
            <span>
              <span className="block font-semibold">{choice.name}</span>
              <span className="block max-w-prose">{choice.criterion}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Proof({ page }: { page: VotePage }) {
  const text = useSection(voteWords).vote;
  const { vote, proof } = page;
  if (!proof) return page.mayCast ? <p className="max-w-prose text-muted">{text.proofElsewhere}</p> : null;
  const answer = assessmentPath(page.rakerda.id, vote.instrumentCode, vote.agencyCode, vote.indicatorNo);
  return (
    <Card aria-labelledby="bukti" className="space-y-3">
      <h2 id="bukti" className="text-lg">
        {text.proof({ agency: vote.agencyName })}
      </h2>
      <p className="max-w-prose whitespace-pre-line">
        {proof.justification === '' ? text.noJustification : proof.justification}
      </p>
      {proof.links.length === 0 ? (
        <p className="text-muted">{text.noLinks}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5">
          {proof.links.map((link) => (
            <li key={link.url}>
              <a
                className="break-all text-brand underline underline-offset-2"
                href={link.url}
                target="_blank"
                rel="noreferrer"
              >
                {link.caption === '' ? link.url : link.caption}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Link className="inline-flex min-h-11 items-center text-brand underline" to={answer}>
        {text.toAnswer}
      </Link>
    </Card>
  );
}

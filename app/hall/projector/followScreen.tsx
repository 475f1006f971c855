/** What a participant's phone shows: the hall's screen, the own agency marked, and the vote that waits. */
import { Link } from '@remix-run/react';
import { useState } from 'react';
import { useSection } from '~/i18n';
import { LiveMarker, rakerdaStream, useLiveData } from '~/live';
import { entryPath, rakerdaPath } from '~/paths';
import { Alert, ButtonLink, PageHeader } from '~/ui';
import { concernsScreen } from './concerns';
import { type FollowView, parseFollow } from './follow';
import { SceneView } from './scenes/sceneView';
import { followWords } from './followWords';

export interface FollowProps {
  readonly view: FollowView;
  readonly rakerda: { readonly id: string; readonly name: string };
}

export function FollowScreen({ view: initial, rakerda }: FollowProps) {
  const text = useSection(followWords);
  const [shown, setShown] = useState(initial);
  const { data, connection, isRefused } = useLiveData({
    address: rakerdaPath(rakerda.id, 'followScene'),
    stream: rakerdaStream(rakerda.id),
    initial,
    parse: parseFollow,
    asOf: ({ screen }) => screen.asOf,
    // Votes count here even while the hall's screen is frozen: the phone is asked for one.
    concerns: (event) => event.type === 'vote' || concernsScreen(shown.screen, event),
  });
  if (shown !== data) setShown(data);
  const { screen, own, openVote } = data;
  return (
    <div className="mx-auto max-w-3xl">
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <PageHeader
        title={text.title}
        lead={own ? text.lead : text.leadGuest}
        crumbs={[{ to: rakerdaPath(rakerda.id), label: rakerda.name }]}
        actions={<LiveMarker state={connection} />}
      />
      <div className="space-y-6">
        {isRefused ? (
          <Alert tone="danger">
            <p>{text.refused}</p>
            <p>
              <a
                className="font-semibold underline"
                href={`/masuk?kembali=${encodeURIComponent(rakerdaPath(rakerda.id, 'follow'))}`}
              >
                {text.signIn}
              </a>
            </p>
          </Alert>
        ) : null}
        <div role="status" translate="no">
          {openVote ? <OpenVote vote={openVote} rakerdaId={rakerda.id} /> : null}
        </div>
        <div data-version={screen.version}>
          {screen.isBlank ? (
            <p className="rounded-xl bg-black px-6 py-16 text-center text-lg text-white">{text.blank}</p>
          ) : (
            <>
              {screen.isFrozen ? <p className="mb-3 text-muted">{text.frozen}</p> : null}
              <SceneView screen={screen} size="phone" />
            </>
          )}
        </div>
        <nav aria-label={text.links} className="flex flex-wrap gap-3 border-t border-line pt-4">
          {own ? (
            <>
              <ButtonLink to={own.questionnaire}>{text.questionnaire}</ButtonLink>
              <ButtonLink to={own.result}>{text.result}</ButtonLink>
            </>
          ) : null}
          <ButtonLink to={rakerdaPath(rakerda.id, 'commitments')}>{text.commitments}</ButtonLink>
        </nav>
        <noscript>
          <p className="text-sm text-muted">{text.noScripts}</p>
        </noscript>
      </div>
    </div>
  );
}

function OpenVote({
  vote,
  rakerdaId,
}: {
  readonly vote: NonNullable<FollowView['openVote']>;
  readonly rakerdaId: string;
}) {
  const text = useSection(followWords);
  const path = entryPath(rakerdaId, 'votes', vote.id);
  const question = text.voteOn({ no: String(vote.indicatorNo), name: vote.indicatorName });
  if (vote.hasVoted) {
    return (
      <Alert tone="success">
        {text.hasVoted}{' '}
        <Link to={path} className="font-semibold text-brand underline">
          {text.seeVote}
        </Link>
      </Alert>
    );
  }
  return (
    <section aria-labelledby="vote-title" className="rounded-xl border-2 border-brand bg-brand-soft p-4">
      <h2 id="vote-title" className="text-xl">
        {text.openVote}
      </h2>
      <p className="mt-1">{question}</p>
      <ButtonLink to={path} tone="primary" className="mt-3 min-h-14 w-full text-lg">
        {text.castVote}
      </ButtonLink>
    </section>
  );
}

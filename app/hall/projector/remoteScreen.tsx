/** The remote: what the hall sees, and every button that changes it. Made for one thumb on a phone. */
import { Link } from '@remix-run/react';
import { useMemo } from 'react';
import { useSection } from '~/i18n';
import { LiveMarker, rakerdaStream, useLiveData } from '~/live';
import { rakerdaPath } from '~/paths';
import { Alert, Badge, DemoMark } from '~/ui';
import { parseRemote, type RemoteView } from './remote';
import { AgencyNameList, Focus, Language, Motion, Names } from './remoteAgencies';
import { HallScreens, useHallLine, useHallScreens } from './hallScreens';
import { OrderButton, Part, RemoteProvider } from './remoteOrders';
import { Mixer } from './mixer';
import { OwnHeadline } from './ownHeadline';
import type { Choices } from './remote.read.server';
import type { KnownScreen } from './screenReport';
import { SceneChoices } from './sceneChoices';
import { ScreenLinkPart } from './screenLink';
import { SCENES } from './projectorState';
import { type Notice, useCommands } from './useCommands';
import { projectorWords } from './projectorWords';

export interface RemoteProps {
  readonly view: RemoteView;
  readonly choices: Choices;
  readonly rakerda: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  readonly isArchived: boolean;
  /** What came of a form that was sent without scripts. */
  readonly notice: Notice | null;
  readonly refusedAgencies: readonly string[] | null;
}

export function RemoteScreen(props: RemoteProps) {
  const text = useSection(projectorWords).remote;
  const { rakerda, choices } = props;
  const {
    data: view,
    connection,
    isRefused,
    accept,
  } = useLiveData({
    address: rakerdaPath(rakerda.id, 'remoteScene'),
    stream: rakerdaStream(rakerda.id),
    initial: props.view,
    parse: parseRemote,
    asOf: ({ behind }) => behind.asOf,
    concerns: (event) => event.type !== 'presence' && event.type !== 'message',
  });
  const { send, isSending, notice } = useCommands(rakerdaPath(rakerda.id, 'remoteScene'), accept);
  const screens = useHallScreens(rakerdaPath(rakerda.id, 'remoteScene'), view.screens);
  const { version } = view.behind;
  const remote = useMemo(() => ({ version, send }), [version, send]);
  return (
    <RemoteProvider value={remote}>
      <div className="mx-auto max-w-6xl space-y-4" data-version={version}>
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <div className="min-w-0">
            <Link
              to={rakerdaPath(rakerda.id)}
              className="inline-flex min-h-6 items-center text-sm text-brand underline"
            >
              {rakerda.name}
            </Link>
            <h1 className="text-2xl">{text.title}</h1>
          </div>
          <LiveMarker state={connection} />
        </header>
        {rakerda.isDemo ? <DemoMark /> : null}
        {props.isArchived ? <Alert tone="warning">{text.archived}</Alert> : null}
        <Messages
          notice={notice ?? props.notice}
          isAway={connection === 'lost'}
          isSending={isSending}
          isRefused={isRefused}
          rakerdaId={rakerda.id}
        />
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
          {props.isArchived ? null : (
            <div className="space-y-4">
              <Switches view={view} screens={screens} />
              <PreparedChoices {...props} view={view} remote={remote} />
              <Scenes view={view} />
              <SceneChoices
                view={view}
                choices={choices}
                rakerdaId={rakerda.id}
                refusedAgencies={props.refusedAgencies}
              />
              <AgencyNameList agencies={choices.agencies} />
              <Focus view={view} />
              <Names view={view} />
              <OwnHeadline headline={view.options.headline} />
              <Language view={view} />
              <Motion view={view} />
            </div>
          )}
          <div className="space-y-4">
            {props.isArchived ? null : <ScreenLinkPart link={view.link} />}
            <Part id="lain" title={text.more}>
              <nav aria-labelledby="lain" className="grid grid-cols-3 gap-2">
                <PageLink to={rakerdaPath(rakerda.id, 'votes')}>{text.votes}</PageLink>
                <PageLink to={rakerdaPath(rakerda.id, 'notes')}>{text.notes}</PageLink>
                <PageLink to={rakerdaPath(rakerda.id, 'monitor')}>{text.monitor}</PageLink>
              </nav>
            </Part>
          </div>
        </div>
      </div>
    </RemoteProvider>
  );
}

function PageLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link
      to={to}
      className="flex min-h-14 items-center justify-center rounded-lg border border-line-strong px-1 text-center text-sm font-semibold text-brand"
    >
      {children}
    </Link>
  );
}

function Messages(props: {
  readonly notice: Notice | null;
  readonly isAway: boolean;
  readonly isSending: boolean;
  readonly isRefused: boolean;
  readonly rakerdaId: string;
}) {
  const text = useSection(projectorWords).remote;
  if (props.isRefused || props.notice === 'refused') {
    return (
      <Alert tone="danger">
        <p>{text.refused}</p>
        <a
          className="font-semibold underline"
          href={`/masuk?kembali=${encodeURIComponent(rakerdaPath(props.rakerdaId, 'remote'))}`}
        >
          {text.signIn}
        </a>
      </Alert>
    );
  }
  return (
    <div role="status" translate="no" className="sticky top-2 z-20 low:static space-y-2 empty:hidden">
      {props.isAway ? (
        <p className="rounded-lg border-l-4 border-accent bg-accent-soft px-4 py-3 shadow-lg">
          {text.lost} {props.isSending ? <strong>{text.waiting}</strong> : null}
        </p>
      ) : null}
      {props.notice ? (
        <p className="rounded-lg border-l-4 border-accent bg-accent-soft px-4 py-3">
          {
            {
              stale: text.stale,
              tooMany: text.tooMany,
              unknownAgency: text.unknownAgency,
              locked: text.archived,
            }[props.notice]
          }
        </p>
      ) : null}
    </div>
  );
}

/** What the hall sees in a line, and the two buttons for a bad moment. */
function Switches(props: { readonly view: RemoteView; readonly screens: readonly KnownScreen[] | null }) {
  const { view, screens } = props;
  const { remote: text, scenes } = useSection(projectorWords);
  const line = useHallLine(screens);
  const { hall } = view;
  return (
    <section
      aria-labelledby="layar"
      className="space-y-3 rounded-xl border-2 border-brand bg-surface p-3 sm:p-4"
    >
      <h2 id="layar" className="text-lg" aria-live="polite">
        {line}
      </h2>
      <HallScreens screens={screens} timeZone={hall.rakerda.timeZone} />
      <p>{text.chosen({ scene: scenes[hall.picture.content.scene] })}</p>
      <Mixer view={view}>
        <p className="flex flex-wrap gap-2">
          {hall.isBlank ? <Badge tone="danger">{text.state.blank}</Badge> : null}
          {hall.isFrozen ? <Badge tone="accent">{text.state.frozen}</Badge> : null}
          {hall.isBlank || hall.isFrozen ? null : <Badge tone="success">{text.state.shown}</Badge>}
          <Badge tone={hall.namesHidden ? 'accent' : 'neutral'}>
            {hall.namesHidden ? text.state.namesHidden : text.state.namesShown}
          </Badge>
        </p>
        <div className="grid grid-cols-2 gap-2">
          <OrderButton
            intent="freeze"
            to={hall.isFrozen ? 'off' : 'on'}
            label={hall.isFrozen ? text.unfreeze : text.freeze}
            tone={hall.isFrozen ? 'primary' : 'secondary'}
          />
          <OrderButton
            intent="blank"
            to={hall.isBlank ? 'off' : 'on'}
            label={hall.isBlank ? text.unblank : text.blank}
            tone={hall.isBlank ? 'primary' : 'secondary'}
          />
        </div>
      </Mixer>
    </section>
  );
}

/** What can be chosen about the prepared scene before the hall sees it. */
function PreparedChoices(
  props: Pick<RemoteProps, 'choices' | 'rakerda' | 'refusedAgencies'> & {
    readonly view: RemoteView;
    readonly remote: { readonly version: number; readonly send: (form: FormData) => void };
  },
) {
  const { view, remote } = props;
  const { next } = view.options;
  const prepared = useMemo(() => ({ ...remote, stays: true }), [remote]);
  // Of the scene on air its own options are below; choosing there shows it at once.
  if (next === null || next === view.scene) return null;
  return (
    <RemoteProvider value={prepared}>
      <SceneChoices
        isPrepared
        view={{ ...view, scene: next, pages: 1 }}
        choices={props.choices}
        rakerdaId={props.rakerda.id}
        refusedAgencies={props.refusedAgencies}
      />
    </RemoteProvider>
  );
}

function Scenes({ view }: { readonly view: RemoteView }) {
  const { remote: text, scenes } = useSection(projectorWords);
  return (
    <Part id="adegan" title={text.scenes}>
      <div className="grid grid-cols-2 gap-2 min-[22rem]:grid-cols-3">
        {SCENES.map((scene) => (
          <OrderButton
            key={scene}
            intent="scene"
            to={scene}
            label={<span className="text-xs min-[26rem]:text-[0.9375rem]">{scenes[scene]}</span>}
            isOn={view.scene === scene}
          />
        ))}
      </div>
    </Part>
  );
}

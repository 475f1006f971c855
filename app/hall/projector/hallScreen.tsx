/** The whole screen of the hall: what any laptop shows that was given the link. */
import { useEffect, useState } from 'react';
import { LocaleProvider, useSection } from '~/i18n';
import { useLiveData } from '~/live';
import { screenPath } from '~/paths';
import { useHydrated } from '~/ui';
import { concernsScreen } from './concerns';
import { parseScreen, type Screen } from './scene';
import { everyScene } from './scenes/everyScene';
import { PLAIN_ID } from './screenReport';
import { SceneView } from './scenes/sceneView';
import { useScreenReport } from './useScreenReport';
import { useWakeLock } from './wakeLock';
import { projectorWords } from './projectorWords';

/** The link leads to no screen (any more): why. */
export type Closed = 'invalid' | 'over';

export function HallScreen(props: {
  readonly token: string;
  readonly screen: Screen;
  /** By this name it asks again where no scripts run, so that the remote counts it. */
  readonly plainId: string;
}) {
  const { token, screen: initial, plainId } = props;
  const text = useSection(projectorWords).screen;
  useWakeLock();
  const address = screenPath(token);
  const [shown, setShown] = useState(initial);
  const { data, connection, isRefused } = useLiveData({
    address: `${address}/adegan`,
    stream: `${address}/langsung`,
    initial,
    parse: parseScreen,
    asOf: (screen) => screen.asOf,
    concerns: (event) => concernsScreen(shown, event),
  });
  useScreenReport(address, data, connection);
  if (shown !== data) setShown(data);
  if (isRefused) return <ClosedScreen reason="invalid" />;
  return (
    <LocaleProvider locale={data.locale}>
      <div
        lang={data.locale}
        className="stage fixed inset-0 overflow-hidden bg-canvas text-ink scheme-dark"
        data-version={data.version}
      >
        <noscript>
          {/* Where no scripts run, the whole page is fetched again and again. */}
          <meta httpEquiv="refresh" content={`5; url=?${PLAIN_ID}=${plainId}`} />
        </noscript>
        {data.isBlank ? (
          <main className="absolute inset-0 bg-black">
            <h1 className="sr-only">{text.blank}</h1>
          </main>
        ) : (
          <SceneView
            screen={data}
            size="hall"
            corner={<FullScreenButton />}
            armsBase={address}
            scenes={everyScene}
          />
        )}
        {connection === 'lost' ? (
          <p
            role="status"
            translate="no"
            className="hall absolute top-1 left-1/2 flex -translate-x-1/2 items-center gap-2 rounded-full border-2 border-accent bg-surface px-4 py-1 text-sm font-semibold whitespace-nowrap text-ink"
          >
            <span aria-hidden="true" className="size-4 rounded-full border-2 border-accent" />
            {text.lost}
          </p>
        ) : null}
      </div>
    </LocaleProvider>
  );
}

/** The link leads nowhere: says so on the whole screen. */
export function ClosedScreen({ reason }: { readonly reason: Closed }) {
  const text = useSection(projectorWords).screen;
  return (
    <main className="fixed inset-0 flex flex-col items-center justify-center gap-4 bg-canvas p-8 text-center text-ink scheme-dark">
      <h1 className="text-4xl sm:text-6xl">{reason === 'over' ? text.overTitle : text.invalidTitle}</h1>
      <p className="max-w-prose text-xl sm:text-3xl">{reason === 'over' ? text.over : text.invalid}</p>
    </main>
  );
}

/** Has room of its own beside the clock, and is gone once the screen is full. */
function FullScreenButton() {
  const text = useSection(projectorWords).screen;
  const isHydrated = useHydrated();
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    const onFull = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onFull);
    return () => document.removeEventListener('fullscreenchange', onFull);
  }, []);
  if (!isHydrated || isFull || !document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      onClick={() => void document.documentElement.requestFullscreen()}
      className="rounded-md border border-line-strong bg-surface px-2 font-semibold whitespace-nowrap text-ink"
    >
      {text.fullScreen}
    </button>
  );
}

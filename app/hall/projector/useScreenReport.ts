/** Tells the server what really stands on this screen, so that the remote need not guess. */
import { useEffect, useRef } from 'react';
import type { LiveState } from '~/live';
import { askServer } from '~/ui/askServer';
import { isSceneName } from './projectorState';
import type { Screen } from './scene';
import { REPORT_MS, reportQuery, type ScreenReport } from './screenReport';

/** @param address of the hall's screen, with its token */
export function useScreenReport(address: string, screen: Screen, connection: LiveState): void {
  const current = useRef({ screen, connection });
  const say = useRef<(() => void) | null>(null);
  useEffect(() => {
    current.current = { screen, connection };
  });
  useEffect(() => {
    // Plain http knows no crypto.randomUUID.
    const id = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16)).join('');
    const query = () => reportQuery(readReport(id, current.current));
    // One that fails is made up for by the next: the server notices the silence.
    const tell = (report: string, options: RequestInit) =>
      void askServer(`${address}/langsung/kabar?${report}`, options, () => undefined, REPORT_MS).catch(
        () => undefined,
      );
    const ask = () => {
      if (document.visibilityState === 'hidden') return;
      tell(query(), { cache: 'no-store', headers: { Accept: 'application/json' } });
    };
    const leave = () => {
      tell(`${query()}&tutup=1`, { keepalive: true });
    };
    // A window that nobody sees shows nothing.
    const onVisibility = () => (document.visibilityState === 'hidden' ? leave() : ask());
    say.current = ask;
    ask();
    const timer = window.setInterval(ask, REPORT_MS);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', ask);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', ask);
      document.removeEventListener('visibilitychange', onVisibility);
      say.current = null;
    };
  }, [address]);
  const { version } = screen;
  useEffect(() => say.current?.(), [version, connection]);
}

/** From what is drawn, not from what should be. */
function readReport(
  id: string,
  { screen, connection }: { readonly screen: Screen; readonly connection: LiveState },
): ScreenReport {
  const drawn = document.querySelector<HTMLElement>('[data-scene]')?.dataset;
  const scene = drawn?.scene ?? '';
  return {
    id,
    scene: isSceneName(scene) ? scene : screen.picture.content.scene,
    page: Number(drawn?.page ?? 1),
    pages: Number(drawn?.pages ?? 1),
    version: screen.version,
    face: faceOf(screen, connection),
  };
}

function faceOf({ isBlank, isFrozen }: Screen, connection: LiveState): ScreenReport['face'] {
  if (connection === 'lost') return 'lost';
  if (isBlank) return 'blank';
  return isFrozen ? 'frozen' : 'shown';
}

/** What the screens of the hall really show, as they say themselves. */
import { useEffect, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import { askServer } from '~/ui/askServer';
import { Badge, type BadgeTone } from '~/ui';
import { type KnownScreen, knownScreensSchema, REPORT_MS } from './screenReport';
import { projectorWords } from './projectorWords';

const TONES: Readonly<Record<KnownScreen['state'], BadgeTone>> = {
  shown: 'success',
  blank: 'danger',
  frozen: 'accent',
  lost: 'danger',
  behind: 'accent',
};

/**
 * Asks for them every few seconds: a screen that falls silent makes no event.
 * @param initial what the remote was last sent
 * @returns null where nobody knows, because the remote itself is cut off
 */
export function useHallScreens(
  address: string,
  initial: readonly KnownScreen[],
): readonly KnownScreen[] | null {
  const [asked, setAsked] = useState<readonly KnownScreen[] | null>(initial);
  const [sent, setSent] = useState(initial);
  if (sent !== initial) {
    setSent(initial);
    setAsked(initial);
  }
  useEffect(() => {
    const ask = () => {
      const options = { cache: 'no-store', headers: { Accept: 'application/json' } } as const;
      askServer(
        `${address}?hanya=layar`,
        options,
        async (response) => (response.ok ? knownScreensSchema.parse(await response.json()) : null),
        REPORT_MS,
      ).then(setAsked, () => setAsked(null));
    };
    const timer = window.setInterval(ask, REPORT_MS);
    return () => window.clearInterval(timer);
  }, [address]);
  return asked;
}

/** In one line: how many screens, and what is on them. */
export function useHallLine(screens: readonly KnownScreen[] | null): string {
  const { remote, scenes } = useSection(projectorWords);
  const format = useFormat();
  const text = remote.hall;
  if (screens === null) return text.unknown;
  const there = screens.filter(({ state }) => state !== 'lost');
  if (there.length === 0) return text.none;
  const shown = [
    ...new Set(there.map(({ scene, state }) => (state === 'blank' ? text.dark : scenes[scene]))),
  ];
  return text.showing({ count: format.number(there.length), scenes: shown.join(', ') });
}

/** One line a screen; nothing where none is known. */
export function HallScreens(props: {
  readonly screens: readonly KnownScreen[] | null;
  readonly timeZone: string;
}) {
  const { remote, scenes } = useSection(projectorWords);
  const format = useFormat();
  const text = remote.hall;
  if (props.screens === null || props.screens.length === 0) return null;
  return (
    <ul aria-label={text.list} className="space-y-1">
      {props.screens.map(({ id, scene, page, pages, state, since }, place) => (
        <li key={id} data-screen={state} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={TONES[state]}>{text.state[state]}</Badge>
          <span>
            {text.screen({ no: format.number(place + 1), scene: scenes[scene] })}
            {pages > 1
              ? ` · ${remote.pageAt({ page: format.number(page), pages: format.number(pages) })}`
              : null}
          </span>
          <span className="text-sm text-muted">
            {(state === 'lost' ? text.lastHeard : text.since)({ time: format.time(since, props.timeZone) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

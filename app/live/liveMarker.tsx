import { useText } from '~/i18n';
import { useHydrated } from '~/ui';
import type { LiveState } from './line';

const DOT: Readonly<Record<LiveState, string>> = {
  open: 'bg-success',
  asking: 'border-2 border-success',
  connecting: 'border-2 border-line-strong',
  lost: 'border-2 border-accent bg-accent-soft',
};

/** How the live connection stands, in a word. Nothing where no scripts run: there is no connection then. */
export function LiveMarker({ state }: { state: LiveState }) {
  const { live } = useText();
  if (!useHydrated()) return null;
  return (
    <span
      role="status"
      translate="no"
      data-live={state}
      className="inline-flex items-center gap-2 rounded-full border border-line bg-surface px-3 py-1 text-sm font-medium print:hidden"
    >
      <span aria-hidden="true" className={`size-2.5 rounded-full ${DOT[state]}`} />
      {live[state]}
    </span>
  );
}

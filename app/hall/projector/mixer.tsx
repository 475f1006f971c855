/** The remote as a mixer: what the hall sees, what comes next, and the button that brings it on. */
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { useSection } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { Button, CheckField, SelectField, useAfterLayout, useHydrated } from '~/ui';
import { SCENES } from './projectorState';
import { projectorWords } from './projectorWords';
import type { RemoteView } from './remote';
import { Order, OrderButton, useRemote } from './remoteOrders';
import { SceneView } from './scenes/sceneView';

/** The stage as the hall has it, as small as there is room: what it says stands in its label. */
export function Miniature({
  screen,
  label,
}: {
  readonly screen: RemoteView['hall'];
  readonly label: string;
}) {
  return (
    <div
      role="img"
      aria-label={label}
      className="stage pointer-events-none aspect-video w-full overflow-hidden rounded-lg border border-line-strong bg-canvas text-ink scheme-dark select-none"
    >
      <SceneView screen={screen} size="hall" armsBase={rakerdaPath(screen.rakerda.id)} isStill />
    </div>
  );
}

/** @param props.children what stands below the picture of the hall */
export function Mixer({ view, children }: { readonly view: RemoteView; readonly children: ReactNode }) {
  const { remote: text, scenes, screen } = useSection(projectorWords);
  const { hall, behind, next, prepared } = view;
  const shown = hall.isBlank ? screen.blank : text.chosen({ scene: scenes[hall.picture.content.scene] });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div className="space-y-1">
        <h3 className="font-semibold">{hall.isFrozen ? text.onAirFrozen : text.onAir}</h3>
        <Miniature screen={hall} label={shown} />
        {hall.isFrozen ? (
          <>
            <h3 id="balik" className="pt-2 font-semibold">
              {text.behind}
            </h3>
            <Miniature screen={behind} label={scenes[view.scene]} />
            <p className="text-sm text-muted">{text.behindHint}</p>
          </>
        ) : null}
        <div className="space-y-3 pt-2">{children}</div>
      </div>
      <div className="space-y-2">
        <h3 className="font-semibold" aria-live="polite">
          {next === null ? text.upNone : text.up({ scene: scenes[next] })}
        </h3>
        {prepared === null ? null : (
          <Miniature screen={prepared} label={text.up({ scene: scenes[prepared.picture.content.scene] })} />
        )}
        <OrderButton
          intent="take"
          to=""
          tone="primary"
          label={<span className="text-lg">{text.take}</span>}
          disabled={next === null}
        />
        <Prepare next={view.options.next} />
        <OrderButton intent="undo" to="" label={text.undo} disabled={view.options.earlier === null} />
        <Clicker view={view} />
      </div>
    </div>
  );
}

function Prepare({ next }: { readonly next: RemoteView['options']['next'] }) {
  const { remote: text, scenes } = useSection(projectorWords);
  const isHydrated = useHydrated();
  const onChange = (event: ChangeEvent<HTMLSelectElement>) => event.currentTarget.form?.requestSubmit();
  return (
    <Order intent="prepare" key={next} className="flex items-end gap-2">
      <div className="min-w-0 grow">
        <SelectField
          id="siapkan"
          name="to"
          label={text.prepare}
          defaultValue={next ?? ''}
          autoComplete="off"
          onChange={onChange}
        >
          <option value="">{text.prepareNone}</option>
          {SCENES.map((scene) => (
            <option key={scene} value={scene}>
              {scenes[scene]}
            </option>
          ))}
        </SelectField>
      </div>
      {isHydrated ? null : <Button tone="secondary">{text.prepareButton}</Button>}
    </Order>
  );
}

const KEPT = 'rakerda-clicker';

/**
 * Keys of a clicker, for who asks for them: a page that takes Page Down away from everybody could not be scrolled by key,
 * and a B that is typed beside a field would darken the hall.
 */
function Clicker({ view }: { readonly view: RemoteView }) {
  const { remote: text, scenes } = useSection(projectorWords);
  const { send, version } = useRemote();
  const isHydrated = useHydrated();
  const [isOn, setIsOn] = useState(
    () => typeof window !== 'undefined' && window.localStorage.getItem(KEPT) === '1',
  );
  const { nextReveal, scene, next } = view;
  const { isBlank } = view.hall;
  const reveals = nextReveal !== null && scene === 'ranking';
  // With the page itself: a second press must not give the order of the one before.
  useAfterLayout(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const order = event.repeat || isTyping(event) ? null : orderOf(event.key, { reveals, next, isBlank });
      if (!order) return;
      event.preventDefault();
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...order, seen: String(version) })) form.set(name, value);
      send(form);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, reveals, next, isBlank, version, send]);
  if (!isHydrated) return null;
  const forward = reveals ? text.revealNext({ name: nextReveal }) : next === null ? '–' : scenes[next];
  return (
    <div>
      <CheckField
        id="clicker"
        name="clicker"
        label={text.clicker}
        checked={isOn}
        onChange={(event) => {
          setIsOn(event.currentTarget.checked);
          localStorage.setItem(KEPT, event.currentTarget.checked ? '1' : '0');
        }}
      />
      {isOn ? <p className="text-sm text-muted">{text.clickerKeys({ forward })}</p> : null}
    </div>
  );
}

function isTyping({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return true;
  return (
    target instanceof Element && target.closest('input:not([type="checkbox"]), select, textarea') !== null
  );
}

/** What a key of a clicker asks for; null where it is none. Forward brings the next name of a ranking, else the next scene. */
export function orderOf(
  key: string,
  now: { readonly reveals: boolean; readonly next: string | null; readonly isBlank: boolean },
): { readonly intent: string; readonly to: string } | null {
  switch (key) {
    case 'PageDown':
    case 'ArrowRight':
      if (now.reveals) return { intent: 'reveal', to: 'next' };
      return now.next === null ? null : { intent: 'take', to: '' };
    case 'PageUp':
    case 'ArrowLeft':
      return { intent: 'undo', to: '' };
    case 'b':
    case 'B':
    case '.':
      return { intent: 'blank', to: now.isBlank ? 'off' : 'on' };
    default:
      return null;
  }
}

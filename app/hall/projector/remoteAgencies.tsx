/** What the remote does with single agencies, and in which language the hall reads. */
import { useFormat, useSection } from '~/i18n';
import { Button, TextField } from '~/ui';
import type { RemoteView } from './remote';
import { type Intent, Order, OrderButton, Part } from './remoteOrders';
import type { Choices } from './remote.read.server';
import { MOTIONS, REVEAL_ORDERS } from './projectorState';
import { projectorWords } from './projectorWords';

/** The list of names, for the fields that look for one. */
export const NAMES = 'nama-instansi';

/** The names that the browser offers while somebody types. */
export function AgencyNameList({ agencies }: Pick<Choices, 'agencies'>) {
  if (agencies === null) return null;
  return (
    <datalist id={NAMES}>
      {agencies.map(({ code, name }) => (
        <option key={code} value={name} />
      ))}
    </datalist>
  );
}

/** Finds an agency by what is typed; the server says where it is none. */
function AgencySearch(props: { readonly intent: Intent; readonly label: string; readonly button: string }) {
  const id = `cari-${props.intent}`;
  return (
    <Order intent={props.intent} className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 grow basis-40">
        <TextField id={id} name="to" label={props.label} list={NAMES} autoComplete="off" maxLength={100} />
      </div>
      <Button tone="secondary">{props.button}</Button>
    </Order>
  );
}

export function Focus({ view }: { readonly view: RemoteView }) {
  const text = useSection(projectorWords).remote;
  return (
    <Part id="sorot" title={text.focus}>
      <div className="grid grid-cols-[4rem_minmax(0,1fr)_4rem] items-center gap-2">
        <OrderButton intent="focus" to="previous" label="◀" name={text.focusPrevious} />
        <p className="text-center font-semibold" aria-live="polite">
          {view.focusName ?? <span className="font-normal text-muted">{text.focusNone}</span>}
        </p>
        <OrderButton intent="focus" to="next" label="▶" name={text.focusNext} />
      </div>
      <AgencySearch
        key={view.focusName}
        intent="focusOn"
        label={text.focusSearch}
        button={text.focusSearchButton}
      />
      {view.options.focus === null ? null : <OrderButton intent="focus" to="off" label={text.focusOff} />}
    </Part>
  );
}

export function Names({ view }: { readonly view: RemoteView }) {
  const text = useSection(projectorWords).remote;
  const format = useFormat();
  const { lastRevealed } = view;
  return (
    <Part id="nama" title={text.names}>
      {view.namesHidden ? (
        <>
          <p className="text-muted" aria-live="polite">
            {view.stillHidden > 0
              ? text.stillHidden({ count: format.number(view.stillHidden) })
              : text.revealNone}
          </p>
          {view.nextReveal === null ? null : (
            <>
              <OrderButton
                intent="reveal"
                to="next"
                tone="primary"
                label={text.revealNext({ name: view.nextReveal })}
              />
              <RevealOrders view={view} />
              <AgencySearch
                key={view.stillHidden}
                intent="revealOne"
                label={text.revealSearch}
                button={text.revealSearchButton}
              />
              <OrderButton intent="reveal" to="all" label={text.revealAll} />
            </>
          )}
          {lastRevealed === null ? null : (
            <>
              <OrderButton
                intent="hideName"
                to={lastRevealed.code}
                label={text.hideAgain({ name: lastRevealed.name })}
              />
              <AgencySearch
                key={lastRevealed.code}
                intent="hideName"
                label={text.hideSearch}
                button={text.hideSearchButton}
              />
            </>
          )}
          <OrderButton intent="names" to="shown" label={text.showNames} />
        </>
      ) : (
        <OrderButton intent="names" to="hidden" label={text.hideNames} />
      )}
      <p className="text-sm text-muted">{text.namesHint}</p>
    </Part>
  );
}

/** In which order the names come up. */
function RevealOrders({ view }: { readonly view: RemoteView }) {
  const text = useSection(projectorWords).remote;
  return (
    <div role="group" aria-label={text.revealOrder} className="grid grid-cols-3 gap-2">
      {REVEAL_ORDERS.map((order) => (
        <OrderButton
          key={order}
          intent="revealOrder"
          to={order}
          label={<span className="text-sm">{text.revealOrders[order]}</span>}
          isOn={view.options.revealOrder === order}
        />
      ))}
    </div>
  );
}

/** Whether the hall's screen moves. */
export function Motion({ view }: { readonly view: RemoteView }) {
  const text = useSection(projectorWords).remote;
  return (
    <Part id="gerak" title={text.motion}>
      <div className="grid grid-cols-2 gap-2">
        {MOTIONS.map((motion) => (
          <OrderButton
            key={motion}
            intent="motion"
            to={motion}
            label={text.motions[motion]}
            isOn={view.options.motion === motion}
          />
        ))}
      </div>
      <p className="text-sm text-muted">{text.motionHint}</p>
    </Part>
  );
}

export function Language({ view }: { readonly view: RemoteView }) {
  const text = useSection(projectorWords).remote;
  const { language } = view.options;
  return (
    <Part id="bahasa-layar" title={text.language}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
        <OrderButton intent="language" to="id" label={text.languages.id} isOn={language === 'id'} />
        <OrderButton intent="language" to="en" label={text.languages.en} isOn={language === 'en'} />
        <OrderButton intent="language" to="" label={text.languages.own} isOn={language === null} />
      </div>
    </Part>
  );
}

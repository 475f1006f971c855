/** What the remote is made of: buttons that are forms, and the boxes they stand in. */
import { createContext, type FormEvent, type ReactNode, useContext } from 'react';
import { buttonClass } from '~/ui';

interface Remote {
  /** The version that the buttons were drawn for. */
  readonly version: number;
  readonly send: (form: FormData) => void;
  /** The buttons are of the prepared scene: what they choose does not bring it on. */
  readonly stays?: boolean;
}

const RemoteContext = createContext<Remote | null>(null);
export const RemoteProvider = RemoteContext.Provider;

export type Intent =
  | 'scene'
  | 'prepare'
  | 'take'
  | 'undo'
  | 'instrument'
  | 'topic'
  | 'topicParts'
  | 'indicator'
  | 'agencies'
  | 'vote'
  | 'commitments'
  | 'focus'
  | 'focusOn'
  | 'hideName'
  | 'revealOne'
  | 'revealOrder'
  | 'motion'
  | 'headline'
  | 'language'
  | 'page'
  | 'names'
  | 'reveal'
  | 'blank'
  | 'freeze'
  | 'link';

export function useRemote(): Remote {
  const remote = useContext(RemoteContext);
  if (!remote) throw new Error('RemoteProvider is missing');
  return remote;
}

/** A form of the remote. Works as a plain form; where scripts run the page stays where it is. */
export function Order(props: {
  readonly intent: Intent;
  readonly to?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const remote = useRemote();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    remote.send(new FormData(event.currentTarget));
  };
  return (
    <form method="post" onSubmit={onSubmit} className={props.className}>
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="seen" value={remote.version} />
      {remote.stays ? <input type="hidden" name="stay" value="1" /> : null}
      {props.to === undefined ? null : <input type="hidden" name="to" value={props.to} />}
      {props.children}
    </form>
  );
}

/** One button of the remote, as large as a thumb. */
export function OrderButton(props: {
  readonly intent: Intent;
  readonly to: string;
  readonly label: ReactNode;
  /** Where the label is only a sign. */
  readonly name?: string;
  /** It is so now. */
  readonly isOn?: boolean;
  readonly tone?: 'primary' | 'secondary' | 'danger';
  readonly disabled?: boolean;
  readonly className?: string;
}) {
  const { isOn = false, tone = 'secondary', className = '' } = props;
  return (
    <Order intent={props.intent} to={props.to} className={className}>
      <button
        className={buttonClass(isOn ? 'primary' : tone, 'min-h-14 w-full px-1! leading-tight')}
        aria-label={props.name}
        aria-pressed={props.isOn}
        disabled={props.disabled}
      >
        {props.label}
      </button>
    </Order>
  );
}

/** The box of a part. */
export const boxClass = 'space-y-3 rounded-xl border border-line bg-surface p-3 sm:p-4';

/** A part of the remote with its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={boxClass}>
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

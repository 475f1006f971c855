import { Form, type FormProps, useLocation, useSubmit } from '@remix-run/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useHydrated } from './hydrated';

/** Whoever types is waited for: a page per letter would be none that can be read. */
const TYPING_PAUSE_MS = 400;

/**
 * A form whose fields narrow what the page shows, by its address. With scripts every choice acts at once; the button is
 * for who has none.
 */
export function FilterForm(
  props: Omit<FormProps, 'method' | 'onChange' | 'onSubmit' | 'action'> & {
    button: ReactNode;
    action?: string;
    /** The id of what is narrowed: without scripts the page comes back there. */
    anchor?: string;
  },
) {
  const { button, children, action, anchor, ...form } = props;
  const isHydrated = useHydrated();
  const submit = useSubmit();
  const { search } = useLocation();
  const typing = useRef<number>();
  // An address that came from elsewhere (a link, the Back button) fills the fields anew; the form's own leaves them.
  const [shown, setShown] = useState({ search, own: search, round: 0 });
  if (search !== shown.search) {
    setShown({ ...shown, search, round: search === shown.own ? shown.round : shown.round + 1 });
  }
  useEffect(() => () => window.clearTimeout(typing.current), [shown.round]);
  const note = (element: HTMLFormElement) => {
    window.clearTimeout(typing.current);
    const fields = [...new FormData(element)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    setShown((before) => ({ ...before, own: `?${new URLSearchParams(fields).toString()}` }));
  };
  return (
    <Form
      key={shown.round}
      method="get"
      preventScrollReset
      {...form}
      // With scripts the page stays where it is.
      action={anchor === undefined || isHydrated ? action : `${action ?? ''}#${anchor}`}
      onSubmit={({ currentTarget }) => note(currentTarget)}
      onChange={({ currentTarget, target }) => {
        const send = () => {
          note(currentTarget);
          submit(currentTarget, { replace: true, preventScrollReset: true });
        };
        window.clearTimeout(typing.current);
        if (isTyped(target)) typing.current = window.setTimeout(send, TYPING_PAUSE_MS);
        else send();
      }}
    >
      {children}
      <div className={isHydrated ? 'hidden' : 'contents'}>{button}</div>
    </Form>
  );
}

function isTyped(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}

/** A form that never loses what was typed into it: not to a dead network, a busy server, Back, a reload or a crash. */
import { Form, type FormProps, useLocation, useNavigate, useNavigation } from '@remix-run/react';
import { type FormEvent, forwardRef, useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '~/i18n';
import { useAccount } from './account';
import { Alert } from './alert';
import { Button } from './button';
import { fillFields, fillMarks, readFields, readFieldsOfPage, readMarks } from './formFields';
import { endStaying, onOutcome, sendNext } from './keptAction';
import { dropKept, isSentAlready, keptAfterTyping, keptName, readKept, writeKept } from './keptInput';

interface KeptFormProps extends FormProps {
  /** Tells the form from others at the same address; left out where nothing is typed into it. */
  readonly kept?: string;
  /** What people call it: what nobody answered is then told of on every page, and sent by itself once the server is back. */
  readonly label?: string;
}

/** What the fields were based on; other marks (keys, ids) only make a form count once and are new on every page. */
const BASE_MARK = /^(version|seen|before)/;

/** Forms that nobody answered, with the button that was pressed: they may be drawn anew, and still say so. */
const unanswered = new Map<string, string>();

/** Its route takes it with `keptAction`. */
export const KeptForm = forwardRef<HTMLFormElement, KeptFormProps>(function KeptForm(
  { kept, label, onSubmit, onInput, children, ...form },
  ref,
) {
  const words = useText().kept;
  const account = useAccount();
  const location = useLocation();
  const navigate = useNavigate();
  const element = useRef<HTMLFormElement | null>(null);
  const pressed = useRef('');
  const page = useRef({ fields: {}, marks: {} });
  const [isRestored, setIsRestored] = useState(false);
  const [isUnsent, setIsUnsent] = useState(false);
  const isNamed = label !== undefined;
  const name = account !== null && kept !== undefined ? keptName(account, location.pathname, kept) : null;
  const setElement = useCallback(
    (mounted: HTMLFormElement | null) => {
      element.current = mounted;
      if (typeof ref === 'function') ref(mounted);
      else if (ref) ref.current = mounted;
    },
    [ref],
  );

  useEffect(() => {
    if (!element.current || name === null) return;
    page.current = { fields: readFieldsOfPage(element.current), marks: readMarks(element.current) };
    const found = readKept(name);
    if (!found) return;
    const bases = Object.entries(found.marks).filter(([mark]) => BASE_MARK.test(mark));
    fillMarks(element.current, Object.fromEntries(bases));
    const isFilled = fillFields(element.current, found.fields);
    pressed.current = unanswered.get(name) ?? '';
    // With a name for people it goes on waiting where the page was opened anew, and is sent by itself.
    const isWaiting = unanswered.has(name) || (isNamed && isSentAlready(found, readFields(element.current)));
    setIsUnsent(isWaiting);
    setIsRestored(isFilled && !isWaiting);
  }, [name, isNamed]);

  const isIdle = useNavigation().state === 'idle';
  useEffect(() => {
    if (isIdle) endStaying();
  }, [isIdle]);

  const note = (typedInto: HTMLFormElement) => {
    if (name === null) return;
    const left = keptAfterTyping(
      readKept(name),
      page.current.fields,
      readFields(typedInto),
      readMarks(typedInto),
    );
    if (left) writeKept(name, label === undefined ? left : { ...left, label });
    else dropKept(name);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    const sent = event.currentTarget;
    const native = event.nativeEvent;
    const button = native instanceof SubmitEvent ? native.submitter : null;
    // A button that only asks for more fields sends nothing.
    if (button?.getAttribute('formmethod') !== 'get') {
      pressed.current = button?.getAttribute('value') ?? '';
      if (name !== null) unanswered.delete(name);
      const before = name === null ? null : readKept(name);
      if (before?.sent && isSentAlready(before, readFields(sent))) fillMarks(sent, before.sent);
      note(sent);
      setIsRestored(false);
      setIsUnsent(false);
      sendNext({
        name,
        whole: { ...readFields(sent), ...readMarks(sent) },
        stay: () => {
          setIsUnsent(true);
          if (name !== null) unanswered.set(name, pressed.current);
          // To a mark on this very page: ends the waiting navigation, and asks the server for nothing.
          navigate(
            { ...location, hash: location.hash === '' ? '#belum-tersimpan' : location.hash },
            { replace: true, preventScrollReset: true },
          );
        },
      });
    }
    onSubmit?.(event);
  };
  const again = () => {
    const buttons = [...(element.current?.querySelectorAll('button') ?? [])].filter(
      ({ type }) => type === 'submit',
    );
    (buttons.find(({ value }) => value === pressed.current) ?? buttons[0])?.click();
  };
  const pressAgain = useRef(again);
  useEffect(() => {
    pressAgain.current = again;
  });
  useEffect(
    () =>
      onOutcome((of, outcome) => {
        if (of !== name) return;
        unanswered.delete(of);
        setIsUnsent(false);
        // What the server has against it is told beside the fields, as after any press.
        if (outcome === 'refused') pressAgain.current();
      }),
    [name],
  );
  const discard = () => {
    if (!element.current || name === null) return;
    fillFields(element.current, page.current.fields);
    fillMarks(element.current, page.current.marks);
    dropKept(name);
    setIsRestored(false);
  };
  return (
    <Form
      ref={setElement}
      onSubmit={send}
      onInput={(event) => {
        note(event.currentTarget);
        onInput?.(event);
      }}
      {...form}
    >
      {isRestored ? (
        <div className="basis-full">
          <Alert>
            {words.restored}{' '}
            <Button type="button" tone="quiet" onClick={discard}>
              {words.discard}
            </Button>
          </Alert>
        </div>
      ) : null}
      {children}
      {isUnsent ? (
        <div className="basis-full">
          <Alert tone="danger">
            {label === undefined ? words.unsent : words.waits}{' '}
            <Button type="button" tone="quiet" onClick={again}>
              {words.again}
            </Button>
          </Alert>
        </div>
      ) : null}
    </Form>
  );
});

/** Forms that nobody answered: told of on other pages, and sent once the server is back. */
import { Link, useLocation, useNavigate } from '@remix-run/react';
import { useEffect } from 'react';
import { useLocale, useSection } from '~/i18n';
import { retryPause } from '~/ui/askServer';
import { type WaitingForm, waitingForms } from '~/ui/keptInput';
import { labelIn } from '~/ui/keptLabel';
import { SEND_TO, sendKept } from '~/ui/sendKept';
import { unsentWords } from './unsentWords';

export function WaitingForms(props: { readonly account: string; readonly forms: readonly WaitingForm[] }) {
  const { account, forms } = props;
  const words = useSection(unsentWords);
  const locale = useLocale();
  const { pathname } = useLocation();
  useSending(account, forms);
  // Several forms of one page are one thing to see to.
  const elsewhere = forms.filter(
    ({ path }, place) => path !== pathname && forms.findIndex((one) => one.path === path) === place,
  );
  if (elsewhere.length === 0) return null;
  return (
    <aside
      role="status"
      translate="no"
      data-testid="unsent-forms"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-accent bg-accent-soft px-4 py-1 text-sm sm:px-6 print:hidden"
    >
      <span>{words.forms}</span>
      {elsewhere.map(({ path, label }) => (
        <Link key={path} to={path} className="flex min-h-8 items-center text-brand underline">
          {labelIn(label, locale)}
        </Link>
      ))}
      <Link to="/perangkat" className="flex min-h-8 items-center text-brand underline">
        {words.list}
      </Link>
    </aside>
  );
}

/** A page whose forms have an address of their own sends them by itself while it is open. */
const isToSend = ({ kept: { sent }, path }: WaitingForm) =>
  sent !== null && !(SEND_TO in sent && window.location.pathname === path);

function useSending(account: string, forms: readonly WaitingForm[]): void {
  const navigate = useNavigate();
  const isDue = forms.some(({ kept }) => kept.sent !== null);
  useEffect(() => {
    if (!isDue) return undefined;
    const left = new AbortController();
    const isLeft = () => left.signal.aborted;
    let isBusy = false;
    let failures = 1;
    let timer: number | undefined;
    const send = async () => {
      window.clearTimeout(timer);
      if (isBusy || isLeft()) return;
      isBusy = true;
      for (const form of waitingForms(account).filter(isToSend)) {
        const result = await sendKept(account, form);
        if (isLeft()) return;
        if (result.kind === 'waits') {
          failures += 1;
          break;
        }
        failures = 1;
        const isMore = waitingForms(account).some(({ name }) => name === form.name);
        // The open page goes on as after any press, unless somebody has typed on.
        if (result.kind === 'taken' && window.location.pathname === form.path && !isMore)
          navigate(`${result.to}#pesan`, { preventScrollReset: true });
      }
      isBusy = false;
      timer = window.setTimeout(() => void send(), retryPause(failures));
    };
    const now = () => void send();
    timer = window.setTimeout(now, retryPause(failures));
    window.addEventListener('online', now);
    return () => {
      left.abort();
      window.clearTimeout(timer);
      window.removeEventListener('online', now);
    };
  }, [account, isDue, navigate]);
}

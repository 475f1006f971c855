/** Forms that nobody answered, as far as this device holds them: told of on other pages, and sent once the server is back. */
import { Link, useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useSection } from '~/i18n';
import { retryPause } from '~/ui/askServer';
import { onKept, type WaitingForm, waitingForms } from '~/ui/keptInput';
import { unsentWords } from './unsentWords';

export function useWaitingForms(account: string): readonly WaitingForm[] {
  const [forms, setForms] = useState<readonly WaitingForm[]>([]);
  useEffect(() => {
    const read = () => setForms(waitingForms(account));
    read();
    return onKept(read);
  }, [account]);
  return forms;
}

export function UnsentForms({ account }: { account: string }) {
  const words = useSection(unsentWords);
  const { pathname } = useLocation();
  const forms = useWaitingForms(account);
  useSending(account, forms);
  const elsewhere = forms.filter(({ path }) => path !== pathname);
  if (elsewhere.length === 0) return null;
  return (
    <aside
      role="status"
      translate="no"
      data-testid="unsent-forms"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-accent bg-accent-soft px-4 py-1 text-sm sm:px-6 print:hidden"
    >
      <span>{words.forms}</span>
      {elsewhere.map(({ name, path, label }) => (
        <Link key={name} to={path} className="flex min-h-8 items-center text-brand underline">
          {label}
        </Link>
      ))}
      <Link to="/perangkat" className="flex min-h-8 items-center text-brand underline">
        {words.list}
      </Link>
    </aside>
  );
}

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
      for (const form of waitingForms(account).filter(({ kept }) => kept.sent !== null)) {
        const sender = await import('~/ui/sendKept').catch(() => null);
        const result = await sender?.sendKept(account, form);
        if (isLeft()) return;
        if (!result || result.kind === 'waits') {
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

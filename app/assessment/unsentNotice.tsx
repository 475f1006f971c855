/**
 * On every page of who may answer: what lies on this device and not on the server, with a way to send it. Submitting over
 * it and signing out ask first; signing out leaves nothing of this person on the device.
 */
import { Link } from '@remix-run/react';
import { useEffect } from 'react';
import { useFormat, useSection } from '~/i18n';
import { Button, dropAllKept } from '~/ui';
import { waitingForms } from '~/ui/keptInput';
import { dropPages } from './offline/dropPages';
import { unsentWords } from './unsentWords';
import { UnsentForms } from './unsentForms';
import { useOutbox } from './useOutbox';

export function UnsentNotice({ account }: { account: string }) {
  return (
    <>
      <UnsentAnswers account={account} />
      <UnsentForms account={account} />
    </>
  );
}

function UnsentAnswers({ account }: { account: string }) {
  const words = useSection(unsentWords);
  const format = useFormat();
  const { outbox, view } = useOutbox(account);

  useEffect(() => {
    if (!outbox) return undefined;
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      const isSignOut = new URL(form.action).pathname === '/keluar';
      const isStep = form.querySelector('[name="step"][value="submit"]') !== null;
      if (!isSignOut && !isStep) return;
      const question = isSignOut ? words.signOut : words.submit;
      const waits = outbox.view().unsent.size > 0 || (isSignOut && waitingForms(account).length > 0);
      const isRefused = waits && !window.confirm(question);
      if (!isRefused && !isSignOut) return;
      event.preventDefault();
      event.stopPropagation();
      if (isRefused) return;
      dropAllKept();
      void Promise.allSettled([outbox.clear(), dropPages()]).then(() => form.submit());
    };
    document.addEventListener('submit', onSubmit, true);
    return () => document.removeEventListener('submit', onSubmit, true);
  }, [account, outbox, words]);

  const elsewhere = [...(view?.unsent.keys() ?? [])].filter((url) => url !== view?.url);
  const late = (view?.late ?? []).filter((url) => url !== view?.url);
  if (!outbox || elsewhere.length + late.length === 0) return null;
  return (
    <aside
      role="status"
      translate="no"
      data-testid="unsent"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-accent bg-accent-soft px-4 py-1 text-sm sm:px-6 print:hidden"
    >
      {elsewhere.length > 0 ? (
        <>
          <span>{words.title({ count: format.number(elsewhere.length) })}</span>
          <Indicators pages={elsewhere} />
          <Button type="button" tone="quiet" onClick={outbox.wake}>
            {words.send}
          </Button>
          <Link to="/perangkat" className="flex min-h-8 items-center text-brand underline">
            {words.list}
          </Link>
        </>
      ) : null}
      {late.length > 0 ? (
        <>
          <span>{words.late({ count: format.number(late.length) })}</span>
          <Indicators pages={late} />
        </>
      ) : null}
    </aside>
  );
}

function Indicators({ pages }: { pages: readonly string[] }) {
  const words = useSection(unsentWords);
  return pages.map((url) => (
    <Link key={url} to={url} className="flex min-h-8 items-center text-brand underline">
      {words.indicator({ no: url.slice(url.lastIndexOf('/') + 1) })}
    </Link>
  ));
}

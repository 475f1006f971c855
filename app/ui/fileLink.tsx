/**
 * A link to a file that the server makes on request. Where that takes longer than a moment it says so, and saves the file
 * when it is there; without scripts it is a plain link.
 */
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '~/i18n';
import { type ButtonTone, buttonClass } from './button';
import { fetchFile } from './fetchFile';

/** Who waits longer than this wonders whether anything happens. */
const PATIENCE_MS = 700;
/** So long a browser may take to start saving. */
const SAVING_MS = 60_000;

export function FileLink(props: {
  href: string;
  tone?: ButtonTone;
  /** Where the text does not say which of several files it is. */
  label?: string;
  title?: string;
  children: ReactNode;
}) {
  const text = useText();
  const [state, setState] = useState<'idle' | 'making' | 'ready' | 'lost'>('idle');
  const asking = useRef<AbortController | null>(null);
  // Who leaves the page needs no file: the server stops making it.
  useEffect(() => () => asking.current?.abort(), []);

  const fetchIt = async () => {
    const gone = new AbortController();
    asking.current = gone;
    setState('idle');
    const patience = setTimeout(() => setState('making'), PATIENCE_MS);
    const fetched = await fetchFile(props.href, gone.signal);
    clearTimeout(patience);
    asking.current = null;
    if (gone.signal.aborted) return;
    if (fetched.kind === 'file') save(fetched.name, fetched.bytes);
    if (fetched.kind === 'page') window.location.assign(fetched.address);
    setState(fetched.kind === 'file' ? 'ready' : fetched.kind === 'lost' ? 'lost' : 'idle');
  };
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!asking.current) void fetchIt();
  };
  const isMaking = state === 'making';
  const says = { idle: '', making: text.file.making, ready: text.file.ready, lost: text.file.lost }[state];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <a
        className={buttonClass(props.tone)}
        href={props.href}
        download
        title={props.title}
        aria-label={isMaking ? undefined : props.label}
        aria-disabled={isMaking || undefined}
        onClick={onClick}
      >
        {isMaking ? text.file.making : props.children}
      </a>
      <span role="status" translate="no" className={state === 'lost' ? 'text-sm text-danger' : 'sr-only'}>
        {says}
      </span>
    </span>
  );
}

function save(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SAVING_MS);
}

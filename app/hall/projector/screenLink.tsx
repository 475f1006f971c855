/** The link of the hall's screen: opened, copied, scanned, and made anew. */
import { useState } from 'react';
import { useSection } from '~/i18n';
import { Button, buttonClass, useHydrated } from '~/ui';
import type { RemoteView } from './remote';
import { Order, Part } from './remoteOrders';
import { projectorWords } from './projectorWords';

export function ScreenLinkPart({ link }: { readonly link: RemoteView['link'] }) {
  const text = useSection(projectorWords).remote;
  return (
    <Part id="tautan" title={text.link}>
      <p className="text-sm text-muted">{text.linkHint}</p>
      {link.isDead ? (
        <p role="alert" className="font-semibold text-danger">
          {text.linkDead}
        </p>
      ) : null}
      <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-sm break-all">{link.url}</p>
      {link.isReachable ? null : <p className="text-sm text-accent">{text.linkUnreachable}</p>}
      <div className="grid grid-cols-2 gap-2">
        <a
          href={link.path}
          target="_blank"
          rel="noopener"
          className={buttonClass('secondary', 'min-h-14 text-center leading-tight')}
        >
          {text.linkOpen}
        </a>
        <CopyButton url={link.url} />
      </div>
      <details>
        <summary className="flex min-h-11 items-center font-semibold text-brand">{text.linkShowQr}</summary>
        <svg
          role="img"
          aria-label={text.linkQr}
          viewBox={`0 0 ${link.qrSize} ${link.qrSize}`}
          shapeRendering="crispEdges"
          className="mx-auto w-full max-w-64 rounded-lg bg-white"
        >
          <path d={link.qrPath} fill="#000" />
        </svg>
      </details>
      <details open={link.isDead}>
        <summary className="flex min-h-11 items-center font-semibold text-brand">{text.linkNew}</summary>
        <p className="mb-2 text-sm text-muted">{text.linkNewHint}</p>
        <Order intent="link">
          <Button tone="danger" className="min-h-14 w-full">
            {text.linkNew}
          </Button>
        </Order>
      </details>
    </Part>
  );
}

/** Only where the browser lets pages write to the clipboard: over plain http it does not. */
function CopyButton({ url }: { readonly url: string }) {
  const text = useSection(projectorWords).remote;
  const isHydrated = useHydrated();
  const [isCopied, setIsCopied] = useState(false);
  if (!isHydrated || !('clipboard' in navigator)) return null;
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return (
    <Button type="button" tone="secondary" className="min-h-14" onClick={copy}>
      <span role="status" translate="no">
        {isCopied ? text.linkCopied : text.linkCopy}
      </span>
    </Button>
  );
}

import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { useText } from '~/i18n';

/** What a person sees when a page cannot be shown: refused, not here, or our own fault with its number. */
export function RouteError() {
  const error = useRouteError();
  const text = useText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, message] =
    status === 403
      ? [text.ui.error.forbiddenTitle, text.ui.error.forbidden]
      : status === 404 || status === 405
        ? [text.ui.error.notFoundTitle, text.ui.error.notFound]
        : [text.ui.error.title, text.ui.error.unexpected];
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10 text-center">
      <h1 className="text-3xl">{title}</h1>
      <p>{message}</p>
      {status >= 500 ? <p className="font-mono text-lg">{requestIdOf(error)}</p> : null}
      <p>
        <Link to="/" className="font-semibold text-brand underline">
          {text.ui.error.backHome}
        </Link>
      </p>
    </div>
  );
}

function requestIdOf(error: unknown): string {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  return typeof data === 'object' && data !== null && 'requestId' in data ? String(data.requestId) : '–';
}

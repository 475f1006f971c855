/** A page for when no page can be drawn: in both languages, without scripts and styles. */
import type { ServerResponse } from 'node:http';
import { sharedWords } from '~/i18n';

const FAULTS = {
  unreadable: { status: 400, title: 'unreadableTitle', words: 'unreadable' },
  misdirected: { status: 421, title: 'misdirectedTitle', words: 'misdirected' },
  notAllowed: { status: 405, title: 'notFoundTitle', words: 'notFound' },
  starting: { status: 503, title: 'startingTitle', words: 'starting' },
  unexpected: { status: 500, title: 'title', words: 'unexpected' },
} as const;

/** How long a browser waits before it asks again whether the server is ready, in seconds. */
const RETRY_AFTER = 2;

export interface PlainPageOptions {
  /** Instead of the fault's own. */
  readonly status?: number;
  /** Shown below the words, for the administrator to look up. */
  readonly requestId?: string;
}

/** Answers with the page of a fault. Headers that were set before go out with it. */
export function sendPlainPage(
  response: ServerResponse,
  fault: keyof typeof FAULTS,
  { status, requestId }: PlainPageOptions = {},
): void {
  const { status: usual, title, words } = FAULTS[fault];
  const isPassing = fault === 'starting';
  const indonesian = sharedWords.id.error;
  const english = sharedWords.en.error;
  const page = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isPassing ? `<meta http-equiv="refresh" content="${RETRY_AFTER}">\n` : ''}<title>${indonesian[title]}</title>
</head>
<body>
<h1>${indonesian[title]}</h1>
<p>${indonesian[words]}</p>
<div lang="en"><h2>${english[title]}</h2>
<p>${english[words]}</p></div>
${requestId === undefined ? '' : `<p><code>${requestId}</code></p>\n`}</body>
</html>
`;
  response.statusCode = status ?? usual;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (isPassing) response.setHeader('Retry-After', String(RETRY_AFTER));
  response.end(page);
}

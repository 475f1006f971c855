/** A page for when no page can be drawn: in both languages, without scripts and styles. */
import type { ServerResponse } from 'node:http';
import { sharedWords } from '~/i18n';

const FAULTS = {
  unreadable: { status: 400, title: 'unreadableTitle', words: 'unreadable' },
  misdirected: { status: 421, title: 'misdirectedTitle', words: 'misdirected' },
  notAllowed: { status: 405, title: 'notFoundTitle', words: 'notFound' },
  queue: { status: 503, title: 'queueTitle', words: 'queue' },
  starting: { status: 503, title: 'startingTitle', words: 'starting' },
  unexpected: { status: 500, title: 'title', words: 'unexpected' },
} as const;

type Fault = keyof typeof FAULTS;

/** After how many seconds a browser asks again by itself, where that helps. */
const AGAIN_AFTER: Partial<Record<Fault, number>> = { starting: 2, queue: 5 };

export interface PlainPageOptions {
  /** Instead of the fault's own. */
  readonly status?: number;
  /** Shown below the words, for the administrator to look up. */
  readonly requestId?: string;
}

export interface PlainPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The page of a fault, for whoever answers. */
export function plainPage(fault: Fault, { status, requestId }: PlainPageOptions = {}): PlainPage {
  const { status: usual, title, words } = FAULTS[fault];
  const again = AGAIN_AFTER[fault];
  const indonesian = sharedWords.id.error;
  const english = sharedWords.en.error;
  const body = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${again === undefined ? '' : `<meta http-equiv="refresh" content="${again}">\n`}<title>${indonesian[title]}</title>
</head>
<body>
<h1>${indonesian[title]}</h1>
<p>${indonesian[words]}</p>
<div lang="en"><h2>${english[title]}</h2>
<p>${english[words]}</p></div>
${requestId === undefined ? '' : `<p><code>${requestId}</code></p>\n`}</body>
</html>
`;
  return {
    status: status ?? usual,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(again === undefined ? {} : { 'Retry-After': String(again) }),
    },
    body,
  };
}

/** Answers with the page of a fault. Headers that were set before go out with it. */
export function sendPlainPage(response: ServerResponse, fault: Fault, options?: PlainPageOptions): void {
  const { status, headers, body } = plainPage(fault, options);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(body);
}

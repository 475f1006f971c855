/**
 * What a page knows of its line to the server, and what follows from it. A stream may be open and carry nothing, where
 * something in between holds it back or forgot it: only what arrives counts.
 */
export type LiveState = 'connecting' | 'open' | 'asking' | 'lost';

export interface Line {
  readonly openedAt: number;
  /** The last time that anything came over the open stream. */
  readonly heardAt: number | null;
  /** The stream broke, or fell silent and was opened anew. */
  readonly isBroken: boolean;
  /** How the last question was answered that was asked instead. */
  readonly answer: 'none' | 'good' | 'bad';
}

export type Sign = 'heard' | 'broken' | 'reopened' | 'answered' | 'unanswered';

/** The server beats every five seconds: after two and a bit the stream is dead. */
export const SILENT_MS = 12_000;
/** How long a stream may take to its first sign before the page asks by itself. */
export const FIRST_SIGN_MS = 4_000;
/** A stream that never gave a sign is tried anew after this long. */
export const REOPEN_MS = 30_000;

export function openLine(now: number): Line {
  return { openedAt: now, heardAt: null, isBroken: false, answer: 'none' };
}

export function lineAfter(line: Line, sign: Sign, now: number): Line {
  switch (sign) {
    case 'heard':
      return { ...line, heardAt: now, isBroken: false, answer: 'none' };
    case 'broken':
      return { ...line, heardAt: null, isBroken: true };
    case 'reopened':
      return { ...line, openedAt: now, heardAt: null, isBroken: line.isBroken || line.heardAt !== null };
    case 'answered':
      return { ...line, answer: 'good' };
    case 'unanswered':
      return { ...line, answer: 'bad' };
  }
}

function isHeard(line: Line, now: number): boolean {
  return line.heardAt !== null && now - line.heardAt < SILENT_MS;
}

/** Whether the page has to ask, because it cannot count on being told. */
export function mustAsk(line: Line, now: number): boolean {
  if (isHeard(line, now)) return false;
  return line.isBroken || line.heardAt !== null || now - line.openedAt >= FIRST_SIGN_MS;
}

/** Whether the stream is to be opened anew although nothing says that it broke. */
export function mustReopen(line: Line, now: number): boolean {
  return line.heardAt === null ? now - line.openedAt >= REOPEN_MS : now - line.heardAt >= SILENT_MS;
}

/** What the mark on the page says. */
export function stateOf(line: Line, now: number): LiveState {
  if (isHeard(line, now)) return 'open';
  if (line.answer === 'good') return 'asking';
  return line.answer === 'bad' || line.isBroken || line.heardAt !== null ? 'lost' : 'connecting';
}

import { describe, expect, it } from 'vitest';
import {
  FIRST_SIGN_MS,
  lineAfter,
  mustAsk,
  mustReopen,
  openLine,
  REOPEN_MS,
  type Sign,
  SILENT_MS,
  stateOf,
} from './line';

const after = (signs: readonly (readonly [Sign, number])[]) =>
  signs.reduce((line, [sign, at]) => lineAfter(line, sign, at), openLine(0));

describe('the line to the server', () => {
  it('counts as live only once something arrived', () => {
    expect(stateOf(openLine(0), 0)).toBe('connecting');
    expect(stateOf(after([['heard', 100]]), 100)).toBe('open');
  });

  it('is no longer called live when nothing arrives, though nothing says that it broke', () => {
    const line = after([['heard', 0]]);
    expect(stateOf(line, SILENT_MS - 1)).toBe('open');
    expect(stateOf(line, SILENT_MS)).toBe('lost');
    expect(mustReopen(line, SILENT_MS)).toBe(true);
    expect(SILENT_MS).toBeLessThan(20_000);
  });

  it('asks while the stream opened anew after a silence has not spoken', () => {
    const line = after([
      ['heard', 0],
      ['reopened', SILENT_MS],
    ]);
    expect(mustAsk(line, SILENT_MS)).toBe(true);
    expect(stateOf(lineAfter(line, 'answered', SILENT_MS + 50), SILENT_MS + 50)).toBe('asking');
  });

  it('asks where a proxy lets the stream open and holds everything back', () => {
    const line = openLine(0);
    expect(mustAsk(line, FIRST_SIGN_MS - 1)).toBe(false);
    expect(mustAsk(line, FIRST_SIGN_MS)).toBe(true);
    const asking = lineAfter(line, 'answered', FIRST_SIGN_MS);
    expect(mustReopen(asking, REOPEN_MS)).toBe(true);
    const reopened = lineAfter(asking, 'reopened', REOPEN_MS);
    expect(stateOf(reopened, REOPEN_MS)).toBe('asking');
  });

  it('is live again as soon as the stream speaks, and stops asking', () => {
    const line = after([
      ['broken', 0],
      ['answered', 10],
      ['heard', 20],
    ]);
    expect(stateOf(line, 20)).toBe('open');
    expect(mustAsk(line, 20)).toBe(false);
  });

  it('is lost where neither the stream nor a question gets through', () => {
    expect(stateOf(after([['broken', 0]]), 1)).toBe('lost');
    const line = after([
      ['broken', 0],
      ['answered', 10],
      ['unanswered', 20],
    ]);
    expect(stateOf(line, 20)).toBe('lost');
  });
});

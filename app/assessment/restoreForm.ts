/** The buttons of the history that put an earlier version of a field back. */
import * as z from 'zod/mini';
import { type Fields, textIn, unreadableForm } from '~/text';
import { type AnswerField, FIELDS } from './answerChanges';

export interface AskedVersion {
  readonly indicatorNo: number;
  readonly field: AnswerField;
  /** Number of the event that holds the version. */
  readonly from: number;
  /** The version of the answer that the person saw. */
  readonly seenVersion: number;
}

/** Of a button; the version that was seen stands beside it once per indicator. */
export function restoreValue({ indicatorNo, field, from }: Omit<AskedVersion, 'seenVersion'>): string {
  return [indicatorNo, field, from].join('.');
}

export const seenName = (indicatorNo: number): string => `version.${String(indicatorNo)}`;

const count = z.coerce.number().check(z.int(), z.nonnegative());
const schema = z.tuple([count, z.enum(FIELDS), count]);

/** @throws where the page has no such button */
export function readRestore(form: Fields): AskedVersion {
  const asked = schema.safeParse(textIn(form, 'restore').split('.'));
  if (!asked.success) throw unreadableForm();
  const [indicatorNo, field, from] = asked.data;
  const seen = count.safeParse(textIn(form, seenName(indicatorNo)));
  if (!seen.success) throw unreadableForm();
  return { indicatorNo, field, from, seenVersion: seen.data };
}

/** What the address of the history says was put back. */
export function readRestored(params: URLSearchParams) {
  const no = count.safeParse(params.get('indikator'));
  const field = z.enum(FIELDS).safeParse(params.get('pulih'));
  return no.success && field.success ? { kind: 'restored' as const, no: no.data, field: field.data } : null;
}

/** One save on its way to the server. */
import { askServer } from '~/ui/askServer';
import type { AnswerFormValues } from './answerForm';
import { type SaveResponse, saveResponseSchema } from './saveResponse';

export interface Change {
  /** The same whenever this change is sent, so that it is stored once. */
  readonly id: string;
  /** The version that it changes. */
  readonly version: number;
  readonly values: AnswerFormValues;
}

export type SendResult = SaveResponse | { readonly kind: 'offline' } | { readonly kind: 'failed' };

/** A name that no other change has. Works on plain http too, where browsers have no `randomUUID`. */
export function newChangeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Sends a change; `offline` where nothing answers in time, `failed` where what answers is not a save's answer. Never throws. */
export async function sendAnswer(url: string, change: Change): Promise<SendResult> {
  const { values } = change;
  const body = new FormData();
  body.set('changeId', change.id);
  body.set('version', String(change.version));
  body.set('level', values.level ?? '');
  body.set('justification', values.justification);
  body.set('note', values.note);
  body.set('personInCharge', values.personInCharge);
  if (values.discuss) body.set('discuss', 'on');
  values.evidence.forEach((row, index) => {
    body.set(`evidence.${String(index)}.url`, row.url);
    body.set(`evidence.${String(index)}.caption`, row.caption);
  });
  let answer: string;
  try {
    answer = await askServer(url, { method: 'POST', body, keepalive: true }, (response) => response.text());
  } catch {
    return { kind: 'offline' };
  }
  try {
    return saveResponseSchema.parse(JSON.parse(answer));
  } catch {
    return { kind: 'failed' };
  }
}

/** One change on its way to the server, and the question how an answer stands now. */
import { askServer } from '~/ui/askServer';
import type { Entry, Reply, Trouble } from './editingTypes';
import { type OpenAnswer, openAnswerSchema, type SaveResponse, saveResponseSchema } from './saveResponse';

export type Standing = Extract<SaveResponse, { kind: 'saved' }>['standing'];

export type SendResult =
  | { readonly reply: Reply; readonly standing: Standing | null }
  /** `offline` where nothing answers in time, `failed` where what answers is not a save's answer. */
  | { readonly trouble: Trouble };

/** A name that nothing else has. Works on plain http too, where browsers have no `randomUUID`. */
export function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Never throws. */
export async function sendChange(entry: Entry): Promise<SendResult> {
  const { response, body } = await ask(`${entry.url}/simpan`, {
    method: 'POST',
    body: formOf(entry),
    keepalive: true,
  });
  const parsed = saveResponseSchema.safeParse(body);
  if (!parsed.success) return { trouble: response ? 'failed' : 'offline' };
  const said = parsed.data;
  switch (said.kind) {
    case 'saved':
      return {
        reply: { kind: 'saved', savedAt: said.savedAt, answer: said.answer },
        standing: said.standing,
      };
    case 'late':
      return { reply: { kind: 'late', answer: said.answer }, standing: null };
    case 'unchanged':
      return { reply: { kind: 'unchanged', answer: said.answer }, standing: null };
    case 'conflict': {
      const about = said.conflicts.find(({ field }) => field === entry.field);
      const { theirName = '', own = false, at = '' } = about ?? {};
      return {
        reply: { kind: 'conflict', answer: said.answer, name: theirName, own, changedAt: at },
        standing: null,
      };
    }
    case 'signedOut':
    case 'otherAccount':
      return { trouble: said.kind };
    case 'stage':
    case 'locked':
    case 'forbidden':
    case 'invalid':
      return { reply: { kind: 'refused', why: said.kind }, standing: null };
  }
}

/** How the answer of an indicator stands; null where nobody says. Never throws. */
export async function readAnswer(url: string): Promise<OpenAnswer | null> {
  const { body } = await ask(`${url}/simpan`, { cache: 'no-store' });
  return openAnswerSchema.safeParse(body).data ?? null;
}

async function ask(
  address: string,
  init: RequestInit,
): Promise<{ readonly response: Response | null; readonly body: unknown }> {
  try {
    return await askServer(address, init, async (response) => ({
      response,
      // What is no JSON came from somebody between us and the server.
      body: await response.text().then(parsed),
    }));
  } catch {
    return { response: null, body: null };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function formOf(entry: Entry): FormData {
  const { id, account, device, seq, version, field, send, isAside } = entry;
  const body = new FormData();
  body.set('changeId', id);
  body.set('account', account);
  body.set('device', device ?? '');
  body.set('seq', String(seq ?? 0));
  body.set('version', String(version));
  body.set('field', field);
  // How long ago, and not when: the clock of a device may be wrong, but it runs.
  body.set('age', String(Date.now() - (entry.typedAt ?? entry.at)));
  if (isAside) body.set('aside', field);
  for (const name of ['level', 'justification', 'note', 'personInCharge', 'service'] as const) {
    const value = send?.[name];
    if (value !== undefined) body.set(name, value ?? '');
  }
  if (send?.discuss) body.set('discuss', 'on');
  send?.evidence?.forEach((row, index) => {
    body.set(`evidence.${String(index)}.url`, row.url);
    body.set(`evidence.${String(index)}.caption`, row.caption);
  });
  return body;
}

/**
 * The editing of answers in one open tab, as a pure machine: what happens goes in, the new state and what is to be done
 * come out. No clock, no network, no storage: times and new names come with the events, and the effects are carried out
 * in `outbox.ts`. What is typed becomes a change of one field, which waits in the device's outbox – seen by every tab –
 * until the server has answered it. A change that was sent is never edited; what is typed afterwards is a new one.
 */
import { type AnswerField, FIELDS, mergeRows, only, sameField, sameValues } from './answerChanges';
import type { AnswerFormValues } from './answerForm';
import type { Judged } from './judgeField';
import type { Entry, Happening, Page, Reply, Snapshot, State, Step, Todo } from './editingTypes';

/** Judges what is typed into one field; `known` is what the server has. */
export type Judge = (field: AnswerField, values: AnswerFormValues, known: AnswerFormValues) => Judged;

export const TYPING_PAUSE_MS = 700;
/** Changes of another tab are left to it for so long; a tab that was closed leaves them to the others. */
export const OTHER_TAB_MS = 5000;
/** After so many answers in a row that are none, a round of sending ends. */
const ENOUGH_FAILURES = 3;

export function firstState(account: string, tab: string): State {
  return {
    account,
    tab,
    entries: [],
    page: null,
    sending: null,
    link: 'up',
    attempts: 0,
    putOff: [],
    savedAt: null,
    late: [],
    unwritten: [],
    isStored: true,
  };
}

export function step(state: State, happening: Happening, judge: Judge): Step {
  const next = withTheirLinks(react(state, happening, judge));
  const written = next.todo.flatMap((todo) =>
    todo.do === 'put' || todo.do === 'follow' ? [todo.entry.id] : [],
  );
  if (written.length === 0) return next;
  const unwritten = [...new Set([...next.state.unwritten, ...written])];
  return { ...next, state: { ...next.state, unwritten } };
}

function react(state: State, happening: Happening, judge: Judge): Step {
  switch (happening.type) {
    case 'opened':
      return opened(state, happening);
    case 'closed':
      return andSend({ ...hurried(state, happening.at), page: null }, happening.at);
    case 'entered':
      return quiet(onPage(state, (page) => ({ ...page, editing: happening.field })));
    case 'left':
      return left(state, happening.at);
    case 'typed':
      return typed(state, happening, judge);
    case 'settled':
      return settled(state, happening);
    case 'found':
      return found(state, happening);
    case 'wake':
      return andSend({ ...state, putOff: [] }, happening.at);
    case 'claimed':
      return claimed(state, happening);
    case 'frozen':
      return frozen(state, happening);
    case 'answered':
      return answered(state, happening);
    case 'discarded':
      return discarded(state, happening);
    case 'lost':
      return lost(state, happening);
    case 'theirs':
      return quiet(
        onPage(state, (page) =>
          page.url === happening.url ? adopt(state.entries, page, happening.snapshot) : page,
        ),
      );
    case 'told':
      return told(state, happening);
    case 'stored':
      return quiet({
        ...state,
        isStored: happening.ok,
        unwritten: happening.ok ? state.unwritten.filter((id) => id !== happening.id) : state.unwritten,
      });
  }
}

/**
 * A faulty link holds its list until somebody mends it. What others save meanwhile appears beside it, where nobody is
 * writing.
 */
function withTheirLinks({ state, todo }: Step): Step {
  const { page } = state;
  if (!page || page.editing === 'evidence') return { state, todo };
  const [held, ...more] = entriesOf(state.entries, page.url, 'evidence');
  const isHeld = held?.send === null && held.seq === null && held.question === null && held.refusal === null;
  if (!isHeld || !held.besides || more.length > 0 || page.known.version <= held.version)
    return { state, todo };
  const theirs = page.known.values.evidence;
  const own = held.values.evidence ?? [];
  // Where nobody else has changed anything, nothing moves.
  const evidence = sameValues({ values: { evidence: held.besides } }, { values: { evidence: theirs } })
    ? own
    : mergeRows(held.besides, own, theirs);
  const moved = { ...held, values: { evidence }, besides: theirs, version: page.known.version };
  const shown = { ...page, seen: { ...page.seen, evidence: page.known } };
  const next = { ...state, page: shown, entries: replaced(state.entries, held.id, [moved]) };
  return { state: next, todo: [...todo, put(moved)] };
}

type Of<Type extends Happening['type']> = Extract<Happening, { type: Type }>;

const quiet = (state: State, todo: readonly Todo[] = []): Step => ({ state, todo });
const put = (entry: Entry, instead: Entry | null = null): Todo => ({ do: 'put', entry, instead });
const follow = (entry: Entry, after: Entry): Todo => ({ do: 'follow', entry, after: after.id });
const remove = (id: string): Todo => ({ do: 'remove', id });

function onPage(state: State, change: (page: Page) => Page): State {
  if (!state.page) return state;
  const page = change(state.page);
  return page === state.page ? state : { ...state, page };
}

/** The changes of one field that are on their way or wait, the oldest first. */
export function entriesOf(entries: readonly Entry[], url: string, field: AnswerField): readonly Entry[] {
  return entries.filter((entry) => entry.url === url && entry.field === field && !entry.isAside);
}

function replaced(entries: readonly Entry[], id: string, next: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => (entry.id === id ? next : [entry]));
}

/** What was refused may be taken now; it is tried once more. */
function triedAgain(entries: readonly Entry[], at: number, isMeant: (entry: Entry) => boolean) {
  return entries.map((entry) =>
    entry.refusal !== null && isMeant(entry) ? { ...entry, refusal: null, readyAt: at } : entry,
  );
}

/** What was refused because nothing could be saved goes out once something can, on every page of the assessment. */
function told(state: State, { url, closed, at }: Of<'told'>): Step {
  const next = onPage(state, (page) =>
    page.url !== url || page.closed === closed ? page : { ...page, closed },
  );
  if (closed !== null) return quiet(next);
  const isMeant = (entry: Entry) =>
    (entry.refusal === 'stage' || entry.refusal === 'locked') &&
    assessmentOf(entry.url) === assessmentOf(url);
  const entries = triedAgain(next.entries, at, isMeant);
  const retried = entries.filter((entry, index) => entry !== next.entries[index]);
  if (retried.length === 0) return quiet(next);
  return andSend(
    { ...next, entries },
    at,
    retried.map((entry) => put(entry)),
  );
}

/** Pages of one assessment differ in the last part of their address. */
function assessmentOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/'));
}

function opened(state: State, { page, asked, at }: Of<'opened'>): Step {
  const again = triedAgain(state.entries, at, ({ url }) => url === page.url);
  const seen = Object.fromEntries(FIELDS.map((field) => [field, page.known]));
  const retried = again.filter((entry, index) => entry !== state.entries[index]);
  const next: State = {
    ...state,
    entries: [...again, ...asked],
    page: { ...page, seen, editing: null, closed: null },
    savedAt: null,
    late: state.late.filter((url) => url !== page.url),
  };
  return andSend(
    next,
    at,
    [...retried, ...asked].map((entry) => put(entry)),
  );
}

/** Nothing of this tab waits any longer for a pause in typing. */
function hurried(state: State, at: number): State {
  const isWaiting = (entry: Entry) =>
    entry.tab === state.tab && entry.seq === null && entry.readyAt !== null && entry.readyAt > at;
  if (!state.entries.some(isWaiting)) return state;
  return {
    ...state,
    entries: state.entries.map((entry) => (isWaiting(entry) ? { ...entry, readyAt: at } : entry)),
  };
}

function left(state: State, at: number): Step {
  const next = onPage(hurried(state, at), (page) =>
    adopt(state.entries, { ...page, editing: null }, page.known),
  );
  return andSend(next, at);
}

function typed(state: State, { field, values, at, newId, now }: Of<'typed'>, judge: Judge): Step {
  const { page } = state;
  if (!page) return quiet(state);
  const waiting = entriesOf(state.entries, page.url, field);
  const last = waiting.at(-1);
  const seen = seenOf(page, field);
  const stands = last?.question ? page.known : seen;
  // What is just being noted as sent is sent.
  const isOpen = last?.seq === null && last.id !== state.sending;
  const shown = { ...seen.values, ...last?.values };
  // A form that draws its rows anew says so too, without anybody having typed.
  if (sameField(field, values, shown) && !(now && isOpen && last.question === null)) return quiet(state);
  if (last && isOpen && waiting.length === 1 && sameField(field, values, stands.values)) {
    // Back to what the server has: there is nothing to save, nor to quarrel about.
    return quiet({ ...state, entries: replaced(state.entries, last.id, []) }, [remove(last.id)]);
  }
  const { send } = judge(field, values, page.known.values);
  const fresh = {
    values: only(values, field),
    send,
    readyAt: send === null ? null : now ? at : at + TYPING_PAUSE_MS,
    typedAt: at,
  };
  const isFree = isOpen && last.tab === state.tab && !last.question && last.refusal === null;
  if (isFree) {
    const entry = { ...last, ...fresh };
    return andSend({ ...state, entries: replaced(state.entries, last.id, [entry]) }, at, [put(entry)]);
  }
  const entry: Entry = {
    id: newId,
    account: state.account,
    tab: state.tab,
    url: page.url,
    field,
    at,
    version: last?.version ?? seen.version,
    seq: null,
    device: null,
    isAside: false,
    question: last?.question ?? null,
    refusal: null,
    ...fresh,
  };
  // What was asked about, refused or faulty is over; this stands in its place, the question with it.
  const isOver = isOpen && (last.question !== null || last.refusal !== null || last.send === null);
  const entries = isOver ? replaced(state.entries, last.id, [entry]) : [...state.entries, entry];
  return andSend({ ...state, entries }, at, [put(entry, isOver ? last : null)]);
}

export function seenOf(page: Page, field: AnswerField): Snapshot {
  return page.seen[field] ?? page.known;
}

function settled(state: State, { field, side, at, newId }: Of<'settled'>): Step {
  const { page } = state;
  const asked =
    page &&
    entriesOf(state.entries, page.url, field)
      .filter(({ question }) => question !== null)
      .at(-1);
  if (!page || !asked?.question) return quiet(state);
  const answer: Entry = {
    ...asked,
    id: newId,
    tab: state.tab,
    question: null,
    version: asked.question.version,
    isAside: side === 'theirs',
    readyAt: asked.send === null ? null : at,
  };
  const keep = side === 'mine' || asked.send !== null;
  const entries = replaced(state.entries, asked.id, keep ? [answer] : []);
  const next = onPage({ ...state, entries }, (open) =>
    side === 'theirs' ? { ...open, seen: { ...open.seen, [field]: open.known } } : open,
  );
  return andSend(next, at, [keep ? put(answer, asked) : remove(asked.id)]);
}

/** What lies on the device now; what this tab has not written yet stays, and so does what the device has lost. */
function found(state: State, { entries: stored, over, at }: Of<'found'>): Step {
  const ids = new Set(stored.map(({ id }) => id));
  const isAhead = ({ id }: Entry) => state.unwritten.includes(id);
  const gone = state.entries.filter((entry) => over.has(entry.id) && !isAhead(entry));
  const own = state.entries.filter(
    (entry) => (isAhead(entry) || !ids.has(entry.id)) && !gone.includes(entry),
  );
  const evicted = own.filter((entry) => !isAhead(entry));
  const entries = [...stored.filter((entry) => !isAhead(entry)), ...own].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const next = onPage(withoutEntries({ ...state, entries }, gone), (page) =>
    adopt(entries, page, page.known),
  );
  const isBehind = gone.some(({ url }) => url === state.page?.url);
  const kept = evicted.map((entry) => put(entry));
  return andSend(next, at, isBehind ? [...kept, { do: 'read' }] : kept);
}

/** Changes that another tab has brought home: their fields go on showing them until the page is read again. */
function withoutEntries(state: State, gone: readonly Entry[]): State {
  const ids = new Set(gone.map(({ id }) => id));
  const entries = state.entries.filter(({ id }) => !ids.has(id));
  return onPage({ ...state, entries }, (page) =>
    gone
      .filter(({ url, isAside }) => url === page.url && !isAside)
      .reduce(
        (before, entry) => ({ ...before, seen: { ...before.seen, [entry.field]: typedOn(page, entry) } }),
        page,
      ),
  );
}

function typedOn(page: Page, { version, values }: Entry): Snapshot {
  return { version, values: { ...page.known.values, ...values } };
}

/** Goes on sending where nothing is being sent. */
function andSend(state: State, at: number, todo: readonly Todo[] = []): Step {
  if (state.sending !== null) return quiet(state, todo);
  const next = state.entries.find((entry) => isDue(state, entry, at));
  if (!next) return quiet(state, todo);
  return quiet({ ...state, sending: next.id }, [...todo, { do: 'claim', entry: next }]);
}

function isDue(state: State, entry: Entry, at: number): boolean {
  const due = dueAt(state, entry);
  return due !== null && due <= at;
}

/** When a change may be sent; null where it waits for a person, for the next round, or for an earlier one to be answered. */
export function dueAt(state: State, entry: Entry): number | null {
  if (entry.question !== null || entry.refusal !== null || state.putOff.includes(entry.id)) return null;
  const first = state.entries.find(
    ({ url, field, seq }) => url === entry.url && field === entry.field && seq !== null,
  );
  if (first && first !== entry && entry.seq === null) return null;
  if (entry.seq === null && (entry.readyAt === null || entry.send === null)) return null;
  // Sent once already: its name makes sure that it counts once, whichever tab sends it again.
  if (entry.seq !== null) return 0;
  const readyAt = entry.readyAt ?? entry.at;
  if (entry.tab === state.tab) return readyAt;
  // From when it was last typed: what one tab has left behind is taken up in the order in which it was made.
  return Math.max(entry.at, readyAt - TYPING_PAUSE_MS) + OTHER_TAB_MS;
}

function claimed(state: State, { id, sent: as, at }: Of<'claimed'>): Step {
  if (state.sending !== id) return quiet(state);
  const entry = state.entries.find((one) => one.id === id);
  if (!entry || as === null) {
    // Another tab has brought it home meanwhile.
    const free: State = { ...state, sending: null };
    return andSend(entry ? withoutEntries(free, [entry]) : free, at, [{ do: 'read' }]);
  }
  const sent = { ...entry, ...as };
  return quiet({ ...state, entries: replaced(state.entries, id, [sent]) }, [{ do: 'send', entry: sent }]);
}

/** Another tab had sent the change before it could be edited here: the edit is a change of its own. */
function frozen(state: State, { id, seq, at, newId }: Of<'frozen'>): Step {
  const edited = state.entries.find((one) => one.id === id);
  // Once is enough: whatever is typed since then is in a change of its own already.
  const unwritten = state.unwritten.filter((one) => one !== id);
  if (edited?.seq !== null) return quiet({ ...state, unwritten });
  const fresh: Entry = { ...edited, id: newId, at, tab: state.tab, seq: null, device: null };
  const sent = seq === null ? [] : [{ ...edited, seq }];
  const entries = [...replaced(state.entries, id, sent), fresh];
  return andSend({ ...state, entries, unwritten }, at, [put(fresh)]);
}

/** Two tabs that are answered for the same change name what is left of it alike. */
function idAfter({ id }: Entry): string {
  const [, name = id, count = '0'] = /^(.*)-(\d+)$/.exec(id) ?? [];
  return `${name}-${String(Number(count) + 1)}`;
}

function answered(state: State, { id, reply, at }: Of<'answered'>): Step {
  const entry = state.entries.find((one) => one.id === id);
  const free: State = {
    ...state,
    sending: state.sending === id ? null : state.sending,
    link: 'up',
    attempts: 0,
  };
  if (!entry) return andSend(withReply(free, '', reply), at);
  switch (reply.kind) {
    case 'saved':
    case 'late':
    case 'unchanged': {
      const rest = faultyRest(entry, reply.answer, state);
      const entries = [...replaced(state.entries, id, []), ...(rest ? [rest] : [])];
      const shown = onPage({ ...free, entries }, (page) => {
        if (page.url !== entry.url || entry.isAside) return page;
        // The field goes on showing what was typed; the server's own reading of it takes its place below.
        const values = { ...reply.answer.values, ...(rest ? entry.send : entry.values) };
        return { ...page, seen: { ...page.seen, [entry.field]: { version: entry.version, values } } };
      });
      const late = reply.kind === 'late' ? [...new Set([...state.late, entry.url])] : state.late;
      const next = withReply({ ...shown, late, savedAt: reply.savedAt ?? state.savedAt }, entry.url, reply);
      return andSend(next, at, [rest ? follow(rest, entry) : remove(id)]);
    }
    case 'conflict': {
      const { name, own, changedAt, answer } = reply;
      const question = {
        theirs: only(answer.values, entry.field),
        version: answer.version,
        name,
        own,
        at: changedAt,
      };
      const asked: Entry = { ...entry, id: idAfter(entry), seq: null, device: null, question };
      const entries = replaced(state.entries, id, [asked]);
      return andSend(withReply({ ...free, entries }, entry.url, reply), at, [follow(asked, entry)]);
    }
    case 'refused': {
      const refused: Entry = { ...entry, id: idAfter(entry), seq: null, device: null, refusal: reply.why };
      return andSend({ ...free, entries: replaced(state.entries, id, [refused]) }, at, [
        follow(refused, entry),
      ]);
    }
  }
}

/** Faulty links stay on the page while the good ones are saved. */
function faultyRest(entry: Entry, answer: Snapshot, state: State): Entry | null {
  if (entry.field !== 'evidence' || entry.isAside) return null;
  const isWhole = sameField(
    'evidence',
    { ...answer.values, ...entry.values },
    { ...answer.values, ...entry.send },
  );
  if (isWhole || entriesOf(state.entries, entry.url, entry.field).at(-1) !== entry) return null;
  const besides = entry.send?.evidence;
  return { ...entry, id: idAfter(entry), seq: null, device: null, send: null, readyAt: null, besides };
}

function withReply(state: State, url: string, reply: Reply): State {
  if (reply.kind === 'refused') return state;
  return onPage(state, (page) => (page.url === url ? adopt(state.entries, page, reply.answer) : page));
}

/** Takes in what the server has now. A field that somebody is writing in stays until they leave it. */
function adopt(entries: readonly Entry[], page: Page, snapshot: Snapshot): Page {
  const known = snapshot.version >= page.known.version ? snapshot : page.known;
  const seen = Object.fromEntries(
    FIELDS.map((field) => {
      const before = seenOf(page, field);
      const isBusy = entriesOf(entries, page.url, field).length > 0;
      const isWriting = page.editing === field && !sameField(field, before.values, known.values);
      return [field, isBusy || isWriting || known.version <= before.version ? before : known];
    }),
  );
  return { ...page, known, seen };
}

/** What is on its way goes on; its answer then finds nothing that waits for it. */
function discarded(state: State, { ids }: Of<'discarded'>): Step {
  const entries = state.entries.filter(({ id }) => !ids.includes(id));
  const unwritten = state.unwritten.filter((id) => !ids.includes(id));
  return quiet({ ...state, entries, unwritten }, ids.map(remove));
}

function lost(state: State, { id, how, at }: Of<'lost'>): Step {
  if (state.sending !== id) return quiet(state);
  const attempts = state.attempts + 1;
  const next: State = { ...state, sending: null, link: how, attempts, putOff: [...state.putOff, id] };
  // One change that the server cannot take must not hold back the others.
  if (how === 'failed' && next.putOff.length < ENOUGH_FAILURES) {
    const going = andSend(next, at);
    if (going.state.sending !== null) return going;
  }
  return quiet(next, [{ do: 'wait', attempts }]);
}

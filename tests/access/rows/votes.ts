import { get, IN_RAKERDA, MANAGERS, post, RAKERDA, type Row } from '../row';

const LIST = `${RAKERDA}/suara`;
/** The demo's vote, revealed and agreed. */
const VOTE = `${LIST}/demo-suara-1`;
/** For what would change the demo: who gets through is told that there is none. */
const MISSING = `${LIST}/tidak-ada`;
const VOTERS = ['head', 'operator', 'foreignOperator', 'reviewer'] as const;
const none = { gets: 404 };

export const rows: readonly Row[] = [
  get('votes', LIST, IN_RAKERDA),
  get('vote', VOTE, IN_RAKERDA),
  get('vote', MISSING, IN_RAKERDA, none),
  post('votes', LIST, { intent: 'open', indicator: '', agency: '' }, MANAGERS, { gets: 422 }),
  post('votes', LIST, { intent: 'open', indicator: 'spbe-2020:13', agency: '99.99' }, MANAGERS, {
    gets: 422,
  }),
  post('votes', LIST, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  post('vote', MISSING, { intent: 'cast', level: '3' }, VOTERS, none),
  post('vote', MISSING, { intent: 'cast' }, VOTERS, { gets: 422 }),
  post('vote', MISSING, { intent: 'close' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'reveal' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'closeAndReveal' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'reopen' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'withdraw' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'agree', level: '3', reason: 'Uji akses.', seen: '' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'show' }, MANAGERS, none),
  post('vote', MISSING, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
];

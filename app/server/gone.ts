import type { IncomingMessage, ServerResponse } from 'node:http';

/** One for all: each request ends so, and to make one anew writes down where in the code. */
const WHY = new DOMException('The answer is complete or its reader is gone', 'AbortError');

/**
 * A signal that aborts once when the answer is complete or the connection closes; aborted from the start where it is
 * closed already. The connection itself holds it, so it is never collected early. The socket is asked too: a request
 * that was sent behind an unfinished one never has its response closed.
 */
export function goneSignal({ socket }: IncomingMessage, response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    socket.off('close', leave);
    response.off('close', leave);
    gone.abort(WHY);
  };
  if (socket.destroyed || response.closed) gone.abort(WHY);
  else {
    socket.once('close', leave);
    response.once('close', leave);
  }
  return gone.signal;
}

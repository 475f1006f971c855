/**
 * What every route calls first: who is asking, and may they. A refusal is thrown as a Response-like error
 * that the nearest error boundary words for the reader.
 */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type Action, type Actor, may, type Place } from './policy';
import { findActor } from './signIn.server';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The signed-in actor, or null. */
export async function currentActor({
  request,
  context,
}: Pick<Args, 'request' | 'context'>): Promise<Actor | null> {
  return findActor(context.db, request.headers.get('Cookie'));
}

/**
 * The signed-in actor. Sends everybody else to the sign-in page (and back again afterwards), and an account
 * with an initial password to the page that changes it.
 */
export async function requireActor(args: Pick<Args, 'request' | 'context'>): Promise<Actor> {
  const actor = await currentActor(args);
  const url = new URL(args.request.url);
  if (!actor) {
    const back = args.request.method === 'GET' ? url.pathname.replace(/\.data$/, '') + url.search : '/';
    throw redirect(`/masuk?${new URLSearchParams({ kembali: back }).toString()}`);
  }
  if (actor.mustChangePassword) throw redirect('/kata-sandi');
  return actor;
}

/** Throws 403 where the policy table says no. */
export function authorize(actor: Actor, action: Action, place: Place = {}): void {
  if (!may(actor, action, place)) throw Response.json({ reason: 'forbidden' }, { status: 403 });
}

/** Throws 404: what was asked for is not here. */
export function notFound(): never {
  throw Response.json({ reason: 'notFound' }, { status: 404 });
}

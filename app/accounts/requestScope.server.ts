/**
 * Who asks, in which language, with which services: found once per request and handed on as one value.
 */
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import type { Locale } from '~/instrument';
import { type Action, type Actor, may, type Place } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RequestFacts, Services } from '~/server/context';
import { findActor } from './signIn.server';

export type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'request' | 'context' | 'params'>;

/** What a use case is handed: the services, who asks, and where. */
export interface Scope
  extends Services, Pick<RequestFacts, 'requestId' | 'clientAddress' | 'secure' | 'gone'> {
  readonly request: Request;
  readonly locale: Locale;
  readonly actor: Actor;
  /** Where it happens; empty outside of any Rakerda. */
  readonly place: Place;
}

/** The loaders of one page run in one request, and its context is theirs alone: the actor is looked up once for all. */
const actors = new WeakMap<AppLoadContext, Promise<Actor | null>>();

/** The signed-in actor, or null. */
export function currentActor({ request, context }: Pick<Args, 'request' | 'context'>): Promise<Actor | null> {
  const known = actors.get(context) ?? findActor(context.db, request.headers.get('Cookie'), context.secure);
  actors.set(context, known);
  return known;
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

/**
 * The scope of a page outside of any Rakerda.
 * @param needs what the policy must allow; several where one of them is enough; null where being signed in is enough
 * @throws a redirect to the sign-in page, or 403
 */
export async function openScope(args: Args, needs: Action | readonly Action[] | null): Promise<Scope> {
  const scope = await scopeOf(args, await requireActor(args));
  demand(scope, needs);
  return scope;
}

/** The scope of an actor who is known already. */
export async function scopeOf({ request, context }: Args, actor: Actor): Promise<Scope> {
  return { ...context, request, actor, locale: await readLocale(request), place: {} };
}

/** Throws 403 unless the policy allows one of the actions where the scope is. */
export function demand(
  { actor, place }: Pick<Scope, 'actor' | 'place'>,
  needs: Action | readonly Action[] | null,
): void {
  if (needs === null) return;
  if (typeof needs === 'string') authorize(actor, needs, place);
  else if (!needs.some((action) => may(actor, action, place)))
    throw Response.json({ reason: 'forbidden' }, { status: 403 });
}

/** Throws 404: what was asked for is not here. */
export function notFound(): never {
  throw Response.json({ reason: 'notFound' }, { status: 404 });
}

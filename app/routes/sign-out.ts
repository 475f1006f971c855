import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '~/accounts/enter.server';

export async function action({ request, context }: ActionFunctionArgs) {
  const setCookie = await signOut(context, { request, ...context });
  return redirect('/masuk', { headers: { 'Set-Cookie': setCookie } });
}

export function loader() {
  return redirect('/');
}

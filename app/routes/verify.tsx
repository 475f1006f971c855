import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readLocale } from '~/i18n/locale.server';
import { verifyCode, verifyFile } from '~/hall/minutes/index.server';
import { minutesWords, VerifyScreen } from '~/hall/minutes/screens';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: 'robots', content: 'noindex' },
];

/** Public: who holds the paper may ask, signed in or not. It tells no more than the paper does. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const typed = params.kode ?? new URL(request.url).searchParams.get('kode');
  const verification = await verifyCode(context, typed);
  // A code from the field gets the address that is printed on paper, so that it can be passed on.
  if (params.kode === undefined && verification.kind === 'known') {
    throw redirect(`/periksa/${verification.code}`);
  }
  const words = minutesWords[await readLocale(request)].verify;
  const missing = verification.kind === 'unknown' || verification.kind === 'malformed';
  return data(
    { title: verification.kind === 'unknown' ? words.unknownTitle : words.title, verification },
    { status: missing ? 404 : 200, headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const verdict = await verifyFile(context, request, params.kode);
  const isAnswer = verdict.kind === 'same' || verdict.kind === 'other' || verdict.kind === 'different';
  return data(verdict, { status: isAnswer ? 200 : verdict.kind === 'tooLarge' ? 413 : 422 });
}

export default function Verify() {
  const { verification } = useLoaderData<typeof loader>();
  return <VerifyScreen verification={verification} verdict={useActionData<typeof action>()} />;
}

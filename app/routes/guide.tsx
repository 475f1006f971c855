import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { currentActor, notFound } from '~/accounts/requestScope.server';
import { GuideScreen } from '~/guide/screens';
import { guidePath, readGuide, roleOfGuide } from '~/guide/guide.server';
import { guideWords } from '~/guide/guideWords';
import { readLocale } from '~/i18n/locale.server';
import { sharedWords } from '~/i18n/sharedWords';
import { ROLES } from '~/policy';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** For everybody: help is needed most where somebody cannot sign in. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = await readLocale(request);
  const actor = await currentActor({ request, context });
  const role = roleOfGuide(params.peran);
  if (params.peran !== undefined && !role) notFound();
  if (!role && actor) throw redirect(guidePath(actor.role));
  const words = guideWords[locale];
  return data({
    title: role ? words.titleOf({ role: sharedWords[locale].role[role] }) : words.title,
    guide: role ? readGuide(role) : null,
    roles: ROLES.map((one) => ({ role: one, path: guidePath(one) })),
    own: actor?.role ?? null,
  });
}

export default function GuidePage() {
  return <GuideScreen {...useLoaderData<typeof loader>()} />;
}

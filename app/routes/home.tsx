import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { currentActor, openScope } from '~/accounts/requestScope.server';
import { readLocale } from '~/i18n/locale.server';
import { sharedWords } from '~/i18n';
import { readHomePage } from '~/hall/overview/index.server';
import { AgencyHome, RakerdaList, Welcome } from '~/hall/overview/screens';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  if (await currentActor(args)) return readHomePage(await openScope(args, null));
  const { productName, tagline } = sharedWords[await readLocale(args.request)];
  return { kind: 'welcome' as const, title: `${productName} – ${tagline}`, demo: args.context.config.demo };
}

export default function Home() {
  const page = useLoaderData<typeof loader>();
  switch (page.kind) {
    case 'welcome':
      return <Welcome demo={page.demo} />;
    case 'agency':
      return (
        <AgencyHome
          actorName={page.actorName}
          agencyName={page.agencyName}
          assessments={page.assessments}
          asOf={page.asOf}
        />
      );
    case 'list':
      return (
        <RakerdaList
          actorName={page.actorName}
          list={page.list}
          mayCreate={page.mayCreate}
          firstSteps={page.firstSteps}
        />
      );
  }
}

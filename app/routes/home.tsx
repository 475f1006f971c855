import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findAgencyName } from '~/accounts/queries.server';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { AgencyHome, RakerdaList, Welcome } from '~/rakerda/screens';
import { listOwnAssessments, listProgress } from '~/rakerda/index.server';
import { may } from '~/policy';
import { currentActor } from '~/accounts/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, instruments, config } = context;
  const actor = await currentActor({ request, context });
  const locale = await readLocale(request);
  const text = catalogueOf(locale);
  if (!actor) {
    const title = `${text.ui.productName} – ${text.ui.tagline}`;
    return { kind: 'welcome' as const, title, demo: config.demo };
  }
  if (actor.mustChangePassword) throw redirect('/kata-sandi');
  const page = { title: `${text.rakerda.home.title} – ${text.ui.productName}`, actorName: actor.name };
  const agencyName = await findAgencyName(db, actor.agencyCode);
  if (agencyName !== null) {
    const assessments = await listOwnAssessments(db, instruments, actor, locale);
    return { kind: 'agency' as const, ...page, agencyName, assessments };
  }
  const list = await listProgress(db, instruments, actor, locale);
  return {
    kind: 'list' as const,
    ...page,
    list,
    mayCreate: may(actor, 'rakerda.create'),
    firstSteps: may(actor, 'account.manage') && !list.some((one) => !one.rakerda.isDemo),
  };
}

export default function Home() {
  const page = useLoaderData<typeof loader>();
  switch (page.kind) {
    case 'welcome':
      return <Welcome demo={page.demo} />;
    case 'agency':
      return (
        <AgencyHome actorName={page.actorName} agencyName={page.agencyName} assessments={page.assessments} />
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

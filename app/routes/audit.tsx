import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { endOfDay, listEventTypes, readAudit, startOfDay } from '~/accounts/audit.server';
import { AuditScreen } from '~/accounts/screens';
import { listRakerdaChoices } from '~/accounts/queries.server';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  authorize(actor, 'audit.read');
  const params = new URL(request.url).searchParams;
  const read = (name: string) => (params.get(name) ?? '').trim().slice(0, 100);
  const search = {
    jenis: read('jenis'),
    akun: read('akun'),
    rakerda: read('rakerda'),
    dari: read('dari'),
    sampai: read('sampai'),
    sebelum: /^\d{1,15}$/.test(read('sebelum')) ? read('sebelum') : '',
  };
  const text = catalogueOf(await readLocale(request));
  return {
    title: `${text.accounts.audit.title} – ${text.ui.productName}`,
    search,
    ...(await readAudit(context.db, {
      type: search.jenis,
      account: search.akun,
      rakerda: search.rakerda,
      from: startOfDay(search.dari),
      until: endOfDay(search.sampai),
      before: search.sebelum === '' ? null : Number(search.sebelum),
    })),
    types: await listEventTypes(context.db),
    rakerda: await listRakerdaChoices(context.db),
  };
}

export default function Audit() {
  return <AuditScreen {...useLoaderData<typeof loader>()} />;
}

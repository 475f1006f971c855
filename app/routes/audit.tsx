import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAuditPage } from '~/accounts/audit.server';
import { openScope } from '~/accounts/requestScope.server';
import { AuditScreen } from '~/accounts/screens';
import { sharedWords } from '~/i18n';
import { auditPageWords } from '~/accounts/auditPageWords';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openScope(args, 'audit.read');
  const params = new URL(args.request.url).searchParams;
  const read = (name: string) => (params.get(name) ?? '').trim().slice(0, 100);
  const search = {
    jenis: read('jenis'),
    akun: read('akun'),
    rakerda: read('rakerda'),
    dari: read('dari'),
    sampai: read('sampai'),
    sebelum: /^\d{1,15}$/.test(read('sebelum')) ? read('sebelum') : '',
  };
  return {
    title: `${auditPageWords[scope.locale].title} – ${sharedWords[scope.locale].productName}`,
    ...(await readAuditPage(scope, search)),
  };
}

export default function Audit() {
  return <AuditScreen {...useLoaderData<typeof loader>()} />;
}

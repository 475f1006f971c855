import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { authorize, requireActor } from '~/accounts/guard.server';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import {
  emptyRakerdaForm,
  NewRakerda,
  type RakerdaErrors,
  rakerdaErrors,
  rakerdaSchema,
  readRakerdaForm,
} from '~/rakerda';
import { listAgenciesOf, listInstrumentChoices, listProvinces, setUpRakerda } from '~/rakerda/index.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  authorize(await requireActor({ request, context }), 'rakerda.create');
  const locale = await readLocale(request);
  const text = catalogueOf(locale);
  const instruments = await listInstrumentChoices(context.db, context.instruments, locale);
  const params = new URL(request.url).searchParams;
  const typed = readRakerdaForm(params, emptyRakerdaForm(new Date(), instruments[0]?.value ?? ''));
  // Whoever asked for the list without scripts means to choose from it.
  const values = params.has('langkah') ? { ...typed, scope: 'chosen' as const } : typed;
  return {
    title: `${text.rakerda.form.title} – ${text.ui.productName}`,
    values,
    instruments,
    provinces: await listProvinces(context.db),
    agencies: await listAgenciesOf(context.db, values.provinceCode),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  authorize(actor, 'rakerda.create');
  const values = readRakerdaForm(await request.formData(), emptyRakerdaForm(new Date(), ''));
  const refuse = async (errors: RakerdaErrors) =>
    data(
      { values, errors, agencies: await listAgenciesOf(context.db, values.provinceCode) },
      { status: 422 },
    );
  const parsed = rakerdaSchema.safeParse(values);
  if (!parsed.success) return refuse(rakerdaErrors(parsed.error));
  const result = await setUpRakerda(context, actor, parsed.data, context.requestId);
  if (result.kind === 'invalid') return refuse(result.errors);
  return redirect(`/rakerda/${result.id}?pesan=dibuat`);
}

export default function RakerdaNew() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? loaded.values;
  return (
    <NewRakerda
      values={values}
      errors={refused?.errors}
      instruments={loaded.instruments}
      provinces={loaded.provinces}
      agencies={refused?.agencies ?? loaded.agencies}
      agenciesOf={values.provinceCode}
    />
  );
}

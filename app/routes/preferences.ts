import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { languageHeader, themeHeader } from '~/i18n/locale.server';
import { readForm } from '~/text';
import { localPath } from '~/ui/localPath';

/** What is not among the choices is no choice: the form has only buttons, so there is nobody to correct. */
const schema = z.object({
  bahasa: z.enum(['id', 'en']).optional().catch(undefined),
  tema: z.enum(['light', 'dark', 'system']).optional().catch(undefined),
  kembali: z.string().optional().catch(undefined),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const values = readForm(await request.formData(), schema);
  const headers = new Headers();
  if (values.bahasa) headers.append('Set-Cookie', await languageHeader(values.bahasa, context.secure));
  if (values.tema) headers.append('Set-Cookie', await themeHeader(values.tema, context.secure));
  return redirect(localPath(values.kembali), { headers });
}

export function loader() {
  return redirect('/');
}

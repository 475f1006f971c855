/** A draft as an agency would see it: `/bengkel/draf/:draf/pratinjau`. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound, openScope } from '~/accounts/requestScope.server';
import { previewIndicator } from '~/assessment/assessment.read.server';
import { IndicatorPreview } from '~/assessment/screens';
import { localize } from '~/instrument';
import { isTopic } from '~/instrument/topic';
import { draftPath } from '~/paths';
import { partFrom } from '~/topics/sheet.read.server';
import { SheetPreview } from '~/topics/screens';
import { PreviewFrame } from '~/workshop/screens';
import { findDraft } from '~/workshop/workshop.read.server';
import { workshopWords } from '~/workshop/workshopWords';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openScope(args, 'instrument.prepare');
  const { id, instrument } = await findDraft(scope, args.params.draf);
  const params = new URL(args.request.url).searchParams;
  const name = localize(instrument.name, scope.locale);
  const page = { id, name, title: workshopWords[scope.locale].preview.title({ name }) };
  if (isTopic(instrument))
    return { ...page, topic: instrument, part: partFrom(instrument, params), view: null };
  const no = Number(params.get('nomor') ?? '1');
  return {
    ...page,
    topic: null,
    part: null,
    view: previewIndicator(instrument, no, scope.locale) ?? notFound(),
  };
}

/** What is tried here is kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  await openScope(args, 'instrument.prepare');
  return redirect(`${draftPath(args.params.draf ?? '', 'preview')}${new URL(args.request.url).search}#pesan`);
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function WorkshopPreviewRoute() {
  const { id, name, topic, part, view } = useLoaderData<typeof loader>();
  return (
    <PreviewFrame draft={id} name={name} steps={view}>
      {topic ? <SheetPreview topic={topic} part={part} /> : null}
      {view ? <IndicatorPreview key={view.no} view={view} /> : null}
    </PreviewFrame>
  );
}

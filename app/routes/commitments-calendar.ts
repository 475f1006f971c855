/** The open commitments as a calendar file: `/rakerda/:rakerda/komitmen.ics`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { commitmentsCalendar } from '~/commitments/calendar.server';
import { dayIn, listCommitments } from '~/commitments/index.server';
import { readLocale } from '~/i18n/locale.server';
import { rakerdaFacts } from '~/rakerda/index.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const url = new URL(request.url);
  // Heads and operators get their own agency's where nothing else is asked for; `semua` asks for all.
  const wished =
    url.searchParams.get('instansi') ?? (place.rakerda.actorParticipates ? actor.agencyCode : null);
  const today = dayIn(place.row.time_zone);
  const all = await listCommitments(context.db, context.instruments, place.row.id, today);
  const origin = context.config.publicOrigin ?? url.origin;
  const text = commitmentsCalendar(
    rakerdaFacts(place.row),
    all.filter((one) => wished === null || wished === 'semua' || one.agencyCode === wished),
    await readLocale(request),
    origin,
    new Date(),
  );
  const isOneAgency = wished !== null && /^[\d.]{2,8}$/.test(wished);
  const name = `komitmen-${place.row.id}${isOneAgency ? `-${wished}` : ''}.ics`;
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
